"""Which messages are new in a mailbox of a mail server? They are read and left as they are: not even marked as read."""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from threading import Timer
from typing import Final

from putright.domain.delivery import Trouble
from putright.gateways.mail_in import LARGEST
from putright.gateways.mailbox import Arrived, MailboxAway, Place

MOST_AT_ONCE: Final = 200
_TO_CONNECT: Final = 20  # seconds
_SIZE: Final = re.compile(rb"RFC822\.SIZE (\d+)")
_DATE: Final = re.compile(rb'INTERNALDATE "([^"]{20,30})"')


class ImapSecurity(StrEnum):
    """How the connection to the mail server is encrypted."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imap:
    """A mailbox of a mail server, as we are to speak with it; `seconds` is how long it may take over each message."""

    host: str
    port: int = 993
    security: ImapSecurity = ImapSecurity.TLS
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    seconds: float = 60
    trusted: str | None = None  # a file of certificates, where the server's is not one that the machine trusts

    def arrivals(self, after: Place) -> Iterator[Arrived]:
        """What came after a place, by the mailbox's own numbers; from the beginning where it has been numbered anew."""
        with _told():
            server = self._connected()
            try:
                self._begin(server)
                yield from self._new(server, after)
                with suppress(imaplib.IMAP4.error, OSError, MailboxAway), _in_time(server, _TO_CONNECT):
                    server.logout()
            finally:
                with suppress(OSError):
                    server.shutdown()

    def settle(self, arrived: Arrived, *, refused: str = "") -> None:
        """Nothing: the mailbox stays as it is. How far it has been read is kept by us."""

    def _connected(self) -> imaplib.IMAP4:
        step = min(self.seconds, _TO_CONNECT)
        if self.security is ImapSecurity.TLS:
            return imaplib.IMAP4_SSL(self.host, self.port, ssl_context=self._context(), timeout=step)
        return imaplib.IMAP4(self.host, self.port, timeout=step)

    def _begin(self, server: imaplib.IMAP4) -> None:
        with _in_time(server, self.seconds):
            if self.security is ImapSecurity.STARTTLS:
                server.starttls(self._context())
            self._sign_in(server)
        server.socket().settimeout(self.seconds)

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.trusted)

    def _sign_in(self, server: imaplib.IMAP4) -> None:
        said = f"\0{self.user}\0{self.password}".encode()
        try:
            if "AUTH=PLAIN" in server.capabilities:
                server.authenticate("PLAIN", lambda _: said)
            else:
                server.login(self.user, self.password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            raise MailboxAway(Trouble.SIGN_IN_REFUSED) from None

    def _new(self, server: imaplib.IMAP4, after: Place) -> Iterator[Arrived]:
        with _in_time(server, self.seconds):
            quoted = self.folder.replace("\\", "\\\\").replace('"', '\\"')
            _agreed(server.select(f'"{quoted}"', readonly=True))
            validity = int((server.response("UIDVALIDITY")[1] or [b"0"])[0] or 0)
            last = after.number if after.validity == validity else 0
            _, found = server.uid("SEARCH", f"UID {last + 1}:*")
        numbers = sorted(int(number) for number in b" ".join(filter(None, found)).split())
        for number in [number for number in numbers if number > last][:MOST_AT_ONCE]:
            arrived = self._fetched(server, Place(validity=validity, number=number))
            if arrived is not None:
                yield arrived

    def _fetched(self, server: imaplib.IMAP4, place: Place) -> Arrived | None:
        with _in_time(server, self.seconds):
            about = _told_of(server, place, "(RFC822.SIZE INTERNALDATE)")
            size, date = _SIZE.search(about), _DATE.search(about)
            if size is None:
                return None  # taken away meanwhile by somebody else
            content = None
            if int(size[1]) <= LARGEST:
                _, parts = server.uid("FETCH", str(place.number), "(BODY.PEEK[])")
                content = next((part[1] for part in parts if isinstance(part, tuple)), b"")
        return Arrived(key=str(place.number), content=content, arrived_at=_instant(date), place=place)


def _told_of(server: imaplib.IMAP4, place: Place, what: str) -> bytes:
    _, parts = server.uid("FETCH", str(place.number), what)
    return b" ".join(part if isinstance(part, bytes) else part[0] for part in parts if part)


def _agreed(answer: tuple[str, object]) -> None:
    if answer[0] != "OK":
        raise MailboxAway(Trouble.REFUSED_FOR_NOW)


def _instant(date: re.Match[bytes] | None) -> datetime | None:
    if date is None:
        return None
    try:
        return datetime.strptime(date[1].decode("ascii").strip(), "%d-%b-%Y %H:%M:%S %z").astimezone(UTC)
    except (ValueError, OverflowError):
        return None


@contextmanager
def _in_time(server: imaplib.IMAP4, seconds: float) -> Iterator[None]:
    """Cut the talk off when its time is up: a server that sends a letter now and then never times out else."""
    cut: list[bool] = []

    def cut_off() -> None:
        cut.append(True)
        with suppress(OSError):
            server.socket().shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut_off)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (imaplib.IMAP4.error, OSError, ValueError):
        if cut:
            raise MailboxAway(Trouble.TIMED_OUT) from None
        raise
    finally:
        timer.cancel()


@contextmanager
def _told() -> Iterator[None]:
    """Put what goes wrong into the few words that the rules know."""
    try:
        yield
    except ssl.SSLError:
        raise MailboxAway(Trouble.NOT_SAFE) from None
    except TimeoutError:
        raise MailboxAway(Trouble.TIMED_OUT) from None
    except imaplib.IMAP4.abort:
        raise MailboxAway(Trouble.BUSY) from None
    except (imaplib.IMAP4.error, ValueError):
        raise MailboxAway(Trouble.REFUSED_FOR_NOW) from None
    except OSError:
        raise MailboxAway(Trouble.UNREACHABLE) from None
