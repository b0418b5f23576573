"""What do the NHS Complaint Standards ask of a final response beyond what the law does, and does it say so?

A response can go without it, with a reason: the Standards are no statute, and not every complaint needs every part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.response import IssueAnswer, Place, ResponseContent, is_blank

FAIR_RESPONSES: Final = "NHS Complaint Standards: giving fair and accountable responses"
THOROUGH: Final = "NHS Complaint Standards: being thorough and fair"


class StandardsPart(StrEnum):
    """What the Standards ask of a final response, each by the code of its warning."""

    WANTED = "wanted"
    SHOULD = "should"
    EFFECT = "effect"
    APOLOGY = "apology"
    HALF_APOLOGY = "half-apology"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """One thing that the Standards ask and the response does not say: what to do, by which standard, and where."""

    code: StandardsPart
    message: str
    authority: str
    place: Place
    issue: int | None = None


# An apology that leaves open whether there was anything to be sorry for, or is sorry for what the person feels.
_HALF: Final = re.compile(
    r"\b(?:sorry|apologi[sz]e|apologies|regret)\b[^.!?\n]{0,40}?"
    r"(?:\bif (?:you|your|this|that|it|we|any|there)\b|\bfor any\b"
    r"|\bthat you (?:feel|felt|believe|perceived?|found it necessary)\b|\bmay have (?:been )?(?:caused?|upset|felt)\b)",
    re.IGNORECASE,
)


def unmet_standards(content: ResponseContent) -> tuple[Unmet, ...]:
    """Every part that the Standards ask for and the response does not say, in its order."""
    return (*_wanted(content), *_failings(content.answers), *_apology(content), *_changes(content))


def half_apologies(text: str) -> tuple[str, ...]:
    """Where a text says sorry by halves, in its own words.

    >>> half_apologies("We are sorry if you were upset. We are sorry that you waited.")
    ('sorry if you',)
    """
    return tuple(" ".join(found[0].split()) for found in _HALF.finditer(text))


def _wanted(content: ResponseContent) -> Iterator[Unmet]:
    if not is_blank(content.outcome_wanted) and is_blank(content.answer_to_wanted):
        yield Unmet(
            code=StandardsPart.WANTED,
            message="Say whether the person gets what they asked for when they complained, and if not, why.",
            authority=FAIR_RESPONSES,
            place=Place.WANTED,
        )


def _failings(answers: tuple[IssueAnswer, ...]) -> Iterator[Unmet]:
    for place, answer in enumerate(answers, start=1):
        number = answer.number or place
        if not answer.fell_short:
            continue
        if is_blank(answer.should):
            message = f"Say what should have happened on issue {number}: {answer.issue}"
            yield _of_failing(StandardsPart.SHOULD, message, THOROUGH, number)
        if is_blank(answer.effect):
            message = f"Say what it meant for the person that this went wrong, issue {number}: {answer.issue}"
            yield _of_failing(StandardsPart.EFFECT, message, FAIR_RESPONSES, number)


def _of_failing(code: StandardsPart, message: str, authority: str, issue: int) -> Unmet:
    return Unmet(code=code, message=message, authority=authority, place=Place.FAILING, issue=issue)


def _apology(content: ResponseContent) -> Iterator[Unmet]:
    went_wrong = any(answer.went_wrong or answer.fell_short for answer in content.answers)
    if went_wrong and is_blank(content.apology):
        yield Unmet(
            code=StandardsPart.APOLOGY,
            message="Something went wrong, and the response does not say sorry. An apology admits no liability.",
            authority=f"{FAIR_RESPONSES}; Compensation Act 2006 s 2",
            place=Place.APOLOGY,
        )
    for words in half_apologies(content.apology):
        yield Unmet(
            code=StandardsPart.HALF_APOLOGY,
            message=f"“{words} …” is half an apology. Say what you are sorry for, as something that happened.",
            authority=FAIR_RESPONSES,
            place=Place.APOLOGY,
        )


def _changes(content: ResponseContent) -> Iterator[Unmet]:
    needed = any(answer.remedial_action_needed for answer in content.answers)
    if needed and not content.changes:
        yield Unmet(
            code=StandardsPart.CHANGES,
            message="Something must be put right. Say who does what, and by when, so that it can be held to.",
            authority=FAIR_RESPONSES,
            place=Place.CHANGES,
        )
