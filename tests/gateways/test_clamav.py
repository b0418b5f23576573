"""Does ClamAV's own daemon answer as we understand it? Runs where there is one: see tests/clamav.py."""

import pytest

from putright.gateways.virus_scan import Clamd, NotScanned, Obstacle
from tests import clamav
from tests.sample_files import EICAR, a_docx


@pytest.fixture(scope="module")
def scanner() -> Clamd:
    """A daemon that knows one signature."""
    try:
        clamav.program()
    except clamav.NoDaemon as missing:
        pytest.skip(f"issue 4: {missing}")
    return Clamd(address=clamav.daemon(), seconds=30)


def test_it_finds_nothing_where_there_is_nothing(scanner: Clamd) -> None:
    assert scanner.scan(b"They said that they would ring on Monday.").is_clean
    assert scanner.scan(b"").is_clean


def test_it_names_what_it_finds(scanner: Clamd) -> None:
    assert scanner.scan(EICAR).virus == f"{clamav.SIGNATURE}.UNOFFICIAL"


def test_it_looks_into_a_document(scanner: Clamd) -> None:
    assert not scanner.scan(a_docx(word__notes_bin=EICAR)).is_clean


def test_it_takes_ten_megabytes(scanner: Clamd) -> None:
    assert scanner.scan(b"words " * 1_700_000).is_clean
    assert not scanner.scan(b"words " * 1_700_000 + EICAR).is_clean


def test_what_is_larger_than_it_takes_is_not_taken_for_clean(scanner: Clamd) -> None:
    with pytest.raises(NotScanned) as held_up:
        scanner.scan(b"words " * 3_000_000)

    assert held_up.value.obstacle in {Obstacle.TOO_LARGE, Obstacle.FAILED}


def test_it_says_its_version(scanner: Clamd) -> None:
    assert scanner.version().startswith("ClamAV ")
