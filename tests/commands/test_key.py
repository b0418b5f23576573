"""Is the secret key changed step by step, by `putright key`, and never lost on the way?"""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.served import environment

OLD = "an-old-key-of-the-tests"


def putright(*said: object, **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run a command as a person would type it."""
    command = [sys.executable, "-m", "putright", *(str(each) for each in said)]
    surroundings = environment(**settings)
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env=surroundings, check=False)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """The key of a data folder that is served already."""
    file = tmp_path / "data" / "secret-key"
    file.parent.mkdir(mode=0o700)
    file.write_text(OLD)
    return file


def test_step_by_step(key: Path) -> None:
    before = putright("key", "--data", key.parent)
    new = putright("key", "--new", "--data", key.parent)
    first, second = key.read_text().split()
    stands = putright("key", "--data", key.parent)
    carried = putright("key", "--carry-over", "--data", key.parent)
    gone = putright("key", "--drop-older", "--data", key.parent)

    assert before.stdout == "There is one secret key.\n"
    assert new.returncode == 0
    assert (second, len(first)) == (OLD, 64)
    assert stands.stdout.startswith("There are 2 secret keys: the first makes, the others are read with.\nApps that")
    assert carried.stdout.startswith("Apps sealed under the first key now: 0.\n")
    assert (gone.returncode, key.read_text().split()) == (0, [first])
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert OLD not in "".join(ran.stdout + ran.stderr for ran in (before, new, stands, carried, gone))
    assert [file.name for file in key.parent.glob("secret-key*")] == ["secret-key"]


def test_a_key_in_a_file_of_its_own_is_changed_there(key: Path, tmp_path: Path) -> None:
    own = tmp_path / "own-key"
    own.write_text(f"{OLD}\n")
    done = putright("key", "--new", "--data", key.parent, secret_key_file=str(own))

    assert done.returncode == 0, done.stderr
    assert own.read_text().split()[1:] == [OLD]
    assert key.read_text() == OLD


def test_a_key_in_the_environment_is_changed_there(key: Path) -> None:
    done = putright("key", "--new", "--data", key.parent, secret_key=OLD)

    assert done.returncode == 2
    assert "PUTRIGHT_SECRET_KEY: change it there. Put the new one first" in done.stderr
    assert key.read_text() == OLD


def test_where_there_is_no_site_there_is_nothing_to_change(tmp_path: Path) -> None:
    done = putright("key", "--new", "--data", tmp_path)

    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
