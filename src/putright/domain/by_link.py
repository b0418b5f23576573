"""What can whoever follows a complaint by its link do about it now?"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from putright.domain.advocates import named_still
from putright.domain.answered import may_accept, may_ask_about, review_open, way_to_ombudsman
from putright.domain.chronology import Event
from putright.domain.duty import Position
from putright.domain.experience import may_say_how_it_went
from putright.domain.meeting_offers import may_answer
from putright.domain.page_talk import can_ask
from putright.domain.vocabulary import CaseStatus
from putright.domain.withdrawing import may_stop


class LinkAct(StrEnum):
    """Something that the person can do on the page by which they follow their complaint, in the page's order."""

    MEETING = "meeting"
    SEND_MESSAGE = "send-message"
    ASK_UPDATE = "ask-update"
    ACCEPT_ANSWER = "accept-answer"
    ASK_ABOUT_ANSWER = "ask-about-answer"
    ASK_FOR_REVIEW = "ask-for-review"
    OMBUDSMAN = "ombudsman"
    WITHDRAW = "withdraw"
    GO_ON = "go-on"
    HOW_IT_WENT = "how-it-went"
    NAME_ADVOCATE = "name-advocate"
    END_ADVOCATE = "end-advocate"
    CHANGE_CONTACT = "change-contact"
    STOP_EMAIL = "stop-email"


def _is_withdrawn(position: Position, events: tuple[Event, ...]) -> bool:
    return position.status is CaseStatus.WITHDRAWN


def _may_stop(position: Position, events: tuple[Event, ...]) -> bool:
    return may_stop(position)


def _has_an_end(position: Position, events: tuple[Event, ...]) -> bool:
    return may_say_how_it_went(position)


def _has_a_review(position: Position, events: tuple[Event, ...]) -> bool:
    return review_open(position, events) is not None


def _is_for_the_ombudsman(position: Position, events: tuple[Event, ...]) -> bool:
    return way_to_ombudsman(position) is not None


def _has_a_meeting_to_answer(position: Position, events: tuple[Event, ...]) -> bool:
    return bool(may_answer(position, events))


def _always(position: Position, events: tuple[Event, ...]) -> bool:
    return True


def _has_an_advocate(position: Position, events: tuple[Event, ...]) -> bool:
    return named_still(events, position.as_at)


_OPEN: Final[Mapping[LinkAct, Callable[[Position, tuple[Event, ...]], bool]]] = {
    LinkAct.MEETING: _has_a_meeting_to_answer,
    LinkAct.ACCEPT_ANSWER: may_accept,
    LinkAct.ASK_ABOUT_ANSWER: may_ask_about,
    LinkAct.ASK_FOR_REVIEW: _has_a_review,
    LinkAct.OMBUDSMAN: _is_for_the_ombudsman,
    LinkAct.SEND_MESSAGE: _always,
    LinkAct.ASK_UPDATE: can_ask,
    LinkAct.WITHDRAW: _may_stop,
    LinkAct.GO_ON: _is_withdrawn,
    LinkAct.HOW_IT_WENT: _has_an_end,
    LinkAct.NAME_ADVOCATE: _always,
    LinkAct.END_ADVOCATE: _has_an_advocate,
    LinkAct.CHANGE_CONTACT: _always,
    LinkAct.STOP_EMAIL: _always,
}


def open_by_link(
    position: Position, events: tuple[Event, ...], *, by_email: bool = False, if_open: Position | None = None
) -> tuple[LinkAct, ...]:
    """Return what the person can do as the case stands; `events` are those in force up to the day of the position.

    `by_email` says whether they agreed to letters by email. A review of a closed case is asked for as `if_open` permits
    it: its position without its being closed.
    """
    by = {LinkAct.ASK_FOR_REVIEW: if_open or position}
    closed = frozenset() if by_email else frozenset({LinkAct.STOP_EMAIL})
    return tuple(act for act in LinkAct if act not in closed and _OPEN[act](by.get(act, position), events))
