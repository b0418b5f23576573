"""Is a draft downloaded as a document, and taken in again when it was edited?"""

from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.gateways.file_kinds import WORD
from tests.casework.offices import a_story
from tests.web.office.desk import Desk
from tests.web.reading import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def desk(signed_in, office):
    desk = Desk(signed_in(office, "mo"), a_story(office).reference)
    desk.does("prepare-response", how_considered="We asked everybody.", apology="We are sorry.")
    return desk


def edited(content):
    document = docx.Document(BytesIO(content))
    (box,) = (
        one for one in document.element.body.iter(f"{W}sdt") if one[0].find(f"{W}tag").get(f"{W}val") == "apology"
    )
    next(box.iter(f"{W}t")).text = "We are sorry that you waited."
    out = BytesIO()
    document.save(out)
    return SimpleUploadedFile("draft.docx", out.getvalue(), content_type=WORD)


def test_goes_out_and_comes_back_as_a_new_version(desk):
    assert "Download the draft to edit it in Word" in read(desk.client.get(desk.address("drafts"))).links
    response = desk.client.get(desk.address("draft.docx"))
    assert response.headers["Content-Type"] == WORD
    assert response.headers["Content-Disposition"] == f'attachment; filename="Draft {desk.reference}.docx"'
    said = desk.does("take-in-draft", file=edited(response.content))

    assert said.startswith("What stands in the boxes is a new version of the draft. Compare it with the version before")
    page = read(desk.client.get(desk.address("drafts")))
    assert page.texts("//del") != []
    assert "".join(page.texts("//ins")) == "sorry that you waited."


def test_without_a_file_says_so(desk):
    assert read(desk.answers("take-in-draft")).problems == [("Choose the edited document", "#file")]


def test_whatever_else_it_is_is_refused_with_what_to_do(desk):
    page = read(
        desk.answers("take-in-draft", file=SimpleUploadedFile("a.txt", b"Only words", content_type="text/plain"))
    )

    assert "Save it as a Word document (.docx) and choose it again" in page.problems[0][0]


def test_is_not_there_for_whoever_may_not_prepare_the_response(desk, signed_in, office):
    assert signed_in(office, "max").get(desk.address("draft.docx")).status_code == 404
