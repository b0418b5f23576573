"""Does `putright verify` say of a whole store that it is whole, and name what was altered in another?"""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.demonstration import demonstration, putright


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration that nobody has altered, its heads kept."""
    folder = demonstration(tmp_path_factory, tmp_path_factory.mktemp("verified") / "data")
    kept = putright("verify", "--data", folder, "--keep-heads")
    assert (kept.returncode, kept.stderr) == (0, "")
    assert "all as recorded." in kept.stdout
    return folder


@pytest.fixture
def data(whole: Path, tmp_path: Path) -> Path:
    """A copy of it, to alter."""
    return Path(shutil.copytree(whole, tmp_path / "data"))


def alter(data: Path, *statements: str) -> None:
    with closing(sqlite3.connect(data / "putright.sqlite3")) as store:
        for table in ("event", "procedureversion"):
            for done in ("altered", "deleted"):
                store.execute(f"DROP TRIGGER IF EXISTS records_{table}_is_not_{done}")
        for statement in statements:
            store.execute(statement)
        store.commit()


def test_the_heads_of_every_case_are_kept(whole: Path) -> None:
    (kept,) = (whole / "heads").iterdir()

    assert all(json.loads(line)["count"] > 0 for line in kept.read_text().splitlines())


def test_an_entry_that_was_altered_is_named(data: Path) -> None:
    alter(data, "UPDATE records_event SET \"on\" = '2026-03-01' WHERE id = (SELECT MAX(id) FROM records_event)")

    altered = putright("verify", "--data", data, "--json")

    assert altered.returncode == 1
    (found,) = json.loads(altered.stdout)["findings"]
    assert set(found) == {"severity", "code", "message", "authority", "where"}
    assert (found["severity"], found["code"]) == ("error", "entry-altered")


def test_a_file_that_is_gone_or_altered_is_named_by_its_case_and_paper(data: Path) -> None:
    with closing(sqlite3.connect(data / "putright.sqlite3")) as store:
        papers = store.execute(
            "SELECT reference, number, stored_as, title FROM records_document JOIN records_case c ON c.id = case_id"
            " WHERE stored_as IS NOT NULL ORDER BY c.id, number"
        ).fetchall()
    (gone, altered) = (papers[0], papers[-1])
    (data / "documents" / gone[2]).unlink()
    (data / "documents" / altered[2]).write_bytes(b"%PDF- altered")

    ended = putright("verify", "--data", data)

    assert ended.returncode == 1
    assert (
        f"{gone[0]}, paper {gone[1]}: the file of paper {gone[1]} is not in the file store [file-missing]"
        in ended.stdout
    )
    what = (
        f"{altered[0]}, paper {altered[1]}: the file of paper {altered[1]} has been altered: it has 13 bytes, and had "
    )
    assert what in ended.stdout
    assert not any(words in ended.stdout for words in (gone[2], gone[3], altered[2], altered[3]))


def test_a_file_that_nobody_names_is_told_apart_and_does_not_change_how_it_ends(data: Path) -> None:
    (data / "documents" / "ab").mkdir(exist_ok=True)
    (data / "documents" / "ab" / ("c" * 62)).write_bytes(b"a stray")
    (data / "documents" / "Gwendolen.pdf").write_bytes(b"put there by hand")

    ended, as_json = putright("verify", "--data", data), putright("verify", "--data", data, "--json")

    assert ended.returncode == as_json.returncode == 0
    assert f"left over: file store: nobody names the file ab/{'c' * 62} [file-unknown]" in ended.stdout
    assert "left over: file store: 1 in the folder of the files that Putright did not put there" in ended.stdout
    assert "all as recorded." in ended.stdout
    assert "Gwendolen" not in ended.stdout + ended.stderr
    assert {found["severity"] for found in json.loads(as_json.stdout)["findings"]} == {"note"}


def test_how_it_can_end_is_said_in_its_help() -> None:
    told = " ".join(putright("verify", "--help").stdout.split())

    assert "Ends with 0 if all is as it was recorded, whatever is left over; with 1 if anything is not; with 2" in told


def test_a_case_that_was_cut_short_shows_against_the_kept_heads(data: Path) -> None:
    reference, count = _longest(data)
    alter(
        data,
        f"DELETE FROM records_event WHERE number = {count} AND case_id = "
        f"(SELECT id FROM records_case WHERE reference = '{reference}')",
        f"UPDATE records_case SET chain_count = {count - 1}, chain_head = (SELECT seal FROM records_event WHERE "
        f"case_id = records_case.id AND number = {count - 1}) WHERE reference = '{reference}'",
    )

    found = putright("verify", "--data", data)

    assert found.returncode == 1
    assert f"{reference}, entry {count}" in found.stdout
    assert "[tail-missing]" in found.stdout


def _longest(data: Path) -> tuple[str, int]:
    with closing(sqlite3.connect(data / "putright.sqlite3")) as store:
        row = store.execute("SELECT reference, chain_count FROM records_case ORDER BY chain_count DESC").fetchone()
    return str(row[0]), int(row[1])


def test_a_file_of_heads_that_cannot_be_read_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "heads").mkdir()
    (tmp_path / "heads" / "2026-04-02.jsonl").write_text("nonsense\n")

    refused = putright("verify", "--data", tmp_path)

    assert refused.returncode == 2
    assert "2026-04-02.jsonl:1: this line is no kept head" in refused.stderr
    assert os.listdir(tmp_path / "heads") == ["2026-04-02.jsonl"]
