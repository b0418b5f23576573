"""Does `verify` find whatever was altered behind the back of the program, and nothing where nothing was?"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.register import register
from putright.casework.verification import Misfit, verify
from putright.gateways.file_store import FileStore
from putright.gateways.head_files import KeptHead, keep_heads, kept_heads
from putright.records import append_only
from putright.records.models import Case, CaseProcedure, Document, Duty, Event, ProcedureVersion
from tests.casework.offices import Office, Story, a_story
from tests.gateways.test_file_store import no_room_for

TUESDAY = date(2026, 4, 7)


@pytest.fixture
def story(commisceo: Office) -> Story:
    """A case on which something has been written, noted and registered; beside it another that nobody touches."""
    a_story(commisceo)
    story = a_story(commisceo)
    story.does(register, "mo", TUESDAY)
    story.does(acknowledge, "mo", TUESDAY)
    story.does(add_file_note, "mo", TUESDAY, words="She called and was friendly.")
    return story


@pytest.fixture
def unprotected(db: None) -> Iterator[None]:
    """Somebody with the keys to the database has taken its refusals away."""
    append_only.unprotect(connection)
    yield
    append_only.protect(connection)


def misfits(story: Story, kept: tuple[KeptHead, ...] = ()) -> list[Misfit]:
    return list(verify(story.office.means, kept).misfits)


def event_of(story: Story, kind: str) -> Event:
    return Event.objects.get(case=story.case, event=kind)


def test_what_nobody_altered_fits(story: Story) -> None:
    verified = verify(story.office.means)

    assert verified.misfits == ()
    assert (verified.cases, verified.entries) == (2, 9)


ALTERATIONS: dict[str, Callable[[Event], object]] = {
    "its day": lambda row: Event.objects.filter(pk=row.pk).update(on=date(2026, 4, 6)),
    "its kind": lambda row: Event.objects.filter(pk=row.pk).update(event="closed"),
    "its facts": lambda row: Event.objects.filter(pk=row.pk).update(facts={"channel": "email"}),
    "who did it": lambda row: Event.objects.filter(pk=row.pk).update(by=None),
    "when it was recorded": lambda row: Event.objects.filter(pk=row.pk).update(recorded_at="2026-04-06T10:00:00Z"),
    "its papers": lambda row: Event.objects.filter(pk=row.pk).update(papers=[]),
    "its seal": lambda row: Event.objects.filter(pk=row.pk).update(seal="0" * 64),
    "its case": lambda row: Event.objects.filter(pk=row.pk).update(case=Case.objects.exclude(pk=row.case_id).get()),
}


@pytest.mark.usefixtures("unprotected")
class TestAnEntry:
    @pytest.mark.parametrize("what", ALTERATIONS)
    def test_that_was_altered_is_named(self, story: Story, what: str) -> None:
        row = event_of(story, "note_made")
        number = row.number
        if what == "its case":
            row.number = 99

        ALTERATIONS[what](row)

        first = next(found for found in misfits(story) if found.reference == story.reference)
        assert first.entry == number

    def test_that_was_taken_out_is_named(self, story: Story) -> None:
        row = event_of(story, "registered")
        row.delete()

        assert (misfits(story)[0].entry, misfits(story)[0].code) == (row.number, "entry-missing")

    def test_that_was_put_in_at_the_end_is_named(self, story: Story) -> None:
        last = Event.objects.filter(case=story.case).order_by("-number")[0]
        last.pk, last.number = None, last.number + 1
        last.save()

        assert misfits(story)[0].entry == last.number

    def test_that_was_cut_off_the_end_shows_against_the_head_on_the_case(self, story: Story) -> None:
        event_of(story, "note_made").delete()

        assert misfits(story)[0].code == "tail-missing"

    def test_that_was_cut_off_with_the_head_shows_against_the_kept_heads(self, story: Story) -> None:
        heads = verify(story.office.means).heads
        last = event_of(story, "note_made")
        before = Event.objects.get(case=story.case, number=last.number - 1)
        last.delete()
        Case.objects.filter(pk=story.case.pk).update(chain_count=before.number, chain_head=before.seal)

        assert [found.code for found in misfits(story)] == ["paper-unsealed"]
        assert [found.code for found in misfits(story, heads)] == ["tail-missing", "paper-unsealed"]


class TestAPaper:
    def test_whose_words_were_altered_is_named(self, story: Story) -> None:
        Document.objects.filter(kind="file-note").update(text="She called and was rude.")

        (found,) = misfits(story)

        assert (found.code, found.paper) == ("paper-altered", Document.objects.get(kind="file-note").number)

    def test_whose_words_and_digest_were_altered_is_named(self, story: Story) -> None:
        Document.objects.filter(kind="file-note").update(text="She was rude.", digest="0" * 64)

        assert [found.code for found in misfits(story)] == ["paper-altered"]

    def test_whose_file_was_altered_is_named(self, story: Story) -> None:
        letter = Document.objects.get(kind="letter")
        files = story.office.means.files
        assert isinstance(files, FileStore)
        (files.root / str(letter.stored_as)).write_bytes(b"%PDF- something else")

        assert [found.code for found in misfits(story)] == ["paper-altered"]

    def test_whose_file_is_gone_is_named(self, story: Story) -> None:
        letter = Document.objects.get(kind="letter")
        story.office.means.files.remove([str(letter.stored_as)])

        assert [found.code for found in misfits(story)] == ["file-missing"]

    def test_that_is_gone_is_named(self, story: Story) -> None:
        Document.objects.get(kind="file-note").delete()

        assert [found.code for found in misfits(story)] == ["paper-missing"]

    def test_that_was_disposed_of_fits(self, story: Story) -> None:
        Document.objects.filter(kind="file-note").update(text=None, disposed_on=date(2036, 4, 7))

        assert misfits(story) == []


def test_a_file_that_nobody_names_is_named_and_is_no_error(story: Story) -> None:
    story.office.means.files.put(b"a stray")

    verified = verify(story.office.means)

    assert [found.code for found in verified.left_over] == ["file-unknown"]
    assert verified.misfits == ()


@pytest.mark.parametrize("column", ["state", "due_on", "binding_on"])
def test_a_kept_duty_that_does_not_follow_from_the_entries_is_named(story: Story, column: str) -> None:
    kept = Duty.objects.filter(case=story.case, step="acknowledge", procedure="england-2009")
    kept.update(**{column: "missed" if column == "state" else date(2026, 5, 1)})

    assert [found.code for found in misfits(story)] == ["duties-differ"]


@pytest.mark.usefixtures("unprotected")
def test_a_procedure_whose_words_were_altered_is_named(story: Story) -> None:
    ProcedureVersion.objects.filter(name="commisceo").update(source="name: another")

    assert "procedure-altered" in [found.code for found in misfits(story)]


def test_a_case_that_has_lost_its_procedure_is_named(story: Story) -> None:
    CaseProcedure.objects.filter(case=story.case).delete()

    assert [found.code for found in misfits(story)] == ["procedure-missing"]


def test_a_case_that_is_gone_shows_against_the_kept_heads(story: Story) -> None:
    gone = KeptHead(reference="GNECASE0", count=3, seal="0" * 64)

    assert [found.code for found in misfits(story, (gone,))] == ["case-missing"]


class TestKeptHeads:
    def test_are_read_back_as_they_were_kept_the_oldest_day_first(self, tmp_path: Path) -> None:
        older = (KeptHead(reference="ZX0020GD", count=1, seal="a" * 64),)
        newer = (KeptHead(reference="ZX0020GD", count=2, seal="b" * 64),)

        keep_heads(tmp_path, newer, on=date(2026, 4, 8))
        place = keep_heads(tmp_path, older, on=date(2026, 4, 7))

        assert list(kept_heads(tmp_path)) == [*older, *newer]
        assert json.loads(place.read_text())["count"] == 1
        assert place.stat().st_mode & 0o777 == 0o600

    def test_of_before_are_there_still_when_the_disk_is_full(self, tmp_path: Path) -> None:
        heads = tuple(KeptHead(reference=f"CASE{number:04}", count=1, seal="a" * 64) for number in range(500))
        kept = keep_heads(tmp_path, heads, on=date(2026, 4, 7)).read_bytes()

        with no_room_for(10_000), pytest.raises(OSError, match="too large"):
            keep_heads(tmp_path, heads, on=date(2026, 4, 7))

        assert {place.name: place.read_bytes() for place in (tmp_path / "heads").iterdir()} == {
            "2026-04-07.jsonl": kept
        }
