"""Is the whole file of a case made as one PDF: every paper in order, the rest listed, for whoever asked alone?"""

import io
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.conf import LazySettings
from PIL import Image

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.record_details import record_details
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.file_prints import KEPT_FOR, ask_for_file, file_asked_for, file_part, make_files
from putright.casework.said import FileSaid
from putright.domain import whole_file
from putright.domain.scanning import Scan
from putright.records.models import Appointment, Document, ReadLog, StoredFile
from putright.records.models.file_print import Making
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at
from tests.letters.reading import ARTIFACT, opened, page_text, pieces

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
NOW = at(WEDNESDAY)


def words_of(pdf: bytes) -> str:
    return "\n".join(page_text(page) for page in opened(pdf).pages)


def a_pdf(pages: int) -> bytes:
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(595, 842))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def a_picture(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, kind)
    return out.getvalue()


@pytest.fixture
def story(commisceo: Office, settings: LazySettings, tmp_path: Path) -> Story:
    settings.MEDIA_ROOT = tmp_path
    story = a_story(commisceo)
    story.does(post_letter, "mo", TUESDAY, letter=story.does(acknowledge, "mo", TUESDAY).letter)
    return story


def came(story: Story, name: str, media_type: str, content: bytes) -> Document:
    file = FileSaid(name=name, media_type=media_type, content=content)
    story.does(record_details, "mo", TUESDAY, words="See the file.", files=(file,))
    return Document.objects.get(case=story.case, title=name)


def made(story: Story, who: str = "mo") -> list[Path]:
    ask_for_file(actor=story.office.actor(who, WEDNESDAY), case=story.reference, now=NOW)
    assert make_files(now=NOW, means=story.office.means) == 1
    actor = story.office.actor(who, WEDNESDAY)
    asked = file_asked_for(actor, story.reference)
    assert asked is not None
    return [file_part(actor, story.reference, part, now=NOW) for part in range(1, len(asked.parts) + 1)]


class TestWhatIsInIt:
    def test_contents_what_has_happened_and_every_paper_in_its_order(self, story: Story) -> None:
        story.does(add_file_note, "mo", TUESDAY, words="She asked how it stands.")
        came(story, "scan.pdf", "application/pdf", a_pdf(3))
        came(story, "photo.png", "image/png", a_picture())
        (part,) = made(story)
        with pikepdf.open(part) as pdf:
            pages = len(pdf.pages)
        words = words_of(part.read_bytes())

        # Contents, what it is about, what has happened; four papers of words, a letter of two pages, three pages that
        # came in, and the picture.
        assert pages == 1 + 1 + 1 + 4 + 2 + 3 + 1
        for said in ("Contents", "What has happened", "I was spoken to rudely", "She asked how it stands.", "scan.pdf"):
            assert said in words
        assert words.index("Paper 1:") < words.index("Paper 2:") < words.index("Paper 4:")
        last = opened(part.read_bytes())  # held: its pages go with it
        foot = "".join(piece.text for piece in pieces(last.pages[-1]) if piece.mark == ARTIFACT)
        assert f"Page {pages} of {pages}" in foot
        assert "Made for Mo Manager, Wednesday 8 April 2026" in foot
        asked = file_asked_for(story.office.actor("mo", WEDNESDAY), story.reference)
        assert asked is not None
        assert asked.parts[0]["pages"] == pages

    @pytest.mark.parametrize(
        ("name", "media_type", "content", "why"),
        [
            ("old.doc", "application/msword", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 words", "A file of this kind cannot"),
            ("torn.pdf", "application/pdf", b"%PDF-1.7 torn off", "it may be damaged or locked"),
            ("torn.png", "image/png", a_picture()[:60], "it may be damaged or locked"),
        ],
    )
    def test_what_cannot_be_laid_is_listed_with_its_digest(
        self, story: Story, name: str, media_type: str, content: bytes, why: str
    ) -> None:
        paper = came(story, name, media_type, content)
        (part,) = made(story)
        words = "".join(words_of(part.read_bytes()).split())

        assert "".join(why.split()) in words
        assert paper.digest in words

    def test_what_may_hold_a_virus_was_altered_or_is_gone_is_listed(self, story: Story) -> None:
        held = came(story, "held.pdf", "application/pdf", a_pdf(1))
        StoredFile.objects.filter(stored_as=held.stored_as).update(scan=Scan.FOUND.value, virus="Test")
        altered = came(story, "altered.pdf", "application/pdf", a_pdf(2))
        Document.objects.filter(pk=altered.pk).update(digest="0" * 64)
        gone = came(story, "gone.pdf", "application/pdf", a_pdf(4))
        story.office.means.files.remove([gone.stored_as or ""])
        (part,) = made(story)
        words = " ".join(words_of(part.read_bytes()).split())

        assert "The file has been altered since it was put on file" in words
        assert "The file is not where it was stored" in words
        assert "virus" in words

    def test_is_made_in_parts_where_it_is_large_and_each_says_what_is_in_the_others(
        self, story: Story, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(whole_file, "MOST_PAPERS", 2)
        came(story, "scan.pdf", "application/pdf", a_pdf(1))
        parts = made(story)
        words = [" ".join(words_of(part.read_bytes()).split()) for part in parts]

        assert len(parts) == 2
        assert "Part 2: papers 3 to 4." in words[0]
        assert "Part 2 of 2" in words[1]
        assert "What has happened" not in words[1]


class TestWhoHasIt:
    def test_whoever_asked_alone_and_that_they_looked_is_noted(self, story: Story) -> None:
        made(story)

        assert ReadLog.objects.filter(what="whole-file", person=story.office.people["mo"]).count() == 1
        with pytest.raises(NotFound):
            file_part(story.office.actor("olu", WEDNESDAY), story.reference, 1, now=NOW)

    def test_nobody_who_may_not_handle_the_case(self, story: Story, tmp_path: Path) -> None:
        other = an_office(tmp_path, code="another")
        with pytest.raises(NotFound):
            ask_for_file(actor=other.actor("mo"), case=story.reference, now=NOW)
        with pytest.raises(NotFound):
            ask_for_file(actor=story.office.actor("ines"), case=story.reference, now=NOW)
        with pytest.raises(NotFound):
            file_part(story.office.actor("mo", WEDNESDAY), story.reference, 1, now=NOW)

    def test_it_is_not_made_for_somebody_whose_role_has_ended_since(self, story: Story) -> None:
        office = story.office
        ask_for_file(actor=office.actor("mo", TUESDAY), case=story.reference, now=at(TUESDAY))
        held = Appointment.objects.get(person=office.people["mo"])
        end_appointment(actor=office.actor("ada"), appointment=held.pk, last_day=TUESDAY, now=at(TUESDAY))

        assert make_files(now=NOW, means=office.means) == 0

    def test_it_is_asked_for_once_and_kept_for_a_day(self, story: Story) -> None:
        actor = story.office.actor("mo", WEDNESDAY)
        ask_for_file(actor=actor, case=story.reference, now=NOW)
        with pytest.raises(ActionRefused) as refused:
            ask_for_file(actor=actor, case=story.reference, now=NOW)
        assert refused.value.refusal.code == "already-asked"
        make_files(now=NOW, means=story.office.means)
        place = file_part(actor, story.reference, 1, now=NOW)

        make_files(now=NOW + KEPT_FOR + timedelta(minutes=1), means=story.office.means)
        assert not place.exists()
        assert file_asked_for(actor, story.reference) is None

    def test_two_workers_do_not_make_it_twice(self, story: Story) -> None:
        actor = story.office.actor("mo", WEDNESDAY)
        ask_for_file(actor=actor, case=story.reference, now=NOW)
        asked = file_asked_for(actor, story.reference)
        assert asked is not None
        asked.held_until = NOW + timedelta(minutes=5)
        asked.save()

        assert make_files(now=NOW, means=story.office.means) == 0
        assert make_files(now=NOW + timedelta(minutes=6), means=story.office.means) == 1  # the first stopped half way
        asked.refresh_from_db()
        assert asked.making == Making.MADE


def test_a_case_of_the_day_before_has_no_file_until_somebody_asks(story: Story) -> None:
    said: Any = file_asked_for(story.office.actor("mo", MAUNDY_THURSDAY), story.reference)

    assert said is None
