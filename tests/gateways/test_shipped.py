"""Where do the shipped data files stand, in a checkout and when installed?"""

from pathlib import Path

import pytest

from putright.gateways.shipped import KINDS, shipped


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_checkout_they_stand_at_its_root(kind: str) -> None:
    root = Path(__file__).resolve().parents[2]

    assert shipped(kind) == root / kind
    assert shipped(kind).is_dir()


def test_installed_they_stand_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "putright"

    assert shipped("calendars", package=package, checkout=tmp_path) == package / "shipped" / "calendars"


def test_somebody_elses_project_around_the_package_is_not_our_checkout(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    package = tmp_path / ".venv" / "putright"

    assert shipped("calendars", package=package, checkout=tmp_path) == package / "shipped" / "calendars"


def test_what_is_not_shipped_is_refused_with_what_is() -> None:
    with pytest.raises(ValueError, match="procedures, directory, calendars"):
        shipped("letters")
