"""How many rows are there, up to a number beyond which nobody counts?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.db import connection

from putright.records.planned import cursor_of

# More than this is shown as “more than”, so that no page waits for a large table to be counted.
ENOUGH: Final = 1_000


Question = tuple[str, Iterable[object]]  # the words of a query, and what is sent with them
NOTHING_ELSE: Final[Mapping[str, Question]] = {}


def counted(
    shared: str,
    values: Iterable[object],
    parts: Mapping[str, tuple[str, *tuple[date, ...]]],
    besides: Mapping[str, Question] = NOTHING_ELSE,
) -> dict[str, int]:
    """How many of some rows are in each of several parts of them, at most one more than enough, by one query.

    `besides` are other rows to count with them, so that a page need not ask once more.

    The rows are told in the words of a query, without any where there can be none. A part is what SQL says of the
    columns that the rows have, with an order, and the days that it speaks of. The order leads the database to the
    index by which the rows themselves are read. What all parts share is written once: to have Django write each part
    takes it four times as long as the database takes to answer.
    """
    asked = parts if shared else {}
    others = {name: question for name, question in besides.items() if question[0]}
    counts = [
        *(
            f'(SELECT COUNT(*) FROM (SELECT 1 FROM listed WHERE {sql} LIMIT {ENOUGH + 1}) AS "{name}")'  # noqa: S608 - ours
            for name, (sql, *_) in asked.items()
        ),
        *(f'(SELECT COUNT(*) FROM ({sql} LIMIT {ENOUGH + 1}) AS "{name}")' for name, (sql, _) in others.items()),  # noqa: S608
    ]
    found = dict.fromkeys((*parts, *besides), 0)
    if not counts:
        return found
    days = [connection.ops.adapt_datefield_value(day) for _, *each in asked.values() for day in each]
    more = [value for _, sent in others.values() for value in sent]
    parameters: Any = [*(values if shared else ()), *days, *more]  # what a query takes is whatever its fields do
    # Both databases would otherwise put all the rows aside first, and count them without an index.
    listed = f"WITH listed AS NOT MATERIALIZED ({shared}) " if shared else ""
    with cursor_of(connection) as cursor:
        cursor.execute(f"{listed}SELECT {', '.join(counts)}", parameters)
        row = cursor.fetchone()
    return found | dict(zip((*asked, *others), row, strict=True))
