"""How is what people say of how it went shown to those who decide: month by month, of many together?"""

from __future__ import annotations

from dataclasses import dataclass

from putright.casework.queries.experience import Month
from putright.domain.experience import ASKED_WORDS, HOW_FAR_WORDS, HowFar
from putright.web.wording import nhs_date

SCALE = tuple(HOW_FAR_WORDS.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """One question, and how often each answer was given; nothing where too few answered it."""

    words: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """A month: how many people said something, each question, and their words; nothing of too few or while it runs."""

    name: str
    people: int
    questions: tuple[QuestionLine, ...]
    words: tuple[str, ...]
    runs: bool


def month_lines(months: tuple[Month, ...]) -> tuple[MonthLine, ...]:
    """The months as they are shown, the latest first."""
    return tuple(_line(month) for month in months)


def _line(month: Month) -> MonthLine:
    said, name = month.said, nhs_date(month.first).partition(" ")[2]
    if said is None:
        return MonthLine(name=name, people=0, questions=(), words=(), runs=month.runs)
    questions = tuple(
        QuestionLine(
            words=ASKED_WORDS[tally.asked],
            counts=tuple(tally.counts[how] for how in HowFar) if tally.counts else (),
        )
        for tally in said.tallies
    )
    return MonthLine(name=name, people=said.people, questions=questions, words=said.words, runs=False)
