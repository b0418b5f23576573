"""Is a file kept whole, once, under a name that says nothing, and never half?"""

import os
import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from putright.gateways.file_store import FileMissing, FileStore, NoRoom
from putright.gateways.secrets import SeededSecrets, SystemSecrets

NOW = datetime(2026, 4, 2, 10, tzinfo=UTC)
NOBODYS = "00/" + "f" * 62


@contextmanager
def no_room_for(size: int) -> Iterator[None]:
    """A disk on which no file becomes larger than this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def everything_in(folder: Path) -> list[str]:
    """Every file under a folder, half ones too."""
    return [path.name for path in folder.rglob("*") if path.is_file()]


class TestAFile:
    def test_is_read_back_as_it_was_put(self, tmp_path: Path) -> None:
        store = FileStore(tmp_path)

        stored_as = store.put(b"content")

        assert stored_as == store.name_of(b"content")
        assert store.read(stored_as) == b"content"
        assert store.exists(stored_as)
        assert list(store.names()) == [stored_as]

    def test_is_kept_once_however_often_it_is_put(self, tmp_path: Path) -> None:
        store = FileStore(tmp_path)

        first, again, other = store.put(b"content"), store.put(b"content"), store.put(b"other")

        assert first == again != other
        assert len(everything_in(tmp_path)) == 2

    def test_is_named_by_the_key_so_that_its_name_does_not_give_it_away(self, tmp_path: Path) -> None:
        here, there = FileStore(tmp_path, b"one key"), FileStore(tmp_path, b"another")

        assert len({here.name_of(b"x"), there.name_of(b"x"), FileStore(tmp_path).name_of(b"x")}) == 3
        assert "one key" not in repr(here)

    def test_is_read_by_its_owner_alone_and_leaves_no_half_behind(self, tmp_path: Path) -> None:
        stored_as = FileStore(tmp_path / "files").put(b"content")

        place = tmp_path / "files" / stored_as
        assert place.stat().st_mode & 0o777 == 0o600
        assert place.parent.stat().st_mode & 0o777 == 0o700
        assert everything_in(tmp_path) == [place.name]

    def test_that_was_altered_is_mended_by_being_put_again(self, tmp_path: Path) -> None:
        store = FileStore(tmp_path)
        stored_as = store.put(b"content")
        (tmp_path / stored_as).write_bytes(b"altered")

        store.put(b"content")

        assert store.read(stored_as) == b"content"

    def test_put_by_several_at_the_same_moment_is_whole(self, tmp_path: Path) -> None:
        store, content = FileStore(tmp_path), os.urandom(300_000)
        several = [threading.Thread(target=store.put, args=(content,)) for _ in range(8)]

        for one in several:
            one.start()
        for one in several:
            one.join()

        assert store.read(store.name_of(content)) == content
        assert len(everything_in(tmp_path)) == 1

    def test_that_is_not_there_is_missing(self, tmp_path: Path) -> None:
        assert not FileStore(tmp_path).exists(NOBODYS)
        with pytest.raises(FileMissing):
            FileStore(tmp_path).read(NOBODYS)

    def test_of_before_files_were_named_by_their_content_is_still_read(self, tmp_path: Path) -> None:
        (tmp_path / "00").mkdir()
        (tmp_path / "00" / ("1" * 30)).write_bytes(b"old")

        assert FileStore(tmp_path).read("00/" + "1" * 30) == b"old"
        assert list(FileStore(tmp_path).names()) == ["00/" + "1" * 30]


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "00/x", f"{NOBODYS}/..", "unfinished/tmp1", f"{NOBODYS}\n"])
def test_a_name_that_we_did_not_give_is_refused(tmp_path: Path, name: str) -> None:
    for ask in (FileStore(tmp_path).read, FileStore(tmp_path).exists, lambda one: FileStore(tmp_path).remove([one])):
        with pytest.raises(ValueError, match="hexadecimal"):
            ask(name)


def test_removing_takes_those_that_are_there(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    stored_as = store.put(b"content")

    store.remove([stored_as, NOBODYS])

    assert list(store.names()) == []


class TestAFullDisk:
    def test_is_told_and_nothing_is_left_of_the_file(self, tmp_path: Path) -> None:
        store = FileStore(tmp_path)

        with no_room_for(10_000), pytest.raises(NoRoom):
            store.put(b"x" * 20_000)

        assert everything_in(tmp_path) == []

    def test_loses_nothing_that_was_there(self, tmp_path: Path) -> None:
        store = FileStore(tmp_path)
        stored_as = store.put(b"x" * 20_000)

        with no_room_for(10_000), pytest.raises(NoRoom):
            store.put(b"x" * 20_000)

        assert store.read(stored_as) == b"x" * 20_000


def test_what_was_never_finished_is_swept_away_once_it_is_old(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    stored_as = store.put(b"content")
    for name, age in (("old", timedelta(days=2)), ("new", timedelta())):
        (tmp_path / "unfinished" / name).write_bytes(b"half")
        when = (NOW - age).timestamp()
        os.utime(tmp_path / "unfinished" / name, (when, when))

    assert store.sweep(before=NOW - timedelta(days=1)) == 1
    assert sorted(everything_in(tmp_path)) == sorted(["new", stored_as[3:]])


def test_seeded_bytes_are_the_same_again_and_differ_from_one_another() -> None:
    first, again, other = (SeededSecrets(seed) for seed in ("a", "a", "b"))

    given = [first.random(16) for _ in range(100)]

    assert [again.random(16) for _ in range(100)] == given
    assert len(set(given)) == 100
    assert other.random(16) not in given


@pytest.mark.parametrize("size", [1, 5, 16, 100])
def test_as_many_bytes_are_given_as_asked_for(size: int) -> None:
    assert len(SystemSecrets().random(size)) == len(SeededSecrets("a").random(size)) == size
