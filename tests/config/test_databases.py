"""Where are the rows kept, and does a confirmed write wait for the disk?"""

import sqlite3
from pathlib import Path

import pytest

from putright.config.config import config_from
from putright.config.databases import database_for


def test_sqlite_is_kept_in_the_data_folder(tmp_path: Path) -> None:
    entry = database_for(config_from({"PUTRIGHT_DATA": str(tmp_path)}))

    assert entry["ENGINE"] == "django.db.backends.sqlite3"
    assert entry["NAME"] == tmp_path.resolve() / "putright.sqlite3"
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("synchronous", 2),  # FULL: each commit waits for the disk
    ],
)
def test_every_sqlite_connection_is_opened_so(tmp_path: Path, pragma: str, value: object) -> None:
    entry = database_for(config_from({"PUTRIGHT_DATA": str(tmp_path)}))
    connection = sqlite3.connect(entry["NAME"])

    connection.executescript(entry["OPTIONS"]["init_command"])
    (found,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    connection.close()

    assert found == value


def test_a_postgresql_address_is_taken_apart() -> None:
    address = "postgresql://putright:p%40ss@db.example.org:5433/complaints?sslmode=verify-full"

    entry = database_for(config_from({"PUTRIGHT_DATABASE_URL": address}))

    assert entry["ENGINE"] == "django.db.backends.postgresql"
    assert (entry["NAME"], entry["USER"], entry["PASSWORD"]) == ("complaints", "putright", "p@ss")
    assert (entry["HOST"], entry["PORT"]) == ("db.example.org", "5433")
    assert entry["OPTIONS"] == {"sslmode": "verify-full", "prepare_threshold": 0}


def test_no_plan_is_kept_behind_a_pooler_that_would_let_go_of_it() -> None:
    address = "postgresql://putright@db.example.org/complaints?prepare_threshold=never&sslmode=require"

    entry = database_for(config_from({"PUTRIGHT_DATABASE_URL": address}))

    assert entry["OPTIONS"] == {"sslmode": "require", "prepare_threshold": None}
