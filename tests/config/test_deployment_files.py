"""Does `putright check --deploy` say that pages leave the virus scanner alone, and how many files wait for it?"""

from datetime import datetime

import pytest
from django.conf import LazySettings

from putright.casework.scanner_watch import note_away
from putright.config.deployment_files import file_concerns
from putright.gateways.clock import LONDON
from putright.gateways.virus_scan import Obstacle
from putright.records.models import StoredFile
from tests.scanners import ToldScanner

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 4, 2, 10, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def _scanner(settings: LazySettings) -> None:
    settings.PUTRIGHT_SCANNER = ToldScanner()


def a_file(scan: str) -> None:
    StoredFile.objects.create(stored_as=f"{scan}/{StoredFile.objects.count()}", size=1, scan=scan, made_at=NOW)


def test_nothing_is_said_while_it_answers_and_nothing_waits() -> None:
    a_file("clean")

    assert list(file_concerns()) == []


def test_a_scanner_that_pages_leave_alone_is_told_with_how_many_files_wait() -> None:
    note_away(Obstacle.TIMED_OUT, now=NOW)
    a_file("held-up")
    a_file("held-up")

    (told,) = file_concerns()

    assert told.code == "scanner-left-alone"
    assert told.says == (
        "Since 2 April 2026 at 10am the virus scanner has not answered, so pages leave it alone: the virus scanner"
        " did not answer in time. Files are taken, and stay closed: 2 wait."
    )


def test_files_that_wait_for_one_that_answers_are_told() -> None:
    a_file("held-up")

    assert [told.code for told in file_concerns()] == ["files-wait-for-scanner"]


def test_nothing_is_said_where_none_is_set_up(settings: LazySettings) -> None:
    settings.PUTRIGHT_SCANNER = None
    a_file("held-up")

    assert list(file_concerns()) == []
