"""How is a case made again, earlier or later by whole weeks, with everything that follows from its events?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

# The tables of a case have nothing in common but that they are its own, hence Any.
from typing import Any, Final, TypeVar

from django.db.models import Model

from putright.casework import facts_of, kept_position
from putright.records.models import Case, Document, ReadLog

NO_TIME: Final = timedelta(0)
LOOKS: Final = 2  # how often each case has been looked at

Row = TypeVar("Row", bound=Model)
# The numbers of the papers of a case, and the papers that another case has in their place.
Papers = Mapping[int, Document]


def moved(case: Case, moves: Sequence[timedelta], references: Sequence[str], *, as_at: date) -> list[Case]:
    """Cases like this one with its dates moved; what is kept with each is worked out by `position` as at a day."""
    news = Case.objects.bulk_create(
        again(case, by, reference=reference) for by, reference in zip(moves, references, strict=True)
    )
    each = list(zip(news, moves, strict=True))
    papers = _papers(case, each)
    tables: tuple[Any, ...] = (case.procedures, case.events, case.named, case.issues, case.letters)
    for rows in tables:
        olds = list(rows.order_by("pk"))
        rows.model.objects.bulk_create(
            again(old, by, papers[new.pk], case_id=new.pk) for new, by in each for old in olds
        )
    link = case.follow_links.get()
    type(link).objects.bulk_create(
        again(link, by, case_id=new.pk, digest=new.reference + link.digest[8:]) for new, by in each
    )
    ReadLog.objects.bulk_create(
        ReadLog(case=new, person_id=new.handler_id, what="case", at=new.made_at + timedelta(days=days))
        for new in news
        for days in range(LOOKS)
    )
    _keep(news, as_at)
    return news


def again(row: Row, by: timedelta = NO_TIME, papers: Papers | None = None, **changed: object) -> Row:
    """A row like this one, not yet in the database, that names the new papers where this one names the old."""
    values: dict[str, object] = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if papers and field.related_model is Document and value is not None:
            value = papers[value].pk
        if not field.primary_key:
            values[field.attname] = _later(value, by)
    return type(row)(**(values | changed))


def _papers(case: Case, each: Iterable[tuple[Case, timedelta]]) -> dict[int, Papers]:
    olds = list(case.documents.order_by("number"))
    news: dict[int, Papers] = {new.pk: {old.pk: again(old, by, case_id=new.pk) for old in olds} for new, by in each}
    Document.objects.bulk_create(paper for papers in news.values() for paper in papers.values())
    return news


def _keep(cases: Iterable[Case], as_at: date) -> None:
    cases = list(cases)
    for case in cases:
        programmes = facts_of.programmes_of(case)
        position = facts_of.position_of(programmes, facts_of.chronology_of(case, programmes), as_at)
        kept_position.keep(case, position, on=as_at)
    Case.objects.bulk_update(cases, kept_position.COLUMNS)


def _later(value: object, by: timedelta) -> object:
    match value:
        case date():
            return value + by
        case dict():  # the facts of an event, where dates stand as text
            return {name: _later_text(each, by) for name, each in value.items()}
        case _:
            return value


def _later_text(value: object, by: timedelta) -> object:
    try:
        return (date.fromisoformat(value) + by).isoformat() if isinstance(value, str) else value
    except ValueError:
        return value
