"""Is there a virus in a file? ClamAV's daemon is asked, over a socket, by its INSTREAM command."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from threading import Timer
from typing import Final, Protocol
from urllib.parse import urlsplit

from putright.gateways.clock import LONDON

# The file of 68 characters that every scanner takes for a virus, and which is none. In two parts here, so that no
# scanner takes this program for one.
TEST_VIRUS: Final = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()
_PART: Final = 64 * 1024
_LONGEST_ANSWER: Final = 4096
_LONGEST_NAME: Final = 100
_DATED: Final = "%a %b %d %H:%M:%S %Y"


class Obstacle(StrEnum):
    """Why a file could not be scanned."""

    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    FAILED = "failed"
    UNREADABLE = "unreadable"


OBSTACLE_WORDS: Final = {
    Obstacle.UNREACHABLE: "the virus scanner could not be reached",
    Obstacle.TIMED_OUT: "the virus scanner did not answer in time",
    Obstacle.TOO_LARGE: "the file is larger than the virus scanner takes (its StreamMaxLength)",
    Obstacle.TOO_SLOW: "the virus scanner answers, and took too long over this file",
    Obstacle.FAILED: "the virus scanner failed",
    Obstacle.UNREADABLE: "the virus scanner’s answer was cut short or is not one that it gives",
}


class NotScanned(Exception):
    """Nothing is known of the file: what was in the way. It says nothing of the file, so it can be logged."""

    def __init__(self, obstacle: Obstacle) -> None:
        """Keep what was in the way."""
        super().__init__(obstacle.value)
        self.obstacle = obstacle


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a scanner says of a file: the name of the virus, or nothing."""

    virus: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not self.virus


class Scanner(Protocol):
    """Something that looks for viruses."""

    def scan(self, content: bytes) -> Verdict:
        """Say whether there is a virus in a file; raises NotScanned where that is not known."""
        ...

    def version(self) -> str:
        """Return what it calls itself, and the day of its signatures; raises NotScanned where it does not answer."""
        ...

    def within(self, seconds: float) -> "Scanner":
        """Return the same scanner, which gives up sooner: after so many seconds for each thing that it is asked."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Clamd:
    """ClamAV's daemon: `tcp://host:port` or `unix:///path`, and how many seconds one file may take in all."""

    address: str
    seconds: float = 20

    def scan(self, content: bytes) -> Verdict:
        """Say whether there is a virus in a file; raises NotScanned where that is not known."""
        return _verdict(self._ask(b"zINSTREAM\0", content))

    def version(self) -> str:
        """Return what the daemon calls itself, and the day of its signatures; raises NotScanned."""
        return self._ask(b"zVERSION\0").decode("ascii", "replace")

    def within(self, seconds: float) -> "Clamd":
        """Return the same daemon, given up sooner."""
        return replace(self, seconds=min(self.seconds, seconds))

    def _ask(self, command: bytes, content: bytes | None = None) -> bytes:
        with self._talk() as sock:
            try:
                sock.sendall(command)
                for part in _parts(content):
                    sock.sendall(part)
            except (BrokenPipeError, ConnectionResetError):
                # It stopped listening in the middle: why, it may have said.
                with suppress(OSError):
                    return _answer(sock)
                raise
            return _answer(sock)

    @contextmanager
    def _talk(self) -> Iterator[socket.socket]:
        sock, where = _socket_for(self.address)
        is_up: list[bool] = []
        timer = Timer(self.seconds, _cut, (sock, is_up))  # one that sends a letter now and then never times out else
        timer.daemon = True
        timer.start()
        reached = False
        try:
            sock.settimeout(self.seconds)
            sock.connect(where)
            reached = True
            yield sock
        except NotScanned as early:
            raise NotScanned(Obstacle.TIMED_OUT if is_up else early.obstacle) from early
        except TimeoutError as late:
            raise NotScanned(Obstacle.TIMED_OUT) from late
        except OSError as broken:
            raise NotScanned(_obstacle(reached, bool(is_up))) from broken
        finally:
            timer.cancel()
            sock.close()


def signatures_at(version: str) -> datetime | None:
    """Of when the signatures are, which the daemon says last of itself; nothing where it has none.

    >>> signatures_at("ClamAV 1.4.6/27890/Sat Nov 21 09:12:04 2026").isoformat()
    '2026-11-21T09:12:04+00:00'
    >>> signatures_at("ClamAV 1.4.6")
    """
    try:
        return datetime.strptime(version.rpartition("/")[2].strip(), _DATED).replace(tzinfo=LONDON)
    except ValueError:
        return None


def _obstacle(reached: bool, is_up: bool) -> Obstacle:
    if is_up:
        return Obstacle.TIMED_OUT
    return Obstacle.FAILED if reached else Obstacle.UNREACHABLE


def _cut(sock: socket.socket, is_up: list[bool]) -> None:
    is_up.append(True)
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _socket_for(address: str) -> tuple[socket.socket, str | tuple[str, int]]:
    parts = urlsplit(address)
    if parts.scheme == "unix":
        return socket.socket(socket.AF_UNIX), parts.path
    host = parts.hostname or ""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.socket(family), (host, parts.port or 0)


def _parts(content: bytes | None) -> Iterator[bytes]:
    """The content as INSTREAM takes it: each part after its length, and a length of nothing at the end."""
    if content is None:
        return
    for at in range(0, len(content), _PART):
        part = content[at : at + _PART]
        yield struct.pack("!I", len(part)) + part
    yield struct.pack("!I", 0)


def _answer(sock: socket.socket) -> bytes:
    """The whole answer, which ends with a zero; one that does not was cut short, and might have gone on otherwise."""
    answer = b""
    while len(answer) < _LONGEST_ANSWER and (part := sock.recv(_LONGEST_ANSWER)):
        answer += part
        whole, end, _ = answer.partition(b"\0")
        if end:
            return whole
    raise NotScanned(Obstacle.UNREADABLE)


def _verdict(answer: bytes) -> Verdict:
    if answer == b"stream: OK":
        return Verdict()
    said = answer.decode("ascii", "replace")
    if said.startswith("stream: ") and said.endswith(" FOUND"):
        name = said.removeprefix("stream: ").removesuffix(" FOUND").strip()
        return Verdict(virus=name[:_LONGEST_NAME] or "unnamed")
    if said.endswith("ERROR"):
        raise NotScanned(Obstacle.TOO_LARGE if "size limit" in said.lower() else Obstacle.FAILED)
    raise NotScanned(Obstacle.UNREADABLE)
