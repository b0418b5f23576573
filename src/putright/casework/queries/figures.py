"""How do the cases that somebody may see stand, counted: what is due, how old, in time or late, with whom?

Each figure is counted by the database from the same cases that `cases_behind` gives for it; a test holds the two
together for every role. What a body promises, what it told the person and what the law asks are counted apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# What the database answers to a count has no type, hence Any.
from typing import Any, Final

from django.db.models import Case as When_
from django.db.models import Count, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from putright.casework import facts_of
from putright.casework.errors import NotFound
from putright.casework.queries.worklist import PAGE_SIZE, Row, rows_numbered
from putright.domain.access import Actor, Deed, reaches
from putright.domain.figures import (
    MEASURES,
    SOON_DAYS,
    CaseAge,
    Days,
    DueWhen,
    Figure,
    FigureGroup,
    FigurePeriod,
    MeasuredBy,
    Timeliness,
    days_of,
    received_in,
)
from putright.domain.response_period import AS_TOLD
from putright.domain.vocabulary import DutyState
from putright.domain.waiting import WaitedFor
from putright.records.models import Case, Duty, Person, ProcedureVersion, Wait
from putright.records.visible_to import visible_to

# The step of the law that each measure is about; a body's own step says which of them it fulfils.
_STEPS: Final = {FigureGroup.ACKNOWLEDGED: "acknowledge", FigureGroup.ANSWERED: "respond"}
# SQLite finds rows by an index for “is_open IN (1)”, not for “is_open”.
_OPEN: Final = Q(is_open__in=[True])
_EITHER: Final = Q(is_open__in=[True, False])
# Of several duties of one kind on a case the worst counts.
_RANKS: Final = {Timeliness.IN_TIME: 0, Timeliness.TO_DO: 1, Timeliness.LATE: 2}

# By which of the two ranks of a duty it is measured: by the day that stands, or by the one that was told first.
_RANKED: Final = {
    MeasuredBy.PROMISE: "rank",
    MeasuredBy.FIRST_TOLD: "first_rank",
    MeasuredBy.AGREED: "rank",
    MeasuredBy.STATUTE: "rank",
}
_FIRST_TOLD: Final = (FigureGroup.ANSWERED, MeasuredBy.FIRST_TOLD)
_AS_AMENDED: Final = (FigureGroup.ANSWERED, MeasuredBy.AGREED)

# Of each measure, the procedures and steps that it is read from.
Measured = Mapping[tuple[FigureGroup, MeasuredBy], frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonsCases:
    """How many open cases somebody has, and how many with something overdue; nought is nobody."""

    person_id: int
    name: str
    open: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures on a day, and over which days of receipt the measures are."""

    as_at: date
    period: FigurePeriod
    days: Days
    due: Mapping[DueWhen, int]
    ages: Mapping[CaseAge, int]
    received: int
    measures: Mapping[tuple[FigureGroup, MeasuredBy], Mapping[Timeliness, int]]
    people: tuple[PersonsCases, ...]
    waits: Mapping[WaitedFor, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureList:
    """One page of the cases behind a figure."""

    figure: Figure
    rows: tuple[Row, ...]
    count: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.count // PAGE_SIZE))


def figures_of(actor: Actor, as_at: date, period: FigurePeriod) -> Figures:
    """Every figure, of the cases that the actor may see; raises NotFound for those who see none by their role."""
    _refuse_whoever_sees_none(actor)
    days, seen = days_of(period, as_at), visible_to(actor)
    return Figures(
        as_at=as_at,
        period=period,
        days=days,
        **_as_they_stand(seen, as_at),
        received=_received(seen, days).count(),
        measures=_measures(actor, _received(seen, days), as_at),
        people=_people(seen, as_at),
        waits=_waits(actor, seen),
    )


def cases_behind(actor: Actor, figure: Figure, as_at: date, period: FigurePeriod) -> QuerySet[Case]:
    """The cases that a figure counts."""
    seen = visible_to(actor)
    match figure.group:
        case FigureGroup.DUE:
            return seen.filter(_due(as_at)[DueWhen(figure.part)])
        case FigureGroup.AGE:
            return seen.filter(_OPEN, _aged(CaseAge(figure.part), as_at))
        case FigureGroup.PERSON:
            return seen.filter(_OPEN, _with(figure.part))
        case FigureGroup.PERSON_OVERDUE:
            return seen.filter(_due(as_at)[DueWhen.OVERDUE], _with(figure.part))
        case FigureGroup.RECEIVED:
            return _received(seen, days_of(period, as_at))
        case FigureGroup.ACKNOWLEDGED | FigureGroup.ANSWERED:
            by, rank = figure.by or MeasuredBy.PROMISE, _RANKS[Timeliness(figure.part)]
            steps = _measured(actor)[figure.group, by]
            # A look at the duties of each case that was received: asked otherwise, PostgreSQL would read all duties.
            duties: Any = _ranked(Duty.objects.filter(_any_of(steps), case=OuterRef("pk")), as_at)
            ranked = duties.exclude(**{_RANKED[by]: None}).order_by(f"-{_RANKED[by]}").values(_RANKED[by])
            received = _received(seen, days_of(period, as_at))
            return received.alias(worst=Subquery(ranked[:1])).filter(worst=rank)


def figure_list(actor: Actor, figure: Figure, as_at: date, period: FigurePeriod, *, page: int = 1) -> FigureList:
    """One page of the cases behind a figure, the last received first; raises NotFound as `figures_of` does."""
    _refuse_whoever_sees_none(actor)
    cases = cases_behind(actor, figure, as_at, period)
    begin = (max(page, 1) - 1) * PAGE_SIZE
    numbers = list(_ordered(cases).values_list("pk", flat=True)[begin : begin + PAGE_SIZE])
    return FigureList(figure=figure, rows=rows_numbered(numbers, as_at), count=cases.count(), page=max(page, 1))


def _ordered(cases: QuerySet[Case]) -> QuerySet[Case]:
    return cases.order_by("-received_on", "-id")


def _refuse_whoever_sees_none(actor: Actor) -> None:
    if not reaches(actor, Deed.SEE):
        raise NotFound


def _due(as_at: date) -> dict[DueWhen, Q]:
    soon = as_at + timedelta(days=SOON_DAYS)
    return {
        DueWhen.OVERDUE: Q(next_due_on__lt=as_at),
        DueWhen.TODAY: Q(next_due_on=as_at),
        DueWhen.SOON: Q(next_due_on__gt=as_at, next_due_on__lte=soon),
        DueWhen.LATER: Q(next_due_on__gt=soon),
        DueWhen.NOTHING: _OPEN & Q(next_due_on__isnull=True),
    }


def _aged(age: CaseAge, as_at: date) -> Q:
    first, last = received_in(age, as_at)
    return Q(received_on__lte=last) & (Q(received_on__gte=first) if first else Q())


def _with(part: str) -> Q:
    return Q(handler=int(part)) if int(part) else Q(handler__isnull=True)


def _received(seen: QuerySet[Case], days: Days) -> QuerySet[Case]:
    return seen.filter(_EITHER, received_on__gte=days.first, received_on__lte=days.last)


def _as_they_stand(seen: QuerySet[Case], as_at: date) -> dict[str, Any]:
    """What is due on cases that have a date, by the index of dates; and the open ones, by that of receipts."""
    due = _due(as_at)
    nothing = due.pop(DueWhen.NOTHING)
    dated = seen.filter(next_due_on__gt=date.min).aggregate(
        **{when.value: Count("pk", filter=which) for when, which in due.items()}
    )
    aged = seen.filter(_OPEN).aggregate(
        nothing=Count("pk", filter=nothing),
        **{f"age_{place}": Count("pk", filter=_aged(age, as_at)) for place, age in enumerate(CaseAge)},
    )
    return {
        "due": {when: {**dated, **aged}[when.value] for when in DueWhen},
        "ages": {age: aged[f"age_{place}"] for place, age in enumerate(CaseAge)},
    }


def _people(seen: QuerySet[Case], as_at: date) -> tuple[PersonsCases, ...]:
    are_open, are_overdue = _by_person(seen.filter(_OPEN)), _by_person(seen.filter(_due(as_at)[DueWhen.OVERDUE]))
    numbers = {*are_open, *are_overdue}
    names = dict(Person.objects.filter(pk__in=numbers).values_list("pk", "name"))
    found = (
        PersonsCases(
            person_id=number,
            name=names.get(number, ""),
            open=are_open.get(number, 0),
            overdue=are_overdue.get(number, 0),
        )
        for number in numbers
    )
    return tuple(sorted(found, key=lambda one: (-one.overdue, -one.open, one.name)))


def _by_person(cases: QuerySet[Case]) -> dict[int, int]:
    """How many each has, nought being nobody. By the handler as such SQLite would read the index of all cases."""
    whom = cases.order_by().annotate(whom=Coalesce("handler_id", 0)).values_list("whom")
    return dict(whom.annotate(cases=Count("pk")))


def _waits(actor: Actor, seen: QuerySet[Case]) -> Mapping[WaitedFor, int]:
    # A look at the case of each thing that waits, of which there are few: not all cases that may be seen.
    case = seen.filter(pk=OuterRef("case")).order_by()
    rows = Wait.objects.alias(seen=Subquery(case.values("pk")[:1])).filter(seen__isnull=False, body=actor.body_id)
    rows = rows.order_by()
    found = dict(rows.values_list("whom").annotate(waits=Count("pk")))
    return {whom: found.get(whom.value, 0) for whom in WaitedFor}


def _measures(
    actor: Actor, received: QuerySet[Case], as_at: date
) -> Mapping[tuple[FigureGroup, MeasuredBy], Mapping[Timeliness, int]]:
    """Each measure by one query: the worst of each case and measure first, and how many there are of each then."""
    # Against the day told first and the amended one the same duties are held, by another rank.
    kinds = {kind: steps for kind, steps in _measured(actor).items() if steps and kind != _FIRST_TOLD}
    found = {kind: dict.fromkeys(Timeliness, 0) for kind in MEASURES}
    if not kinds:
        return found
    places = list(kinds)
    every = _any_of(frozenset().union(*kinds.values()))
    ranked = _ranked(Duty.objects.filter(every, case__in=received), as_at).order_by()
    which = When_(
        *(When(_any_of(steps), then=Value(places.index(kind))) for kind, steps in kinds.items()),
        output_field=IntegerField(),
    )
    worst = ranked.annotate(kind=which).values("case", "kind").annotate(rank=Max("rank"), first_rank=Max("first_rank"))
    counted = {kind: (place, _RANKED[kind[1]]) for place, kind in enumerate(places)}
    if _AS_AMENDED in counted:
        counted[_FIRST_TOLD] = (counted[_AS_AMENDED][0], _RANKED[MeasuredBy.FIRST_TOLD])
    told = worst.aggregate(
        **{
            f"k{place}_{by}_{rank}": Count("case", filter=Q(kind=place, **{by: rank}))
            for place, by in counted.values()
            for rank in _RANKS.values()
        }
    )
    for kind, (place, by) in counted.items():
        found[kind] = {each: told[f"k{place}_{by}_{rank}"] for each, rank in _RANKS.items()}
    return found


def _ranked(duties: QuerySet[Duty], as_at: date) -> QuerySet[Duty, Any]:
    """Those of some duties that stand or stood, each with how: in time, to be done, or late.

    `rank` is by the date that stands, `first_rank` by the one from before it was moved; nothing where there is none.
    """
    to_do, states = (DutyState.OPEN, DutyState.OVERDUE), (DutyState.MET, DutyState.MET_LATE, DutyState.MISSED)
    rank = When_(
        When(state=DutyState.MET, then=Value(_RANKS[Timeliness.IN_TIME])),
        When(
            Q(state__in=to_do) & (Q(due_on__gte=as_at) | Q(due_on__isnull=True)),
            then=Value(_RANKS[Timeliness.TO_DO]),
        ),
        default=Value(_RANKS[Timeliness.LATE]),
        output_field=IntegerField(),
    )
    first_rank = When_(
        When(original_due_on__isnull=True, then=None),
        When(done_on__lte=F("original_due_on"), then=Value(_RANKS[Timeliness.IN_TIME])),
        When(state__in=to_do, original_due_on__gte=as_at, then=Value(_RANKS[Timeliness.TO_DO])),
        default=Value(_RANKS[Timeliness.LATE]),
        output_field=IntegerField(),
    )
    return duties.filter(state__in=(*to_do, *states)).annotate(rank=rank, first_rank=first_rank)


def _any_of(steps: frozenset[tuple[str, str]]) -> Q:
    if not steps:
        return Q(pk__in=[])
    wanted = Q()
    for procedure, step in sorted(steps):
        wanted |= Q(procedure=procedure, step=step)
    return wanted


def _measured(actor: Actor) -> Measured:
    """From which steps each measure is read: those of the body's own procedures, and of the laws they stand under."""
    found: dict[tuple[FigureGroup, MeasuredBy], set[tuple[str, str]]] = {kind: set() for kind in MEASURES}
    own = ProcedureVersion.objects.filter(body=actor.body_id).values_list("pk", "digest")
    for number, digest in own:
        procedure = facts_of.programme(number, digest).procedure
        for group, law_step in _STEPS.items():
            if procedure.under != "none":
                found[group, MeasuredBy.STATUTE].add((procedure.under, law_step))
                for kind in (_FIRST_TOLD, _AS_AMENDED):
                    found[kind].add((procedure.under, AS_TOLD))
            fulfilling = (name for name, step in procedure.steps.items() if step.fulfils == law_step)
            found[group, MeasuredBy.PROMISE].update((procedure.name, name) for name in fulfilling)
    return {kind: frozenset(steps) for kind, steps in found.items()}
