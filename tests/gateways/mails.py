"""Which messages do the tests read? As mail programs and mail servers write them, and as nobody should."""

from datetime import UTC, datetime
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

SENT = datetime(2026, 4, 2, 9, 59, tzinfo=UTC)
OFFICE = "complaints@practice.example.nhs.uk"


def a_mail(text: str = "I was spoken to rudely at the desk.", **said: str) -> EmailMessage:
    """A message as a person sends it; headers are named by keywords, an underscore for each hyphen."""
    mail = EmailMessage(policy=SMTP)
    plain = {
        "From": "Pat Example <pat@example.org>",
        "To": OFFICE,
        "Subject": "A complaint",
        "Date": format_datetime(SENT),
        "Message-ID": "<one@mail.example.org>",
    }
    for name, value in {**plain, **{name.replace("_", "-"): value for name, value in said.items()}}.items():
        if value:
            mail[name] = value
    mail.set_content(text)
    return mail


def with_file(mail: EmailMessage, name: str, content: bytes, kind: str = "application/octet-stream") -> EmailMessage:
    """The message with a file attached."""
    main, _, sub = kind.partition("/")
    mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail


def raw(headers: str, body: str | bytes = "") -> bytes:
    """A message as it stands in bytes: lines of headers, and a body."""
    content = body.encode() if isinstance(body, str) else body
    return headers.strip().replace("\n", "\r\n").encode("utf-8", "surrogateescape") + b"\r\n\r\n" + content


def a_bounce(failed: str, *, action: str = "failed", headers_alone: bool = False, **said: str) -> bytes:
    """A report that a message was not delivered, as a mail server writes it: RFC 3464."""
    returned = f"Message-ID: {failed}\r\nTo: pat@example.org\r\nSubject: About your complaint\r\n"
    kind = "text/rfc822-headers" if headers_alone else "message/rfc822"
    body = (
        "--b\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mail.example.org\r\n\r\n"
        f"Final-Recipient: rfc822; pat@example.org\r\nAction: {action}\r\nStatus: 5.1.1\r\n"
        f"--b\r\nContent-Type: {kind}\r\n\r\n{returned}\r\nHello\r\n--b--\r\n"
    )
    top = {
        "From": "Mail Delivery <mailer-daemon@mail.example.org>",
        "To": OFFICE,
        "Date": "Thu, 2 Apr 2026 10:30:00 +0100",
        "Message-ID": "<bounce@mail.example.org>",
        "Auto-Submitted": "auto-replied",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b"',
        **{name.replace("_", "-"): value for name, value in said.items()},
    }
    return raw("\n".join(f"{name}: {value}" for name, value in top.items()), body)


def nested(depth: int, inside: Any = None) -> bytes:
    """A message in a message in a message."""
    part = inside or a_mail()
    for _ in range(depth):
        outer = a_mail("See the attached.")
        outer.add_attachment(part if isinstance(part, MIMEPart) else a_mail())
        part = outer
    return part.as_bytes()
