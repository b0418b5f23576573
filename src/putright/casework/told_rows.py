"""What is read of the events and papers of a case for its page, without a model of each?"""

from datetime import date, datetime

# What an event says, and the papers it names, are JSON, hence Any.
from typing import Any, NamedTuple

from django.db.models import QuerySet

from putright.records.models import Document, Event
from putright.records.prepared import prepared


class ToldEvent(NamedTuple):
    """What is told of an event, by the names that its model has."""

    number: int
    event: str
    on: date
    at: datetime | None
    recorded_at: datetime
    by_id: int | None
    about: int | None
    issue: int | None
    corrects: int | None
    facts: dict[str, Any]
    papers: list[Any]


class ToldPaper(NamedTuple):
    """What is told of a paper, and of its file what is known of viruses in it."""

    pk: int
    number: int
    kind: str
    title: str
    media_type: str
    text: str | None
    size: int
    made_at: datetime
    made_by_id: int | None
    disposed_on: date | None
    scan: str | None


def events_told(case: int) -> list[ToldEvent]:
    """The events of a case in their order."""
    return [ToldEvent(*row) for row in _events(case=case)]


def papers_told(case: int) -> list[ToldPaper]:
    """The papers of a case in their order."""
    return [ToldPaper(*row) for row in _papers(case=case)]


@prepared
def _events(*, case: int) -> QuerySet[Event, tuple[Any, ...]]:
    return Event.objects.filter(case=case).order_by("number").values_list(*ToldEvent._fields)


@prepared
def _papers(*, case: int) -> QuerySet[Document, tuple[Any, ...]]:
    told = (*ToldPaper._fields[:-1], "file__scan")
    return Document.objects.filter(case=case).order_by("number").values_list(*told)
