"""With what do the tests of incoming messages begin? A mailbox, and messages laid into it."""

from datetime import date, datetime
from email.message import EmailMessage
from typing import Any

from putright.casework.messages_taken import Taken, take_message
from putright.casework.said import PersonSaid
from putright.gateways.mailbox import Arrived, Mailbox, Place
from putright.records.models import IncomingMessage
from tests.casework.offices import Office, Story, a_story, at
from tests.gateways.mails import a_mail

PROVED = "mx.practice.example.nhs.uk; dmarc=pass header.from=example.org"
TUESDAY = date(2026, 4, 7)
NINE = at(TUESDAY, 9)


class Nowhere:
    """A source from which nothing comes by itself."""

    def arrivals(self, after: Place) -> Any:
        """Nothing."""
        yield from ()

    def settle(self, arrived: Arrived, *, refused: str = "") -> None:
        """Nothing to do."""


def a_mailbox(office: Office, **said: Any) -> Mailbox:
    """The mailbox of an office, whose server says who senders are."""
    plain = {"name": "complaints", "body": office.code, "source": Nowhere()}
    return Mailbox(**{**plain, "proves": frozenset({"mx.practice.example.nhs.uk"}), **said})


def comes(
    office: Office, mail: EmailMessage | bytes | None, *, key: str = "1", now: datetime = NINE, **said: Any
) -> tuple[Taken, str]:
    """Take a message in that lies in the mailbox."""
    content = mail.as_bytes() if isinstance(mail, EmailMessage) else mail
    arrived = Arrived(key=key, content=content, **said)
    return take_message(a_mailbox(office), arrived, now=now, means=office.means)


def came(office: Office, mail: EmailMessage | bytes, **said: Any) -> IncomingMessage:
    """The message that was just taken in."""
    comes(office, mail, **said)
    return IncomingMessage.objects.latest("pk")


def a_case(office: Office, *, email: str = "pat@example.org") -> Story:
    """A case of somebody who writes from an address."""
    return a_story(office, complainant=PersonSaid(name="Pat Example", email=email))


def about(story: Story, **said: str) -> EmailMessage:
    """A message that names a case, sent the day after it was received."""
    plain = {"Subject": f"My complaint {story.reference}", "Date": "Tue, 07 Apr 2026 08:30:00 +0100"}
    return a_mail(**{**plain, **said})
