"""Does a scanner that hangs keep nobody waiting for longer than a moment, and is that said to an administrator?"""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.casework.scanner_watch import PAGE_SECONDS
from putright.gateways.virus_scan import Clamd
from putright.records.models import Document, VirusScanner
from tests.casework.offices import a_story
from tests.gateways.clamd_server import Talk, clamd
from tests.sample_files import PDF
from tests.scanners import ToldScanner
from tests.web.office.desk import Desk
from tests.web.reading import read

# What a page does besides, on a machine that is busy with other tests.
BESIDES = 3.0
PAGE = "/administration/background-work"


@pytest.fixture
def desk(signed_in, office):
    """The desk of Mo, on a case in which details were asked for."""
    desk = Desk(signed_in(office, "mo"), a_story(office).reference)
    desk.does("request-details", wanted="The letter", channel="telephone")
    return desk


def sends_details(desk, name="letter.pdf"):
    """Record details that came with a file; return how many seconds it took."""
    file = SimpleUploadedFile(name, PDF + name.encode())
    began = time.monotonic()
    desk.does("record-details", words="What the person sent.", file=file)
    return time.monotonic() - began


def test_a_scanner_that_hangs_holds_up_one_page_for_a_moment_and_the_next_not_at_all(desk, day):
    asked = []

    def hangs(talk: Talk) -> None:
        asked.append(1)
        talk.hang()

    with clamd(hangs) as address:
        day.PUTRIGHT_SCANNER, day.PUTRIGHT_TAKES_UNSCANNED = Clamd(address=address, seconds=20), False
        first = sends_details(desk)
        sends_details(desk, "another.pdf")

    assert PAGE_SECONDS <= first < PAGE_SECONDS + BESIDES
    assert len(asked) == 1
    assert set(Document.objects.filter(kind="attachment").values_list("file__scan", flat=True)) == {"held-up"}
    assert "Could not be checked for viruses yet" in desk.page.main


class TestThePageOfBackgroundWork:
    def test_says_since_when_it_does_not_answer_and_how_many_files_wait(self, desk, day, signed_in, office):
        day.PUTRIGHT_SCANNER, day.PUTRIGHT_TAKES_UNSCANNED = Clamd(address="tcp://127.0.0.1:9", seconds=1), False
        sends_details(desk)
        page = read(signed_in(office, "ada").get(PAGE))

        assert "The virus scanner does not answer" in page.main
        assert "Since 2 April 2026 at 10am the virus scanner could not be reached." in page.main
        assert "1 file waits" in page.main

    def test_says_how_new_what_it_knows_is(self, day, signed_in, office):
        day.PUTRIGHT_SCANNER = ToldScanner()
        page = read(signed_in(office, "ada").get(PAGE))
        assert "The scanner has not been asked yet" in page.main

        VirusScanner.objects.create(signatures_at="2026-04-01T08:12:04Z", seen_at="2026-04-02T08:55:00Z")
        page = read(signed_in(office, "ada").get(PAGE))
        assert "The scanner knows the viruses of 1 April 2026" in page.main

    def test_says_where_none_is_set_up(self, signed_in, office):
        assert "Checking files for viruses Is not set up" in read(signed_in(office, "ada").get(PAGE)).main


def test_several_files_of_one_page_share_the_time_that_a_page_may_wait(desk, day, signed_in, office):
    told = ToldScanner()
    day.PUTRIGHT_SCANNER, day.PUTRIGHT_TAKES_UNSCANNED = told, False
    files = {f"file_{number}": SimpleUploadedFile(f"{number}.pdf", PDF) for number in (1, 2)}

    signed_in(office, "mo").post("/complaints/new", {"issues": "1", **files})

    assert told.given == [PAGE_SECONDS / 2] * 2
