"""Which letters have been written on a case, and how far has each come?"""

from dataclasses import dataclass
from datetime import date

# What is told of a letter has columns of many types, hence Any.
from typing import Any

from django.db.models import QuerySet

from putright.casework.letter_queue import WAITING
from putright.domain.channels import Channel
from putright.domain.delivery import TROUBLE_WORDS, Trouble
from putright.records.models import Case, OutboxLetter
from putright.records.prepared import prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterShown:
    """A letter of the case: its number, by which it is opened, posted or put aside, and how far it has come.

    `events` are what its posting records; `progress` and `trouble` are of one that goes, or was to go, by email.
    """

    number: int
    name: str
    title: str
    state: str
    made_on: date
    posted_on: date | None
    events: tuple[str, ...]
    by_email: bool = False
    progress: str = ""
    trouble: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether it has not gone and may still go."""
        return self.state in WAITING


def letters_of(case: Case) -> tuple[LetterShown, ...]:
    """The letters of a case in the order in which they were written."""
    rows = _letters(case=case.pk)
    return tuple(
        LetterShown(
            number=number,
            name=name,
            title=title,
            state=state,
            made_on=made_on,
            posted_on=posted_on,
            events=tuple(record["event"] for record in records),
            by_email=channel == Channel.EMAIL,
            progress=progress or "",
            trouble=TROUBLE_WORDS[Trouble(trouble)] if trouble else "",
        )
        for number, name, title, state, made_on, posted_on, records, channel, progress, trouble in rows
    )


@prepared
def _letters(*, case: int) -> QuerySet[OutboxLetter, tuple[Any, ...]]:
    told = (
        *("document__number", "name", "document__title", "state", "made_on", "posted_on", "records"),
        *("channel", "delivery__progress", "delivery__trouble"),
    )
    return OutboxLetter.objects.filter(case=case).order_by("document__number").values_list(*told)
