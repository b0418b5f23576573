"""Whom does a body hear: what did people who complained say about themselves, in numbers that tell of nobody?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.errors import refuse
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.equalities import ASKED, Counted, Question, counts_shown, has_ended
from putright.records.models import EqualityCount


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCounted:
    """One question, and how often each answer was given; no answers where all numbers are small."""

    question: Question
    words: str
    answers: tuple[Counted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterCounted:
    """A quarter that is over, by its first day, and what was answered in it."""

    quarter: date
    questions: tuple[QuestionCounted, ...]


def equalities_counted(actor: Actor, as_at: date) -> tuple[QuarterCounted, ...]:
    """The quarters of the actor's body that are over and in which anybody answered, the last first."""
    refuse(why_not_here(actor, Deed.DECIDE))
    kept: dict[date, dict[str, dict[str, int]]] = {}
    for row in EqualityCount.objects.filter(body=actor.body_id).order_by("-quarter"):
        if has_ended(row.quarter, as_at):
            kept.setdefault(row.quarter, {}).setdefault(row.question, {})[row.answer] = row.count
    return tuple(QuarterCounted(quarter=quarter, questions=_questions(counts)) for quarter, counts in kept.items())


def _questions(counts: dict[str, dict[str, int]]) -> tuple[QuestionCounted, ...]:
    return tuple(
        QuestionCounted(
            question=question, words=asked.words, answers=counts_shown(question, counts.get(question.value, {}))
        )
        for question, asked in ASKED.items()
    )
