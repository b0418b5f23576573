"""Is what gets installed what was locked, and what gets built whole?"""

import re
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

from tests.architecture.source import PACKAGE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?: ; [^\\]+)? \\$")
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_package_is_pinned_and_hashed_and_no_address_is_named(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()

    strange = [line for line in lines if not _PINNED.match(line) and not _HASH.match(line)]
    unhashed = [
        line
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if _PINNED.match(line) and "--hash" not in after
    ]

    assert strange == []
    assert unhashed == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    groups = PROJECT["dependency-groups"]
    asked = PROJECT["project"]["dependencies"] + groups["build"]
    asked_by_tests = asked + groups["dev"] + PROJECT["project"]["optional-dependencies"]["postgres"]

    assert _names(asked) <= _pins("requirements.txt").keys(), "run `make lock`"
    assert _names(asked_by_tests) <= _pins("requirements-test.txt").keys(), "run `make lock`"


def test_the_lock_of_the_site_lacks_nothing_but_what_is_left_out_by_name() -> None:
    # It is installed without looking for more, so nobody else would notice.
    pins = _pins("requirements.txt").keys()
    asked = [Requirement(line) for name in pins for line in _requires(name)]
    needed = _names([one.name for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})])

    assert needed - pins == set(PROJECT["tool"]["uv"]["exclude-dependencies"])


def test_the_tests_run_with_the_packages_that_the_site_runs_with() -> None:
    site, tests = _pins("requirements.txt"), _pins("requirements-test.txt")

    assert {name: tests.get(name) for name in site} == site


def test_the_wheel_holds_the_shipped_data_and_every_file_of_the_package(tmp_path: Path) -> None:
    built = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))

    with zipfile.ZipFile(built) as wheel:
        held = set(wheel.namelist())

    package = {
        f"putright/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    data = {
        f"putright/shipped/{path.relative_to(ROOT).as_posix()}"
        for kind in ("procedures", "directory", "calendars")
        for path in (ROOT / kind).rglob("*")
        if path.is_file()
    }
    assert package <= held
    assert data <= held


def _names(requirements: list[str]) -> set[str]:
    return {
        re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")
        for requirement in requirements
    }


def _requires(name: str) -> list[str]:
    """Return what an installed package asks for; nothing where this Python or system needs no such package."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def _pins(name: str) -> dict[str, set[str]]:
    """Return the versions pinned of each package; more than one where they differ by version of Python."""
    pins: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if found := _PINNED.match(line):
            pins.setdefault(found["name"], set()).add(found["version"])
    return pins
