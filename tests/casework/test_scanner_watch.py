"""Does a scanner that hangs keep one page waiting and no other, and is what came meanwhile scanned once it is back?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connections

from putright.casework.incoming_files import take_in
from putright.casework.scanner_watch import LEFT_ALONE_FOR, ScannerSeen, note_away, scanner_seen
from putright.casework.virus_scanning import scan_what_waits
from putright.domain.scanning import Scan
from putright.gateways.virus_scan import Obstacle
from putright.records.models import Document, VirusScanner
from tests.casework.offices import MAUNDY_THURSDAY, Office, a_story, an_office, at
from tests.sample_files import PDF
from tests.scanners import ToldScanner

NOW = at(MAUNDY_THURSDAY)
SOON = NOW + timedelta(minutes=1)
LATER = NOW + LEFT_ALONE_FOR


@pytest.fixture
def scanner() -> ToldScanner:
    """A scanner, to be told what to answer."""
    return ToldScanner()


@pytest.fixture
def office(commisceo: Office, scanner: ToldScanner) -> Office:
    """An office with a scanner."""
    return replace(commisceo, means=replace(commisceo.means, scanner=scanner, takes_unscanned=False))


def taken(office: Office, content: bytes = PDF, *, now: object = NOW) -> Scan:
    """How far the looking for viruses has come in a file that comes in."""
    return take_in("letter.pdf", content, now=now, means=office.means).scan  # type: ignore[arg-type]  # an instant


class TestAScannerThatDoesNotAnswer:
    @pytest.mark.parametrize("obstacle", [Obstacle.UNREACHABLE, Obstacle.TIMED_OUT])
    def test_is_asked_once_and_then_left_alone(self, office: Office, scanner: ToldScanner, obstacle: Obstacle) -> None:
        scanner.obstacle = obstacle

        scans = [taken(office), taken(office, now=SOON), taken(office, now=LATER - timedelta(seconds=1))]

        assert scans == [Scan.HELD_UP] * 3
        assert len(scanner.asked) == 1
        assert scanner_seen(office.means) == ScannerSeen(is_set_up=True, away_since=NOW, obstacle=obstacle)

    def test_is_asked_again_by_one_when_it_has_been_left_alone_long_enough(
        self, office: Office, scanner: ToldScanner
    ) -> None:
        scanner.obstacle = Obstacle.TIMED_OUT
        taken(office)

        taken(office, now=LATER)
        taken(office, now=LATER)

        assert len(scanner.asked) == 2
        assert scanner_seen(office.means).away_since == NOW

    def test_is_asked_each_time_once_it_answers(self, office: Office, scanner: ToldScanner) -> None:
        scanner.obstacle = Obstacle.TIMED_OUT
        taken(office)
        scanner.obstacle = None

        assert [taken(office, now=LATER), taken(office, now=LATER)] == [Scan.CLEAN] * 2
        assert scanner_seen(office.means).away_since is None

    def test_is_not_left_alone_for_ever_by_a_clock_that_was_put_back(
        self, office: Office, scanner: ToldScanner
    ) -> None:
        note_away(Obstacle.TIMED_OUT, now=NOW + timedelta(days=400))

        assert taken(office) == Scan.CLEAN

    def test_that_fails_over_one_file_is_not_left_alone(self, office: Office, scanner: ToldScanner) -> None:
        for obstacle in (Obstacle.TOO_LARGE, Obstacle.FAILED):
            scanner.obstacle = obstacle
            assert taken(office) == Scan.HELD_UP

        assert len(scanner.asked) == 2
        assert not VirusScanner.objects.exists()


class TestTheJob:
    def test_scans_what_came_meanwhile_and_says_that_the_scanner_is_back(
        self, office: Office, scanner: ToldScanner
    ) -> None:
        scanner.obstacle = Obstacle.TIMED_OUT
        for number in range(2):
            a_story(office, files=(take_in(f"{number}.pdf", PDF + b"%d" % number, now=NOW, means=office.means),))
        scanner.obstacle = None

        scanned = scan_what_waits(office.means, now=SOON)

        assert (scanned.looked_at, scanned.waiting) == (2, 0)
        assert set(Document.objects.filter(kind="attachment").values_list("file__scan", flat=True)) == {"clean"}
        assert taken(office, now=SOON) == Scan.CLEAN

    def test_sends_no_file_to_a_scanner_that_is_away(self, office: Office, scanner: ToldScanner) -> None:
        scanner.obstacle = Obstacle.TIMED_OUT
        a_story(office, files=(take_in("letter.pdf", PDF, now=NOW, means=office.means),))
        scanner.asked.clear()

        assert scan_what_waits(office.means, now=SOON).waiting == 1
        assert (len(scanner.asked), len(scanner.looked_for)) == (0, 1)

    def test_sees_that_it_is_back_though_nothing_waits(self, office: Office, scanner: ToldScanner) -> None:
        note_away(Obstacle.UNREACHABLE, now=NOW)

        scan_what_waits(office.means, now=SOON)

        seen = scanner_seen(office.means)
        assert (seen.away_since, seen.obstacle, seen.seen_at) == (None, None, SOON)
        assert seen.signatures_at is not None
        assert seen.signatures_at.isoformat() == "2026-04-01T08:12:04+00:00"

    def test_goes_on_past_a_file_over_which_the_scanner_takes_too_long(
        self, office: Office, scanner: ToldScanner
    ) -> None:
        scanner.obstacle = Obstacle.UNREACHABLE
        for content in (PDF + b"slow", PDF + b"quick"):
            a_story(office, files=(take_in("letter.pdf", content, now=NOW, means=office.means),))
        scanner.obstacle, scanner.too_slow_for = None, b"slow"

        first = scan_what_waits(office.means, now=SOON)
        scanner.asked.clear()
        again = scan_what_waits(office.means, now=SOON + timedelta(minutes=5))
        within_the_hour = len(scanner.asked)
        scan_what_waits(office.means, now=SOON + timedelta(hours=2))

        assert (first.looked_at, first.waiting, again.waiting) == (1, 1, 1)
        assert (within_the_hour, len(scanner.asked)) == (0, 1)
        assert scanner_seen(office.means).away_since is None


@pytest.mark.usefixtures("committed")
def test_of_many_pages_that_come_when_that_is_over_one_asks(tmp_path: object, scanner: ToldScanner) -> None:
    office = an_office(tmp_path, procedure="commisceo")  # type: ignore[arg-type]  # a folder
    office = replace(office, means=replace(office.means, scanner=scanner, takes_unscanned=False))
    scanner.obstacle = Obstacle.TIMED_OUT
    taken(office)
    pages = 6
    ready = Barrier(pages)

    together([lambda: (ready.wait(), taken(office, now=LATER))] * pages)

    assert len(scanner.asked) == 2


def together(things: list[Callable[[], object]]) -> None:
    """Do things at the same time, each with a connection of its own."""

    def go(thing: Callable[[], object]) -> None:
        try:
            thing()
        finally:
            connections.close_all()

    threads = [Thread(target=go, args=(thing,)) for thing in things]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
