"""Which cases does a list write when it is downloaded? Those that its pages show, for who may handle cases."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from putright.casework.errors import refuse
from putright.casework.looks import keep_looks
from putright.casework.queries.worklist import ANY_KIND, Kind, Row, Show, numbers_listed, rows_numbered
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.looks import Look

AT_ONCE: Final = 200


def list_downloaded(
    actor: Actor,
    as_at: date,
    *,
    now: datetime,
    person: int | None = None,
    team: bool = False,
    show: Show = Show.DUE,
    kind: Kind = ANY_KIND,
) -> Iterator[tuple[Row, ...]]:
    """The rows of the list on all its pages, so many at once, in its order; that each was looked at is logged first.

    Which cases they are is read at the beginning, so that none comes twice and none is left out while others work; of
    that a number a case is kept, and of the rows no more than are given at once. Raises ActionRefused before the first.
    """
    refuse(why_not_here(actor, Deed.HANDLE))
    return _written(actor, numbers_listed(actor, as_at, person=person, team=team, show=show, kind=kind), as_at, now)


def _written(actor: Actor, numbers: list[int], as_at: date, now: datetime) -> Iterator[tuple[Row, ...]]:
    for begin in range(0, len(numbers), AT_ONCE):
        some = numbers[begin : begin + AT_ONCE]
        rows = rows_numbered(some, as_at)
        keep_looks(Look.LIST, by=actor, now=now, cases=((number, None) for number in some))
        yield rows
