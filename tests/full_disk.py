"""How does the disk of the database become full in a test, and have room again? Another way on each engine.

SQLite may be forbidden to grow. A server has no such limit: its tables are moved to a small disk in memory, which is
filled up. To make that disk takes root, and a server on this machine.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper

_TABLES: Final = ("event", "delivery", "document", "case", "storedfile", "outboxletter", "formfile")
_SIZE: Final = "4m"
_MOST_PAGES: Final = 1_073_741_823


class Disk(Protocol):
    """A disk that can be filled up."""

    def fill(self) -> None:
        """Leave no room on it."""
        ...

    def make_room(self) -> None:
        """Let there be room again."""
        ...


@contextmanager
def a_disk(folder: Path) -> Iterator[Disk]:
    """The disk on which the rows lie; with room again at the end. `folder` is where a small disk may be put."""
    if connection.vendor == "sqlite":
        disk: Disk = _Forbidden()
        try:
            yield disk
        finally:
            disk.make_room()
        return
    place = folder / "small"
    with _small_disk(place), _moved_to(place):
        small = _Small(place)
        try:
            yield small
        finally:
            small.make_room()


@contextmanager
def a_disk_of_its_own(folder: Path) -> Iterator[Disk]:
    """A small disk under a folder, which is empty then."""
    with _small_disk(folder):
        yield _Small(folder)


class _Forbidden:
    """SQLite's file, which may not grow."""

    def fill(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE ballast (filler BLOB)")
            # What other tests took away has left pages free within the file: they are taken up first.
            while free := _read(cursor, "freelist_count"):
                cursor.execute("INSERT INTO ballast VALUES (zeroblob(%s))", [free * _read(cursor, "page_size")])
            cursor.execute(f"PRAGMA max_page_count = {_read(cursor, 'page_count')}")

    def make_room(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA max_page_count = {_MOST_PAGES}")
            cursor.execute("DROP TABLE IF EXISTS ballast")


class _Small:
    """A small disk in memory, with something on it that takes up all the room."""

    def __init__(self, place: Path) -> None:
        self.ballast = place / "ballast"

    def fill(self) -> None:
        with open(self.ballast, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4096)
            except OSError:
                return

    def make_room(self) -> None:
        self.ballast.unlink(missing_ok=True)


@contextmanager
def _small_disk(place: Path) -> Iterator[None]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("issue 4: a small disk can be made by root on Linux alone, so a full one was not tried")
    place.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", place], check=False)
    if made.returncode != 0:
        pytest.skip("issue 4: this machine does not let a small disk be mounted, so a full one was not tried")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", place], check=False)


@contextmanager
def _moved_to(disk: Path) -> Iterator[None]:
    """Let the tables that grow lie on the disk, in a folder of the account that the server runs as."""
    place = disk / "rows"
    place.mkdir()
    for above in (disk, *disk.parents):
        if above.stat().st_uid == os.geteuid() and str(above).startswith("/tmp/"):
            above.chmod(above.stat().st_mode | 0o055)
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        owner = Path(cursor.fetchone()[0]).stat()
        os.chown(place, owner.st_uid, owner.st_gid)
        cursor.execute(f"CREATE TABLESPACE small LOCATION '{place}'")
        try:
            _move(cursor, "small")
            yield
        finally:
            (disk / "ballast").unlink(missing_ok=True)
            _move(cursor, "pg_default")
            cursor.execute("DROP TABLESPACE small")


def _move(cursor: CursorWrapper, where: str) -> None:
    for table in _TABLES:
        # What a whole run of tests has taken away again still takes up room in the file of a table, until it is written
        # anew: without that the small disk would be full before the test.
        cursor.execute(f"VACUUM FULL records_{table}")
        cursor.execute(f"ALTER TABLE records_{table} SET TABLESPACE {where}")


def _read(cursor: CursorWrapper, pragma: str) -> int:
    cursor.execute(f"PRAGMA {pragma}")
    return int(cursor.fetchone()[0])
