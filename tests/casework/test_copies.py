"""Does a copy of the file truly lack what was taken out of it, with a log of it all, and is the file untouched?"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pytest
import typst
from PIL import Image

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.begin_copy import begin_copy
from putright.casework.actions.check_copy import check_copy
from putright.casework.actions.end_copy import end_copy
from putright.casework.actions.give_copy import give_copy
from putright.casework.actions.mark_copy import mark_copy
from putright.casework.actions.unmark_copy import unmark_copy
from putright.casework.copies import copy_numbered, every_copy
from putright.casework.errors import ActionRefused, StaleCase
from putright.casework.queries.papers import document_for
from putright.casework.said import FileSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.copies import CopyFor, WhyOut
from putright.domain.scanning import Scan
from putright.gateways.file_store import FileStore
from putright.gateways.pdf_pages import words_of
from putright.records.models import Appointment, Document, Event, OutboxLetter
from tests.casework.offices import Office, Story, a_story, at

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
NOTES = """#set document(title: "Notes of Quill Umber", author: "Gwendolen")
#set text(font: "Liberation Sans")
In bed four was Quill Umber. The nurse was kind.
#pagebreak()
Counsel advises that Quintessence be paid.
#pagebreak()
The door did not shut."""


def a_pdf() -> bytes:
    made = typst.compile(NOTES.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def a_photo() -> bytes:
    """A picture in two colours, the upper half red, in which the camera wrote who took it."""
    image = Image.new("RGB", (200, 200), "blue")
    image.paste("red", (0, 0, 200, 100))
    exif = Image.Exif()
    exif[0x013B] = "Gwendolen"  # the artist
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, quality=95)
    return out.getvalue()


def everything_in(content: bytes) -> bytes:
    """All that a PDF holds, its streams unpacked: what anybody could find in it."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        streams = [one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream) and _is_words(one)]
        return content + b"".join(streams) + repr(opened.docinfo).encode() + "".join(words_of(content)).encode()


def _is_words(one: pikepdf.Stream) -> bool:
    return one.get("/Subtype") != "/Image"


def pictures_in(content: bytes) -> Iterator[Image.Image]:
    with pikepdf.open(io.BytesIO(content)) as opened:
        for page in opened.pages:
            for picture in page.get_images().values():
                assert isinstance(picture, pikepdf.Stream)
                yield pikepdf.PdfImage(picture).as_pil_image().convert("RGB")


@pytest.fixture
def story(commisceo: Office) -> Story:
    story = a_story(
        commisceo,
        files=(
            FileSaid(name="Quill Umber.pdf", media_type="application/pdf", content=a_pdf(), scan=Scan.CLEAN),
            FileSaid(name="photo.jpg", media_type="image/jpeg", content=a_photo(), scan=Scan.CLEAN),
            FileSaid(name="notes.docx", media_type="application/zip", content=b"PK", scan=Scan.CLEAN),
        ),
    )
    story.does(add_file_note, "olu", TUESDAY, words="Quill\nUmber rang. Their number is 01632 960999. Pat was kind.")
    story.does(add_file_note, "olu", TUESDAY, words="Zinnia is somebody else.")
    return story


def numbered(story: Story, kind: str = "", title: str = "") -> int:
    rows = Document.objects.filter(case=story.case, title__startswith=title).order_by("-number")
    return (rows.filter(kind=kind) if kind else rows).values_list("number", flat=True)[0]


def begun(story: Story, **said: Any) -> None:
    story.does(begin_copy, "olu", TUESDAY, **{"to": CopyFor.PERSON, "why": "They asked for it.", **said})


def marked(story: Story, **said: Any) -> None:
    story.does(mark_copy, "olu", TUESDAY, **{"why": WhyOut.SOMEBODY_ELSE, **said})


def looked_over(story: Story, who: str = "mo", *, is_ready: bool = True) -> None:
    story.does(check_copy, who, WEDNESDAY, is_ready=is_ready, words="" if is_ready else "Their number is in it.")


def given(story: Story, **said: Any) -> bytes:
    """Send the copy, and return it."""
    story.does(give_copy, "olu", WEDNESDAY, **said)
    row = Document.objects.filter(case=story.case, kind="copy").latest("number")
    return story.office.means.files.read(row.stored_as or "")


def refused(story: Story, action: Any, who: str = "olu", **said: Any) -> str:
    with pytest.raises(ActionRefused) as caught:
        story.does(action, who, WEDNESDAY, **said)
    return caught.value.refusal.code


def test_what_is_taken_out_is_nowhere_in_the_copy_and_the_file_is_untouched(story: Story) -> None:
    before = list(Document.objects.filter(case=story.case).order_by("number").values_list("number", "digest"))
    pdf, zinnia = numbered(story, title="Quill Umber"), numbered(story, kind="file-note")
    begun(story)
    marked(story, words=["Quill Umber", "01632 960999"])
    marked(story, papers=[pdf], pages=(2,), why=WhyOut.LEGAL_ADVICE)
    marked(story, papers=[zinnia], why=WhyOut.NOT_ASKED_FOR)
    looked_over(story)

    copy = given(story)

    words = " ".join(" ".join(words_of(copy)).split())
    for gone in ("Quill", "Umber", "960999", "Quintessence", "Zinnia", "Gwendolen"):
        assert gone.encode() not in everything_in(copy), gone
        assert gone not in words
    assert (
        "Left out: It is about somebody else rang. Their number is Left out: It is about somebody else . Pat" in words
    )
    assert "I was spoken to rudely at the desk." in words
    assert "Left out: It is advice of a lawyer, or was written to get it" in words
    assert f"Paper {zinnia} Left out. It is not part of what was asked for." in words
    assert "Left out. It cannot be shown on a page." in words
    assert (
        list(Document.objects.filter(case=story.case).order_by("number").values_list("number", "digest"))[: len(before)]
        == before
    )
    assert verify(story.office.means).misfits == ()


def test_a_page_that_came_from_outside_is_a_picture_and_nothing_lies_beneath(story: Story) -> None:
    begun(story)
    marked(story, words=["Quill Umber"])
    looked_over(story)

    copy = given(story)

    # Three pages and a photograph; none of their words, those that stay among them, can be read out of the copy.
    assert len(list(pictures_in(copy))) == 4
    assert "The door did not shut" not in " ".join(words_of(copy))


def test_a_band_across_a_picture_is_black_and_what_the_camera_wrote_is_gone(story: Story) -> None:
    begun(story)
    marked(story, papers=[numbered(story, title="photo")], pages=(1,), band=(0, 50))
    looked_over(story)

    photo = next(each for each in pictures_in(given(story)) if each.width == each.height)

    upper = photo.crop((0, 0, photo.width, photo.height * 49 // 100))
    lower = photo.crop((0, photo.height * 51 // 100, photo.width, photo.height))
    assert upper.getcolors() == [(upper.width * upper.height, (0, 0, 0))]
    assert lower.resize((1, 1)).tobytes()[2] > 200


def test_the_log_says_what_was_taken_out_by_whom_and_keeps_what_was_put_back(story: Story) -> None:
    begun(story)
    marked(story, words=["Quill Umber"])
    marked(story, papers=[numbered(story, kind="file-note")])
    story.does(unmark_copy, "mo", TUESDAY, mark=2)

    copy = copy_numbered(story.case, 1)

    assert copy is not None
    assert [(mark.number, mark.words, mark.by, mark.taken_back_by) for mark in copy.marks] == [
        (1, "Quill Umber", "Olu Officer", ""),
        (2, "", "Olu Officer", "Mo Manager"),
    ]
    assert [mark.number for mark in copy.standing] == [1]
    log = document_for(story.office.actor("olu", WEDNESDAY), story.reference, copy.paper, now=at(WEDNESDAY))
    assert log.content.decode().splitlines()[-2:] == [
        "1. “Quill Umber” in every paper. It is about somebody else. Taken out by Olu Officer, Tuesday 7 April 2026.",
        "2. All of paper 6. It is about somebody else. Taken out by Olu Officer, Tuesday 7 April 2026."
        " Put back by Mo Manager.",
    ]
    events = [
        (row.event, row.facts.get("copy")) for row in Event.objects.filter(case=story.case, event__startswith="copy")
    ]
    assert events == [("copy_begun", 1), ("copy_marked", 1), ("copy_marked", 1), ("copy_unmarked", 1)]
    assert "Quill" not in repr([row.facts for row in Event.objects.filter(case=story.case)])


def test_the_letter_says_what_kind_of_thing_is_left_out_and_names_nothing_of_it(story: Story) -> None:
    begun(story)
    marked(story, words=["Quill Umber"])
    marked(story, papers=[numbered(story, title="Quill Umber")], pages=(2, 3), why=WhyOut.LEGAL_ADVICE)
    looked_over(story)
    given(story)

    letter = OutboxLetter.objects.get(case=story.case, name="copy-enclosed")
    words = " ".join(" ".join(words_of(story.office.means.files.read(letter.document.stored_as or ""))).split())

    assert "What we left out: words. This is about somebody else." in words
    assert "What we left out: 2 whole pages. This is advice from a lawyer." in words
    assert "What we left out: 1 whole paper. We cannot print this." in words
    assert "Information Commissioner" in words
    assert "Quill" not in words
    assert letter.records[0] == {"event": "copy_given", "facts": {"copy": 1}}


def test_somebody_else_gets_it_at_the_address_that_was_given(story: Story) -> None:
    begun(story, to=CopyFor.COURT, name="HM Coroner", address=("1 Court Road", "Exampleton"), why="An inquest.")
    looked_over(story)
    given(story, channel=Channel.IN_PERSON)

    letter = OutboxLetter.objects.get(case=story.case, name="copy-for-somebody")
    words = " ".join(words_of(story.office.means.files.read(letter.document.stored_as or "")))

    assert "HM Coroner" in words
    assert "1 Court Road" in words
    assert "We left nothing out." not in words  # the file that cannot be printed is not in it
    assert story.case.events.filter(event="copy_given", facts__copy=1).exists()


def test_what_came_later_and_the_logs_are_in_no_copy(story: Story) -> None:
    begun(story)
    story.does(add_file_note, "olu", TUESDAY, words="This came later.")
    looked_over(story)
    first = given(story, channel=Channel.IN_PERSON)
    begun(story)
    looked_over(story)

    second = " ".join(words_of(given(story)))

    assert "This came later." not in " ".join(words_of(first))
    assert "This came later." in second
    assert not re.search(r"What is taken out of|Copy 1 as it was sent", second)
    assert [copy.number for copy in every_copy(story.case)] == [2, 1]


class TestRefusals:
    def test_nobody_looks_over_what_they_worked_on_and_it_does_not_go_without(self, story: Story) -> None:
        begun(story)
        assert refused(story, check_copy, "olu", is_ready=True) == "own-copy"
        assert refused(story, give_copy) == "not-looked-over"
        looked_over(story, is_ready=False)
        assert refused(story, give_copy) == "sent-back"
        looked_over(story)
        marked(story, words=["Pat"])
        assert refused(story, give_copy) == "not-looked-over"

    def test_in_a_team_of_two_whoever_sends_it_answers_for_it(self, story: Story) -> None:
        keep = (story.office.people["olu"], story.office.people["rosa"])
        Appointment.objects.filter(body=story.office.body).exclude(person__in=keep).update(until_on=TUESDAY)
        begun(story)

        assert given(story)

    @pytest.mark.parametrize("words", ["Quill  Umbers", "The door did not shut today"])
    def test_words_that_are_not_there_are_not_believed_gone(self, story: Story, words: str) -> None:
        begun(story)
        assert refused(
            story, mark_copy, papers=[numbered(story, title="Quill")], why=WhyOut.SOMEBODY_ELSE, words=[words]
        ) == ("words-not-found")
        marked(story, words=[words])  # of all papers: looked for when it is made
        looked_over(story)
        assert refused(story, give_copy) == "words-not-found"

    def test_pages_that_are_not_there_cannot_be_left_out(self, story: Story) -> None:
        begun(story)
        pdf, note = numbered(story, title="Quill"), numbered(story, kind="file-note")
        why = WhyOut.SOMEBODY_ELSE
        assert refused(story, mark_copy, papers=[pdf], pages=(4,), why=why) == "no-such-page"
        assert refused(story, mark_copy, papers=[note], pages=(1,), why=why) == "no-pages"
        assert refused(story, mark_copy, papers=[99], why=why) == "no-such-paper"

    def test_the_same_is_not_taken_out_twice(self, story: Story) -> None:
        begun(story)
        marked(story, words=["Quill Umber"])
        assert refused(story, mark_copy, why=WhyOut.SOMEBODY_ELSE, words=["Quill Umber"]) == "already-marked"

    def test_a_copy_without_anything_does_not_go(self, story: Story) -> None:
        begun(story)
        every = list(
            Document.objects.filter(case=story.case).exclude(kind="copy-marks").values_list("number", flat=True)
        )
        marked(story, papers=every)
        looked_over(story)
        assert refused(story, give_copy) == "nothing-in-it"

    def test_a_copy_that_was_given_up_can_be_begun_again(self, story: Story) -> None:
        begun(story)
        assert refused(story, begin_copy, to=CopyFor.PERSON, why="Again.") == "copy-open"
        story.does(end_copy, "olu", WEDNESDAY, reason="They want it no more.")
        assert refused(story, give_copy) == "no-copy"
        begun(story)

    def test_a_copy_that_was_changed_while_it_was_made_does_not_go(self, story: Story) -> None:
        begun(story)
        looked_over(story)
        office = story.office

        class ReadMeanwhile(FileStore):
            def read(self, name: str) -> bytes:
                if not Document.objects.filter(case=story.case, kind="copy-marks", text__contains="Pat").exists():
                    Story(office, story.reference).does(
                        mark_copy, "olu", TUESDAY, why=WhyOut.NOT_ASKED_FOR, words=["Pat"]
                    )
                return super().read(name)

        files = office.means.files
        assert isinstance(files, FileStore)
        meanwhile = ReadMeanwhile(files.root, key=files.key)
        story.office = replace(office, means=replace(office.means, files=meanwhile))
        with pytest.raises(StaleCase):
            story.does(give_copy, "olu", WEDNESDAY)
