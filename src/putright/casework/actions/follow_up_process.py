"""Something was done or heard about another process."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from putright.casework.errors import refuse, refused
from putright.casework.linked import open_process_meant
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.linked import (
    CANDOUR_NOT_POSSIBLE,
    CANDOUR_TOLD,
    CANDOUR_WRITTEN,
    HEARD,
    REFERRED,
    Process,
    why_not_candour,
)
from putright.records.models import Document


class ProcessStep(StrEnum):
    """What can be done or heard about another process."""

    REFERRED = "referred"
    HEARD = "heard"
    TOLD = "told"
    NOT_POSSIBLE = "not-possible"
    WRITTEN = "written"


_EVENTS = {
    ProcessStep.REFERRED: REFERRED,
    ProcessStep.HEARD: HEARD,
    ProcessStep.TOLD: CANDOUR_TOLD,
    ProcessStep.NOT_POSSIBLE: CANDOUR_NOT_POSSIBLE,
    ProcessStep.WRITTEN: CANDOUR_WRITTEN,
}
_TITLES = {
    ProcessStep.REFERRED: "To whom it was passed on",
    ProcessStep.HEARD: "What was heard of it",
    ProcessStep.TOLD: "What the person was told face to face",
    ProcessStep.NOT_POSSIBLE: "How it was tried to tell the person",
    ProcessStep.WRITTEN: "What was written to the person",
}


def follow_up_process(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    process: int,
    done: ProcessStep,
    words: str,
    files: Sequence[FileSaid] = (),
) -> Done:
    """Record that it was passed on, what was heard of it, or what the duty of candour asks: SI 2014/2936 reg 20."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant = open_process_meant(hand, process)
        refuse(why_not_before_what_it_follows(on, (meant.started,)))
        if done not in (ProcessStep.REFERRED, ProcessStep.HEARD):
            refuse(why_not_candour(meant, _EVENTS[done]))
        papers = [hand.keep_text("linked-process", _TITLES[done], words)]
        papers += [hand.keep_what_came("attachment", file) for file in files]
        _note(hand, meant, done, papers)
    return hand.done()


def _note(hand: CaseInHand, process: Process, done: ProcessStep, papers: list[Document]) -> None:
    """Enter it, about the entry that made it owed; what is written, about what was told."""
    about = process.owed or process.started
    if done is ProcessStep.HEARD:
        about = process.started
    elif done is ProcessStep.WRITTEN:
        if process.told is None:
            raise refused(
                "not-candour-told", "The person is told face to face first. Record that, or that it could not be."
            )
        refuse(why_not_before_what_it_follows(hand.on, (process.told,)))
        about = process.told
    hand.note(_EVENTS[done], about=int(about.id or 0), papers=papers)
