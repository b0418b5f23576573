"""Something that was left out is dealt with after all."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.letter_queue import WAITING
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.scope_letters import explain_taking_back
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import Event, in_force, issue_of
from putright.domain.scope import WITHDRAWN
from putright.records.models import Document, Issue, OutboxLetter


def take_back_exclusion(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issue: int,
    reasons: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Deal with an issue that was left out: it had to be dealt with all along, so every date counts as if it never was.

    The person is told if they had been told that it is left out.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = Issue.objects.filter(case=hand.case, number=issue).first()
        if row is None or row.exclusion in ("", WITHDRAWN):
            raise refused("not-excluded", "Choose an issue that was left out.")
        if OutboxLetter.objects.filter(case=hand.case, name="exclusion-notice", state__in=WAITING).exists():
            raise refused(
                "letter-waiting", "The letter that it is left out still waits. Post it, or put it aside first."
            )
        row.exclusion = ""
        row.save(update_fields=["exclusion"])
        paper = hand.keep_text("decision", f"Why issue {issue} is dealt with after all", reasons)
        was_told = _take_back(hand, issue, paper)
        if was_told:
            explain_taking_back(hand, [row], reasons, channel=channel)
    return hand.done()


def _take_back(hand: CaseInHand, issue: int, paper: Document) -> bool:
    """Correct each entry that left it out, or the whole of the complaint; tell whether the person had been told."""
    standing = in_force(hand.events)
    left_out = [event for event in standing if event.event == "excluded" and issue_of(event) in (None, str(issue))]
    told = any(_explains(event, left_out) for event in standing)
    for event in left_out:
        hand.note("entered_in_error", corrects=int(event.id or 0), papers=[paper])
    return told


def _explains(event: Event, left_out: list[Event]) -> bool:
    return event.event == "exclusion_explained" and any(int(event.id or 0) > int(one.id or 0) for one in left_out)
