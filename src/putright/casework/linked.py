"""Which process or hold of a case is meant, and what is the person told of what waits?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from putright.casework.correspondence import answer_by, correspondence
from putright.casework.errors import refused
from putright.casework.letter_queue import send_letter
from putright.casework.perform import CaseInHand
from putright.casework.scope_letters import in_words
from putright.domain.channels import Channel
from putright.domain.holds import LIFTED, TAKEN_UP, Grounds, Hold, held_issues, hold_at
from putright.domain.linked import UNNAMED, Process, process_at
from putright.letters.linked_facts import HoldLifted, HoldNotice
from putright.records.models import Document, Issue


def process_meant(hand: CaseInHand, entry: int) -> Process:
    """The process that was linked in the entry of this number; raises ActionRefused where there is none."""
    found = process_at(hand.events, entry)
    if found is None:
        raise refused("no-such-process", "No other process was entered there that still stands. Choose the process.")
    return found


def open_process_meant(hand: CaseInHand, entry: int) -> Process:
    """The same, which must go on still."""
    found = process_meant(hand, entry)
    if not found.is_open:
        raise refused("process-ended", "It is recorded that this process has ended. Put a note on the file instead.")
    return found


def hold_meant(hand: CaseInHand, entry: int) -> Hold:
    """The hold that was set, or last looked at, in the entry of this number; raises ActionRefused where none stands."""
    found = hold_at(hand.events, entry)
    if found is None:
        raise refused("no-such-hold", "No issue is held by what was entered there. Choose what is held.")
    return found


def tell_of_hold(
    hand: CaseInHand,
    process: Process,
    issues: Sequence[int],
    grounds: Grounds,
    review_on: date,
    *,
    channel: Channel,
    again: bool = False,
) -> None:
    """Write what is held, for what as far as it may be said, what goes on, and when it is looked at again."""
    rule = process.rule
    letter = HoldNotice(
        correspondence=correspondence(hand, to=hand.case.complainant),
        issues=in_words(_rows(hand, issues)),
        because=rule.told_as or UNNAMED,
        review_on=review_on,
        explanation=grounds.explanation.strip() or None,
        again=again,
        unsaid=not rule.is_told,
        agreed=grounds.agreed,
        others=in_words(_going_on(hand)),
        answer_by=answer_by(hand.position),
    )
    send_letter(hand, "hold-notice", letter, channel=channel, saying={"date": review_on})


def take_up(
    hand: CaseInHand, held: Mapping[int, Hold], issues: Sequence[int], papers: list[Document], *, channel: Channel
) -> None:
    """Take issues up again, a hold being lifted with its last; the person is told, unless they have died."""
    for issue in issues:
        hand.record(TAKEN_UP, about=held[issue].number, issue=issue, papers=papers)
    for hold in {hold.number: hold for hold in held.values()}.values():
        if set(hold.issues) <= set(issues):
            hand.record(LIFTED, about=int(hold.owes.id or 0))
    if hand.case.complainant.death_learnt_on is not None:
        return
    letter = HoldLifted(
        correspondence=correspondence(hand, to=hand.case.complainant),
        issues=in_words(_rows(hand, issues)),
        still=in_words(_rows(hand, held_issues(hand.events))),
        answer_by=answer_by(hand.position),
    )
    send_letter(hand, "hold-lifted", letter, channel=channel)


def still_to_answer(hand: CaseInHand) -> set[int]:
    """The issues that are dealt with and have no outcome yet."""
    rows = Issue.objects.filter(case=hand.case, exclusion="", outcome="")
    return set(rows.values_list("number", flat=True))


def _rows(hand: CaseInHand, numbers: Iterable[int]) -> list[Issue]:
    return list(Issue.objects.filter(case=hand.case, number__in=list(numbers)).order_by("number"))


def _going_on(hand: CaseInHand) -> list[Issue]:
    return _rows(hand, still_to_answer(hand) - held_issues(hand.events).keys())
