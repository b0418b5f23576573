"""Who rang whom, and what may a note say of it and of what was promised?"""

from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused

LONGEST_CALL: Final = 600  # minutes
PROMISES: Final = "promises"  # the rules that come over a case with the first promise
STEP: Final = "promise"


class Direction(StrEnum):
    """Which way a call went."""

    THEY_RANG = "they-rang"
    WE_RANG = "we-rang"
    NO_ANSWER = "no-answer"


class SpokenWith(StrEnum):
    """With whom somebody spoke, as far as the chronology says: never a name."""

    COMPLAINANT = "complainant"
    PATIENT = "patient"
    COLLEAGUE = "colleague"
    SOMEBODY_ELSE = "somebody-else"


DIRECTION_WORDS: Final = {
    Direction.THEY_RANG: "They rang us",
    Direction.WE_RANG: "We rang them",
    Direction.NO_ANSWER: "We rang, and nobody answered",
}
SPOKEN_WITH_WORDS: Final = {
    SpokenWith.COMPLAINANT: "The person who complains",
    SpokenWith.PATIENT: "The patient",
    SpokenWith.COLLEAGUE: "Somebody who works here",
    SpokenWith.SOMEBODY_ELSE: "Somebody else",
}


def why_not_so_long(minutes: int | None) -> Refused | None:
    """Why a call cannot have taken so many minutes; nothing if it can, or nobody says."""
    if minutes is None or 0 <= minutes <= LONGEST_CALL:
        return None
    return Refused(code="not-so-long", message=f"Say how long the call was in minutes, up to {LONGEST_CALL}.")
