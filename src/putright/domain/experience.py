"""What are people asked about how it went, who may be asked, and when may what they said be shown to anybody?

The questions follow what people who complain expect, from finding out how to complain to what came of it ("My
expectations for raising concerns and complaints", Parliamentary and Health Service Ombudsman, Local Government
Ombudsman and Healthwatch England, 2014), in words of ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.duty import Position, Refused
from putright.domain.vocabulary import CaseStatus

# Below so many answers of a month nothing of it is shown: who answered could be guessed from the cases that ended.
FEWEST: Final = 5
LONGEST: Final = 2_000
_ASKED: Final = frozenset({CaseStatus.RESPONDED, CaseStatus.CLOSED, CaseStatus.WITHDRAWN})

SAID_ALREADY: Final = Refused(
    code="said-already", message="You have told us already how it went. We ask only once, and we thank you."
)
NOT_YET: Final = Refused(code="not-ended", message="We ask how it went once your complaint is answered.")
NOTHING_SAID: Final = Refused(
    code="nothing-said", message="Answer at least one question, or write something. You can leave out the rest."
)


class Asked(StrEnum):
    """One thing that people are asked about, in the order in which they live through it."""

    FINDING = "finding"
    SAFE = "safe"
    INFORMED = "informed"
    ANSWERED = "answered"
    CHANGED = "changed"
    AGAIN = "again"


class HowFar(StrEnum):
    """How far something was so."""

    NOT_AT_ALL = "1"
    A_LITTLE = "2"
    PARTLY = "3"
    MOSTLY = "4"
    FULLY = "5"


ASKED_WORDS: Final = {
    Asked.FINDING: "It was easy to find out how to complain.",
    Asked.SAFE: "I could say what happened in my own way, and I felt safe to do it.",
    Asked.INFORMED: "I knew what was happening, and who dealt with it.",
    Asked.ANSWERED: "The answer was about what I had said, and I understood it.",
    Asked.CHANGED: "I think that something changes because of what I said.",
    Asked.AGAIN: "If something went wrong again, I would say so again.",
}
HOW_FAR_WORDS: Final = {
    HowFar.NOT_AT_ALL: "Not at all",
    HowFar.A_LITTLE: "A little",
    HowFar.PARTLY: "Partly",
    HowFar.MOSTLY: "Mostly",
    HowFar.FULLY: "Fully",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one person said: how far each thing was so, of those that they answered, and in words of their own."""

    answers: Mapping[Asked, HowFar]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often each answer was given to one question; nothing where too few answered it."""

    asked: Asked
    counts: Mapping[HowFar, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSaid:
    """What was said in a month: by how many, each question, and the words; nothing of a month in which too few did."""

    people: int
    tallies: tuple[Tally, ...]
    words: tuple[str, ...]


def may_say_how_it_went(position: Position) -> bool:
    """Whether the person is asked how it went: the complaint is answered, or has ended in another way."""
    return position.status in _ASKED


def why_not_said(position: Position, said: Said, *, said_before: bool) -> Refused | None:
    """Why what somebody says of how it went is not taken; nothing if it is."""
    if not may_say_how_it_went(position):
        return NOT_YET
    if said_before:
        return SAID_ALREADY
    return None if said.answers or said.words.strip() else NOTHING_SAID


def is_over(first: date, on: date) -> bool:
    """Whether the month of this first day is over on a day: before that nothing of it is shown.

    Two looks at a month that still runs would tell what somebody said who answered in between.
    """
    return (first.year, first.month) < (on.year, on.month)


def month_said(said: Sequence[Said]) -> MonthSaid | None:
    """What may be shown of all that was said to a body in a month that is over; nothing where too few said anything.

    The words are in the order of the alphabet, which tells nothing of who said them when.
    """
    if len(said) < FEWEST:
        return None
    words = sorted(each.words.strip() for each in said if each.words.strip())
    return MonthSaid(people=len(said), tallies=tuple(_tally(asked, said) for asked in Asked), words=tuple(words))


def _tally(asked: Asked, said: Sequence[Said]) -> Tally:
    given = [each.answers[asked] for each in said if asked in each.answers]
    counts = {how: given.count(how) for how in HowFar} if len(given) >= FEWEST else None
    return Tally(asked=asked, counts=counts)
