"""What is due, soonest first, on the cases that somebody may see?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

# Rows of many columns, which `Told` names, hence Any.
from typing import Any, Final

from django.db.models import QuerySet

from putright.casework.counting import ENOUGH
from putright.casework.queries.whose_work import Colleague, colleagues_of, handlers_meant, team_of
from putright.casework.queries.worklist_rows import OF_A_CASE, DueThing, Row, Told, every_case, rows_of
from putright.casework.queries.worklist_shown import (
    ANY_KIND,
    MESSAGES,
    SOON,
    Kind,
    Show,
    cases_ordered,
    cases_seen,
    cases_shown,
    counts_of,
    whose_of,
)
from putright.domain.access import Actor
from putright.records.models import Case
from putright.records.prepared import prepared
from putright.records.visible_to import sort_of

__all__ = [
    "ANY_KIND",
    "LARGEST_PAGE",
    "PAGE_SIZE",
    "SOON",
    "Colleague",
    "DueThing",
    "Kind",
    "Row",
    "Show",
    "Worklist",
    "numbers_listed",
    "rows_numbered",
    "worklist_for",
]

PAGE_SIZE: Final = 25
LARGEST_PAGE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """One page of the list; a count of more than `ENOUGH` (1,000) means more than that."""

    as_at: date
    show: Show
    kind: Kind
    person: int | None
    of_team: bool
    team: str
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
    team: bool = False,
    show: Show = Show.DUE,
    kind: Kind = ANY_KIND,
    page: int = 1,
    size: int = PAGE_SIZE,
) -> Worklist:
    """What is due on the actor's cases, the soonest binding date first.

    `person` narrows it to the cases of one handler, nought to those that nobody has; one's own hold those of whoever
    one is there for. `team` narrows it to one's team, `kind` to how grave cases are and how they are dealt with. Rows
    are read from what is kept with each case, in a number of queries that does not grow with them.
    """
    size, page = min(size, LARGEST_PAGE), max(page, 1)
    begin, soon = (page - 1) * size, as_at + SOON
    colleagues = colleagues_of(actor)
    handlers = handlers_meant(actor, colleagues, person=person, team=team)
    asks: dict[str, Any] = {"me": actor.person_id, "body": actor.body_id, "on": actor.on, "handlers": handlers or ()}
    asks |= kind.values
    told = _told(sort_of(actor), whose_of(handlers), kind.asked, show, begin, size + 1, **asks, as_at=as_at, soon=soon)
    cases = [Told(*row) for row in told]
    counts = counts_of(actor, handlers, as_at, kind)
    return Worklist(
        as_at=as_at,
        show=show,
        kind=kind,
        person=person,
        of_team=team,
        team=team_of(actor, colleagues),
        rows=rows_of(cases[:size], as_at),
        page=page,
        size=size,
        has_more=len(cases) > size,
        counts={show: counts[show] for show in Show},
        messages_waiting=counts[MESSAGES],
        colleagues=colleagues,
    )


def numbers_listed(
    actor: Actor, as_at: date, *, person: int | None, team: bool = False, show: Show, kind: Kind = ANY_KIND
) -> list[int]:
    """The numbers of all cases that the list shows on its pages, in its order."""
    handlers = handlers_meant(actor, colleagues_of(actor), person=person, team=team)
    asks: dict[str, Any] = {"me": actor.person_id, "body": actor.body_id, "on": actor.on, **kind.values}
    seen = cases_seen(actor, whose_of(handlers), kind.asked, **asks, handlers=handlers or ())
    return list(cases_ordered(cases_shown(seen, show, as_at, as_at + SOON), show).values_list("pk", flat=True))


def rows_numbered(numbers: Sequence[int], as_at: date) -> tuple[Row, ...]:
    """The rows of some cases of the list, in the order of their numbers here."""
    told = {row[0]: Told(*row) for row in every_case().filter(pk__in=numbers).values_list(*OF_A_CASE)}
    return rows_of([told[number] for number in numbers if number in told], as_at)


@prepared
def _told(
    sort: Actor,
    whose: bool | None,
    asked: tuple[bool, bool],
    show: Show,
    begin: int,
    size: int,
    /,
    *,
    me: int,
    body: int,
    on: date,
    handlers: tuple[int, ...],
    severity: str,
    path: str,
    as_at: date,
    soon: date,
) -> QuerySet[Case, tuple[Any, ...]]:
    """Some cases of the list. Which, is read from the index alone, so that a case passed over costs an entry of it."""
    seen = cases_seen(sort, whose, asked, me=me, body=body, on=on, handlers=handlers, severity=severity, path=path)
    page = cases_ordered(cases_shown(seen, show, as_at, soon), show).values("pk")[begin : begin + size]
    return cases_ordered(every_case().filter(pk__in=page), show).values_list(*OF_A_CASE)
