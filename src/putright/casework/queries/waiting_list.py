"""What waits on the cases that somebody may see: for whom, for what, since when, and on whose list?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

# Rows of many columns, which `_Told` names, hence Any.
from typing import Any, Final, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from putright.casework.counting import ENOUGH, counted
from putright.casework.messages_waiting import waiting_rows
from putright.casework.other_bodies import body_named
from putright.casework.queries.whose_work import Colleague, colleagues_of, handlers_meant, team_of
from putright.casework.queries.worklist_shown import Handlers, whose_of
from putright.domain.access import REACH, Actor, Deed, Reach, reaches
from putright.domain.references import reference_shown
from putright.domain.waiting import WAIT_WORDS, WaitedFor, WaitKind
from putright.records.models import Document, Event, Wait
from putright.records.prepared import in_words, prepared
from putright.records.visible_to import sort_of, visible_to_one

PAGE_SIZE: Final = 25
LARGEST_PAGE: Final = 100
LONGEST_WORDS: Final = 240  # characters of what is to be done that a list shows
ALL: Final = "all"
LATE: Final = "late"
MESSAGES: Final = "messages"

# What is worth reading in a list: the words in which it was asked for, or promised; of a hold, who asked for it.
_SAID: Final = frozenset({WaitKind.TASK, WaitKind.PROMISE, WaitKind.RECORDS, WaitKind.HOLD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that a case waits for: what, who was asked, since when, until when, and who has it."""

    reference: str
    reference_shown: str
    complainant: str
    kind: WaitKind
    what: str
    said: str
    whom: WaitedFor
    asked: str
    since_on: date
    due_on: date | None
    is_late: bool
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """One page of what waits; `counts` by whom is waited for, with all of it and what is late; as in the worklist."""

    as_at: date
    whom: WaitedFor | None
    late: bool
    person: int | None
    of_team: bool
    team: str
    rows: tuple[Waiting, ...]
    page: int
    size: int
    has_more: bool
    counts: Mapping[str, int]
    messages_waiting: int
    colleagues: tuple[Colleague, ...]

    @property
    def pages(self) -> int | None:
        """How many pages there are; nothing where there are too many to count."""
        count = self.counts[LATE if self.late else self.whom or ALL]
        return None if count > ENOUGH else max(1, -(-count // self.size))


class _Told(NamedTuple):
    """What is told of one of them by the query."""

    case_id: int
    entry: int
    kind: str
    whom: str
    other: str
    since_on: date
    due_on: date | None
    reference: str
    complainant: str
    asked: str | None
    owner: str | None
    papers: Sequence[Sequence[Any]] | None


_COLUMNS: Final = (
    *("case_id", "entry", "kind", "whom", "other", "since_on", "due_on"),
    *("case__reference", "case__complainant__name", "asked__name", "owner__name", "papers"),
)


def waiting_list(
    actor: Actor,
    as_at: date,
    *,
    whom: WaitedFor | None = None,
    late: bool = False,
    person: int | None = None,
    team: bool = False,
    page: int = 1,
    size: int = PAGE_SIZE,
) -> WaitingList:
    """What waits on the actor's cases, by the day it is due or else since when it is waited for.

    `whom` narrows it to those who are waited for, `late` to what is overdue, `person` and `team` to whose list it
    stands on, as in the worklist. The number of queries does not grow with the rows.
    """
    size, page = min(size, LARGEST_PAGE), max(page, 1)
    begin = (page - 1) * size
    colleagues = colleagues_of(actor)
    owners = handlers_meant(actor, colleagues, person=person, team=team)
    asks: dict[str, Any] = {"me": actor.person_id, "body": actor.body_id, "on": actor.on, "owners": owners or ()}
    shown = _told(sort_of(actor), whose_of(owners), whom, late, begin, size + 1, **asks, as_at=as_at)
    told = [_Told(*row) for row in shown]
    counts = _counts(actor, owners, as_at)
    return WaitingList(
        as_at=as_at,
        whom=whom,
        late=late,
        person=person,
        of_team=team,
        team=team_of(actor, colleagues),
        rows=_rows(told[:size], as_at),
        page=page,
        size=size,
        has_more=len(told) > size,
        counts=counts,
        messages_waiting=counts[MESSAGES],
        colleagues=colleagues,
    )


def _rows(told: Sequence[_Told], as_at: date) -> tuple[Waiting, ...]:
    texts = _texts(told)
    return tuple(_row(one, texts.get((one.case_id, one.entry), ""), as_at) for one in told)


def _row(told: _Told, said: str, as_at: date) -> Waiting:
    kind = WaitKind(told.kind)
    return Waiting(
        reference=told.reference,
        reference_shown=reference_shown(told.reference),
        complainant=told.complainant,
        kind=kind,
        what=WAIT_WORDS[kind],
        said=said,
        whom=WaitedFor(told.whom),
        asked=told.asked or (body_named(told.other, told.since_on) if told.other else ""),
        since_on=told.since_on,
        due_on=told.due_on,
        is_late=told.due_on is not None and told.due_on < as_at,
        owner=told.owner or "",
    )


def _texts(told: Sequence[_Told]) -> Mapping[tuple[int, int], str]:
    """The words of what is to be done, by its case and entry: one query for all."""
    papers = {(one.case_id, one.papers[0][0]): one.entry for one in told if one.papers and one.kind in _SAID}
    if not papers:
        return {}
    cases, numbers = (tuple(sorted(set(each))) for each in zip(*papers, strict=True))
    found = {}
    for case, number, text in _papers(cases=cases, numbers=numbers):
        if (case, number) in papers:
            found[case, papers[case, number]] = _short(text or "")
    return found


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS].rsplit(' ', 1)[0]}…"


def _seen(
    sort: Actor, whose: bool | None, *, me: int, body: int, on: date, owners: tuple[int, ...]
) -> QuerySet[Wait, Any]:
    """What waits on the cases that the actor may see, on everybody's list, on some people's, or on nobody's."""
    if _sees_none(sort):
        return Wait.objects.none()
    # A look at the case of each, of which a page has few. Asked whether there is one, PostgreSQL would read every case.
    case = visible_to_one(sort, person=me, body=body, on=on).filter(pk=OuterRef("case")).order_by()
    seen = Wait.objects.alias(seen=Subquery(case.values("pk")[:1])).filter(seen__isnull=False, body=body)
    if whose is None:
        return seen
    return seen.filter(owner__in=owners) if whose else seen.filter(owner__isnull=True)


def _sees_none(sort: Actor) -> bool:
    """Whether somebody's roles open no case: Django would ask for each row whether nought is true."""
    only_given = not reaches(sort, Deed.SEE) - {Reach.GIVEN}
    return only_given and not any(role in REACH[Deed.SEE] for role in sort.given)


@prepared
def _told(
    sort: Actor,
    whose: bool | None,
    whom: WaitedFor | None,
    late: bool,
    begin: int,
    size: int,
    /,
    *,
    me: int,
    body: int,
    on: date,
    owners: tuple[int, ...],
    as_at: date,
) -> QuerySet[Wait, tuple[Any, ...]]:
    """Some of what waits. Which, is read from the index alone, so that one passed over costs little."""
    seen = _seen(sort, whose, me=me, body=body, on=on, owners=owners)
    if whom is not None:
        seen = seen.filter(whom=whom.value)
    if late:
        seen = seen.filter(due_on__lt=as_at, place_on__lt=as_at)
    page = seen.order_by("place_on", "id").values("pk")[begin : begin + size]
    entry = Event.objects.filter(case=OuterRef("case"), number=OuterRef("entry")).order_by()
    rows = Wait.objects.filter(pk__in=page).annotate(papers=Subquery(entry.values("papers")[:1]))
    return rows.order_by("place_on", "id").values_list(*_COLUMNS)


@prepared
def _papers(*, cases: tuple[int, ...], numbers: tuple[int, ...]) -> QuerySet[Document, tuple[Any, ...]]:
    return Document.objects.filter(case__in=cases, number__in=numbers).values_list("case_id", "number", "text")


@in_words
def _listed(
    sort: Actor, whose: bool | None, /, *, me: int, body: int, on: date, owners: tuple[int, ...]
) -> QuerySet[Wait, Any]:
    return _seen(sort, whose, me=me, body=body, on=on, owners=owners).values("id", "whom", "place_on", "due_on")


def _counts(actor: Actor, owners: Handlers, as_at: date) -> dict[str, int]:
    asks: dict[str, Any] = {"me": actor.person_id, "body": actor.body_id, "on": actor.on}
    listed = _listed(sort_of(actor), whose_of(owners), **asks, owners=owners or ())
    by_day = "ORDER BY place_on, id"
    return counted(
        *listed,
        {
            ALL: (f"place_on IS NOT NULL {by_day}",),
            LATE: (f"due_on < %s AND place_on < %s {by_day}", as_at, as_at),
            **{each.value: (f"whom = '{each.value}' {by_day}",) for each in WaitedFor},
        },
        {MESSAGES: waiting_rows(sort_of(actor), **asks)},
    )
