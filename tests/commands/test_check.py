"""Does `putright check --deploy` look at a whole installation, change nothing, and end as it should?"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gateways.clamd_server import clamd
from tests.served import environment, served


def check(data: Path, *options: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "putright", "check", "--deploy", "--data", str(data), *options]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment(**settings), timeout=100, check=False
    )


def codes(ended: "subprocess.CompletedProcess[str]") -> dict[str, str]:
    assert ended.stderr == ""
    return {finding["code"]: finding["severity"] for finding in json.loads(ended.stdout)["findings"]}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was served once."""
    data = tmp_path_factory.mktemp("checked") / "data"
    with served(data):
        pass
    return data


def everything(data: Path) -> dict[str, tuple[int, int]]:
    # The log beside SQLite's database comes and goes as it is read.
    places = (path for path in data.rglob("*") if not path.name.endswith(("-wal", "-shm")))
    return {str(path): (path.stat().st_mode, path.stat().st_size) for path in places}


def test_where_there_is_nothing_nothing_is_made(tmp_path: Path) -> None:
    ended = check(tmp_path / "none", "--json")

    assert ended.returncode == 1
    assert codes(ended)["nothing-there"] == "error"
    assert os.listdir(tmp_path) == []


def test_of_a_site_as_it_begins_it_says_what_is_left_to_do_and_changes_nothing(made: Path) -> None:
    before = everything(made)
    ended = check(made, "--json")

    found = codes(ended)
    assert ended.returncode == 0
    assert {"not-set-up", "this-machine-alone", "no-mail", "heads-never-kept", "no-virus-scanner"} <= set(found)
    assert everything(made) == before


def test_of_a_site_that_is_ready_nothing_unsafe_is_said(made: Path) -> None:
    with clamd() as scanner:
        ended = check(
            made,
            address="https://complaints.example.nhs.uk",
            behind_proxy="yes",
            virus_scanner=scanner,
            mail="notify",
            notify_key="k" * 73,
            notify_template="t",
        )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "error:" not in ended.stdout
    assert ended.stdout.endswith("Nothing unsafe was found.\n")


def test_what_is_unsafe_comes_first_with_what_to_do(made: Path) -> None:
    ended = check(made, second_factor="no", address="http://complaints.example.nhs.uk")

    assert ended.returncode == 1
    assert ended.stdout.startswith("error: ")
    assert "Take PUTRIGHT_SECOND_FACTOR away, unless another wall stands in front." in ended.stdout
    assert "2 things are unsafe. Each is explained in docs/guide/safe-to-use.md." in ended.stdout


def test_no_secret_is_said(made: Path) -> None:
    ended = check(
        made,
        secret_key="a-secret",
        database_url="postgresql://putright:hidden@127.0.0.1:1/putright",
        smtp_password="pw9",
    )

    assert "database-away" in ended.stdout
    for secret in ("a-secret", "hidden", "pw9"):
        assert secret not in ended.stdout + ended.stderr


def test_a_database_that_is_behind_is_told(made: Path, tmp_path: Path) -> None:
    import shutil
    import sqlite3
    from contextlib import closing

    data = shutil.copytree(made, tmp_path / "data")
    with closing(sqlite3.connect(data / "putright.sqlite3")) as store:
        store.execute("DELETE FROM django_migrations WHERE app = 'records' AND name >= '0009'")
        store.commit()

    assert codes(check(data, "--json"))["database-behind"] == "error"


def test_a_site_that_would_not_start_is_told_why(made: Path, tmp_path: Path) -> None:
    boxes = tmp_path / "mailboxes.yaml"
    boxes.write_text("- name: one\n  body: example\n  folder: /nowhere\n  colour: red\n")
    ended = check(made, "--json", mailboxes=str(boxes), mail="smtp")
    found = codes(ended)

    assert ended.returncode == 1
    assert {found[code] for code in ("mailboxes-unsound", "folder-missing", "does-not-start")} == {"error"}
    assert "Traceback" not in ended.stderr


def test_a_setting_that_cannot_be_read_is_bad_input(tmp_path: Path) -> None:
    ended = check(tmp_path, virus_scanner="localhost")

    assert ended.returncode == 2
    assert "give an address like unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310" in ended.stderr


def test_it_must_be_said_what_is_to_be_checked() -> None:
    command = [sys.executable, "-m", "putright", "check"]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=60, check=False)

    assert ended.returncode == 2
    assert "--deploy" in ended.stderr
