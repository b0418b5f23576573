"""How are the rows of a case copied by the thousand? Within the database, so that nothing travels."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from django.db import connection, models
from django.db.backends.utils import CursorWrapper

COPIES: Final = "scale_copies"
_COLUMNS: Final = (
    "id bigint PRIMARY KEY, of_case bigint, body bigint, staff bigint, handler bigint, procedure bigint,"
    " reference text, name text"
)


class Copy(NamedTuple):
    """A case to be made: its number, the case it is made from, whose it is, and what tells it from the others.

    The complainant and the complaint have the number of the case; `staff` is added to the number of each member of
    staff, so that a case of one body is handled by that body's people.
    """

    id: int
    of_case: int
    body: int
    staff: int
    handler: int | None
    procedure: int
    reference: str
    name: str


def note(copies: Iterable[Copy]) -> None:
    """Write down which copies are to be made."""
    with connection.cursor() as cursor:
        _trust(cursor)
        cursor.execute(f"CREATE TEMPORARY TABLE {COPIES} ({_COLUMNS})")
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {COPIES} FROM STDIN") as rows:
                for copy in copies:
                    rows.write_row(copy)
            cursor.execute(f"ANALYZE {COPIES}")
        else:
            places = ", ".join(["%s"] * len(Copy._fields))
            cursor.executemany(f"INSERT INTO {COPIES} VALUES ({places})", list(copies))


def make(model: type[models.Model], *, on: str = "old.case_id = new.of_case", **changed: str) -> None:
    """Make the rows of a model that belong to the copies; `changed` says in SQL what a column becomes.

    There, `new` is the row of the copy, and `old` is the row that is copied.
    """
    table = model._meta.db_table
    every = [str(field.column) for field in model._meta.concrete_fields]
    columns = [column for column in every if column != "id" or column in changed]
    values = [changed.get(column, f'old."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        # What is read is not what is written to: SQLite would otherwise gather all of it first.
        cursor.execute(f"CREATE TEMPORARY TABLE of_{table} AS SELECT * FROM {table}")
        for column in {"id", "case_id"}.intersection(every):
            cursor.execute(f"CREATE INDEX of_{table}_{column} ON of_{table} ({column})")
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {', '.join(values)}"
            f" FROM {COPIES} new JOIN of_{table} old ON {on} ORDER BY new.id"
        )


def tidy(copied: Iterable[type[models.Model]]) -> None:
    """Forget what was to be copied."""
    with connection.cursor() as cursor:
        for table in (COPIES, *(f"of_{model._meta.db_table}" for model in copied)):
            cursor.execute(f"DROP TABLE {table}")


def _trust(cursor: CursorWrapper) -> None:
    """Spare PostgreSQL the look for each row that another names, where we may: it doubles the time."""
    if connection.vendor == "postgresql":
        cursor.execute(
            "SELECT set_config('session_replication_role', 'replica', true)"
            " FROM pg_roles WHERE rolname = current_user AND rolsuper"
        )
