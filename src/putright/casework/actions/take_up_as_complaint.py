"""What was taken for an appeal is a complaint after all."""

from datetime import date, datetime

from putright.casework.errors import ActionRefused, refuse, refused
from putright.casework.letter_queue import WAITING
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.scope_letters import explain_taking_back
from putright.domain.access import Actor, Deed
from putright.domain.allocation import NOT_AN_APPEAL, appeal_of, why_not_a_complaint
from putright.domain.channels import Channel
from putright.domain.chronology import in_force
from putright.domain.several import CHANGED
from putright.records.models import Issue, OutboxLetter


def take_up_as_complaint(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    reasons: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Answer as a complaint what the person says is none of an appeal; every date counts as if it always had been one.

    The person is told, if they had been told that it is an appeal.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_a_complaint(hand.events))
        found = appeal_of(hand.events)
        if found is None:
            raise ActionRefused(NOT_AN_APPEAL)
        if OutboxLetter.objects.filter(case=hand.case, name="appeal-told-apart", state__in=WAITING).exists():
            raise refused("letter-waiting", "The letter about the appeal still waits. Post it, or put it aside first.")
        paper = hand.keep_text("decision", "Why it is a complaint after all", reasons)
        standing = in_force(hand.events)
        after = (event for event in standing if event.event == CHANGED and int(event.id or 0) > int(found.id or 0))
        was_told = any(event.event == "allocation_appeal_told" for event in standing)
        for event in (found, next(after, None)):
            if event is not None:
                hand.note("entered_in_error", corrects=int(event.id or 0), papers=[paper])
        if was_told and hand.case.complainant.death_learnt_on is None:
            explain_taking_back(hand, Issue.objects.filter(case=hand.case, exclusion=""), reasons, channel=channel)
    return hand.done()
