"""Which letters have been written on a case, and how far has each come?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.letter_queue import WAITING
from putright.records.models import Case, OutboxLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterShown:
    """A letter of the case: its number, by which it is opened, posted or put aside, and how far it has come.

    `events` are what its posting records.
    """

    number: int
    name: str
    title: str
    state: str
    made_on: date
    posted_on: date | None
    events: tuple[str, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether it has not gone and may still go."""
        return self.state in WAITING


def letters_of(case: Case) -> tuple[LetterShown, ...]:
    """The letters of a case in the order in which they were written."""
    told = ("document__number", "name", "document__title", "state", "made_on", "posted_on", "records")
    rows = OutboxLetter.objects.filter(case=case).order_by("document__number").values_list(*told)
    return tuple(
        LetterShown(
            number=number,
            name=name,
            title=title,
            state=state,
            made_on=made_on,
            posted_on=posted_on,
            events=tuple(record["event"] for record in records),
        )
        for number, name, title, state, made_on, posted_on, records in rows
    )
