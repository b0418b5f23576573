"""Does `putright organisations` take a list in, say what it changes, and refuse in words what it cannot use?"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.served import environment

MADE_UP = Path(__file__).parents[1] / "gateways" / "organisations"


def ran(*arguments: object) -> Ran:
    command = [sys.executable, "-m", "putright", *(str(argument) for argument in arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=300, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_two_lists_are_read_one_after_the_other_and_then_looked_up(tmp_path: Path) -> None:
    data = ("--data", tmp_path / "data")
    october, november = (MADE_UP / f"epraccur-2026-{month}.csv" for month in (10, 11))

    first = ran("organisations", "load", "epraccur", october, "--dated", "2026-10-01", *data)
    assert (first.code, first.err) == (0, "")
    assert (
        "GP practices (epraccur), list of Thursday 1 October 2026: 20 rows\nNew: 20\n  Z99001 THE FICTIONAL"
        in first.out
    )

    tried = ran("organisations", "load", "epraccur", november, "--dated", "2026-11-01", "--dry-run", *data)
    assert "No longer listed: 1\n  Z99020 FICTIONAL PRACTICE NUMBER 20\n" in tried.out
    assert tried.out.endswith("Nothing was changed: this only says what would be.\n")

    second = ran("organisations", "load", "epraccur", november, "--dated", "2026-11-01", "--json", *data)
    assert json.loads(second.out)["gone"] == ["Z99020"]
    assert json.loads(second.out)["boards_unknown"] == {}

    older = ran("organisations", "load", "epraccur", october, "--dated", "2026-10-01", *data)
    assert older.code == 2
    assert "A list of 2026-11-01 was read already" in older.err

    found = ran("signpost", "--service", "gp", "--gp", "Z99003", "--json", *data)
    assert json.loads(found.out)["first"]["name"] == "Invented Lane Medical Centre"
    assert json.loads(found.out)["alternative"]["body"] == "west-and-north-london-icb"


BEFORE_ANY_DATA = [
    (("epraccur", MADE_UP / "successors.csv", "--dated", "2026-11-01"), "this row has 3 columns, not 27"),
    (("etr", MADE_UP / "epraccur-2026-11.csv", "--dated", "2026-11-01"), "its codes are not those of NHS trusts"),
    (("epraccur", MADE_UP / "epraccur-2026-11.csv", "--dated", "1 November"), "write it like 2026-11-01"),
    (("epraccur", MADE_UP / "epraccur-2026-11.csv"), "--dated"),
    (("epraccurate", MADE_UP / "epraccur-2026-11.csv", "--dated", "2026-11-01"), "epraccur"),
]


@pytest.mark.parametrize(("arguments", "told"), BEFORE_ANY_DATA, ids=[told for _, told in BEFORE_ANY_DATA])
def test_what_cannot_be_used_is_refused_in_words(
    putright: Callable[..., Ran], arguments: tuple[object, ...], told: str
) -> None:
    refused = putright("organisations", "load", *arguments)

    assert refused.code == 2
    assert told in refused.err


def test_a_file_of_successors_that_is_none_is_refused(putright: Callable[..., Ran]) -> None:
    refused = putright("organisations", "successors", MADE_UP / "etr.csv", "--json")

    assert refused.code == 2
    assert refused.value["findings"][0]["message"] == "the first line must be code,became,since"


@pytest.mark.parametrize("what", ["load", "successors", "lists", "find"])
def test_each_says_what_it_takes(putright: Callable[..., Ran], what: str) -> None:
    assert "--data DIR" in putright("organisations", what, "--help").out
