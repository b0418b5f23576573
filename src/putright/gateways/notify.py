"""Does GOV.UK Notify take an email, or a text? Asked by its own client; it can also be asked what it took before."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from io import BytesIO
from typing import Final

import requests
from notifications_python_client.errors import APIError, HTTPError
from notifications_python_client.notifications import NotificationsAPIClient
from notifications_python_client.utils import prepare_upload

from putright.domain.delivery import Trouble
from putright.gateways.mail_message import plain_address
from putright.gateways.outgoing import NotTaken, Outgoing, OutgoingText

ADDRESS: Final = "https://api.notifications.service.gov.uk"

# The client logs what Notify answers, in which an address can stand. At this level it makes no record at all, whoever
# listens.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify:
    """A service of GOV.UK Notify: its key, and the template with ((subject)), ((message)) and ((link_to_file))."""

    key: str = field(repr=False)
    template: str
    address: str = ADDRESS
    seconds: float = 30

    def hand_over(self, message: Outgoing) -> None:
        """Hand a message over; raises NotTaken unless Notify has said that it has it."""
        said = {
            "subject": " ".join(message.subject.split()),
            "message": message.text,
            "link_to_file": _file(message),
        }
        with self._client() as client:
            client.send_email_notification(
                email_address=plain_address(message.to),
                template_id=self.template,
                personalisation=said,
                reference=message.message_id,
            )

    def has_taken(self, message_id: str) -> bool:
        """Whether Notify knows a message of this reference: asked before it is handed over a second time."""
        with self._client() as client:
            return _knows(client, message_id)

    def _client(self) -> AbstractContextManager[NotificationsAPIClient]:
        return _asking(self.key, self.address, self.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyTexts:
    """Text messages by a service of GOV.UK Notify: its key, and the text template, which is ((message)) alone."""

    key: str = field(repr=False)
    template: str
    address: str = ADDRESS
    seconds: float = 30

    def hand_over(self, message: OutgoingText) -> None:
        """Hand a text message over; raises NotTaken unless Notify has said that it has it."""
        with self._client() as client:
            client.send_sms_notification(
                phone_number=message.to,
                template_id=self.template,
                personalisation={"message": message.text},
                reference=message.message_id,
            )

    def has_taken(self, message_id: str) -> bool:
        """Whether Notify knows a text message of this reference."""
        with self._client() as client:
            return _knows(client, message_id)

    def _client(self) -> AbstractContextManager[NotificationsAPIClient]:
        return _asking(self.key, self.address, self.seconds)


@contextmanager
def _asking(key: str, address: str, seconds: float) -> Iterator[NotificationsAPIClient]:
    """The client for one question, since threads may not share it; raises NotTaken for whatever it raises."""
    client = NotificationsAPIClient(key, base_url=address, timeout=seconds)
    client.request_session.max_redirects = 0  # what we send goes where the installation said, and nowhere else
    try:
        with client.request_session:
            yield client
    except APIError as refused:
        raise _not_taken(refused) from None
    except OSError:  # the certificates to trust cannot be read
        raise NotTaken(Trouble.NOT_SAFE) from None


def _knows(client: NotificationsAPIClient, reference: str) -> bool:
    answer = client.get_all_notifications(reference=reference)
    return isinstance(answer, dict) and bool(answer.get("notifications"))


def _file(message: Outgoing) -> object:
    """The letter as Notify takes a file: it sends a link, and asks the reader for their address before it opens."""
    if message.attachment is None:
        return ""
    content = BytesIO(message.attachment.content)
    try:
        return prepare_upload(content, filename=message.attachment.name, confirm_email_before_download=True)
    except ValueError:  # larger than Notify takes
        raise NotTaken(Trouble.MESSAGE_REFUSED) from None


def _not_taken(refused: APIError) -> NotTaken:
    """What the client raised, in our words; without an answer it says 503, and the reason stands in the cause."""
    if isinstance(refused, HTTPError) and refused.response is not None:
        return NotTaken(_trouble_of(refused.status_code), refused.status_code)
    match refused.__cause__:
        case requests.exceptions.SSLError():
            return NotTaken(Trouble.NOT_SAFE)
        case requests.Timeout():
            return NotTaken(Trouble.TIMED_OUT)
        case _:
            return NotTaken(Trouble.UNREACHABLE)


def _trouble_of(status: int) -> Trouble:
    match status:
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            return Trouble.SIGN_IN_REFUSED
        case HTTPStatus.BAD_REQUEST | HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return Trouble.MESSAGE_REFUSED
        case HTTPStatus.NOT_FOUND:  # the template
            return Trouble.SENDER_REFUSED
        case _ if status < HTTPStatus.BAD_REQUEST:  # led elsewhere
            return Trouble.UNREACHABLE
        case _:
            return Trouble.BUSY
