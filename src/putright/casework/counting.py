"""How many rows are there, up to a number beyond which nobody counts?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.db import connection

from putright.records.planned import cursor_of

# More than this is shown as “more than”, so that no page waits for a large table to be counted.
ENOUGH: Final = 1_000


def counted(
    shared: str, values: Iterable[object], parts: Mapping[str, tuple[str, *tuple[date, ...]]]
) -> dict[str, int]:
    """How many of some rows are in each of several parts of them, at most one more than enough, by one query.

    The rows are told in the words of a query, without any where there can be none. A part is what SQL says of the
    columns that the rows have, with an order, and the days that it speaks of. The order leads the database to the
    index by which the rows themselves are read. What all parts share is written once: to have Django write each part
    takes it four times as long as the database takes to answer.
    """
    if not shared:
        return dict.fromkeys(parts, 0)
    counts = (
        f'(SELECT COUNT(*) FROM (SELECT 1 FROM listed WHERE {sql} LIMIT {ENOUGH + 1}) AS "{name}")'  # noqa: S608 - ours
        for name, (sql, *_) in parts.items()
    )
    days = [connection.ops.adapt_datefield_value(day) for _, *each in parts.values() for day in each]
    parameters: Any = [*values, *days]  # what a query takes is whatever its fields do
    with cursor_of(connection) as cursor:
        # Both databases would otherwise put all the rows aside first, and count them without an index.
        cursor.execute(f"WITH listed AS NOT MATERIALIZED ({shared}) SELECT {', '.join(counts)}", parameters)
        row = cursor.fetchone()
    return dict(zip(parts, row, strict=True))
