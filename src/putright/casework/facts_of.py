"""What do the rows of a case say to the rules? Rows become values of the domain; nothing ever maps back."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache

from django.db.models import QuerySet

from putright.casework.errors import refused
from putright.casework.told_rows import ToldEvent
from putright.domain import chronology, several
from putright.domain.access import Given, Parts, Role
from putright.domain.chain import Plain, Sealed
from putright.domain.chronology import FactValue
from putright.domain.duty import Position
from putright.domain.periods import LONDON
from putright.domain.position import position
from putright.domain.programme import Programme
from putright.domain.vocabulary import EventKind, FactKind
from putright.domain.working_days import CalendarEnds, WorkingCalendar
from putright.gateways.calendar_files import calendar_named
from putright.gateways.procedure_files import programme_from_text
from putright.records.models import Case, CasePart, CaseProcedure, Event, NamedPerson, ProcedureVersion, Restriction
from putright.records.prepared import prepared


def position_of(
    programmes: tuple[Programme, ...], events: Iterable[chronology.Event], as_at: date | datetime
) -> Position:
    """What stands on a case on a day; raises ActionRefused where a date lies beyond the years that are loaded."""
    try:
        return position(programmes, tuple(events), calendar_of(programmes), as_at)
    except CalendarEnds as ends:
        raise refused("calendar-ends", str(ends)) from None


def programmes_of(case: Case) -> tuple[Programme, ...]:
    """The procedures a case runs under, the body's own first."""
    return tuple(programme(version_id, digest) for version_id, digest in _procedures(case=case.pk))


@prepared
def _procedures(*, case: int) -> QuerySet[CaseProcedure, tuple[int, str]]:
    rows = CaseProcedure.objects.filter(case=case, until_on__isnull=True).order_by("place")
    return rows.values_list("procedure", "procedure__digest")


def programmes_of_each(case_ids: Iterable[int]) -> dict[int, tuple[Programme, ...]]:
    """The procedures that each of several cases runs under, by one query."""
    rows = (
        CaseProcedure.objects.filter(case__in=list(case_ids), until_on__isnull=True)
        .order_by("case", "place")
        .values_list("case", "procedure", "procedure__digest")
    )
    found: dict[int, tuple[Programme, ...]] = {}
    for case_id, version_id, digest in rows:
        found[case_id] = (*found.get(case_id, ()), programme(version_id, digest))
    return found


@lru_cache(maxsize=512)
def programme(version_id: int, _digest: str) -> Programme:
    """A stored procedure, parsed once a process; the digest tells it from another database's of the same number."""
    version = ProcedureVersion.objects.only("source", "name").get(pk=version_id)
    return programme_from_text(version.source, version.name)


def calendar_of(programmes: tuple[Programme, ...]) -> WorkingCalendar:
    """The working days by which a case's dates are counted."""
    return calendar_named(programmes[0].procedure.calendar)


def chronology_of(case: Case, programmes: tuple[Programme, ...]) -> tuple[chronology.Event, ...]:
    """The events of a case as the rules read them."""
    return tuple(event_of(row, programmes) for row in Event.objects.filter(case=case).order_by("number"))


def event_of(row: Event | ToldEvent, programmes: tuple[Programme, ...]) -> chronology.Event:
    """One event as the rules read it."""
    kind = kinds_of(programmes)[row.event]
    return chronology.Event(
        event=row.event,
        on=row.on,
        at=row.at.astimezone(LONDON) if row.at else None,
        id=str(row.number),
        about=str(row.about) if row.about else None,
        issue=str(row.issue) if row.issue else None,
        corrects=str(row.corrects) if row.corrects else None,
        by=str(row.by_id) if row.by_id else None,
        recorded_at=row.recorded_at,
        facts=facts_from(row.facts, kind),
    )


def facts_from(stored: Mapping[str, Plain], kind: EventKind) -> dict[str, FactValue]:
    """The facts of an event of some kind, from how they are stored."""
    return {name: _fact(value, kind.facts[name]) for name, value in stored.items()}


@lru_cache(maxsize=512)  # asked of each event of a case
def kinds_of(programmes: tuple[Programme, ...]) -> Mapping[str, EventKind]:
    """Every kind of event that can stand on a case: the core ones, and those its procedures name."""
    return several.kinds_of(programmes)


def plain_facts(facts: Mapping[str, FactValue]) -> dict[str, Plain]:
    """The facts of an event as they are stored and sealed."""
    return {name: _plain(value) for name, value in facts.items()}


def sealed(row: Event, reference: str) -> Sealed:
    """An event as the chain reads it."""
    return Sealed(number=row.number, entry=entry_of(row, reference), seal=row.seal)


def entry_of(row: Event, reference: str) -> dict[str, Plain]:
    """Everything an event says, in the plain form that is sealed."""
    return {
        "case": reference,
        "number": row.number,
        "event": row.event,
        "on": row.on.isoformat(),
        "at": row.at.astimezone(LONDON).isoformat() if row.at else None,
        "recorded_at": row.recorded_at.astimezone(LONDON).isoformat(),
        "by": row.by_id,
        "about": row.about,
        "issue": row.issue,
        "corrects": row.corrects,
        "facts": dict(row.facts),
        "papers": [list(paper) for paper in row.papers],
    }


def parts_of(case: Case) -> Parts:
    """What a case says about who may come near it."""
    named = NamedPerson.objects.filter(case=case).values_list("person", flat=True)
    restricted = Restriction.objects.filter(case=case, lifted_at__isnull=True).exists()
    return parts_with(case, frozenset(named), given_on(case), restricted=restricted)


def given_on(case: Case) -> frozenset[Given]:
    """To whom the case was given and not taken back, whether or not for today."""
    return frozenset(
        Given(person_id=person, role=Role(role), from_on=begins, until_on=ends)
        for person, role, begins, ends in _given(case=case.pk)
    )


@prepared
def _given(*, case: int) -> QuerySet[CasePart, tuple[int, str, date, date | None]]:
    rows = CasePart.objects.filter(case=case, ended_at__isnull=True)
    return rows.values_list("person", "role", "from_on", "until_on")


def parts_with(case: Case, named_ids: frozenset[int], given: frozenset[Given], *, restricted: bool) -> Parts:
    """The same, of a case about which this is known already."""
    return Parts(
        body_id=case.body_id,
        handler_id=case.handler_id,
        in_review=case.review_requested_on is not None,
        named_ids=named_ids,
        signed_by_id=case.signed_by_id,
        given=given,
        restricted=restricted,
    )


def _fact(value: object, kind: FactKind) -> FactValue:
    match kind, value:
        case FactKind.DATE, str():
            return date.fromisoformat(value)
        case FactKind.STEPS | FactKind.CODES, list():
            return tuple(str(item) for item in value)
        case _, str() | int() | bool():
            return value
    raise ValueError(f"a fact of the kind {kind} cannot be a {type(value).__name__}")


def _plain(value: FactValue) -> Plain:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
