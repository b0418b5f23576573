"""Does the mail server take a message? One connection for each, encrypted, and never longer than is allowed."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum
from threading import Timer
from typing import Final

from putright.domain.delivery import Trouble
from putright.gateways.mail_message import as_mail, plain_address
from putright.gateways.outgoing import NotTaken, Outgoing

FOR_GOOD: Final = 500  # a reply of this or more means that trying again changes nothing
_READY: Final = 220
_CLOSING: Final = 421  # the server is going away, and takes nothing from anybody
_TO_CONNECT: Final = 20  # seconds; once it has the message a server may take as long as there is: RFC 5321, 4.5.3.2


class Security(StrEnum):
    """How the connection to the mail server is encrypted."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Smtp:
    """A mail server, as we are to speak with it; `seconds` is how long handing over one message may take in all."""

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    seconds: float = 120
    trusted: str | None = None  # a file of certificates, where the server's is not one that the machine trusts

    def hand_over(self, message: Outgoing) -> None:
        """Hand a message over; raises NotTaken unless the server has said that it has it."""
        mail, to = as_mail(message, sender=self.sender), plain_address(message.to)
        server = self._new()
        try:
            with _told(_TimesUp(server, self.seconds)):
                self._connect(server)
                _send(server, mail, sender=self.sender, to=to)
        finally:
            # The message is with them or it is not: how the talk ends changes neither.
            server.close()

    def has_taken(self, message_id: str) -> bool:
        """No: a mail server cannot be asked."""
        del message_id
        return False

    def _new(self) -> smtplib.SMTP:
        """A talk that has not begun, so that its time can be up before it has."""
        step = min(self.seconds, _TO_CONNECT)
        tls = self.security is Security.TLS
        server = smtplib.SMTP_SSL(timeout=step, context=self._context()) if tls else smtplib.SMTP(timeout=step)
        # The name that the certificate must carry: only a talk that begins at once is told it in public.
        server._host = self.host  # type: ignore[attr-defined]
        return server

    def _connect(self, server: smtplib.SMTP) -> None:
        status, words = server.connect(self.host, self.port)
        if status != _READY:
            raise smtplib.SMTPConnectError(status, words)
        if self.security is Security.STARTTLS:
            server.starttls(context=self._context())
        if self.user:
            server.login(self.user, self.password)
        if server.sock is not None:
            server.sock.settimeout(self.seconds)

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.trusted)


def _send(server: smtplib.SMTP, mail: EmailMessage, *, sender: str, to: str) -> None:
    try:
        server.send_message(mail, from_addr=sender, to_addrs=[to])
    except smtplib.SMTPNotSupportedError:  # an address in letters that this server does not know
        raise NotTaken(Trouble.RECIPIENT_REFUSED) from None
    with suppress(smtplib.SMTPException, OSError):
        server.quit()


class _TimesUp:
    """Cuts a talk off when its time is up: a server that sends a letter now and then never times out else."""

    def __init__(self, server: smtplib.SMTP, seconds: float) -> None:
        self._server = server
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True
        self.is_up = False

    def __enter__(self) -> "_TimesUp":
        self._timer.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self.is_up = True
        if self._server.sock is not None:
            with suppress(OSError):
                self._server.sock.shutdown(socket.SHUT_RDWR)


@contextmanager
def _told(time: _TimesUp) -> Iterator[None]:
    """Put what goes wrong into the few words that the rules know."""
    try:
        with time:
            yield
    except smtplib.SMTPRecipientsRefused as refused:
        reply = next(iter(refused.recipients.values()))[0]
        raise NotTaken(_by_reply(reply, Trouble.RECIPIENT_REFUSED), reply) from None
    except smtplib.SMTPSenderRefused as refused:
        raise NotTaken(_by_reply(refused.smtp_code, Trouble.SENDER_REFUSED), refused.smtp_code) from None
    except smtplib.SMTPDataError as refused:
        raise NotTaken(_by_reply(refused.smtp_code, Trouble.MESSAGE_REFUSED), refused.smtp_code) from None
    except smtplib.SMTPAuthenticationError as refused:
        trouble = Trouble.SIGN_IN_REFUSED if refused.smtp_code >= FOR_GOOD else Trouble.BUSY
        raise NotTaken(trouble, refused.smtp_code) from None
    except smtplib.SMTPResponseException as refused:  # at the greeting
        raise NotTaken(Trouble.TIMED_OUT if time.is_up else Trouble.BUSY, refused.smtp_code) from None
    except smtplib.SMTPNotSupportedError:
        raise NotTaken(Trouble.NOT_SAFE) from None
    except ssl.SSLError:
        raise NotTaken(Trouble.TIMED_OUT if time.is_up else Trouble.NOT_SAFE) from None
    except TimeoutError:
        raise NotTaken(Trouble.TIMED_OUT) from None
    except (smtplib.SMTPException, OSError) as failed:
        # smtplib says of an answer that did not come in time that the talk was broken off, and keeps why.
        waited = time.is_up or isinstance(failed.__context__, TimeoutError)
        raise NotTaken(Trouble.TIMED_OUT if waited else Trouble.UNREACHABLE) from None


def _by_reply(reply: int, for_good: Trouble) -> Trouble:
    if reply == _CLOSING:
        return Trouble.BUSY
    return for_good if reply >= FOR_GOOD else Trouble.REFUSED_FOR_NOW
