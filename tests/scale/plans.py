"""How does the database find the rows of a query, by an index or by reading a whole table? At what cost?"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from tests.scale.filling import GROWING

# The tables that grow with the cases: to read the whole of one is a scan, whatever index it is read through.
GROWING_TABLES: Final = frozenset(model._meta.db_table for model in GROWING)

EACH: Final = 10  # of how many steps SQLite tells

_EXPLAINED: Final = ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE")
_NAMED: Final = re.compile(r'(?:FROM|JOIN) "(\w+)" (?:AS )?"?([A-Z]+\d+)"?')
_SCANNED: Final = re.compile(r"^SCAN (\S+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """One query that was put to the database, with its values."""

    sql: str
    values: Any  # whatever Django passes on

    @property
    def only_reads(self) -> bool:
        """Whether asking again changes nothing."""
        return self.sql.startswith(("SELECT", "WITH"))

    def scans(self) -> list[str]:
        """Each growing table that the database would read the whole of to answer."""
        return _scans_of_postgresql(self) if connection.vendor == "postgresql" else _scans_of_sqlite(self)

    def work(self) -> int:
        """How much is done to answer: rows read from tables and indexes (PostgreSQL), or steps (SQLite)."""
        return _rows_read_by_postgresql(self) if connection.vendor == "postgresql" else _steps_of_sqlite(self)

    def plan(self) -> str:
        """The database's own account of how it would answer, for whoever reads a failure."""
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN {self.sql}", self.values)
                return "\n".join(line for (line,) in cursor.fetchall())
        return "\n".join(_plan_of_sqlite(self))


@contextmanager
def asked() -> Iterator[list[Asked]]:
    """Gather every query that is put to the database."""
    gathered: list[Asked] = []

    def gather(execute: Callable[..., Any], sql: str, values: Any, many: bool, context: dict[str, Any]) -> Any:
        if sql.startswith(_EXPLAINED):
            gathered.append(Asked(sql, values))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(gather):
        yield gathered


def _plan_of_sqlite(query: Asked) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query.sql}", query.values)
        return [str(row[3]) for row in cursor.fetchall()]


def _scans_of_sqlite(query: Asked) -> list[str]:
    tables = {alias: table for table, alias in _NAMED.findall(query.sql)}
    scanned = (found[1] for line in _plan_of_sqlite(query) if (found := _SCANNED.match(line)))
    named = (tables.get(name, name) for name in scanned)
    return [name for name in named if name in GROWING_TABLES]


def _steps_of_sqlite(query: Asked) -> int:
    """The steps of SQLite's own machine, some twenty for each row that is looked at."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += EACH
        return 0

    with connection.cursor() as cursor:
        connection.connection.set_progress_handler(count, EACH)
        try:
            cursor.execute(query.sql, query.values)
            cursor.fetchall()
        finally:
            connection.connection.set_progress_handler(None, 0)
    return taken


def _rows_read_by_postgresql(query: Asked) -> int:
    return sum(map(_rows_read, _nodes(_tree(query, analyze=True))))


def _rows_read(node: dict[str, Any]) -> int:
    if "Scan" not in node["Node Type"] or "Relation Name" not in node:
        return 0
    return int((node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"])


def _tree(query: Asked, *, analyze: bool = False) -> dict[str, Any]:
    options = "ANALYZE, TIMING OFF, FORMAT JSON" if analyze else "FORMAT JSON"
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN ({options}) {query.sql}", query.values)
        found = cursor.fetchone()[0]
    root: dict[str, Any] = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    return root


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for below in node.get("Plans", ()):
        yield from _nodes(below)


def _scans_of_postgresql(query: Asked) -> list[str]:
    return [found for node in _nodes(_tree(query)) if (found := _scanned(node)) in GROWING_TABLES]


def _scanned(node: dict[str, Any]) -> str | None:
    """The table that a step of a plan reads the whole of: row by row, or by an index without a condition."""
    kind = node["Node Type"]
    if kind == "Seq Scan" or (kind in ("Index Scan", "Index Only Scan") and "Index Cond" not in node):
        return str(node["Relation Name"])
    return None
