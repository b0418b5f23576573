"""Another process that ran beside the complaint has ended."""

from collections.abc import Mapping
from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.linked import open_process_meant, take_up
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue, in_force
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.holds import Hold, held_issues
from putright.domain.issues import Outcome
from putright.domain.linked import ENDED, Process, why_not_ended
from putright.domain.vocabulary import CaseStatus
from putright.records.models import Document


def end_process(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    process: int,
    words: str,
    outcome: Outcome | None = None,
    by_mistake: bool = False,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Record that it ended and how; what was held for it is taken up again, and the person told.

    `outcome` is its own, where it decided on a complaint or an appeal. `by_mistake` says that it never was: then
    nothing of it is owed any more.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant = open_process_meant(hand, process)
        refuse(why_not_before_what_it_follows(on, (meant.started,)))
        held = {issue: hold for issue, hold in held_issues(hand.events).items() if hold.process == meant.number}
        paper = hand.keep_text("linked-process", "How it ended", words)
        if by_mistake:
            _never_was(hand, meant, held, paper)
        else:
            _end(hand, meant, held, paper, outcome, channel)
    return hand.done()


def _end(
    hand: CaseInHand,
    process: Process,
    held: Mapping[int, Hold],
    paper: Document,
    outcome: Outcome | None,
    channel: Channel,
) -> None:
    refuse(why_not_ended(process))
    facts: dict[str, FactValue] = {"process": process.kind.value}
    if outcome is not None:
        facts["outcome"] = outcome.value
    hand.record(ENDED, about=process.number, facts=facts, papers=[paper])
    if held and hand.position.status in (CaseStatus.OPEN, CaseStatus.RESPONDED):
        take_up(hand, held, sorted(held), [], channel=channel)


def _never_was(hand: CaseInHand, process: Process, held: Mapping[int, Hold], paper: Document) -> None:
    if held:
        message = "Issues are held for it. Take them up first, so that the person is told; then take the process off."
        raise refused("still-held", message)
    mine = {str(process.number)}
    for event in in_force(hand.events):
        if event.id in mine or event.about in mine:
            mine.add(str(event.id))
    for number in sorted(int(each) for each in mine):
        hand.note("entered_in_error", corrects=number, papers=[paper])
