"""What is the person told of what was decided to put things right for them, and how far is it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from putright.casework.remedies import words_of_remedies
from putright.domain.chronology import Event
from putright.domain.remedies import RemedyState, pounds, remedies_of
from putright.letters.wording import as_sentence
from putright.records.models import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyShown:
    """One remedy in words, what it comes to, by when, how far it is and since when."""

    words: str
    amount: str
    by: date
    state: RemedyState
    since: date


def remedies_shown_to_the_person(case: Case, events: Sequence[Event], as_at: date) -> tuple[RemedyShown, ...]:
    """The remedies that the person knows of by that day: none before the answer that tells of it was sent."""
    told = [remedy for remedy in remedies_of(events) if remedy.is_told and remedy.since <= as_at]
    words = words_of_remedies(case) if told else {}
    return tuple(
        RemedyShown(
            words=as_sentence(words.get(remedy.number, "")),
            amount=pounds(remedy.pence) if remedy.pence is not None else "",
            by=remedy.by,
            state=remedy.state,
            since=remedy.since,
        )
        for remedy in told
    )
