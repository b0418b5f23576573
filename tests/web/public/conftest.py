"""What do the tests of the public pages share? An organisation or two that take complaints, on Maundy Thursday 2026."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from putright.gateways.clock import FixedClock
from tests.casework.conftest import _protected_again, committed
from tests.casework.offices import MAUNDY_THURSDAY, Office, an_office, at

__all__ = ["_protected_again", "committed"]


@pytest.fixture
def day(settings: LazySettings, tmp_path: Path) -> LazySettings:
    """Serve as at 10 in the morning of Thursday 2 April 2026, and return the settings to change further."""
    settings.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY))
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings


@pytest.fixture
def commisceo(db: None, day: LazySettings, tmp_path: Path) -> Office:
    """Commisceo's office."""
    return an_office(tmp_path / "files", procedure="commisceo")


@pytest.fixture
def living_well(db: None, day: LazySettings, tmp_path: Path) -> Office:
    """Living Well's office."""
    return an_office(tmp_path / "files", procedure="living-well-partnership")
