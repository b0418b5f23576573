"""Which files came with a message? Each with its name as it was sent, and its content as far as it can be decoded."""

import mimetypes
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Final

from putright.gateways.mail_words import content_of, in_a_line

MOST: Final = 20
_WORDS: Final = ("text/plain", "text/html")
_PARTS_OF_A_REPORT: Final = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers")
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that came with a message; its name is as it was sent."""

    name: str
    content: bytes = field(repr=False)


def attached_of(parts: tuple[EmailMessage, ...]) -> tuple[Attached, ...]:
    """The files of a message; messages inside it are opened, so that their files are among them.

    Of more than can be kept the first ones come with their content, and one further without a name stands for the rest.
    """
    found = [part for part in parts if _is_a_file(part)]
    return tuple(Attached(name=_name(part), content=content_of(part)) for part in found[: MOST + 1])


def _is_a_file(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    if part.is_multipart() or kind in _PARTS_OF_A_REPORT:
        return False
    return part.get_content_disposition() == "attachment" or kind not in _WORDS


def _name(part: EmailMessage) -> str:
    name = in_a_line(part.get_filename() or "")
    if not name:
        name = f"attachment{mimetypes.guess_extension(part.get_content_type()) or ''}"
    return name[-_LONGEST_NAME:]
