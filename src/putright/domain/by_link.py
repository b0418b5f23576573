"""What can whoever follows a complaint by its link do about it now?"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from putright.domain.advocates import named_still
from putright.domain.chronology import Event
from putright.domain.duty import Position
from putright.domain.meeting_offers import may_answer
from putright.domain.vocabulary import CaseStatus


class LinkAct(StrEnum):
    """Something that the person can do on the page by which they follow their complaint, in the page's order."""

    MEETING = "meeting"
    GO_ON = "go-on"
    NAME_ADVOCATE = "name-advocate"
    END_ADVOCATE = "end-advocate"


def _is_withdrawn(position: Position, events: tuple[Event, ...]) -> bool:
    return position.status is CaseStatus.WITHDRAWN


def _has_a_meeting_to_answer(position: Position, events: tuple[Event, ...]) -> bool:
    return bool(may_answer(position, events))


def _always(position: Position, events: tuple[Event, ...]) -> bool:
    return True


def _has_an_advocate(position: Position, events: tuple[Event, ...]) -> bool:
    return named_still(events, position.as_at)


_OPEN: Final[Mapping[LinkAct, Callable[[Position, tuple[Event, ...]], bool]]] = {
    LinkAct.MEETING: _has_a_meeting_to_answer,
    LinkAct.GO_ON: _is_withdrawn,
    LinkAct.NAME_ADVOCATE: _always,
    LinkAct.END_ADVOCATE: _has_an_advocate,
}


def open_by_link(position: Position, events: tuple[Event, ...]) -> tuple[LinkAct, ...]:
    """Return what the person can do as the case stands; `events` are those in force up to the day of the position."""
    return tuple(act for act in LinkAct if _OPEN[act](position, events))
