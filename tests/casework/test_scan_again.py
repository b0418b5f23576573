"""Is a file that was found clean scanned again once the scanner knows more, and closed where a virus shows then?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from putright.casework.errors import ActionRefused
from putright.casework.incoming_files import take_in
from putright.casework.queries.papers import document_for
from putright.casework.verification import verify
from putright.casework.virus_scanning import scan_again, scan_what_waits
from putright.gateways.virus_scan import Obstacle
from putright.records.models import Document, Event, StoredFile
from tests.casework.offices import MAUNDY_THURSDAY, Office, a_story, at
from tests.sample_files import PDF
from tests.scanners import NEWER_VERSION, ToldScanner

NOW = at(MAUNDY_THURSDAY)
LATER = NOW + timedelta(hours=1)
UNKNOWN_TODAY = b"a virus that nobody knows of yet"


@pytest.fixture
def scanner() -> ToldScanner:
    """A scanner, to be told what to answer."""
    return ToldScanner()


@pytest.fixture
def office(commisceo: Office, scanner: ToldScanner) -> Office:
    """An office with a scanner that has been seen by the job."""
    made = replace(commisceo, means=replace(commisceo.means, scanner=scanner, takes_unscanned=False))
    scan_what_waits(made.means, now=NOW)
    return made


def sends(office: Office, content: bytes = PDF, *, name: str = "letter.pdf") -> Document:
    """Send a complaint with a file."""
    story = a_story(office, files=(take_in(name, content, now=NOW, means=office.means),))
    return Document.objects.select_related("file", "case").get(kind="attachment", case=story.case)


def learns(scanner: ToldScanner, *viruses: bytes) -> None:
    """Let the scanner fetch newer signatures."""
    scanner.calls_itself = NEWER_VERSION
    scanner.knows += viruses
    scanner.asked.clear()


def test_what_a_file_was_scanned_with_is_kept_with_it(office: Office) -> None:
    paper = sends(office)

    known = StoredFile.objects.get(stored_as=paper.stored_as).signatures_at
    assert known is not None
    assert known.isoformat() == "2026-04-01T08:12:04+00:00"


def test_nothing_is_scanned_again_while_the_scanner_knows_no_more(office: Office, scanner: ToldScanner) -> None:
    sends(office)
    scanner.asked.clear()

    scanned = scan_again(office.means, now=LATER)

    assert (scanned.looked_at, scanned.waiting, scanner.asked) == (0, 0, [])


def test_each_is_scanned_again_once_when_it_knows_more(office: Office, scanner: ToldScanner) -> None:
    sends(office)
    learns(scanner)

    first, second = scan_again(office.means, now=LATER), scan_again(office.means, now=LATER)

    assert (first.looked_at, second.looked_at, scanner.asked) == (1, 0, [PDF])


def test_no_more_than_so_many_at_once_the_longest_ago_first(office: Office, scanner: ToldScanner) -> None:
    papers = [sends(office, PDF + b"%d" % number) for number in range(3)]
    oldest = papers[1].stored_as
    StoredFile.objects.filter(stored_as=oldest).update(signatures_at=NOW - timedelta(days=30))
    learns(scanner)

    scanned = scan_again(office.means, now=LATER, most=1)

    assert (scanned.looked_at, scanned.waiting, scanner.asked) == (1, 2, [PDF + b"1"])
    assert scan_again(office.means, now=LATER, most=9).waiting == 0


def test_one_of_before_this_was_kept_comes_first(office: Office, scanner: ToldScanner) -> None:
    sends(office, PDF + b"known")
    unknown = sends(office, PDF + b"unknown")
    StoredFile.objects.filter(stored_as=unknown.stored_as).update(signatures_at=None)

    scan_again(office.means, now=LATER)

    assert scanner.asked[-1] == PDF + b"unknown"


def test_a_virus_found_then_closes_the_paper_and_is_recorded_on_every_case(
    office: Office, scanner: ToldScanner
) -> None:
    papers = [sends(office, PDF + UNKNOWN_TODAY, name="Gwendolen.pdf") for _ in range(2)]
    other = sends(office)
    learns(scanner, UNKNOWN_TODAY)

    scanned = scan_again(office.means, now=LATER)

    assert (scanned.looked_at, scanned.found) == (2, 1)
    for paper in papers:
        with pytest.raises(ActionRefused, match="file-virus-found"):
            document_for(office.actor("mo"), paper.case.reference, paper.number, now=LATER, means=office.means)
        entry = Event.objects.get(case=paper.case, event="virus_found")
        assert (entry.facts, entry.by_id) == ({"paper": paper.number}, None)
    assert not Event.objects.filter(case=other.case, event="virus_found").exists()
    assert verify(office.means).misfits == ()


@pytest.mark.parametrize("obstacle", Obstacle)
def test_a_file_that_was_clean_stays_open_when_it_cannot_be_scanned_again(
    office: Office, scanner: ToldScanner, obstacle: Obstacle
) -> None:
    paper = sends(office)
    learns(scanner)
    scanner.obstacle = obstacle

    scan_again(office.means, now=LATER)

    assert StoredFile.objects.get(stored_as=paper.stored_as).scan == "clean"


def test_one_that_cannot_be_scanned_does_not_keep_the_others_from_it(office: Office, scanner: ToldScanner) -> None:
    sends(office, PDF + b"slow")
    sends(office, PDF + b"quick")
    learns(scanner)
    scanner.too_slow_for = b"slow"

    assert scan_again(office.means, now=LATER, most=1).waiting == 1
    assert scan_again(office.means, now=LATER, most=1).looked_at == 1
    assert scanner.asked == [PDF + b"slow", PDF + b"quick"]


def test_the_same_content_that_comes_again_is_known_by_the_newer(office: Office, scanner: ToldScanner) -> None:
    paper = sends(office)
    learns(scanner)
    scan_what_waits(office.means, now=LATER)

    sends(office)

    known = StoredFile.objects.get(stored_as=paper.stored_as).signatures_at
    assert known is not None
    assert known.isoformat() == "2026-04-02T08:12:04+00:00"
