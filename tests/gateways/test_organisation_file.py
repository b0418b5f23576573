"""Is a published list of organisations read as it is published, and a bad one refused with line and cure?"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from putright.domain.organisations import Report, Standing
from putright.gateways import organisation_file
from putright.gateways.file_errors import FileRefused
from putright.gateways.organisation_file import read_list
from putright.gateways.successor_file import Successor, read_successors

MADE_UP = Path(__file__).parent / "organisations"
OLDER, NEWER = MADE_UP / "epraccur-2026-10.csv", MADE_UP / "epraccur-2026-11.csv"


class TestAList:
    def test_every_row_is_read_and_stands_in_the_order_of_the_codes(self) -> None:
        read = read_list(OLDER, Report.PRACTICES)

        assert [row.code for row in read.rows] == [f"Z99{number:03}" for number in range(1, 21)]

    def test_a_row_says_what_the_columns_say(self) -> None:
        row = next(row for row in read_list(OLDER, Report.PRACTICES).rows if row.code == "Z99003")

        assert (row.name, row.board, row.parent, row.setting) == ("INVENTED LANE MEDICAL CENTRE", "QRV", "W2U3Z", "4")
        assert (row.address, row.postcode) == ("3 INVENTED LANE, LONDON", "ZZ98 1AA")
        assert (row.telephone, row.opened_on, row.closed_on) == ("020 7946 0003", date(1974, 4, 1), None)

    @pytest.mark.parametrize("path", [OLDER, NEWER])
    def test_how_an_organisation_stands_is_read_in_letters_and_in_words(self, path: Path) -> None:
        stands = {row.code: row.standing for row in read_list(path, Report.PRACTICES).rows}

        assert (stands["Z99001"], stands["Z99005"]) == (Standing.ACTIVE, Standing.CLOSED)

    def test_a_trust_stands_though_its_list_does_not_say_so(self) -> None:
        assert [row.standing for row in read_list(MADE_UP / "etr.csv", Report.TRUSTS).rows] == [Standing.ACTIVE] * 2

    def test_a_heading_is_passed_over(self, changed: Callable[..., Path]) -> None:
        heading = ",".join(f'"{words}"' for words in ("Organisation Code", *("Name" for _ in range(26))))

        assert read_list(changed(before=heading), Report.PRACTICES).rows == read_list(OLDER, Report.PRACTICES).rows

    def test_the_digest_tells_one_file_from_another(self) -> None:
        digests = {read_list(path, Report.PRACTICES).digest for path in (OLDER, OLDER, NEWER)}

        assert len(digests) == 2


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """The older list with a text put in place of another, or a line before or after it."""

    def write(old: str = "", new: str = "", *, before: str = "", after: str = "") -> Path:
        text = OLDER.read_text()
        assert old in text
        path = tmp_path / "list.csv"
        lines = [*([before] if before else []), *text.replace(old, new).splitlines(), *([after] if after else [])]
        path.write_text("\n".join(lines) + "\n")
        return path

    return write


BAD = [
    ('"Z99002"', '"z99002"', 2, "'z99002' is no code of an organisation"),
    ('"Z99002"', '""', 2, "'' is no code of an organisation"),
    ('"Z99002","DR O\'FICTION & PARTNERS"', '"Z99002"," "', 2, "the name is missing"),
    ('"20200331","C"', '"2020-03-31","C"', 5, "'2020-03-31' is no date: dates are written like 20260401"),
    ('"20200331","C"', '"20200231","C"', 5, "'20200231' is no date"),
    ('"20200331","C"', '"20200331","X"', 5, "'X' is no way in which an organisation stands"),
    ('"Z99003",', '"Z99003","",', 3, "this row has 28 columns, not 27"),
    ('"Z99003"', '"Z99001"', 3, "Z99001 stands already on line 1"),
    ("INVENTED LANE MEDICAL", "X" * 200, 3, "the name is longer than 200 characters"),
    ('"ZZ98 1AA"', '"ZZ98 1AA ENGLAND"', 3, "the postcode is longer than 10 characters"),
]


@pytest.mark.parametrize(("old", "new", "line", "told"), BAD, ids=[told for *_, told in BAD])
def test_a_wrong_row_is_refused_with_line_and_cure(
    changed: Callable[..., Path], old: str, new: str, line: int, told: str
) -> None:
    with pytest.raises(FileRefused) as refused:
        read_list(changed(old, new), Report.PRACTICES)

    assert f"list.csv:{line}: {told}" in str(refused.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the list is empty"),
        (b"\n\n", "the list is empty"),
        (b"PK\x03\x04 and so on", "take out the .csv that is in it"),
        (b'"caf\xe9"', "not text in UTF-8"),
        (b'"Z99001","A\x00B"', "not text in UTF-8"),
        (b"<!DOCTYPE html><title>Sign in</title>", "this row has 1 columns, not 27"),
    ],
)
def test_a_file_that_is_no_list_is_refused_whole(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)

    with pytest.raises(FileRefused, match=told):
        read_list(path, Report.PRACTICES)


def test_one_list_is_not_taken_for_another() -> None:
    with pytest.raises(FileRefused, match=r"its codes are not those of NHS trusts: is it the list etr\?"):
        read_list(OLDER, Report.TRUSTS)
    with pytest.raises(FileRefused, match="not those of GP practices"):
        read_list(MADE_UP / "etr.csv", Report.PRACTICES)


def test_a_file_that_is_not_there_or_too_large_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileRefused, match=r"nowhere\.csv:1: the file cannot be read \(No such file or directory\)"):
        read_list(tmp_path / "nowhere.csv", Report.PRACTICES)
    monkeypatch.setattr(organisation_file, "LARGEST", 1000)
    with pytest.raises(FileRefused, match="larger than any list"):
        read_list(OLDER, Report.PRACTICES)


def test_of_many_errors_the_first_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("x\n" * 50)

    with pytest.raises(FileRefused) as refused:
        read_list(path, Report.PRACTICES)

    assert len(refused.value.errors) == 21
    assert str(refused.value).endswith("list.csv:50: and 30 more")


class TestSuccessors:
    def test_each_line_is_one(self) -> None:
        assert read_successors(MADE_UP / "successors.csv") == (
            Successor(code="Z99004", became="Z99021", since=date(2026, 11, 1)),
        )

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("", "1: the first line must be code,became,since"),
            ("code,since\n", "1: the first line must be code,became,since"),
            ("code,became,since\nA1\n", "2: this row has 1 columns, not 3"),
            ("code,became,since\nA1,Z99001,2026-11-01\n", "2: 'A1' is no code"),
            ("code,became,since\nZ99001,Z99001,2026-11-01\n", "2: Z99001 cannot take its own place"),
            ("code,became,since\nZ99001,Z99002,soon\n", "2: 'soon' is no date: write it like 2026-04-01"),
            ("code,became,since\nZ99001,Z99002,2026-11-01\nZ99001,Z99002,2026-11-02\n", "3: Z99001 to Z99002 stands"),
        ],
    )
    def test_a_wrong_one_is_refused_with_line_and_cure(self, tmp_path: Path, text: str, told: str) -> None:
        path = tmp_path / "successors.csv"
        path.write_text(text)

        with pytest.raises(FileRefused) as refused:
            read_successors(path)

        assert f"successors.csv:{told}" in str(refused.value)
