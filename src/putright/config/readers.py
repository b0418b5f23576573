"""What does the text of an environment variable mean? One reader for each kind of setting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from putright.gateways.clock import LONDON, noon_on


def folder(text: str) -> Path:
    """Return a folder as an absolute path; `~` is the home of whoever runs the program."""
    return Path(text).expanduser().resolve()


def words(text: str) -> tuple[str, ...]:
    """Return the words of a list separated by commas or spaces."""
    return tuple(text.replace(",", " ").split())


def yes_or_no(text: str) -> bool:
    """Return whether the answer is yes."""
    answers = {"yes": True, "no": False}
    if text.lower() not in answers:
        message = f"say yes or no, not {text!r}"
        raise ValueError(message)
    return answers[text.lower()]


def whole_number(lowest: int, highest: int) -> Callable[[str], int]:
    """Return a reader of whole numbers between two bounds, both allowed."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not lowest <= int(text) <= highest:
            message = f"give a whole number from {lowest} to {highest}, not {text!r}"
            raise ValueError(message)
        return int(text)

    return read


def one_of(*choices: str) -> Callable[[str], str]:
    """Return a reader of one word out of a few."""

    def read(text: str) -> str:
        if text.lower() not in choices:
            message = f"give one of {', '.join(choices)}, not {text!r}"
            raise ValueError(message)
        return text.lower()

    return read


def web_address(text: str) -> str:
    """Return the origin of a web address: https://complaints.example.nhs.uk, no path after it."""
    parts = urlsplit(text)
    bare = not parts.path.strip("/") and not parts.query and not parts.fragment and "@" not in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or not bare:
        message = f"give an address like https://complaints.example.nhs.uk, with nothing after the name, not {text!r}"
        raise ValueError(message)
    return f"{parts.scheme}://{parts.netloc}"


def mail_address(text: str) -> str:
    """Return one email address, as a mail server is told it."""
    user, at, domain = text.rpartition("@")
    plain = text.isascii() and text.isprintable() and not set(text) & set(' <>,;:"()[]\\')
    if not (plain and user and at and "." in domain):
        message = f"give one address like complaints@example.nhs.uk, without a name, not {text!r}"
        raise ValueError(message)
    return text


def scanner_address(text: str) -> str:
    """Return the address of a daemon: a socket of this machine, or a host and port."""
    parts = urlsplit(text)
    is_socket = parts.scheme == "unix" and parts.path.startswith("/") and not parts.netloc
    try:
        is_port = parts.scheme == "tcp" and bool(parts.hostname and parts.port) and not parts.path
    except ValueError:
        is_port = False
    if not (is_socket or is_port):
        message = f"give an address like unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310, not {text!r}"
        raise ValueError(message)
    return text


def identity_service(text: str) -> str:
    """Return the issuer of an identity service, a path being part of it: by https, or on this very machine."""
    parts = urlsplit(text)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname == "localhost")
    if not is_safe or not parts.hostname or parts.query or parts.fragment or "@" in parts.netloc:
        message = f"give an address like https://identity.example.nhs.uk, not {text!r}"
        raise ValueError(message)
    return text.rstrip("/")


def secret_in(text: str) -> str:
    """Return the secret in a file, which only whoever runs the program should be able to read."""
    try:
        content = folder(text).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        message = f"{text} cannot be read. See that the file is there, and that this account may read it"
        raise ValueError(message) from None
    if not content:
        message = f"{text} is empty"
        raise ValueError(message)
    return content


def private_key(text: str) -> str:
    """Return a private key in PEM; never repeat it in a message."""
    if "PRIVATE KEY-----" not in text:
        message = "give the private key itself, in PEM, or name its file with PUTRIGHT_OIDC_PRIVATE_KEY_FILE"
        raise ValueError(message)
    return text


def database_address(text: str) -> str:
    """Return the address of a PostgreSQL database; never repeat it in a message, it may hold a password."""
    parts = urlsplit(text)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        message = "give an address like postgresql://name:password@host:5432/database"
        raise ValueError(message)
    return text


def day_or_instant(text: str) -> datetime:
    """Return an instant in London: the one given, or midday of the day given."""
    try:
        if len(text) == len("2026-04-02"):
            return noon_on(date.fromisoformat(text))
        at = datetime.fromisoformat(text)
    except ValueError:
        message = f"give a day like 2026-04-02 or an instant like 2026-04-02T17:30, not {text!r}"
        raise ValueError(message) from None
    return at.replace(tzinfo=LONDON) if at.tzinfo is None else at.astimezone(LONDON)
