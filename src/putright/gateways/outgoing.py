"""What is handed to somebody who carries emails or text messages, and what do they answer? The same for each."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

from putright.domain.delivery import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with a message."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message as it is to arrive. Made again from the same rows it is the same, byte for byte, and so is its mail.

    `about` is the Message-ID, of no message, that all messages of a case refer to, so that answers can be told by it.
    """

    message_id: str
    written_at: datetime
    sender_name: str
    to: str = field(repr=False)
    to_name: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    reply_to: str = ""
    about: str = ""
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingText:
    """A text message as it is to arrive: `to` is a mobile number with its country, in digits alone."""

    message_id: str
    to: str = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How email names itself: the domain of its Message-IDs, and where answers go.

    `{reference}` in `reply_to` stands for the case's; without one they go to the body's own address.
    """

    domain: str
    reply_to: str = ""


class NotTaken(Exception):
    """The carrier has not taken the message: what was in the way, and the number it answered with, if any.

    It says nothing of the message, so it can be logged.
    """

    def __init__(self, trouble: Trouble, reply: int | None = None) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.reply = reply


Message_contra = TypeVar("Message_contra", contravariant=True)


class Carries(Protocol[Message_contra]):
    """Somebody who carries messages of one sort."""

    def hand_over(self, message: Message_contra) -> None:
        """Hand a message over; raises NotTaken unless the carrier has said that it has it."""
        ...

    def has_taken(self, message_id: str) -> bool:
        """Whether the carrier knows that it took this message before. One that cannot know says no."""
        ...


Carrier = Carries[Outgoing]
TextCarrier = Carries[OutgoingText]
