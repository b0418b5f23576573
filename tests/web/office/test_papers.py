"""Can the papers of a case be read, and does nothing that came from outside ever run?"""

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.said import FileSaid
from putright.records.models import Document, ReadLog
from tests.casework.offices import MAUNDY_THURSDAY, a_story
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
