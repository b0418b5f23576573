"""Is a file stored once, let go with the last that names it, and never served before it is known to hold no virus?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError

from putright.casework import kept_position
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.incoming_files import take_in
from putright.casework.kept_files import keep, let_go, sweep
from putright.casework.means import Means, file_key, means_of_a_rehearsal
from putright.casework.queries.papers import document_for
from putright.casework.said import FileSaid, FurtherSaid, IssueSaid
from putright.casework.verification import verify
from putright.casework.virus_scanning import record_viruses, scan_what_waits
from putright.domain.issues import Subject
from putright.domain.scanning import Scan
from putright.gateways.virus_scan import Obstacle
from putright.records.models import Case, Document, Event, StoredFile
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at
from tests.gateways.test_file_store import no_room_for
from tests.sample_files import EICAR, PDF, a_png
from tests.scanners import ToldScanner

NOW = at(MAUNDY_THURSDAY)
LATER = at(MAUNDY_THURSDAY, 11)
WITH_VIRUS = PDF + EICAR


@pytest.fixture
def scanner() -> ToldScanner:
    """A scanner, to be told what to answer."""
    return ToldScanner()


@pytest.fixture
def office(commisceo: Office, scanner: ToldScanner) -> Office:
    """An office with a scanner."""
    return replace(commisceo, means=replace(commisceo.means, scanner=scanner, takes_unscanned=False))


def sends(office: Office, name: str, content: bytes) -> Document:
    """Send a complaint with a file, as a page does: looked at first, then put on file."""
    file = take_in(name, content, now=NOW, means=office.means)
    story = a_story(office, files=(file,))
    return Document.objects.select_related("file", "case").get(kind="attachment", case=story.case)


def opened(office: Office, paper: Document) -> bytes:
    """Open a paper."""
    reference = paper.case.reference
    return document_for(office.actor("mo"), reference, paper.number, now=LATER, means=office.means).content


def refusal_of(opens: Callable[[], object]) -> str:
    """The code of why something is refused."""
    with pytest.raises(ActionRefused) as refused:
        opens()
    return refused.value.refusal.code


def files_of(means: Means) -> list[str]:
    """What stands in the store."""
    return list(means.files.names())


class TestStoredOnce:
    def test_the_same_content_on_two_cases_is_one_file(self, office: Office) -> None:
        one, other = sends(office, "letter.pdf", PDF), sends(office, "again.pdf", PDF)

        assert (one.stored_as, one.digest != other.digest) == (other.stored_as, True)
        assert len(files_of(office.means)) == 1
        assert opened(office, other) == PDF

    def test_it_goes_with_the_last_that_names_it(self, office: Office) -> None:
        paper = sends(office, "letter.pdf", PDF)
        other = sends(office, "letter.pdf", PDF)

        Document.objects.filter(pk=paper.pk).update(file=None, disposed_on=MAUNDY_THURSDAY)
        assert let_go(office.means, [str(paper.stored_as)]) == 0
        Document.objects.filter(pk=other.pk).update(file=None, disposed_on=MAUNDY_THURSDAY)
        assert let_go(office.means, [str(paper.stored_as)]) == 1

        assert files_of(office.means) == []
        assert not StoredFile.objects.exists()

    def test_an_action_that_is_undone_leaves_nothing(self, office: Office) -> None:
        file = take_in("letter.pdf", PDF, now=NOW, means=office.means)
        wordless = IssueSaid(subject=Subject.OTHER, words=" ")

        with pytest.raises(ActionRefused):
            a_story(office, files=(file,), further=(FurtherSaid(title="x", words="x" * 200_000),))
        with pytest.raises(ActionRefused):
            a_story(office, files=(file,), issues=(wordless,))

        assert files_of(office.means) == []
        assert not StoredFile.objects.exists()

    def test_an_action_that_fails_after_its_file_was_written_leaves_nothing(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = take_in("letter.pdf", PDF, now=NOW, means=office.means)

        def killed(*_: object, **__: object) -> None:
            raise DatabaseError("the connection was lost")

        monkeypatch.setattr(kept_position, "keep", killed)
        with pytest.raises(DatabaseError):
            a_story(office, files=(file,))

        assert files_of(office.means) == []
        assert not Case.objects.exists()

    def test_an_action_that_is_undone_takes_nothing_that_another_names(self, office: Office) -> None:
        kept = sends(office, "letter.pdf", PDF)

        with transaction.atomic():
            keep(office.means, PDF, scan=Scan.CLEAN, now=NOW)
            transaction.set_rollback(True)
        let_go(office.means, [str(kept.stored_as)])

        assert files_of(office.means) == [kept.stored_as]

    def test_a_row_cannot_go_while_a_paper_names_it(self, office: Office) -> None:
        paper = sends(office, "letter.pdf", PDF)

        with pytest.raises(ProtectedError):
            StoredFile.objects.filter(stored_as=paper.stored_as).delete()

    def test_a_rehearsal_keeps_nothing(self, office: Office) -> None:
        story = a_story(office)

        with means_of_a_rehearsal() as means:
            acknowledge(actor=office.actor("mo"), case=story.reference, on=MAUNDY_THURSDAY, now=NOW, means=means)

        assert files_of(office.means) == []
        assert not StoredFile.objects.exists()

    def test_what_nobody_names_is_swept_away(self, office: Office) -> None:
        means, paper = office.means, sends(office, "letter.pdf", PDF)
        means.files.put(b"a stray")
        StoredFile.objects.create(stored_as=means.files.put(b"left"), size=4, scan="clean", made_at=NOW)

        gone = sweep(means, now=NOW + timedelta(days=2))

        assert gone == 2
        assert files_of(means) == [paper.stored_as]

    def test_what_was_kept_just_now_is_not_swept_away(self, office: Office) -> None:
        means = office.means
        StoredFile.objects.create(stored_as=means.files.put(b"new"), size=3, scan="clean", made_at=NOW)

        assert sweep(means, now=NOW) == 0

    def test_the_key_of_the_names_follows_from_the_secret_key_and_is_not_it(self) -> None:
        assert file_key("one") != file_key("other")
        assert b"one" not in file_key("one")


class TestAFullDisk:
    def test_is_said_in_words_and_nothing_that_was_confirmed_is_lost(self, office: Office) -> None:
        before = sends(office, "letter.pdf", PDF)
        content = a_png() + b"\0" * 50_000

        # Room enough for the rows, none for the file.
        with no_room_for(40_000), pytest.raises(ActionRefused) as refused, transaction.atomic():
            keep(office.means, content, scan=Scan.CLEAN, now=NOW)

        assert "There is no room left to keep the file, so nothing was saved." in refused.value.refusal.message
        assert files_of(office.means) == [before.stored_as]
        assert opened(office, before) == PDF


class TestAVirus:
    def test_found_on_arrival_is_refused_and_nothing_is_kept(self, office: Office) -> None:
        assert refusal_of(lambda: sends(office, "letter.pdf", WITH_VIRUS)) == "virus-found"

        assert files_of(office.means) == []

    def test_found_later_holds_the_paper_back_and_is_recorded_without_its_name(
        self, office: Office, scanner: ToldScanner
    ) -> None:
        scanner.obstacle = Obstacle.UNREACHABLE
        paper = sends(office, "Gwendolen.pdf", WITH_VIRUS)
        scanner.obstacle = None

        scanned = scan_what_waits(office.means, now=LATER)

        assert (scanned.looked_at, scanned.found, scanned.waiting) == (1, 1, 0)
        assert refusal_of(lambda: opened(office, paper)) == "file-virus-found"
        entry = Event.objects.get(event="virus_found")
        assert (entry.facts, entry.by_id, entry.recorded_at) == ({"paper": paper.number}, None, LATER)
        assert StoredFile.objects.get(stored_as=paper.stored_as).virus == "Eicar-Test-Signature"
        assert verify(office.means).misfits == ()

    def test_is_recorded_once_on_every_case_that_has_it(self, office: Office, scanner: ToldScanner) -> None:
        scanner.obstacle = Obstacle.TIMED_OUT
        for _ in range(2):
            sends(office, "letter.pdf", WITH_VIRUS)
        scanner.obstacle = None

        scan_what_waits(office.means, now=LATER)
        scan_what_waits(office.means, now=LATER)
        record_viruses(office.means, now=LATER)

        assert Event.objects.filter(event="virus_found").count() == Case.objects.count() == 2

    def test_once_found_is_never_forgotten(self, office: Office, scanner: ToldScanner) -> None:
        means, paper = office.means, sends(office, "letter.pdf", PDF)
        StoredFile.objects.update(scan="virus-found", virus="Old")

        with transaction.atomic():
            keep(means, PDF, scan=Scan.CLEAN, now=NOW)

        assert refusal_of(lambda: opened(office, paper)) == "file-virus-found"

    def test_entry_cannot_be_corrected_away(self, office: Office, scanner: ToldScanner) -> None:
        scanner.obstacle = Obstacle.UNREACHABLE
        paper = sends(office, "letter.pdf", WITH_VIRUS)
        scanner.obstacle = None
        scan_what_waits(office.means, now=LATER)
        number = Event.objects.get(event="virus_found").number

        with pytest.raises(ActionRefused):
            Story(office, paper.case.reference).does(
                correct_entry, "mo", MAUNDY_THURSDAY, entry=number, reason="A mistake", right_day=None
            )


class TestWhatCouldNotBeScanned:
    @pytest.mark.parametrize("obstacle", Obstacle)
    def test_is_kept_and_held_back_whatever_was_in_the_way(
        self, office: Office, scanner: ToldScanner, obstacle: Obstacle
    ) -> None:
        scanner.obstacle = obstacle

        paper = sends(office, "letter.pdf", PDF)

        assert refusal_of(lambda: opened(office, paper)) == "file-held-up"

    def test_is_opened_once_it_has_been(self, office: Office, scanner: ToldScanner) -> None:
        scanner.obstacle = Obstacle.UNREACHABLE
        paper = sends(office, "letter.pdf", PDF)
        scanner.obstacle = None

        scan_what_waits(office.means, now=LATER)

        assert opened(office, paper) == PDF
        assert StoredFile.objects.get(stored_as=paper.stored_as).tried_at == LATER

    def test_is_asked_about_once_while_the_scanner_is_away(self, office: Office, scanner: ToldScanner) -> None:
        scanner.obstacle = Obstacle.UNREACHABLE
        for number in range(3):
            sends(office, f"{number}.pdf", PDF + bytes([64 + number]))
        scanner.asked.clear()

        scanned = scan_what_waits(office.means, now=LATER)

        assert (scanned.looked_at, scanned.waiting, scanner.asked, scanner.looked_for) == (0, 3, [], [1])

    def test_that_is_too_large_for_the_scanner_does_not_keep_the_others_waiting(
        self, office: Office, scanner: ToldScanner
    ) -> None:
        scanner.obstacle = Obstacle.TOO_LARGE
        sends(office, "large.pdf", PDF + b"large")
        scan_what_waits(office.means, now=NOW)
        asked = len(scanner.asked)

        scan_what_waits(office.means, now=LATER)
        assert len(scanner.asked) == asked
        scan_what_waits(office.means, now=LATER + timedelta(days=2))
        assert len(scanner.asked) == asked + 1

    def test_whose_file_is_gone_goes_on_waiting(self, office: Office, scanner: ToldScanner) -> None:
        scanner.obstacle = Obstacle.UNREACHABLE
        paper = sends(office, "letter.pdf", PDF)
        scanner.obstacle = None
        office.means.files.remove([str(paper.stored_as)])

        assert scan_what_waits(office.means, now=LATER).waiting == 1


class TestWithoutAScanner:
    def test_nothing_is_taken(self, commisceo: Office) -> None:
        means = replace(commisceo.means, takes_unscanned=False)

        assert refusal_of(lambda: take_in("letter.pdf", PDF, now=NOW, means=means)) == "files-not-taken"

    def test_no_action_takes_a_file_past_the_page(self, commisceo: Office) -> None:
        closed = replace(commisceo, means=replace(commisceo.means, takes_unscanned=False))
        file = FileSaid(name="letter.pdf", media_type="application/pdf", content=PDF)

        assert refusal_of(lambda: a_story(closed, files=(file,))) == "files-not-taken"
        assert files_of(closed.means) == []

    def test_letters_are_written_all_the_same(self, commisceo: Office) -> None:
        story = a_story(replace(commisceo, means=replace(commisceo.means, takes_unscanned=False)))

        story.does(acknowledge, "mo", MAUNDY_THURSDAY)

        assert opened(story.office, Document.objects.get(kind="letter")).startswith(b"%PDF-")

    def test_what_was_let_in_knowingly_is_opened_and_scanned_once_there_is_one(
        self, commisceo: Office, scanner: ToldScanner
    ) -> None:
        paper = sends(commisceo, "letter.pdf", WITH_VIRUS)
        assert opened(commisceo, paper) == WITH_VIRUS

        scan_what_waits(replace(commisceo.means, scanner=scanner), now=LATER)

        assert refusal_of(lambda: opened(commisceo, paper)) == "file-virus-found"


class TestAFileThatIsNotAsItWas:
    def test_is_not_handed_over(self, office: Office) -> None:
        paper = sends(office, "letter.pdf", PDF)
        place: Path = office.means.files.root / str(paper.stored_as)  # type: ignore[attr-defined]  # a folder here

        place.write_bytes(b"%PDF- altered")
        assert refusal_of(lambda: opened(office, paper)) == "paper-altered"
        place.unlink()
        assert refusal_of(lambda: opened(office, paper)) == "file-missing"

    def test_and_one_of_another_body_is_not_there(self, office: Office) -> None:
        with pytest.raises(NotFound):
            document_for(office.actor("mo"), "AAAA-AAAA", 1, now=NOW)
