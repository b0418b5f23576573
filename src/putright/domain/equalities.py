"""What are people asked about themselves so that a body sees whether everybody is heard, and which counts are shown?

The public sector equality duty: Equality Act 2010 section 149. Only counts are kept, by body and quarter: nothing says
who answered, on which day, or what else they answered. Small numbers could tell who it was, so they are not shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused

BY_LAW: Final = "Equality Act 2010 s 149"
FEWEST_SHOWN: Final = 5


class Question(StrEnum):
    """What is asked: each is counted for itself, and none together with another."""

    AGE = "age"
    SEX = "sex"
    ETHNIC_GROUP = "ethnic-group"
    DISABILITY = "disability"
    RELIGION = "religion"
    ORIENTATION = "orientation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it is put, and its answers by their codes."""

    words: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How often an answer was given; nothing where that is a small number."""

    answer: str
    words: str
    count: int | None


ASKED: Final[Mapping[Question, Asked]] = {
    Question.AGE: Asked(
        words="How old are you?",
        answers={
            "under-18": "Under 18",
            "18-34": "18 to 34",
            "35-49": "35 to 49",
            "50-64": "50 to 64",
            "65-79": "65 to 79",
            "80-and-over": "80 or over",
        },
    ),
    Question.SEX: Asked(words="What is your sex?", answers={"female": "Female", "male": "Male"}),
    Question.ETHNIC_GROUP: Asked(
        words="What is your ethnic group?",
        answers={
            "asian": "Asian or Asian British",
            "black": "Black, Black British, Caribbean or African",
            "mixed": "Mixed or more than one ethnic group",
            "white": "White",
            "other": "Another ethnic group",
        },
    ),
    Question.DISABILITY: Asked(
        words="Do you have an illness or condition that makes daily life harder, and has lasted a year or will?",
        answers={"yes-a-lot": "Yes, a lot harder", "yes-a-little": "Yes, a little harder", "no": "No"},
    ),
    Question.RELIGION: Asked(
        words="What is your religion?",
        answers={
            "none": "No religion",
            "buddhist": "Buddhist",
            "christian": "Christian",
            "hindu": "Hindu",
            "jewish": "Jewish",
            "muslim": "Muslim",
            "sikh": "Sikh",
            "other": "Another religion",
        },
    ),
    Question.ORIENTATION: Asked(
        words="Which of these describes you best?",
        answers={
            "straight": "Straight or heterosexual",
            "gay-or-lesbian": "Gay or lesbian",
            "bisexual": "Bisexual",
            "other": "In another way",
        },
    ),
}


def quarter_from(day: date) -> date:
    """The first day of the calendar quarter in which a day lies.

    >>> quarter_from(date(2026, 11, 22)).isoformat(), quarter_from(date(2026, 4, 1)).isoformat()
    ('2026-10-01', '2026-04-01')
    """
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def quarter_after(day: date) -> date:
    """The first day of the quarter that follows a day: from then on what was answered on it is shown.

    >>> quarter_after(date(2026, 11, 22)).isoformat(), quarter_after(date(2026, 4, 1)).isoformat()
    ('2027-01-01', '2026-07-01')
    """
    first = quarter_from(day)
    return date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)


def has_ended(quarter: date, on: date) -> bool:
    """Whether a quarter is over: while it runs, two looks at its counts would tell who answered between them."""
    return quarter < quarter_from(on)


def why_not_counted(answers: Mapping[Question, str]) -> Refused | None:
    """Why answers cannot be counted; nothing if they can. What somebody would rather not say is no answer."""
    for question, answer in answers.items():
        if answer not in ASKED[question].answers:
            return Refused(code="no-such-answer", message="Choose one of the answers listed.")
    return None


def counts_shown(question: Question, counts: Mapping[str, int]) -> tuple[Counted, ...]:
    """The answers to one question in their order, small numbers hidden; nothing where all of them are small.

    Where one number alone would be hidden and others stand beside it, the next smallest is hidden with it: nobody can
    then take the one from a whole that they know from elsewhere.
    """
    asked = ASKED[question].answers
    given = {answer: counts.get(answer, 0) for answer in asked}
    hidden = {answer for answer, count in given.items() if 0 < count < FEWEST_SHOWN}
    seen = sorted((count, answer) for answer, count in given.items() if count >= FEWEST_SHOWN)
    if not seen:
        return ()
    if len(hidden) == 1:
        hidden.add(seen[0][1])
    if hidden >= {answer for _, answer in seen}:
        return ()
    return tuple(
        Counted(answer=answer, words=words, count=None if answer in hidden else given[answer])
        for answer, words in asked.items()
    )
