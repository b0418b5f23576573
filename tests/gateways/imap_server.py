"""Who answers for a mailbox where there is no mail server? A small one that keeps to the protocol, or breaks it."""

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

USER, PASSWORD = "complaints", "a password"


@dataclass
class Box:
    """What lies in a mailbox, by its numbers, and where the server goes wrong: `hangs_at` is the word it hangs at."""

    messages: dict[int, bytes] = field(default_factory=dict)
    validity: int = 1
    hangs_at: str = ""
    drips: bool = False
    sizes: dict[int, int] = field(default_factory=dict)  # what it says of one, where that is not so
    said: list[str] = field(default_factory=list)
    on_fetching: Callable[[], None] | None = None  # before a message is handed over


class _Talk:
    """One connection, as the server sees it."""

    def __init__(self, box: Box, connection: socket.socket, over: threading.Event) -> None:
        self.box, self.connection, self.over = box, connection, over
        self.lines = connection.makefile("rb")

    def go_on(self) -> None:
        """Have the whole talk."""
        with self.lines:
            self.talk()

    def talk(self) -> None:
        """Greet, and answer until the end."""
        self.say(b"* OK ready")
        while line := self.lines.readline():
            tag, _, said = line.decode("utf-8", "replace").strip().partition(" ")
            self.box.said.append(said)
            word = said.upper()
            if self.box.hangs_at and self.box.hangs_at in word:
                self.hang()
                return
            self.answer(tag, word)
            if word == "LOGOUT":
                return

    def answer(self, tag: str, word: str) -> None:
        """Answer one command."""
        match word.split()[0:2]:
            case ["CAPABILITY"]:
                self.say(b"* CAPABILITY IMAP4REV1")
            case ["LOGIN", _] if f'"{PASSWORD.upper()}"' not in word:
                self.say(f"{tag} NO no".encode())
                return
            case ["EXAMINE", name] if "INBOX" in name:
                self.say(f"* {len(self.box.messages)} EXISTS\r\n* OK [UIDVALIDITY {self.box.validity}] so".encode())
            case ["EXAMINE", _]:
                self.say(f"{tag} NO none".encode())
                return
            case ["UID", "SEARCH"]:
                first = int(word.split()[3].partition(":")[0])
                found = [number for number in self.box.messages if number >= first]
                # As the protocol has it: from a number behind the last to the last is the last.
                self.say(f"* SEARCH {' '.join(map(str, found or list(self.box.messages)[-1:]))}".encode())
            case ["UID", "FETCH"]:
                self.fetch(int(word.split()[2]), word)
        self.say(f"{tag} OK done".encode())

    def fetch(self, number: int, word: str) -> None:
        """Give a message, or what there is to know of it."""
        content = self.box.messages.get(number)
        if content is None:
            return
        if "RFC822.SIZE" in word:
            size = self.box.sizes.get(number, len(content))
            date = "02-Apr-2026 11:00:00 +0100"
            self.say(f'* 1 FETCH (UID {number} RFC822.SIZE {size} INTERNALDATE "{date}")'.encode())
        else:
            if self.box.on_fetching is not None:
                self.box.on_fetching()
            self.say(f"* 1 FETCH (UID {number} BODY[] {{{len(content)}}}\r\n".encode() + content + b")")

    def say(self, line: bytes) -> None:
        """Say something."""
        self.connection.sendall(line + b"\r\n")

    def hang(self) -> None:
        """Say nothing more, or a letter now and then, until the other goes away."""
        while not self.over.wait(0.05):
            if self.box.drips:
                self.connection.sendall(b"*")


@contextmanager
def imap_server(box: Box, speak: Callable[[socket.socket], None] | None = None) -> Iterator[int]:
    """A server; yields its port."""
    over = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.1)

    def serve() -> None:
        while not over.is_set():
            try:
                connection, _ = listening.accept()
            except TimeoutError:
                continue
            connection.settimeout(10)
            with connection, suppress(OSError):
                if speak is not None:
                    speak(connection)
                else:
                    _Talk(box, connection, over).go_on()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        over.set()
        thread.join(timeout=5)
        listening.close()


def fetched(box: Box) -> list[int]:
    """The numbers of the messages that were really fetched."""
    return [int(found[1]) for said in box.said if (found := re.match(r"UID FETCH (\d+) \(BODY", said))]
