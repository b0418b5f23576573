"""What still goes on about a complaint whose case has ended, and which entries say that something of it is over?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.holds import LIFTED, holds_of
from putright.domain.improvements import DROPPED, MADE, PLANNED
from putright.domain.linked import ENDED, PROCESS_WORDS, STARTED, ProcessKind
from putright.domain.ombudsman import DECIDED, DONE, RECOMMENDED, with_ombudsman_since


class Going(StrEnum):
    """What can go on about a complaint whose case has ended."""

    PROCESS = "process"
    HELD = "held"
    OMBUDSMAN = "ombudsman"
    RECOMMENDATION = "recommendation"
    IMPROVEMENT = "improvement"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesOn:
    """One thing that goes on, in words, and what is to be recorded once it does not."""

    kind: Going
    words: str
    record: str


# With each of these something that followed the complaint is over.
OVER: Final = frozenset({ENDED, LIFTED, DECIDED, DONE, MADE, DROPPED})


def still_going(events: Sequence[Event]) -> tuple[GoesOn, ...]:
    """Everything that goes on still, by the chronology alone."""
    return (*_processes(events), *_held(events), *_with_ombudsman(events), *_improvements(events))


def _processes(events: Sequence[Event]) -> Iterator[GoesOn]:
    for event in _open(events, STARTED, {ENDED}):
        kind = event.facts.get("process")
        words = PROCESS_WORDS[ProcessKind(str(kind))] if kind in set(ProcessKind) else "Another process"
        yield GoesOn(kind=Going.PROCESS, words=words, record="that it has ended")


def _held(events: Sequence[Event]) -> Iterator[GoesOn]:
    if holds_of(events):
        yield GoesOn(kind=Going.HELD, words="An issue is held for another process", record="that it is taken up")


def _with_ombudsman(events: Sequence[Event]) -> Iterator[GoesOn]:
    if with_ombudsman_since(events) is not None:
        words = "The complaint is with the Ombudsman"
        yield GoesOn(kind=Going.OMBUDSMAN, words=words, record="what the Ombudsman decided")
    for _ in _open(events, RECOMMENDED, {DONE}):
        words = "Something that the Ombudsman recommended is not done"
        yield GoesOn(kind=Going.RECOMMENDATION, words=words, record="that it is done")


def _improvements(events: Sequence[Event]) -> Iterator[GoesOn]:
    for _ in _open(events, PLANNED, {MADE, DROPPED}):
        words = "An improvement that was planned because of it is not made"
        yield GoesOn(kind=Going.IMPROVEMENT, words=words, record="that it is made, or why it is not needed")


def _open(events: Sequence[Event], begun: str, ends: set[str]) -> Iterator[Event]:
    """The entries of one kind that stand and about which nothing says that they are over."""
    standing = in_force(events)
    over = {event.about for event in standing if event.event in ends}
    return (event for event in standing if event.event == begun and event.id not in over)
