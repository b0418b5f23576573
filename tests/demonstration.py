"""Which demonstration do the tests look at? One, made once a run by the real command, for whichever test asks first.

It takes half a minute to make and nothing to copy: every test that wants one is given a copy of its own.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.served import environment

DAY = "2026-04-02"  # the day before Good Friday


def demonstration(tmp_path_factory: pytest.TempPathFactory, into: Path) -> Path:
    """Put a demonstration as at DAY into a folder that is not there yet, and return that folder."""
    kept = of_the_run(tmp_path_factory) / "demonstration"
    with one_at_a_time(kept.with_suffix(".lock")):
        if not kept.exists():
            made = putright("demo", "--data", kept, "--as-at", DAY)
            assert made.returncode == 0, made.stderr
    return Path(shutil.copytree(kept, into))


def putright(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own, as a person does."""
    command = [sys.executable, "-m", "putright", *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=300, check=False)


def of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of a run share: each worker of pytest-xdist has its own inside it."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Let one process do this while the others wait."""
    with open(lock, "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
