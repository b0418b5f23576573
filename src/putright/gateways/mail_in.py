"""What does a message say that came in? Any bytes become a message, or are refused in words; nothing else is raised.

The parser of the standard library stumbles over some headers that hostile or broken programs write: such a header
counts as not there. Whatever is read is cut to a size that a person could have meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parsedate_to_datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final, cast

from putright.domain.incoming import Marks
from putright.gateways.mail_attachments import Attached, attached_of
from putright.gateways.mail_words import content_of, in_a_line, words_of

LARGEST: Final = 35_000_000  # bytes; a message of 25 MB of files is a third larger on its way
LARGEST_HEADERS: Final = 256_000
LONGEST_LINE: Final = 100_000  # of the headers
MOST_PARTS: Final = 200
MOST_NESTED: Final = 30  # containers in one message
MOST_ADDRESSES: Final = 50
MOST_REFERENCES: Final = 50
_LONGEST_HEADER: Final = 4_000  # characters of one that we read
_LONGEST_ADDRESS: Final = 254
_LONGEST_NAME: Final = 120
_LONGEST_SUBJECT: Final = 300
_LONGEST_ID: Final = 255

_CONTAINER: Final = re.compile(rb"^content-type:[ \t\r\n]*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_END_OF_HEADERS: Final = re.compile(rb"\r?\n\r?\n|\r\r")
_MESSAGE_ID: Final = re.compile(r"<[^<>\s]{1,253}>")
_ADDRESS: Final = re.compile(r"[^\s@<>\"(),:;\\\[\]]{1,64}@[^\s@<>\"(),:;\\\[\]]{1,189}")
_FROM: Final = re.compile(rf"(?:(?P<name>[^<>]*)<)?(?P<address>{_ADDRESS.pattern})>?")
# What the parser raises on headers that break its own rules, besides the errors that it documents.
STUMBLES: Final = (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError, AssertionError)


class _Forbearing(EmailPolicy):
    """The policy of today's standards, for headers that keep to none: they are cut, and one that breaks rules is empty.

    Reading a header can cost the square of its length.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]

    def header_fetch_parse(self, name: str, value: str) -> str:
        try:
            found: str = super().header_fetch_parse(name, value)
        except STUMBLES:
            found = self.header_factory(name, "")
        return found


class Unread(StrEnum):
    """Why a message cannot be read."""

    TOO_LARGE = "too-large"
    NO_HEADERS = "no-headers"
    HEADERS = "headers-too-large"
    NESTED = "nested-too-deeply"
    PARTS = "too-many-parts"
    BROKEN = "broken"


POLICY: Final = _Forbearing()

UNREAD_WORDS: Final = {
    Unread.TOO_LARGE: f"It is larger than {LARGEST // 1_000_000} MB.",
    Unread.NO_HEADERS: "It is not an email: it has no sender and no date.",
    Unread.HEADERS: "Its headers are larger than any that a mail program writes.",
    Unread.NESTED: "It holds more messages inside messages than can be opened safely.",
    Unread.PARTS: f"It has more than {MOST_PARTS} parts.",
    Unread.BROKEN: "It is broken, and cannot be read.",
}


class UnreadMessage(ValueError):
    """A message that cannot be read, and why; it says nothing of the message, so it can be logged."""

    def __init__(self, why: Unread) -> None:
        """Keep why."""
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that came in, as it says itself: none of it is known to be true."""

    digest: str  # of what was written, whichever way it came
    message_id: str = ""
    sender: str = field(default="", repr=False)
    sender_name: str = field(default="", repr=False)
    to: tuple[str, ...] = field(default=(), repr=False)
    subject: str = field(default="", repr=False)
    said_at: datetime | None = None
    arrived_at: datetime | None = None
    answers: tuple[str, ...] = ()
    text: str = field(default="", repr=False)
    is_text_cut: bool = False
    attachments: tuple[Attached, ...] = field(default=(), repr=False)
    marks: Marks = field(default_factory=Marks)
    failed: tuple[str, ...] = ()  # the Message-IDs that a report speaks of
    proven_by: tuple[str, ...] = ()  # the servers that say that the sender is who they say: the last one alone counts


def read_message(content: bytes) -> Message:
    """Return what a message says; raises UnreadMessage, and nothing else, whatever the bytes are."""
    _refuse_too_much(content)
    try:
        mail = _parsed(content)
        parts = _parts(mail)
        if not mail.keys() or not (header(mail, "from") or header(mail, "date") or header(mail, "message-id")):
            raise UnreadMessage(Unread.NO_HEADERS)
        return _message(mail, parts, content)
    except UnreadMessage:
        raise
    except STUMBLES:
        raise UnreadMessage(Unread.BROKEN) from None


def header(mail: EmailMessage, name: str) -> str:
    """Return a header in one line, decoded; nothing where it is not there or breaks its own rules."""
    return next(iter(headers(mail, name)), "")


def headers(mail: EmailMessage, name: str) -> list[str]:
    """Return every header of a name, those that can be read."""
    found = (raw for each, raw in mail.raw_items() if each.lower() == name)
    return [in_a_line(str(mail.policy.header_fetch_parse(name, raw)) or str(raw)) for raw in found]


def _parsed(content: bytes) -> EmailMessage:
    # With this policy the parser makes messages of this kind, which its types do not know.
    return cast("EmailMessage", BytesParser(policy=POLICY).parsebytes(content))


def _refuse_too_much(content: bytes) -> None:
    if len(content) > LARGEST:
        raise UnreadMessage(Unread.TOO_LARGE)
    end = _END_OF_HEADERS.search(content)
    top = content[: end.start()] if end else content
    if len(top) > LARGEST_HEADERS or max(map(len, top.splitlines()), default=0) > LONGEST_LINE:
        raise UnreadMessage(Unread.HEADERS if b":" in top[:1000] else Unread.NO_HEADERS)
    # Counted before it is parsed: deep nesting costs the parser the square of its depth.
    if sum(1 for _ in _CONTAINER.finditer(content)) > MOST_NESTED:
        raise UnreadMessage(Unread.NESTED)


def _parts(mail: EmailMessage) -> tuple[EmailMessage, ...]:
    parts: list[EmailMessage] = []
    for part in mail.walk():
        parts.append(part)
        if len(parts) > MOST_PARTS:
            raise UnreadMessage(Unread.PARTS)
    return tuple(parts)


def _message(mail: EmailMessage, parts: tuple[EmailMessage, ...], content: bytes) -> Message:
    marks = _marks(mail, parts)
    name, sender = _sender(mail)
    text, is_cut = words_of(parts)
    return Message(
        digest=_digest(mail, content),
        message_id=next(iter(_ids(header(mail, "message-id"))), "")[:_LONGEST_ID],
        sender=sender,
        sender_name=name,
        to=tuple(_addressed(mail)),
        subject=header(mail, "subject")[:_LONGEST_SUBJECT],
        said_at=_instant(header(mail, "date")),
        arrived_at=_instant(next(iter(headers(mail, "received")), "").rpartition(";")[2]),
        answers=tuple(dict.fromkeys([*_ids(header(mail, "in-reply-to")), *_ids(header(mail, "references"))])),
        text=text,
        is_text_cut=is_cut,
        attachments=() if marks.report else attached_of(parts),
        marks=marks,
        failed=tuple(_reported(parts)) if marks.report == "delivery-status" else (),
        proven_by=tuple(_proven_by(mail, sender)),
    )


def _digest(mail: EmailMessage, content: bytes) -> str:
    """What tells a message from any other, whichever servers it passed: who, when, which, and all that it holds."""
    end = _END_OF_HEADERS.search(content)
    body = content[end.end() :] if end else b""
    said = "\n".join(header(mail, name) for name in ("from", "date", "message-id"))
    return sha256(said.encode("utf-8", "replace") + b"\0" + body).hexdigest()


def _sender(mail: EmailMessage) -> tuple[str, str]:
    """The one who says that they wrote it; nobody where several do, or none can be made out."""
    # As it stands: the parser would mend it, and give another address than the one that mail programs show.
    raw = in_a_line(next((str(raw) for each, raw in mail.raw_items() if each.lower() == "from"), ""))
    said = _FROM.fullmatch(raw)
    name = _name_in(said["name"] or "") if said else ""
    if said is None or ("," in name and "@" in name):
        return "", ""
    return name[:_LONGEST_NAME], said["address"][:_LONGEST_ADDRESS]


def _name_in(quoted: str) -> str:
    try:
        name = str(make_header(decode_header(quoted.strip(" \"'"))))
    except STUMBLES:
        name = quoted
    return in_a_line(name)


def _addressed(mail: EmailMessage) -> Iterator[str]:
    named = [value for name in ("delivered-to", "x-original-to", "to", "cc") for value in headers(mail, name)]
    found = (address for value in named[:MOST_ADDRESSES] for address in _ADDRESS.findall(value))
    yield from list(dict.fromkeys(found))[:MOST_ADDRESSES]


def _ids(value: str) -> list[str]:
    return _MESSAGE_ID.findall(value)[:MOST_REFERENCES]


def _instant(value: str) -> datetime | None:
    """The instant of a date as mail writes it; one that does not say its time zone is in UTC."""
    try:
        at = parsedate_to_datetime(value.strip())
        return (at.replace(tzinfo=UTC) if at.tzinfo is None else at).astimezone(UTC)
    except (*STUMBLES, OverflowError):
        return None


def _marks(mail: EmailMessage, parts: tuple[EmailMessage, ...]) -> Marks:
    is_report = mail.get_content_type() == "multipart/report"
    statuses = [part for part in parts if part.get_content_type() == "message/delivery-status"]
    return Marks(
        auto_submitted=_word(header(mail, "auto-submitted")),
        precedence=_word(header(mail, "precedence")),
        report=_word(str(mail.get_param("report-type") or "")) if is_report else "",
        action=_action(statuses) if is_report else "",
        is_from_a_list=bool(header(mail, "list-id") or header(mail, "list-unsubscribe")),
        hops=len(headers(mail, "received")),
    )


def _word(value: str) -> str:
    return value.partition(";")[0].strip().lower()


def _action(statuses: list[EmailMessage]) -> str:
    """What became of a message for the person it was for: failed, if it failed for any of those it went to."""
    said = [_word(action) for status in statuses for block in _blocks(status) for action in headers(block, "action")]
    return "failed" if "failed" in said else next(iter(said), "")


def _blocks(status: EmailMessage) -> list[EmailMessage]:
    payload = status.get_payload()
    return [cast(EmailMessage, block) for block in payload] if isinstance(payload, list) else []


def _reported(parts: tuple[EmailMessage, ...]) -> Iterator[str]:
    """The Message-IDs of what a report returns: of the message inside it, or of its headers alone."""
    inside = parts[1:]
    for part in inside:
        if part.get_content_type() == "text/rfc822-headers":
            returned = _parsed(content_of(part))
            yield from _ids(header(returned, "message-id"))
        else:
            yield from _ids(header(part, "message-id"))
            yield from _ids(header(part, "original-message-id"))


def _proven_by(mail: EmailMessage, sender: str) -> Iterator[str]:
    """The server that last wrote what it found, where it found the domain of the sender to be the sender's: RFC 8601.

    Servers write at the top, so only the first such header can be the body's own server's.
    """
    first = next(iter(headers(mail, "authentication-results")), "").lower()
    server, _, found = first.partition(";")
    domain = sender.rpartition("@")[2].lower()
    if domain and re.search(rf"\bdmarc=pass\b[^;]*\bheader\.from={re.escape(domain)}(?![\w.-])", found):
        yield server.split()[0] if server.split() else ""
