"""Is a file kept whole, under a name that says nothing, and never overwritten?"""

from pathlib import Path

import pytest

from putright.gateways.file_store import FileMissing, FileStore
from putright.gateways.secrets import SeededSecrets, SystemSecrets

NAME = bytes(range(16))


def test_a_file_is_read_back_as_it_was_put(tmp_path: Path) -> None:
    store = FileStore(tmp_path)

    stored_as = store.put(b"content", name=NAME)

    assert stored_as == "00/0102030405060708090a0b0c0d0e0f"
    assert store.read(stored_as) == b"content"
    assert list(store.names()) == [stored_as]


def test_it_is_read_by_its_owner_alone_and_leaves_no_half_behind(tmp_path: Path) -> None:
    stored_as = FileStore(tmp_path).put(b"content", name=NAME)

    assert (tmp_path / stored_as).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "00").iterdir()] == [stored_as[3:]]


def test_it_is_never_overwritten(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    stored_as = store.put(b"first", name=NAME)

    with pytest.raises(FileExistsError):
        store.put(b"second", name=NAME)

    assert store.read(stored_as) == b"first"


def test_one_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        FileStore(tmp_path).read("00/0102030405060708090a0b0c0d0e0f")


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "00/x", "00/0102030405060708090a0b0c0d0e0f/.."])
def test_a_name_that_we_did_not_give_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        FileStore(tmp_path).read(name)


def test_removing_takes_those_that_are_there(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    stored_as = store.put(b"content", name=NAME)

    store.remove([stored_as, "00/ffffffffffffffffffffffffffffff"])

    assert list(store.names()) == []


def test_seeded_bytes_are_the_same_again_and_differ_from_one_another() -> None:
    first, again, other = (SeededSecrets(seed) for seed in ("a", "a", "b"))

    given = [first.random(16) for _ in range(100)]

    assert [again.random(16) for _ in range(100)] == given
    assert len(set(given)) == 100
    assert other.random(16) not in given


@pytest.mark.parametrize("size", [1, 5, 16, 100])
def test_as_many_bytes_are_given_as_asked_for(size: int) -> None:
    assert len(SystemSecrets().random(size)) == len(SeededSecrets("a").random(size)) == size
