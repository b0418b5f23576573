"""How many rows are there, up to a number beyond which nobody counts?"""

from datetime import date
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

# More than this is shown as “more than”, so that no page waits for a large table to be counted.
ENOUGH: Final = 1_000


# The rows are of whatever model is counted, hence Any.
def counted(**several: QuerySet[Any]) -> dict[str, int]:
    """How many rows each of several queries has, at most one more than enough, by one query.

    The order of each is kept: it leads the database to the index by which the rows themselves are read.
    """
    parts: list[str] = []
    parameters: list[str | int | date | None] = []
    for name, rows in several.items():
        try:
            sql, values = rows.values("pk")[: ENOUGH + 1].query.sql_with_params()
        except EmptyResultSet:  # Django knows without asking that there can be none
            parts.append(f'0 AS "{name}"')
            continue
        # Every part is SQL that Django made; its values stay apart.
        parts.append(f'(SELECT COUNT(*) FROM ({sql}) AS "{name}_rows") AS "{name}"')  # noqa: S608
        parameters += values
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        row = cursor.fetchone()
    return dict(zip(several, row, strict=True))
