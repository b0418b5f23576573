"""Are the tables that are made at once those that forty-seven migrations made, and does an older site go on as it was?

What Putright knew before 0047_all_tables_at_once is carried out here a last time, on a database beside the tests' own.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from pytest_django.plugin import DjangoDbBlocker

AT_ONCE: Final = ("records", "0047_all_tables_at_once")
IN_THE_MIDDLE: Final = ("records", "0030_calls_before_there_is_a_case")
LAST_OF_THEM: Final = ("records", "0047_answers_counted_apart")

# Every column, constraint, index and trigger of PostgreSQL, each in words of its own.
OF_POSTGRESQL: Final = (
    "SELECT table_name, concat_ws(' ', column_name, data_type, character_maximum_length, is_nullable, column_default,"
    " is_identity) FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
)

pytestmark = pytest.mark.django_db
Tables = Mapping[str, list[str]]


class BeforeThat(MigrationLoader):
    """Knows no more than Putright did before its tables were made at once."""

    def load_disk(self) -> None:
        """Read what is there, and leave out what came later."""
        super().load_disk()
        replaced = self.disk_migrations[AT_ONCE].replaces
        self.disk_migrations = {
            key: migration for key, migration in self.disk_migrations.items() if key[0] != "records" or key in replaced
        }


@pytest.fixture(scope="module")
def at_once(aside: Any) -> Tables:
    """The tables of a new installation, as far as they are made at once."""
    with aside("at_once"):
        MigrationExecutor(connection).migrate([AT_ONCE])
        return tables()


@pytest.fixture(scope="module")
def aside(django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What opens an empty database in place of the tests' own."""
    folder = tmp_path_factory.mktemp("aside")

    @contextmanager
    def opened(name: str) -> Iterator[None]:
        with django_db_blocker.unblock():
            own = connections["default"]
            new = own.__class__(own.settings_dict | {"NAME": an_empty_database(name, folder)}, "default")
            connections["default"] = new
            try:
                yield
            finally:
                new.close()
                connections["default"] = own

    return opened


def an_empty_database(name: str, folder: Path) -> str:
    """Make one on the server of the tests, or say the file that is to be one."""
    if connection.vendor != "postgresql":
        return str(folder / name)
    unlike = f"{connection.settings_dict['NAME']}_{name}"
    with psycopg.connect(**without_pool(connection.get_connection_params()), autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{unlike}"')
        server.execute(f'CREATE DATABASE "{unlike}" TEMPLATE template0')
    return unlike


def without_pool(said: dict[str, Any]) -> dict[str, Any]:
    """By what a server is found, without what Django alone understands."""
    return {name: said[name] for name in ("host", "port", "user", "password", "dbname") if name in said}


def tables() -> Tables:
    """What each table is made of, in no order: columns, constraints, indexes, triggers."""
    found: dict[str, list[str]] = {}
    for table, says in _of_sqlite() if connection.vendor == "sqlite" else _of_postgresql():
        found.setdefault(table, []).append(says)
    return {table: sorted(says) for table, says in found.items()}


def _of_sqlite() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl_name, type, sql FROM sqlite_master WHERE sql IS NOT NULL")
        rows = cursor.fetchall()
    for table, kind, says in rows:
        for part in parts_of(says) if kind == "table" else [says]:
            yield table, part


def parts_of(says: str) -> list[str]:
    """The columns and constraints of a CREATE TABLE: what stands between its own commas."""
    parts, depth = [""], 0
    for letter in says[says.index("(") + 1 : says.rindex(")")]:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts]


def _of_postgresql() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        for asked in OF_POSTGRESQL:
            cursor.execute(asked)
            yield from cursor.fetchall()


def to_do() -> list[str]:
    """The migrations that would be carried out now, in their order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [migration.name for migration, _ in plan if migration.app_label == "records"]


def numbers(names: list[str]) -> list[int]:
    return [int(re.match(r"\d+", name)[0]) for name in names]  # type: ignore[index]  # every one has its number


def test_what_is_made_at_once_is_what_was_made_one_after_the_other(aside: Any, at_once: Tables) -> None:
    with aside("one_by_one"):
        executor = MigrationExecutor(connection)
        executor.loader = BeforeThat(connection)
        executor.migrate([IN_THE_MIDDLE])
        of_the_middle = to_do()
        MigrationExecutor(connection).migrate([LAST_OF_THEM])
        one_by_one, of_the_last = tables(), to_do()

    assert any("TRIGGER" in says for says in at_once["records_event"])
    assert one_by_one == at_once
    # Who stands in the middle goes on from there, and who had come to its end has nothing of it to do.
    assert AT_ONCE[1] not in of_the_middle
    assert numbers(of_the_middle)[:17] == list(range(31, 48))
    assert of_the_last == of_the_middle[17:]


def test_a_new_installation_does_one_for_forty_seven(aside: Any) -> None:
    with aside("new"):
        of_the_new = to_do()

    assert of_the_new[0] == AT_ONCE[1]
    assert numbers(of_the_new) == list(range(47, 47 + len(of_the_new)))
