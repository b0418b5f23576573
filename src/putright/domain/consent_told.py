"""What follows from a patient's answer on consent: what is told to whoever complains, what staff mind, what is owed?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event
from putright.domain.consent import (
    ASKED,
    GIVEN,
    REFUSED,
    RULES,
    RULES_UNAWARE,
    SPOKEN_WITH,
    TOLD,
    UNAWARE,
    WITHDRAWN,
    ConsentAnswer,
)
from putright.domain.duty import Position, Refused

NOBODY_TO_TELL: Final = Refused(
    code="nothing-to-tell", message="The patient has not refused or taken back consent, or the person has been told."
)
NOBODY_UNAWARE: Final = Refused(
    code="nobody-unaware",
    message="No patient of this case is waiting to be spoken with about a complaint unknown to them.",
)


def why_not_told(position: Position) -> Refused | None:
    """Why there is nothing to tell whoever complains; nothing where it is owed."""
    return None if _is_owed(position, RULES, TOLD) else NOBODY_TO_TELL


def why_not_spoken_with(position: Position) -> Refused | None:
    """Why there is nobody to speak with who did not know; nothing where it is owed."""
    return None if _is_owed(position, RULES_UNAWARE, SPOKEN_WITH) else NOBODY_UNAWARE


def _is_owed(position: Position, rules: str, event: str) -> bool:
    return any(duty.procedure == rules and event in duty.met_by for duty in position.to_do())


class ConsentTold(StrEnum):
    """Where the patient's consent stands, as far as whoever complains for them is told."""

    ASKED = "asked"
    WHOLE = "whole"
    PART = "part"
    NO = "no"
    TAKEN_BACK = "taken-back"


def consent_told(events: Iterable[Event]) -> ConsentTold | None:
    """What whoever complains is told of the patient's answer; nothing where the patient has not been asked.

    `events` are those in force, in their order. That a patient did not know of the complaint is theirs to tell.
    """
    told: ConsentTold | None = None
    for event in events:
        if event.event == GIVEN:
            told = ConsentTold.PART if event.facts.get("extent") == ConsentAnswer.PART else ConsentTold.WHOLE
        elif event.event in _TOLD_AS and (event.event != ASKED or told is None):
            told = _TOLD_AS[event.event]
    return told


_TOLD_AS: Final = {ASKED: ConsentTold.ASKED, REFUSED: ConsentTold.NO, WITHDRAWN: ConsentTold.TAKEN_BACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLimit:
    """What whoever writes must mind because of the patient's answer: in words, and since when."""

    words: str
    since: date


def limit_of(events: Iterable[Event]) -> ConsentLimit | None:
    """What may not be told just now, and why; nothing where the patient agreed to everything, or was never asked.

    `events` are those in force, in their order.
    """
    found: ConsentLimit | None = None
    for event in events:
        if event.event == GIVEN:
            is_part = event.facts.get("extent") == ConsentAnswer.PART
            found = ConsentLimit(words=_PART_ALONE, since=event.on) if is_part else None
        elif event.event in _TO_MIND and not (event.event == ASKED and found):
            found = ConsentLimit(words=_TO_MIND[event.event], since=event.on)
    return found


_PART_ALONE: Final = (
    "The patient agreed to part of what was asked. Tell no more than that: “What the patient answered”, among the"
    " papers, says what, and to whom."
)
_TO_MIND: Final = {
    ASKED: "The patient was asked for consent and has not answered. Tell nothing about the patient yet.",
    REFUSED: "The patient did not agree. Tell nothing private about them: answer what can be answered without it.",
    WITHDRAWN: "The patient took consent back. From then on tell nothing private about them.",
    UNAWARE: "The patient did not know of this complaint. Tell nobody anything about them before they have been spoken"
    " with alone; and tell nobody that they said so.",
}
