"""What does a list of cases say of each: whose it is, how it stands, and what on it is due soonest?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

# Rows of many columns, which `Told` and `_Due` name, hence Any.
from typing import Any, Final, NamedTuple

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from putright.casework import facts_of, kept_position
from putright.casework.letter_queue import WAITING
from putright.casework.queries.triage_shown import NOT_TRIAGED, Triage, triage_from
from putright.domain.chronology import Event as DomainEvent
from putright.domain.references import reference_shown
from putright.domain.vocabulary import CaseStatus
from putright.domain.working_days import CalendarEnds
from putright.records.models import Case, CaseProcedure, Duty, Event, OutboxLetter
from putright.records.prepared import prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class DueThing:
    """The thing on a case that is due soonest: the promise, its own date, and the date that binds.

    `working_days` is how many there are until the date that binds, below nought since; nothing where the bank holidays
    of that year are not loaded yet.
    """

    step: str
    promise: str
    who: str
    due_on: date | None
    binding_on: date
    is_overdue: bool
    working_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case of the list."""

    reference: str
    reference_shown: str
    complainant: str
    received_on: date
    status: CaseStatus
    stage: str
    handler_id: int | None
    handler: str
    next: DueThing | None
    also_due: int
    letters_waiting: int
    triage: Triage = NOT_TRIAGED


class Told(NamedTuple):
    """What is told of a case by one query, without a model of it: the page of a list is made of nothing else."""

    pk: int
    reference: str
    complainant: str
    received_on: date
    status: str
    stage: str
    handler_id: int | None
    handler: str | None
    severity: str
    path: str
    computed_on: date
    recheck_on: date | None
    letters_waiting: int
    procedure: int
    digest: str


class _Due(NamedTuple):
    """What is told of a duty."""

    case_id: int
    place: int
    step: str
    promise: str
    who: str
    due_on: date | None
    binding_on: date | None


OF_A_CASE: Final = (
    *("pk", "reference", "complainant__name", "received_on", "status", "stage", "handler", "handler__name"),
    *("severity", "path"),
    *("computed_on", "recheck_on", "letters_waiting", "own_procedure", "own_digest"),
)
_OF_A_DUTY: Final = ("case_id", "place", "step", "promise", "who", "due_on", "binding_on")


def rows_of(told: Sequence[Told], as_at: date) -> tuple[Row, ...]:
    """The rows of some cases on a day, in their order."""
    due = _due_things(told, as_at)
    return tuple(_row(one, due[one.pk], as_at) for one in told)


def every_case() -> QuerySet[Case]:
    """What is told together with a case."""
    waiting = OutboxLetter.objects.filter(case=OuterRef("pk"), state__in=WAITING).order_by()
    own = CaseProcedure.objects.filter(case=OuterRef("pk"), until_on__isnull=True).order_by("place")
    return Case.objects.annotate(
        letters_waiting=Coalesce(Subquery(waiting.values("case").annotate(letters=Count("pk")).values("letters")), 0),
        own_procedure=Subquery(own.values("procedure")[:1]),
        own_digest=Subquery(own.values("procedure__digest")[:1]),
    )


@prepared
def _kept_duties(*, cases: tuple[int, ...]) -> QuerySet[Duty, tuple[Any, ...]]:
    return Duty.objects.filter(case__in=cases, counts=True).values_list(*_OF_A_DUTY)


def _row(told: Told, due: Sequence[tuple[date, _Due]], as_at: date) -> Row:
    return Row(
        reference=told.reference,
        reference_shown=reference_shown(told.reference),
        complainant=told.complainant,
        received_on=told.received_on,
        status=CaseStatus(told.status),
        stage=told.stage,
        handler_id=told.handler_id,
        handler=told.handler or "",
        next=_thing(told, *due[0], as_at) if due else None,
        also_due=max(len(due) - 1, 0),
        letters_waiting=told.letters_waiting,
        triage=triage_from(told.severity, told.path),
    )


def _due_things(told: Sequence[Told], as_at: date) -> dict[int, list[tuple[date, _Due]]]:
    """What is due on each case on the day: as it is kept, or, where a day has passed since that changes it, afresh."""
    stale = [one.pk for one in told if not _is_fresh(one, as_at)]
    found: dict[int, list[_Due]] = {one.pk: [] for one in told}
    fresh = tuple(pk for pk in found if pk not in stale)
    kept = _kept_duties(cases=fresh)
    for duty in (*(_Due(*row) for row in kept), *_afresh(stale, as_at)):
        found[duty.case_id].append(duty)
    return {pk: _by_binding_date(duties) for pk, duties in found.items()}


def _is_fresh(told: Told, as_at: date) -> bool:
    """Whether what is kept with a case still holds on a day."""
    return told.computed_on <= as_at and (told.recheck_on is None or as_at < told.recheck_on)


def _afresh(cases: Sequence[int], as_at: date) -> Iterable[_Due]:
    if not cases:
        return
    programmes = facts_of.programmes_of_each(cases)
    events: dict[int, list[DomainEvent]] = {pk: [] for pk in cases}
    for row in Event.objects.filter(case__in=cases).order_by("case", "number"):
        events[row.case_id].append(facts_of.event_of(row, programmes[row.case_id]))
    for pk in cases:
        position = facts_of.position_of(programmes[pk], events[pk], as_at)
        for place, owed in enumerate(position.duties):
            if kept_position.counts(owed):
                yield _Due(pk, place, owed.step, owed.promise, owed.who or "", owed.due_on, owed.binding_on)


def _by_binding_date(duties: Sequence[_Due]) -> list[tuple[date, _Due]]:
    dated = [(duty.binding_on, duty) for duty in duties if duty.binding_on is not None]
    return sorted(dated, key=lambda due: (due[0], due[1].place))


def _thing(told: Told, binding_on: date, duty: _Due, as_at: date) -> DueThing:
    return DueThing(
        step=duty.step,
        promise=duty.promise,
        who=duty.who,
        due_on=duty.due_on,
        binding_on=binding_on,
        is_overdue=binding_on < as_at,
        working_days=_working_days(told, as_at, binding_on),
    )


def _working_days(told: Told, as_at: date, binding_on: date) -> int | None:
    """How many working days there are until a date, by the calendar of the case's own procedure."""
    calendar = facts_of.calendar_of((facts_of.programme(told.procedure, told.digest),))
    try:
        return calendar.working_days_between(as_at, binding_on)
    except CalendarEnds:
        return None
