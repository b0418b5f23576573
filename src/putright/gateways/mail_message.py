"""How does a message become mail: which headers, the text, the letter as an attachment?"""

import re
from contextlib import suppress
from datetime import UTC
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from typing import Final

from putright.domain.delivery import Trouble
from putright.gateways.outgoing import NotTaken, Outgoing

_POLICY: Final = SMTP.clone(max_line_length=76)
# One address and nothing else: no list, no comment, no white space, no control character.
_ADDRESS: Final = re.compile(
    r"(?P<user>[^\s@\"(),:;<>\[\\\]\x00-\x1f\x7f]{1,64})@(?P<domain>[^\s@\"(),:;<>\[\\\]\x00-\x1f]+)"
)
_LONGEST_ADDRESS: Final = 254


def as_mail(message: Outgoing, *, sender: str) -> EmailMessage:
    """The message as mail from an address; the same message gives the same bytes.

    Raises NotTaken where the address of the recipient is none. Line breaks in names and subjects become spaces, so
    that no header can be put in by what somebody typed.
    """
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = Address(display_name=_in_a_line(message.sender_name), addr_spec=sender)
    mail["To"] = _addressed(message.to, message.to_name)
    with suppress(NotTaken):  # an organisation whose own address is none is answered at the address we send from
        mail["Reply-To"] = _addressed(message.reply_to, message.sender_name)
    mail["Subject"] = _in_a_line(message.subject)
    mail["Date"] = format_datetime(message.written_at.astimezone(UTC))
    mail["Message-ID"] = message.message_id
    if message.about:
        mail["References"] = message.about
    # A machine sends it, so that no other machine answers it.
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["Content-Language"] = "en-GB"
    mail.set_content(message.text, cte="quoted-printable")
    if message.attachment is not None:
        mail.make_mixed(boundary=f"=_{sha256(message.message_id.encode()).hexdigest()[:32]}")
        main, _, sub = message.attachment.media_type.partition("/")
        mail.add_attachment(message.attachment.content, maintype=main, subtype=sub, filename=message.attachment.name)
    return mail


def plain_address(address: str) -> str:
    """An address as the mail server is told it, the name of its server in ASCII; raises NotTaken where it is none."""
    found = _ADDRESS.fullmatch(address.strip())
    if found is None or len(address) > _LONGEST_ADDRESS:
        raise NotTaken(Trouble.NO_ADDRESS)
    try:
        domain = found["domain"].encode("idna").decode("ascii")
    except UnicodeError:
        raise NotTaken(Trouble.NO_ADDRESS) from None
    return f"{found['user']}@{domain}"


def _addressed(address: str, name: str) -> Address:
    user, _, domain = plain_address(address).rpartition("@")
    return Address(display_name=_in_a_line(name), username=user, domain=domain)


def _in_a_line(text: str) -> str:
    """A text without line breaks or other control characters."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
