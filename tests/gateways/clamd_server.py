"""Who answers for ClamAV's daemon where there is none? A small server that keeps to its protocol, or breaks it."""

import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from tests.sample_files import EICAR

FOUND = b"stream: Eicar-Test-Signature FOUND\0"


class Talk:
    """One connection, as a daemon sees it."""

    def __init__(self, sock: socket.socket, over: Event) -> None:
        self.sock, self.over = sock, over
        self.stream = sock.makefile("rb")

    def command(self) -> bytes:
        """What is asked: up to its zero."""
        asked = b""
        while not asked.endswith(b"\0"):
            asked += self.stream.read(1) or b"\0"
        return asked

    def content(self) -> bytes:
        """What is to be scanned: every part, up to one of no length."""
        content = b""
        while size := struct.unpack("!I", self.stream.read(4))[0]:
            content += self.stream.read(size)
        return content

    def say(self, answer: bytes) -> None:
        """Answer."""
        self.sock.sendall(answer)

    def hang(self) -> None:
        """Say nothing more, until the test is over."""
        self.over.wait(30)


Answer = Callable[[Talk], None]


def scans(talk: Talk) -> None:
    """Do as the daemon does."""
    match talk.command():
        case b"zINSTREAM\0":
            talk.say(FOUND if EICAR in talk.content() else b"stream: OK\0")
        case b"zVERSION\0":
            talk.say(b"ClamAV 1.4.6/27890/Sat Nov 21 09:12:04 2026\0")
        case _:
            talk.say(b"UNKNOWN COMMAND\0")


@contextmanager
def clamd(answer: Answer = scans, *, path: str = "") -> Iterator[str]:
    """A daemon that answers so; yield its address."""
    over = Event()
    listening = socket.create_server(path, family=socket.AF_UNIX) if path else socket.create_server(("127.0.0.1", 0))
    with listening:
        thread = Thread(target=_answer_all, args=(listening, answer, over), daemon=True)
        thread.start()
        yield f"unix://{path}" if path else f"tcp://127.0.0.1:{listening.getsockname()[1]}"
        over.set()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=5)


def _answer_all(listening: socket.socket, answer: Answer, over: Event) -> None:
    while not over.is_set():
        try:
            sock, _ = listening.accept()
        except OSError:
            return
        Thread(target=_answer_one, args=(sock, answer, over), daemon=True).start()


def _answer_one(sock: socket.socket, answer: Answer, over: Event) -> None:
    with sock, suppress(OSError, struct.error):
        answer(Talk(sock, over))
