"""Does GOV.UK Notify take a message? Asked over https with a signed token; it can also be asked what it took before."""

import json
import ssl
import urllib.error
import urllib.request
from base64 import b64encode
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from typing import Final
from urllib.parse import quote

import jwt

from putright.domain.delivery import Trouble
from putright.gateways.clock import Clock
from putright.gateways.mail_message import plain_address
from putright.gateways.outgoing import NotTaken, Outgoing

ADDRESS: Final = "https://api.notifications.service.gov.uk"
UUID_LENGTH: Final = 36
KEY_LENGTH: Final = 2 * UUID_LENGTH + 1  # the service's identifier, a hyphen, the secret; a name may stand before it
LARGEST_FILE: Final = 2_000_000
_LARGEST_ANSWER: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify:
    """A service of GOV.UK Notify: its key, and the template with ((subject)), ((message)) and ((link_to_file))."""

    key: str = field(repr=False)
    template: str
    clock: Clock
    address: str = ADDRESS
    seconds: float = 30

    def hand_over(self, message: Outgoing) -> None:
        """Hand a message over; raises NotTaken unless Notify has said that it has it."""
        self._asked(
            "/v2/notifications/email",
            {
                "email_address": plain_address(message.to),
                "template_id": self.template,
                "reference": message.message_id,
                "personalisation": {
                    "subject": " ".join(message.subject.split()),
                    "message": message.text,
                    "link_to_file": _file(message),
                },
            },
        )

    def has_taken(self, message_id: str) -> bool:
        """Whether Notify knows a message of this reference: asked before it is handed over a second time."""
        answer = self._asked(f"/v2/notifications?reference={quote(message_id, safe='')}")
        return bool(answer.get("notifications"))

    def _asked(self, path: str, said: dict[str, object] | None = None) -> dict[str, object]:
        """What Notify answers; https is the only way but to this machine, which config sees to."""
        request = urllib.request.Request(  # noqa: S310 - the address is the installation's own
            self.address + path,
            data=None if said is None else json.dumps(said).encode(),
            headers={"Authorization": f"Bearer {self._token()}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as response:  # noqa: S310 - as above
                answer = json.loads(response.read(_LARGEST_ANSWER))
        except urllib.error.HTTPError as refused:
            with refused:
                raise NotTaken(_trouble_of(refused.code), refused.code) from None
        except urllib.error.URLError as error:
            raise NotTaken(_trouble_with(error.reason)) from None
        except TimeoutError:
            raise NotTaken(Trouble.TIMED_OUT) from None
        except (OSError, HTTPException, ValueError):
            raise NotTaken(Trouble.UNREACHABLE) from None
        return answer if isinstance(answer, dict) else {}

    def _token(self) -> str:
        """A token good for half a minute, as Notify asks: signed with the secret at the end of the key."""
        issued = int(self.clock.now().timestamp())
        service = self.key[-KEY_LENGTH:-UUID_LENGTH].removesuffix("-")
        return jwt.encode({"iss": service, "iat": issued}, self.key[-UUID_LENGTH:], algorithm="HS256")


def _file(message: Outgoing) -> object:
    """The letter as Notify takes a file: it sends a link, and asks the reader for their address before it opens."""
    if message.attachment is None:
        return ""
    if len(message.attachment.content) > LARGEST_FILE:
        raise NotTaken(Trouble.MESSAGE_REFUSED)
    return {
        "file": b64encode(message.attachment.content).decode(),
        "filename": message.attachment.name,
        "confirm_email_before_download": True,
    }


def _trouble_of(status: int) -> Trouble:
    match status:
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            return Trouble.SIGN_IN_REFUSED
        case HTTPStatus.BAD_REQUEST | HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return Trouble.MESSAGE_REFUSED
        case HTTPStatus.NOT_FOUND:  # the template
            return Trouble.SENDER_REFUSED
        case _:
            return Trouble.BUSY


def _trouble_with(reason: object) -> Trouble:
    if isinstance(reason, ssl.SSLError):
        return Trouble.NOT_SAFE
    return Trouble.TIMED_OUT if isinstance(reason, TimeoutError) else Trouble.UNREACHABLE
