"""Can the papers of a case be read, and does nothing that came from outside ever run?"""

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.request_details import request_details
from putright.casework.said import FileSaid
from putright.records.models import Document, ReadLog, StoredFile
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.sample_files import a_heic
from tests.web.reading import read

PICTURE = FileSaid(name="note.txt", media_type="text/plain; charset=utf-8", content=b"<script>alert(1)</script>")


@pytest.fixture
def story(office):
    """A complaint that came with a file, and whose acknowledgement is written."""
    made = a_story(office, files=(PICTURE,))
    made.does(acknowledge, "mo", MAUNDY_THURSDAY)
    return made


def address(story, kind):
    """The address of the first paper of a kind."""
    number = Document.objects.filter(case=story.case, kind=kind).values_list("number", flat=True).first()
    return f"/cases/{story.reference}/papers/{number}"


def test_words_are_read_on_a_page(signed_in, office, story):
    page = read(signed_in(office, "mo").get(address(story, "narrative")))

    assert page.headings[0].endswith("Issue 1, in the person's words")
    assert "I was spoken to rudely at the desk." in page.main
    assert page.links["Back to the case"] == f"/cases/{story.reference}#papers"


def test_words_can_be_saved(signed_in, office, story):
    response = signed_in(office, "mo").get(address(story, "narrative"), {"save": "1"})

    assert response.content.decode() == "I was spoken to rudely at the desk."
    assert response.headers["Content-Disposition"].startswith("attachment; ")


def test_a_letter_of_ours_opens(signed_in, office, story):
    response = signed_in(office, "mo").get(address(story, "letter"))

    assert response.content.startswith(b"%PDF-")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("inline; ")


def test_a_letter_of_ours_can_be_saved(signed_in, office, story):
    response = signed_in(office, "mo").get(address(story, "letter"), {"save": "1"})

    assert response.headers["Content-Disposition"].startswith("attachment; ")


def test_what_came_from_outside_is_only_saved_and_runs_nothing(signed_in, office, story):
    response = signed_in(office, "mo").get(address(story, "attachment"))

    assert response.content == PICTURE.content
    assert response.headers["Content-Disposition"].startswith("attachment; ")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("kind", ["narrative", "letter", "attachment"])
def test_no_paper_is_there_for_another_body(signed_in, neighbour, story, kind):
    assert signed_in(neighbour, "mo").get(address(story, kind)).status_code == 404


def test_a_paper_that_does_not_exist_is_not_there(signed_in, office, story):
    assert signed_in(office, "mo").get(f"/cases/{story.reference}/papers/99").status_code == 404


def test_that_a_paper_was_read_is_logged(signed_in, office, story):
    where = address(story, "narrative")
    signed_in(office, "olu").get(where)

    logged = ReadLog.objects.get(what="paper")
    assert (logged.person_id, f"{logged.document}") == (office.people["olu"], where.rsplit("/", 1)[1])


CLOSED = {
    "held-up": ("Could not be checked for viruses yet", "This file has not been checked for viruses yet"),
    "waiting": ("Being checked for viruses", "This file has not been checked for viruses yet"),
    "virus-found": ("Held back: a virus was found", "A virus was found in this file"),
}


@pytest.mark.parametrize(("scan", "tag", "why"), [(scan, *words) for scan, words in CLOSED.items()])
def test_a_file_that_is_not_known_to_hold_no_virus_is_closed_and_says_so(signed_in, office, story, scan, tag, why):
    StoredFile.objects.filter(documents__kind="attachment").update(scan=scan)
    browser = signed_in(office, "mo")
    page = read(browser.get(f"/cases/{story.reference}"))
    response = browser.get(address(story, "attachment"))

    assert tag in page.main
    assert address(story, "attachment") not in page.links.values()
    assert response.status_code == 422
    assert why in read(response).main
    assert PICTURE.content not in response.content
    assert not ReadLog.objects.filter(what="paper").exists()


def test_a_file_that_nobody_checked_says_so_and_opens(signed_in, office, story):
    page = read(signed_in(office, "mo").get(f"/cases/{story.reference}"))

    assert "Not checked for viruses" in page.main
    assert "Open it only on a device that does." in page.main


@pytest.mark.parametrize("harm", ["altered", "gone"])
def test_a_file_that_is_not_as_it_was_put_is_not_handed_over(signed_in, office, story, harm):
    place = office.means.files.root / Document.objects.get(kind="attachment").stored_as
    place.write_bytes(b"altered") if harm == "altered" else place.unlink()
    response = signed_in(office, "mo").get(address(story, "attachment"))

    assert response.status_code == 422
    assert "Tell whoever looks after Putright" in read(response).main


def test_a_file_is_saved_under_a_name_of_ours(signed_in, office):
    photo = FileSaid(name='x"; filename="evil.exe\r\nX: y.heic', media_type="image/heic", content=a_heic())
    made = a_story(office, files=(photo,))
    response = signed_in(office, "mo").get(address(made, "attachment"))

    number = Document.objects.get(case=made.case, kind="attachment").number
    assert response.headers["Content-Disposition"] == f'attachment; filename="{made.reference}-{number}.heic"'
    assert response.headers["Content-Type"] == "image/heic"


class TestWhereNoFilesAreTaken:
    @pytest.fixture(autouse=True)
    def _none_are_taken(self, day):
        day.PUTRIGHT_TAKES_UNSCANNED = False

    def test_an_action_says_so_at_its_box(self, signed_in, office, story):
        story.does(request_details, "mo", MAUNDY_THURSDAY, wanted="Who was at the desk?")
        page = read(signed_in(office, "mo").get(f"/cases/{story.reference}/record-details"))

        assert "No files are taken at present" in page.main

    def test_the_form_for_a_complaint_says_so_and_asks_for_none(self, signed_in, office):
        page = read(signed_in(office, "mo").get("/complaints/new"))

        assert "No files are taken at present" in page.main
        assert page.texts("//input[@type='file']") == []
