"""What is due, soonest first, on the cases that somebody may see?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# Rows of many columns, which `_Told` and `_Due` name, hence Any.
from typing import Any, Final, NamedTuple

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from putright.casework import facts_of, kept_position
from putright.casework.appointments import in_force
from putright.casework.counting import ENOUGH, counted
from putright.casework.letter_queue import WAITING
from putright.casework.messages_waiting import waiting_rows
from putright.domain.access import Actor, Deed, Reach, roles_for
from putright.domain.chronology import Event as DomainEvent
from putright.domain.references import reference_shown
from putright.domain.vocabulary import CaseStatus
from putright.domain.working_days import CalendarEnds
from putright.records.models import Appointment, Case, CaseProcedure, Duty, Event, OutboxLetter
from putright.records.prepared import in_words, prepared
from putright.records.visible_to import sort_of, visible_to_one

PAGE_SIZE: Final = 25
LARGEST_PAGE: Final = 100
SOON: Final = timedelta(days=7)


class Show(StrEnum):
    """Which cases the list shows."""

    DUE = "due"
    OVERDUE = "overdue"
    SOON = "soon"
    NOTHING_DUE = "nothing-due"
    CLOSED = "closed"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody whose cases the list can be narrowed to."""

    person_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """One page of the list; a count of more than `ENOUGH` (1,000) means more than that."""

    as_at: date
    show: Show
    person: int | None
    rows: tuple[Row, ...]
    page: int
    size: int
    has_more: bool
    counts: dict[Show, int]
    messages_waiting: int
    colleagues: tuple[Colleague, ...]

    @property
    def pages(self) -> int | None:
        """How many pages there are; nothing where there are too many to count."""
        count = self.counts[self.show]
        return None if count > ENOUGH else max(1, -(-count // self.size))


def worklist_for(
    actor: Actor,
    as_at: date,
    *,
    person: int | None = None,
    show: Show = Show.DUE,
    page: int = 1,
    size: int = PAGE_SIZE,
) -> Worklist:
    """What is due on the actor's cases, the soonest binding date first.

    `person` narrows it to the cases of one handler, nought to those that nobody has. Rows are read from what is kept
    with each case, in a number of queries that does not grow with them.
    """
    size, page = min(size, LARGEST_PAGE), max(page, 1)
    begin, soon = (page - 1) * size, as_at + SOON
    whose = None if person is None else bool(person)
    asks = {"me": actor.person_id, "body": actor.body_id, "handler": person or 0}
    told = _told(sort_of(actor), whose, show, begin, size + 1, **asks, on=actor.on, as_at=as_at, soon=soon)
    cases = [_Told(*row) for row in told]
    rows = cases[:size]
    counts = _counts(_listed(sort_of(actor), whose, **asks, on=actor.on), actor, as_at)
    return Worklist(
        as_at=as_at,
        show=show,
        person=person,
        rows=_rows(rows, as_at),
        page=page,
        size=size,
        has_more=len(cases) > size,
        counts={show: counts[show] for show in Show},
        messages_waiting=counts[_WAITING],
        colleagues=_colleagues(actor.body_id, as_at),
    )


def numbers_listed(actor: Actor, as_at: date, *, person: int | None, show: Show) -> list[int]:
    """The numbers of all cases that the list shows on its pages, in its order."""
    seen = _seen(
        actor,
        None if person is None else bool(person),
        me=actor.person_id,
        body=actor.body_id,
        on=actor.on,
        handler=person or 0,
    )
    return list(_ordered(_shown(seen, show, as_at, as_at + SOON), show).values_list("pk", flat=True))


def rows_numbered(numbers: Sequence[int], as_at: date) -> tuple[Row, ...]:
    """The rows of some cases of the list, in the order of their numbers here."""
    told = {row[0]: _Told(*row) for row in _every_case().filter(pk__in=numbers).values_list(*_OF_A_CASE)}
    return _rows([told[number] for number in numbers if number in told], as_at)


def _seen(sort: Actor, whose: bool | None, *, me: int, body: int, on: date, handler: int) -> QuerySet[Case]:
    """The cases that the actor may see: `whose` they are is nobody's, one handler's, or of no interest."""
    seen = visible_to_one(sort, person=me, body=body, on=on)
    if whose is None:
        return seen
    return seen.filter(handler=handler) if whose else seen.filter(handler__isnull=True)


def _shown(seen: QuerySet[Case], show: Show, as_at: date, soon: date) -> QuerySet[Case]:
    match show:
        case Show.DUE:
            return seen.filter(next_due_on__isnull=False)
        case Show.OVERDUE:
            return seen.filter(next_due_on__lt=as_at)
        case Show.SOON:
            return seen.filter(next_due_on__gte=as_at, next_due_on__lte=soon)
        case Show.NOTHING_DUE:
            return seen.filter(is_open=True, next_due_on__isnull=True)
        case Show.CLOSED:
            # SQLite finds rows by an index for “is_open IN (0)”, not for “NOT is_open”.
            return seen.filter(is_open__in=[False])


def _ordered(cases: QuerySet[Case], show: Show) -> QuerySet[Case]:
    if show in (Show.NOTHING_DUE, Show.CLOSED):
        return cases.order_by("-received_on", "-id")
    return cases.order_by("next_due_on", "id")


@in_words
def _listed(sort: Actor, whose: bool | None, /, *, me: int, body: int, on: date, handler: int) -> QuerySet[Case, Any]:
    seen = _seen(sort, whose, me=me, body=body, on=on, handler=handler)
    return seen.values("id", "next_due_on", "received_on", "is_open")


def _counts(listed: tuple[str, Iterable[object]], actor: Actor, as_at: date) -> dict[str, int]:
    by_due_day, by_receipt = "ORDER BY next_due_on, id", "ORDER BY received_on DESC, id DESC"
    waiting = waiting_rows(sort_of(actor), me=actor.person_id, body=actor.body_id, on=actor.on)
    # What `_shown` says, in the words of the database; a test holds the two together.
    return counted(
        *listed,
        {
            Show.DUE: (f"next_due_on IS NOT NULL {by_due_day}",),
            Show.OVERDUE: (f"next_due_on < %s {by_due_day}", as_at),
            Show.SOON: (f"next_due_on BETWEEN %s AND %s {by_due_day}", as_at, as_at + SOON),
            Show.NOTHING_DUE: (f"is_open AND next_due_on IS NULL {by_receipt}",),
            Show.CLOSED: (f"is_open = FALSE {by_receipt}",),
        },
        {_WAITING: waiting},
    )


def _colleagues(body_id: int, as_at: date) -> tuple[Colleague, ...]:
    """Who may be given cases of the body."""
    return tuple(Colleague(person_id=person_id, name=name) for person_id, name in _held(body=body_id, on=as_at))


@prepared
def _held(*, body: int, on: date) -> QuerySet[Appointment, tuple[int, str]]:
    roles = [role.value for role in roles_for(Deed.INVESTIGATE, Reach.ALL, Reach.ASSIGNED)]
    held = in_force(on).filter(body=body, role__in=roles)
    return held.order_by("person__name").values_list("person", "person__name").distinct()


class _Told(NamedTuple):
    """What is told of a case by one query, without a model of it: the page of a list is made of nothing else."""

    pk: int
    reference: str
    complainant: str
    received_on: date
    status: str
    stage: str
    handler_id: int | None
    handler: str | None
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


_WAITING: Final = "messages"
_OF_A_CASE: Final = (
    *("pk", "reference", "complainant__name", "received_on", "status", "stage", "handler", "handler__name"),
    *("computed_on", "recheck_on", "letters_waiting", "own_procedure", "own_digest"),
)
_OF_A_DUTY: Final = ("case_id", "place", "step", "promise", "who", "due_on", "binding_on")


@prepared
def _told(
    sort: Actor,
    whose: bool | None,
    show: Show,
    begin: int,
    size: int,
    /,
    *,
    me: int,
    body: int,
    on: date,
    handler: int,
    as_at: date,
    soon: date,
) -> QuerySet[Case, tuple[Any, ...]]:
    """Some cases of the list. Which, is read from the index alone, so that a case passed over costs an entry of it."""
    shown = _shown(_seen(sort, whose, me=me, body=body, on=on, handler=handler), show, as_at, soon)
    page = _ordered(shown, show).values("pk")[begin : begin + size]
    return _ordered(_every_case().filter(pk__in=page), show).values_list(*_OF_A_CASE)


@prepared
def _kept_duties(*, cases: tuple[int, ...]) -> QuerySet[Duty, tuple[Any, ...]]:
    return Duty.objects.filter(case__in=cases, counts=True).values_list(*_OF_A_DUTY)


def _every_case() -> QuerySet[Case]:
    """What is told together with a case."""
    waiting = OutboxLetter.objects.filter(case=OuterRef("pk"), state__in=WAITING).order_by()
    own = CaseProcedure.objects.filter(case=OuterRef("pk"), until_on__isnull=True).order_by("place")
    return Case.objects.annotate(
        letters_waiting=Coalesce(Subquery(waiting.values("case").annotate(letters=Count("pk")).values("letters")), 0),
        own_procedure=Subquery(own.values("procedure")[:1]),
        own_digest=Subquery(own.values("procedure__digest")[:1]),
    )


def _rows(told: Sequence[_Told], as_at: date) -> tuple[Row, ...]:
    due = _due_things(told, as_at)
    return tuple(_row(one, due[one.pk], as_at) for one in told)


def _row(told: _Told, due: Sequence[tuple[date, _Due]], as_at: date) -> Row:
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
    )


def _due_things(told: Sequence[_Told], as_at: date) -> dict[int, list[tuple[date, _Due]]]:
    """What is due on each case on the day: as it is kept, or, where a day has passed since that changes it, afresh."""
    stale = [one.pk for one in told if not _is_fresh(one, as_at)]
    found: dict[int, list[_Due]] = {one.pk: [] for one in told}
    fresh = tuple(pk for pk in found if pk not in stale)
    kept = _kept_duties(cases=fresh)
    for duty in (*(_Due(*row) for row in kept), *_afresh(stale, as_at)):
        found[duty.case_id].append(duty)
    return {pk: _by_binding_date(duties) for pk, duties in found.items()}


def _is_fresh(told: _Told, as_at: date) -> bool:
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


def _thing(told: _Told, binding_on: date, duty: _Due, as_at: date) -> DueThing:
    return DueThing(
        step=duty.step,
        promise=duty.promise,
        who=duty.who,
        due_on=duty.due_on,
        binding_on=binding_on,
        is_overdue=binding_on < as_at,
        working_days=_working_days(told, as_at, binding_on),
    )


def _working_days(told: _Told, as_at: date, binding_on: date) -> int | None:
    """How many working days there are until a date, by the calendar of the case's own procedure."""
    calendar = facts_of.calendar_of((facts_of.programme(told.procedure, told.digest),))
    try:
        return calendar.working_days_between(as_at, binding_on)
    except CalendarEnds:
        return None
