"""Which mail servers do the tests send through? Real ones of this machine, that take, refuse, hang or break off."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any, cast

import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from putright.gateways.clock import SystemClock
from tests.served import free_port

SENDER = "complaints@practice.example.nhs.uk"


@dataclass
class Box:
    """What a server took, and what it says to each step; a step that is not named is answered as usual."""

    says: dict[str, str] = field(default_factory=dict)
    took: list[bytes] = field(default_factory=list)
    to: list[list[str]] = field(default_factory=list)
    on_taking: Callable[[], None] | None = None

    @property
    def messages(self) -> list[EmailMessage]:
        """What was taken, read."""
        return [message_from_bytes(one, policy=default) for one in self.took]

    @property
    def ids(self) -> list[str]:
        """The Message-ID of each."""
        return [str(one["Message-ID"]) for one in self.messages]


@dataclass
class Answers:
    """What a server answers to each step. It looks at all that this has whenever somebody connects, so not at a box."""

    box: Box

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        """Take or refuse a recipient."""
        if "RCPT" in self.box.says:
            return self.box.says["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_MAIL(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        """Take or refuse a sender."""
        if "MAIL" in self.box.says:
            return self.box.says["MAIL"]
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Take or refuse a message."""
        if "DATA" in self.box.says:
            return self.box.says["DATA"]
        self.box.took.append(cast(bytes, envelope.original_content))
        self.box.to.append(envelope.rcpt_tos)
        if self.box.on_taking:
            await asyncio.get_running_loop().run_in_executor(None, self.box.on_taking)
        return "250 Taken"


def text_of(message: EmailMessage) -> str:
    """What somebody reads who opens a message."""
    text = message.get_body(("plain",))
    assert text is not None
    return str(text.get_content())


@contextmanager
def mail_server(box: Box | None = None, **options: Any) -> Iterator[tuple[Box, int]]:
    """A mail server; yields its box and its port."""
    box = box or Box()
    controller = Controller(Answers(box), hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield box, controller.port
    finally:
        controller.stop()


def only(user: str, password: str) -> dict[str, Any]:
    """The options of a server that asks who it is."""

    def check(_server: object, _session: object, _envelope: object, _mechanism: object, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (user.encode(), password.encode()), handled=False)

    return {"authenticator": check, "auth_required": True, "auth_require_tls": False}


def certified(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """The certificate of a server called localhost, made here and good for nothing else."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    make_certificate(certificate, key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, certificate


def make_certificate(certificate: Path, key: Path) -> None:
    """Make a key and a certificate, good from yesterday until tomorrow."""
    own = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    # By the machine's own clock, by which OpenSSL goes, wherever the tests' is moved to.
    hatch = time_machine.escape_hatch
    now = hatch.datetime.datetime.now(UTC) if hatch.is_travelling() else SystemClock().now()
    day = timedelta(days=1)
    made = x509.CertificateBuilder(name, name, own.public_key(), x509.random_serial_number(), now - day, now + day)
    made = made.add_extension(names, critical=False).add_extension(x509.BasicConstraints(True, None), critical=True)
    certificate.write_bytes(made.sign(own, SHA256()).public_bytes(Encoding.PEM))
    key.write_bytes(own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


@contextmanager
def rude_server(speak: Callable[[socket.socket, threading.Event], None]) -> Iterator[int]:
    """A server that speaks no SMTP worth the name: `speak` has each connection to itself."""
    over = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.1)

    def serve() -> None:
        while not over.is_set():
            try:
                connection, _ = listening.accept()
            except TimeoutError:
                continue
            with connection:
                speak(connection, over)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        over.set()
        thread.join(timeout=5)
        listening.close()
