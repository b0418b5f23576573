"""Who has looked at a case, at what has somebody looked, and how much does everybody look?

For those who may see it (`Deed.AUDIT`), and of the cases alone that are there for them. To look at it is itself a look.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from putright.casework.advocates import how_named
from putright.casework.errors import NotFound, refuse
from putright.casework.looks import keep_look
from putright.domain.access import ROLE_WORDS, Actor, Deed, Role, why_not_here
from putright.domain.looks import LOOK_WORDS, Look
from putright.domain.periods import LONDON
from putright.domain.references import reference_meant, reference_shown
from putright.records.models import Appointment, Case, Document, IncomingMessage, Person, ReadLog
from putright.records.models.person import Part
from putright.records.visible_to import messages_visible_to, visible_to

PAGE_SIZE: Final = 50
DAYS: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class LookShown:
    """One look: when, by whom and as what, and at what. Nobody in particular is the holder of the follow link.

    `is_theirs` is whether they handled the case or were given it then, and nothing where that was not kept or does not
    matter; `in_their_days` whether an appointment of theirs covers the day.
    """

    at: datetime
    who: str
    roles: tuple[str, ...]
    what: str
    paper: int | None
    title: str
    message: int | None
    reference: str
    reference_shown: str
    is_theirs: bool | None
    in_their_days: bool

    @property
    def is_unusual(self) -> bool:
        """Whether somebody should ask why."""
        return self.is_theirs is False or not self.in_their_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Looker:
    """Somebody who has looked, and how often; number nought is the holder of the follow link, or an advocate."""

    person_id: int
    name: str
    looks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """One page of looks, the last first."""

    rows: tuple[LookShown, ...]
    page: int
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LooksAtCase:
    """Who has looked at one case."""

    reference: str
    reference_shown: str
    lookers: tuple[Looker, ...]
    has_advocates: bool  # who looked for the person is more than the holder of their link
    looks: Looks


@dataclass(frozen=True, slots=True, kw_only=True)
class LooksByPerson:
    """At what one member of staff has looked."""

    person_id: int
    name: str
    post: str
    looks: Looks


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many cases somebody looked at on each day, how many looks were at cases not theirs, or not in their days."""

    person_id: int
    name: str
    cases: tuple[int, ...]
    others: int
    outside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The tallies of so many days, the last of them at the end."""

    days: tuple[date, ...]
    tallies: tuple[Tally, ...]


def looks_at_case(
    actor: Actor, reference: str, *, now: datetime, person: int | None = None, unusual: bool = False, page: int = 1
) -> LooksAtCase:
    """Who looked at a case, at its papers, and at messages that were put on it.

    `person` nought is the person's own side: the follow link, and the advocates whom they named.
    """
    refuse(why_not_here(actor, Deed.AUDIT))
    meant = reference_meant(reference)
    case = visible_to(actor, Deed.AUDIT).filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    messages = list(IncomingMessage.objects.filter(case=case).values_list("pk", flat=True))
    every = ReadLog.objects.filter(Q(case=case) | Q(message__in=messages) if messages else Q(case=case))
    chosen = every if person is None else every.filter(person=person or None)
    found = LooksAtCase(
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        lookers=_lookers(every),
        has_advocates=every.filter(advocate__isnull=False).exists(),
        looks=_page(chosen.filter(is_theirs=False) if unusual else chosen, page),
    )
    keep_look(Look.LOOKS, by=actor, now=now, case=case.pk)
    return found


def looks_by_person(actor: Actor, person: int, *, now: datetime, unusual: bool = False, page: int = 1) -> LooksByPerson:
    """At what a member of staff of the actor's body looked, by reference."""
    refuse(why_not_here(actor, Deed.AUDIT))
    row = Person.objects.filter(pk=person, body=actor.body_id, part=Part.STAFF).first()
    if row is None:
        raise NotFound
    every = _there_for(actor).filter(person=row)
    found = LooksByPerson(
        person_id=row.pk,
        name=row.name,
        post=row.post,
        looks=_page(every.filter(is_theirs=False) if unusual else every, page),
    )
    keep_look(Look.LOOKS_OF_PERSON, by=actor, now=now, whose=row.pk)
    return found


def looks_by_day(actor: Actor, until: date, *, now: datetime) -> Week:
    """How many cases each member of staff of the actor's body looked at, day by day until a day."""
    refuse(why_not_here(actor, Deed.AUDIT))
    days = tuple(until - timedelta(days=before) for before in reversed(range(DAYS)))
    bounds = [_midnight(day) for day in (*days, until + timedelta(days=1))]
    staff = Person.objects.filter(body=actor.body_id, part=Part.STAFF)
    within = _there_for(actor).filter(person__in=staff, at__gte=bounds[0], at__lt=bounds[-1])
    cases: dict[str, Any] = {
        f"day_{place}": Count("case", distinct=True, filter=_of_cases(bounds[place], bounds[place + 1]))
        for place in range(DAYS)
    }
    others = Count("pk", filter=Q(is_theirs=False))
    # The names of the columns are worked out, so that no type knows them.
    rows: Any = within.values("person", "person__name").annotate(**cases, others=others)
    outside = _outside(within)
    found = Week(
        days=days,
        tallies=tuple(
            Tally(
                person_id=row["person"],
                name=row["person__name"],
                cases=tuple(row[f"day_{place}"] for place in range(DAYS)),
                others=row["others"],
                outside=outside.get(row["person"], 0),
            )
            for row in rows.order_by("person__name", "person")
        ),
    )
    keep_look(Look.COUNTS, by=actor, now=now)
    return found


def _of_cases(begin: datetime, end: datetime) -> Q:
    """The looks within a time, but for those at who has looked: they show nothing of a case."""
    return Q(at__gte=begin, at__lt=end) & ~Q(what=Look.LOOKS)


def _there_for(actor: Actor) -> QuerySet[ReadLog]:
    """The looks at what is there for the actor: a case that is hidden from them is not counted either."""
    # Asked of each look anew: a page shows few, of a body that may have had very many cases.
    case = Exists(visible_to(actor, Deed.AUDIT).filter(pk=OuterRef("case")))
    message = Exists(messages_visible_to(actor).filter(pk=OuterRef("message")))
    return ReadLog.objects.filter(Q(case__isnull=True, message__isnull=True) | case | message)


def _lookers(every: QuerySet[ReadLog]) -> tuple[Looker, ...]:
    rows = every.values_list("person", "person__name").annotate(looks=Count("pk")).order_by("person__name", "person")
    return tuple(Looker(person_id=pk or 0, name=name or "", looks=looks) for pk, name, looks in rows)


def _page(looks: QuerySet[ReadLog], page: int) -> Looks:
    begin = (max(page, 1) - 1) * PAGE_SIZE
    ordered = looks.select_related("case", "message__case", "person", "advocate").order_by("-at", "-id")
    rows = list(ordered[begin : begin + PAGE_SIZE + 1])
    shown = rows[:PAGE_SIZE]
    held, titles = _held({row.person_id for row in shown if row.person_id}), _titles(shown)
    return Looks(
        rows=tuple(_look(row, held, titles) for row in shown), page=max(page, 1), has_more=len(rows) > PAGE_SIZE
    )


Held = dict[int, list[Appointment]]


def _look(row: ReadLog, held: Held, titles: dict[tuple[int, int], str]) -> LookShown:
    roles = _roles(held.get(row.person_id or 0, ()), row.at.astimezone(LONDON).date())
    case: Case | None = row.case or (row.message.case if row.message else None)
    is_paper = row.case_id is not None and row.document is not None
    return LookShown(
        at=row.at,
        who=row.person.name if row.person else how_named(row.advocate) if row.advocate else "",
        roles=("the person's advocate",) if row.advocate else tuple(ROLE_WORDS[role] for role in roles),
        what=LOOK_WORDS[Look(row.what)],
        paper=row.document if is_paper else None,
        title=titles.get((row.case_id or 0, row.document or 0), ""),
        message=row.message_id,
        reference=case.reference if case else "",
        reference_shown=reference_shown(case.reference) if case else "",
        is_theirs=row.is_theirs,
        in_their_days=row.person_id is None or bool(roles),
    )


def _held(people: Iterable[int]) -> Held:
    held: Held = {}
    for row in Appointment.objects.filter(person__in=list(people)):
        held.setdefault(row.person_id, []).append(row)
    return held


def _roles(held: Iterable[Appointment], on: date) -> list[Role]:
    """The roles of some appointments that were in force on a day, in the order of the roles."""
    roles = {Role(row.role) for row in held if row.from_on <= on and (row.until_on is None or on <= row.until_on)}
    return [role for role in Role if role in roles]


def _titles(rows: Iterable[ReadLog]) -> dict[tuple[int, int], str]:
    papers = {(row.case_id, row.document) for row in rows if row.case_id and row.document}
    found = Document.objects.filter(case__in={case for case, _ in papers}, number__in={number for _, number in papers})
    return {(case, number): title for case, number, title in found.values_list("case", "number", "title")}


def _outside(within: QuerySet[ReadLog]) -> dict[int, int]:
    """How many looks of each person fall on a day on which they held no role."""
    counted = within.values_list("person", "at__date").annotate(looks=Count("pk")).order_by()
    on_days = [(person, on, looks) for person, on, looks in counted]
    held = _held({person for person, _, _ in on_days})
    outside: dict[int, int] = {}
    for person, on, looks in on_days:
        if not _roles(held.get(person, ()), on):
            outside[person] = outside.get(person, 0) + looks
    return outside


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=LONDON)
