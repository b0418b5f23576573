"""Is a file never lost between one who lets it go and one who keeps it at the same moment?"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from threading import Barrier, Thread

import pytest
from django.db import connections

from putright.casework.errors import CaseworkError
from putright.casework.form_files import add_to_form, files_on, files_to_send, take_off
from putright.casework.kept_files import sweep
from putright.casework.means import Means
from putright.casework.said import FileSaid
from putright.domain.scanning import Scan
from putright.gateways.file_store import FileStore
from putright.gateways.secrets import SystemSecrets
from putright.records.models import FormFile, StoredFile
from tests.casework.offices import MAUNDY_THURSDAY, at
from tests.sample_files import PDF

NOW = at(MAUNDY_THURSDAY)
FILE = FileSaid(name="letter.pdf", media_type="application/pdf", content=PDF, scan=Scan.CLEAN)
TIMES = 12


@pytest.fixture
def means(committed: None, tmp_path) -> Means:
    """Means of an installation that takes files."""
    return Means(files=FileStore(tmp_path), secrets=SystemSecrets(), takes_unscanned=True)


def at_once(*several: Callable[[], object]) -> None:
    """Do several things at the same moment, each over a connection of its own; whatever goes wrong is raised here."""
    begin, wrong = Barrier(len(several)), list[BaseException]()

    def do(one: Callable[[], object]) -> None:
        try:
            begin.wait(10)
            one()
        except CaseworkError:
            pass
        except BaseException as error:  # noqa: BLE001 - raised by the test itself
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=do, args=(one,)) for one in several]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert wrong == []


def test_one_form_lets_go_of_a_file_while_another_takes_it_in(means: Means) -> None:
    for number in range(TIMES):
        leaving, coming = f"leaving {number}", f"coming {number}"
        add_to_form(leaving, FILE, now=NOW, means=means)

        at_once(
            partial(take_off, leaving, 1, means=means),
            partial(add_to_form, coming, FILE, now=NOW, means=means),
            lambda: sweep(means, now=NOW + timedelta(days=2)),
        )

        assert [file.content for file in files_to_send(coming, means=means)] == [PDF]
        assert files_on(leaving) == ()
        FormFile.objects.all().delete()
        sweep(means, now=NOW + timedelta(days=2))
        assert not StoredFile.objects.exists()
        assert list(means.files.names()) == []


def test_many_forms_take_in_the_same_file_and_it_is_there_once(means: Means) -> None:
    at_once(*(partial(add_to_form, f"form {number}", FILE, now=NOW, means=means) for number in range(6)))

    assert FormFile.objects.count() == 6
    assert StoredFile.objects.count() == len(list(means.files.names())) == 1


def test_one_form_takes_no_more_than_three_however_fast_they_come(means: Means) -> None:
    files = [FileSaid(name=f"{n}.pdf", media_type="application/pdf", content=PDF + bytes([n])) for n in range(6)]

    at_once(*(partial(add_to_form, "one form", file, now=NOW, means=means) for file in files))

    kept = FormFile.objects.count()
    assert kept <= 3
    assert StoredFile.objects.count() == len(list(means.files.names())) == kept
