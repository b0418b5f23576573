"""Does `verify` look at every file: of papers, messages and forms, and those that nobody names; in how much memory?"""

import os
import tracemalloc
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction

from putright.casework.form_files import KEPT_FOR, add_to_form
from putright.casework.kept_files import UNFINISHED_FOR, keep, sweep
from putright.casework.said import FileSaid
from putright.casework.verification import Misfit, Progress, verify
from putright.domain.scanning import Scan
from putright.gateways.file_store import FileStore
from putright.records.models import Document, FormFile, IncomingFile, SavedComplaint, StoredFile
from tests.casework.messages import came
from tests.casework.offices import MAUNDY_THURSDAY, Office, a_story, at
from tests.gateways.mails import a_mail
from tests.sample_files import PDF

NOW = at(MAUNDY_THURSDAY)
FORM = "the word of a form"


@pytest.fixture
def office(commisceo: Office) -> Office:
    """An office that takes files."""
    return replace(commisceo, means=replace(commisceo.means, takes_unscanned=True))


def a_paper(office: Office, content: bytes = PDF) -> Document:
    """A paper with a file."""
    file = FileSaid(name="Gwendolen.pdf", media_type="application/pdf", content=content, scan=Scan.CLEAN)
    story = a_story(office, files=(file,))
    return Document.objects.get(case=story.case, kind="attachment")


def a_form_file(office: Office, content: bytes = b"on a form") -> FormFile:
    """A file of a form that was not sent."""
    file = FileSaid(name="Gwendolen.txt", media_type="text/plain", content=content, scan=Scan.CLEAN)
    add_to_form(FORM, file, now=NOW, means=office.means)
    return FormFile.objects.get()


def a_message(office: Office) -> None:
    """A message in the tray, with a file."""
    mail = a_mail()
    mail.add_attachment(PDF, maintype="application", subtype="pdf", filename="Gwendolen.pdf")
    came(office, mail)


def place_of(office: Office, stored_as: str | None) -> Path:
    """Where a file lies."""
    files = office.means.files
    assert isinstance(files, FileStore)
    return files.root / str(stored_as)


def found(office: Office) -> list[tuple[str, str]]:
    """What does not fit, and where: nothing of it says anybody's name."""
    verified = verify(office.means, now=NOW)
    assert not any("Gwendolen" in f"{each}" for each in (*verified.misfits, *verified.left_over))
    return [(each.reference or each.where, each.code) for each in verified.misfits]


def left_over(office: Office, *, after: timedelta = timedelta()) -> list[str]:
    """The codes of what nobody names, of which nothing is missed."""
    return [each.code for each in verify(office.means, now=NOW + after).left_over]


class TestAFileOfAPaper:
    def test_of_another_size_is_told_with_both_sizes(self, office: Office) -> None:
        paper = a_paper(office)
        place_of(office, paper.stored_as).write_bytes(b"%PDF- longer than it was")

        (misfit,) = verify(office.means).misfits

        assert misfit == Misfit(
            reference=paper.case.reference,
            paper=paper.number,
            code="paper-altered",
            message=f"the file of paper {paper.number} has been altered: it has 24 bytes, and had {len(PDF)}",
        )

    def test_of_the_same_size_is_told_too(self, office: Office) -> None:
        paper = a_paper(office)
        place_of(office, paper.stored_as).write_bytes(b"x" * len(PDF))

        assert found(office) == [(paper.case.reference, "paper-altered")]

    def test_that_cannot_be_read_is_not_called_missing(self, office: Office) -> None:
        paper = a_paper(office)
        place = place_of(office, paper.stored_as)
        place.unlink()
        place.mkdir()  # as good as unreadable, for root too

        (misfit,) = verify(office.means).misfits

        assert (misfit.code, misfit.paper) == ("file-unreadable", paper.number)
        assert misfit.message == f"the file of paper {paper.number} cannot be read: Is a directory"


class TestAFileOfAMessage:
    def test_that_is_whole_fits(self, office: Office) -> None:
        a_message(office)

        assert IncomingFile.objects.exists()
        assert found(office) == []
        assert left_over(office) == []

    @pytest.mark.parametrize(("spoil", "code"), [("unlink", "file-missing"), ("alter", "paper-altered")])
    def test_that_is_gone_or_altered_is_told_by_its_numbers(self, office: Office, spoil: str, code: str) -> None:
        a_message(office)
        row = IncomingFile.objects.get()
        place = place_of(office, row.file_id)
        place.unlink() if spoil == "unlink" else place.write_bytes(b"something else")

        assert found(office) == [(f"message {row.message_id}, file {row.number}", code)]


class TestAFileOfAForm:
    def test_that_waits_for_its_form_fits(self, office: Office) -> None:
        a_form_file(office)

        assert found(office) == []
        assert left_over(office, after=KEPT_FOR) == []

    def test_that_should_be_gone_is_left_over(self, office: Office) -> None:
        a_form_file(office)

        assert left_over(office, after=KEPT_FOR + timedelta(hours=2)) == ["form-file-kept-too-long"]

    def test_that_was_saved_with_its_form_is_left_over_only_once_that_is_over(self, office: Office) -> None:
        digest = a_form_file(office).form_digest
        thursday, last = at(MAUNDY_THURSDAY), MAUNDY_THURSDAY + timedelta(days=28)
        SavedComplaint.objects.create(
            digest="d" * 64, form_digest=digest, sealed="1:x", saved_at=thursday, expires_on=last
        )

        assert left_over(office, after=timedelta(days=28)) == []
        assert left_over(office, after=timedelta(days=30)) == ["form-file-kept-too-long"]

    def test_that_is_gone_or_altered_is_told(self, office: Office) -> None:
        row = a_form_file(office)
        place_of(office, row.file_id).write_bytes(b"ON A FORM")
        assert found(office) == [(f"form file {row.pk}", "paper-altered")]

        place_of(office, row.file_id).unlink()
        assert found(office) == [(f"form file {row.pk}", "file-missing")]


class TestWhatNobodyNames:
    def test_a_file_without_a_row_and_one_whose_row_nobody_names_are_left_over(self, office: Office) -> None:
        a_paper(office)
        office.means.files.put(b"a stray")
        with transaction.atomic():
            keep(office.means, b"left", scan=Scan.CLEAN, now=NOW)

        assert left_over(office) == ["file-unknown", "file-unknown"]
        assert found(office) == []

    def test_a_row_without_a_file_that_nobody_names_is_left_over(self, office: Office) -> None:
        StoredFile.objects.create(stored_as=f"ab/{'c' * 62}", size=1, scan="clean", made_at=NOW)

        assert left_over(office) == ["file-row-unknown"]

    def test_what_was_put_there_by_hand_is_counted_and_not_named(self, office: Office) -> None:
        a_paper(office)
        root = place_of(office, "")
        (root / "Gwendolen.pdf").write_bytes(b"by hand")
        (root / "ab").mkdir(exist_ok=True)
        (root / "ab" / "Gwendolen.pdf").write_bytes(b"by hand")

        (each,) = verify(office.means, now=NOW).left_over

        assert each.message == "2 in the folder of the files that Putright did not put there"

    def test_what_was_never_finished_is_left_over_after_a_day(self, office: Office) -> None:
        half = place_of(office, "unfinished") / "half"
        half.parent.mkdir(parents=True)
        half.write_bytes(b"ha")
        os.utime(half, (NOW.timestamp(), NOW.timestamp()))

        assert left_over(office) == []
        assert left_over(office, after=UNFINISHED_FOR + timedelta(hours=2)) == ["file-unfinished"]

    def test_all_of_it_is_cleared_away_by_the_sweep_but_what_is_not_ours(self, office: Office) -> None:
        a_paper(office)
        office.means.files.put(b"a stray")
        with transaction.atomic():
            keep(office.means, b"left", scan=Scan.CLEAN, now=NOW)
        (place_of(office, "") / "by-hand").write_bytes(b"")

        sweep(office.means, now=NOW + timedelta(days=2))

        assert left_over(office) == ["file-strange"]


def test_how_far_it_has_come_is_told(office: Office) -> None:
    a_paper(office)
    heard: list[Progress] = []

    verify(office.means, told=heard.append)

    assert heard[0] == Progress(what="cases", done=1, of=1)
    assert heard[-1] == Progress(what="folders of files", done=256, of=256)


def test_many_files_need_no_more_memory_than_few(office: Office) -> None:
    few = _memory_for(office, range(300))
    many = _memory_for(office, range(300, 3_000))

    assert FormFile.objects.count() == 3_000
    assert many < few + 200_000  # bytes: the names alone of 2,700 more would take more than this


def _memory_for(office: Office, numbers: range) -> int:
    """Store further files; return how many bytes looking at all of them takes at most at one time."""
    rows, named = [], []
    for number in numbers:
        content = b"%d" % number
        name = office.means.files.name_of(content)
        place = place_of(office, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        rows.append(StoredFile(stored_as=name, size=len(content), scan="clean", made_at=NOW))
        said = {"number": 1, "name": "x", "media_type": "x", "made_at": NOW}
        named.append(FormFile(form_digest=f"{number:064}", file_id=name, **said))
    StoredFile.objects.bulk_create(rows)
    FormFile.objects.bulk_create(named)
    del rows, named
    verify(office.means)  # what is made once is made
    tracemalloc.start()
    verified = verify(office.means)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (verified.misfits, verified.left_over) == ((), ())
    return peak
