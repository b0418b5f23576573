"""How does the database itself refuse to alter or take away what may only be added?

Destroying the file of a case takes none of these rows away: entries hold codes, days and salted digests, and a look
names the one who looked, by number. What is destroyed are papers, people and messages (docs/adr/0027).
"""

from collections.abc import Sequence
from typing import Final

from django.db.backends.base.base import BaseDatabaseWrapper

FIRST_TABLES: Final = ("records_event", "records_procedureversion")
OF_ACCESS: Final = ("records_accessentry", "records_readlog")
OF_CONTACT: Final = ("records_contactstep",)
OF_FEEDBACK: Final = ("records_feedbackentry", "records_feedbacklook")
TABLES: Final = (*FIRST_TABLES, *OF_ACCESS, *OF_FEEDBACK, *OF_CONTACT)
REFUSAL = "rows of this table are only ever added"

_FUNCTION = "records_refuse_change"


def protect(connection: BaseDatabaseWrapper, tables: Sequence[str] = TABLES) -> None:
    """Make the database refuse every UPDATE and DELETE (and TRUNCATE, where there is one) of these tables."""
    statements = _postgresql(tables) if connection.vendor == "postgresql" else _sqlite(tables)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def unprotect(connection: BaseDatabaseWrapper, tables: Sequence[str] = TABLES) -> None:
    """Take the refusal away: for undoing a migration, and for emptying a test's tables."""
    on = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table in tables:
            for name in _names(table):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{f' ON {table}' if on else ''}")


def _names(table: str) -> tuple[str, ...]:
    return tuple(f"{table}_is_not_{done}" for done in ("altered", "deleted", "emptied"))


def _sqlite(tables: Sequence[str]) -> list[str]:
    statements = []
    for table in tables:
        altered, deleted, _ = _names(table)
        for name, change in ((altered, "UPDATE"), (deleted, "DELETE")):
            refuse = f"SELECT RAISE(ABORT, '{REFUSAL}')"
            statements.append(f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {change} ON {table} BEGIN {refuse}; END")
    return statements


def _postgresql(tables: Sequence[str]) -> list[str]:
    body = f"BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END"
    statements = [f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"]
    for table in tables:
        for name, change, each in zip(
            _names(table), ("UPDATE", "DELETE", "TRUNCATE"), ("ROW", "ROW", "STATEMENT"), strict=True
        ):
            trigger = f"BEFORE {change} ON {table} FOR EACH {each} EXECUTE FUNCTION {_FUNCTION}()"
            statements.append(f"CREATE OR REPLACE TRIGGER {name} {trigger}")
    return statements
