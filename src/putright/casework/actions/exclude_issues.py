"""Something that is complained of is found not to be one that must be dealt with."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.facts_of import calendar_of
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.scope_letters import explain_exclusion
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.refusing import settled_to_satisfaction, why_not_on_this_ground
from putright.domain.scope import Ground
from putright.domain.vocabulary import CaseStatus
from putright.records.models import Issue


def exclude_issues(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issues: tuple[int, ...],
    ground: Ground,
    reasons: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Leave issues out on one ground of regulation 8(1), with reasons, and tell the person in writing: regulation 8(2).

    The other issues go on. Once none is left the whole complaint is left out, and the law asks no response of it.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        rows = _to_leave_out(hand, issues)
        refuse(
            why_not_on_this_ground(
                ground,
                channel=Channel(hand.case.channel),
                settled_on=settled_to_satisfaction(hand.events),
                last_day=calendar_of(hand.programmes).add(hand.case.received_on, 1),
            )
        )
        paper = hand.keep_text("decision", "Why it is not dealt with", reasons)
        for row in rows:
            row.exclusion = ground.value
            row.save(update_fields=["exclusion"])
            hand.record("excluded", issue=row.number, facts={"ground": ground.value}, papers=[paper])
        if not Issue.objects.filter(case=hand.case, exclusion="").exists():
            hand.record("excluded", facts={"ground": ground.value}, papers=[paper])
        explain_exclusion(hand, rows, ground, reasons, channel=channel)
    return hand.done()


def _to_leave_out(hand: CaseInHand, numbers: tuple[int, ...]) -> list[Issue]:
    """The issues that are meant; raises ActionRefused for one that cannot be left out any more."""
    if hand.position.status is CaseStatus.RESPONDED:
        raise refused("already-answered", "The complaint has been answered, so nothing of it can be left out now.")
    rows = list(Issue.objects.filter(case=hand.case, number__in=numbers).order_by("number"))
    if not rows or len(rows) != len(set(numbers)):
        raise refused("no-such-issue", "Choose the issues that are not dealt with.")
    for row in rows:
        if row.exclusion:
            raise refused("already-excluded", f"Issue {row.number} has been left out already.")
        if row.outcome:
            raise refused("has-an-outcome", f"Issue {row.number} has an outcome: it has been looked into.")
    return rows
