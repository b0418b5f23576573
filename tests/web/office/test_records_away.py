"""What does somebody read whose step met a full disk or a lost database; and is nothing half done, nothing lost?"""

import threading
from contextlib import contextmanager

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from putright.casework.verification import verify
from putright.records.models import Case, Document, Event, StoredFile
from tests.casework.conftest import _protected_again, committed  # noqa: F401 - fixtures
from tests.casework.offices import a_story, an_office
from tests.full_disk import a_disk, a_disk_of_its_own
from tests.sample_files import PDF
from tests.web.office.conftest import give_accounts
from tests.web.office.desk import Desk, filled
from tests.web.reading import read

ACT = "record-details"
WORDS = "What the person sent, word for word."
CONTENT = PDF + b"x" * 30_000


@pytest.fixture
def files_disk(tmp_path):
    """The disk on which the files lie, apart from the rows."""
    with a_disk_of_its_own(tmp_path) as disk:
        yield disk


@pytest.fixture
def kept(committed, day, files_disk, tmp_path):  # noqa: F811 - the fixture of that name
    """An office whose transactions are real ones."""
    office = an_office(tmp_path, procedure="commisceo")
    give_accounts(office)
    return office


@pytest.fixture
def desk(kept, signed_in):
    """Mo's desk, on a case in which details were asked for."""
    desk = Desk(signed_in(kept, "mo"), a_story(kept).reference)
    desk.does("request-details", wanted="The letter", channel="telephone")
    return desk


def the_form(desk, words=WORDS):
    """The form of the act, filled in, with a file."""
    return filled(desk.opens(ACT)) | {"words": words, "file": SimpleUploadedFile("letter.pdf", CONTENT)}


def state(office):
    """All that a step could have written: entries, papers, versions, files and their rows."""
    return (
        list(Event.objects.order_by("pk").values_list("case", "number", "seal")),
        list(Document.objects.order_by("pk").values_list("case", "number", "digest")),
        list(Case.objects.order_by("pk").values_list("pk", "version", "chain_count")),
        sorted(office.means.files.names()),
        sorted(StoredFile.objects.values_list("stored_as", flat=True)),
    )


def works_now(desk, office, form):
    """Whether the same step, sent again, is done once and whole."""
    form["file"].seek(0)
    assert desk.client.post(desk.address(ACT), form).status_code == 302
    assert Event.objects.filter(event="details_received").count() == 1
    assert verify(office.means).misfits == ()
    return True


class TestAFullDisk:
    def test_under_the_rows_is_told_and_nothing_is_half_written(self, kept, desk, tmp_path_factory):
        form = the_form(desk, words="words " * 3_000)
        before = state(kept)
        with a_disk(tmp_path_factory.mktemp("disk")) as disk:
            disk.fill()
            response = desk.client.post(desk.address(ACT), form)
            disk.make_room()
            page = read(response)

            assert (response.status_code, state(kept)) == (503, before)
            assert "There is no room left for anything more" in page.main
            assert "What was saved before is safe." in page.main
            assert "words words words" in page.main
            assert works_now(desk, kept, form)

    def test_under_the_files_is_told_at_the_page_and_what_was_typed_is_there(self, kept, desk, files_disk):
        form, before = the_form(desk), state(kept)

        files_disk.fill()
        response = desk.client.post(desk.address(ACT), form)
        files_disk.make_room()

        page = read(response)
        assert response.status_code == 422
        assert "no room left" in page.problems[0][0]
        assert filled(page)["words"] == WORDS
        assert state(kept) == before
        assert works_now(desk, kept, form)

    def test_under_the_files_in_the_middle_of_a_letter_writes_nothing_of_it(self, kept, desk, files_disk):
        before = state(kept)
        typed = {"done_so_far": "We asked.", "still_to_do": "We wait.", "channel": "letter", "step": "send"}
        expected = {"expected_on-day": "20", "expected_on-month": "4", "expected_on-year": "2026"}
        form = filled(desk.opens("send-update")) | typed | expected

        files_disk.fill()
        response = desk.client.post(desk.address("send-update"), form)
        files_disk.make_room()

        assert "no room left" in read(response).problems[0][0]
        assert state(kept) == before
        assert desk.client.post(desk.address("send-update"), form).status_code == 302
        assert verify(kept.means).misfits == ()


@contextmanager
def cut_after(beginning):
    """Cut the connection off just after a statement that begins so, as a server does that goes down."""
    done = threading.Event()

    def watch(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if sql.startswith(beginning) and not done.is_set():
            done.set()
            pid = connection.connection.info.backend_pid
            said = connection.get_connection_params()
            plain = {name: said[name] for name in ("host", "port", "user", "dbname")}
            with psycopg.connect(**plain, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        return result

    with connection.execute_wrapper(watch):
        yield done


@pytest.mark.postgresql
class TestALostDatabase:
    """SQLite has no connection that could be lost."""

    @pytest.mark.parametrize(
        "after", ['INSERT INTO "records_storedfile"', 'INSERT INTO "records_event"', 'UPDATE "records_case"']
    )
    def test_between_writing_and_commit_is_told_and_nothing_is_half_written(self, kept, desk, after):
        form, before = the_form(desk), state(kept)

        with cut_after(after) as done:
            response = desk.client.post(desk.address(ACT), form)
        page = read(response)

        assert done.is_set()
        assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
        assert "The records cannot be reached just now" in page.main
        assert WORDS in page.main
        assert state(kept) == before
        assert works_now(desk, kept, form)

    def test_when_a_page_is_only_opened_is_told_too(self, kept, desk):
        with cut_after('SELECT "django_session"'):
            response = desk.client.get(f"/cases/{desk.reference}")

        assert response.status_code == 503
        assert "Nothing was to be saved." in read(response).main
        assert desk.client.get(f"/cases/{desk.reference}").status_code == 200
