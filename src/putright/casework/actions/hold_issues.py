"""Some issues wait for another process; the others go on."""

from collections.abc import Sequence
from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.linked import open_process_meant, still_to_answer, tell_of_hold
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.holds import (
    HELD,
    SET,
    Grounds,
    held_issues,
    why_not_hold,
    why_not_review_on,
    why_not_these_issues,
)
from putright.records.models import Issue


def hold_issues(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    process: int,
    issues: tuple[int, ...],
    grounds: Grounds,
    asked_by: str,
    asked_how: Channel,
    review_on: date,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Hold issues for another process until they are taken up again, and tell the person in writing.

    `asked_by` is who asked that they wait, `asked_how` by which way, `review_on` when it is looked at again. No clock
    of the law stands still for it: SI 2009/309 reg 14.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant = open_process_meant(hand, process)
        refuse(why_not_before_what_it_follows(on, (meant.started,)))
        _refuse_issues(hand, issues)
        refuse(why_not_hold(meant.rule, grounds))
        refuse(why_not_review_on(review_on, on=on))
        papers = [hand.keep_text("hold", "Who asked that it waits", asked_by)]
        papers += hand.keep_if_said("hold", "Why it has to wait", grounds.prejudice)
        papers += hand.keep_if_said("hold", "Who advises that it waits", grounds.advice)
        facts = {"date": review_on, "channel": asked_how.value}
        entry = hand.record(SET, about=meant.number, facts=facts, papers=papers)
        _hold(hand, entry, sorted(set(issues)))
        tell_of_hold(hand, meant, issues, grounds, review_on, channel=channel)
    return hand.done()


def _refuse_issues(hand: CaseInHand, issues: Sequence[int]) -> None:
    rows = Issue.objects.filter(case=hand.case, exclusion="")
    refuse(
        why_not_these_issues(
            issues,
            dealt_with=rows.values_list("number", flat=True),
            held=held_issues(hand.events),
            answered=rows.exclude(outcome="").values_list("number", flat=True),
        )
    )


def _hold(hand: CaseInHand, entry: int, issues: Sequence[int]) -> None:
    """Enter each issue; and, where none is left that could go on, that it is the whole complaint."""
    for issue in issues:
        hand.record(HELD, about=entry, issue=issue)
    if not still_to_answer(hand) - held_issues(hand.events).keys():
        hand.record(HELD, about=entry)
