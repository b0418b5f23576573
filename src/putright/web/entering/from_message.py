"""What of a message from the tray stands in the form for a new complaint already?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from putright.casework.actor import Actor
from putright.casework.errors import NotFound, refused
from putright.casework.queries.tray import message_shown
from putright.domain.channels import Channel
from putright.domain.incoming import MessageKind
from putright.domain.periods import LONDON

LONGEST_NUMBER: Final = 18
_LONGEST_WORDS: Final = 20_000  # as the box takes
_CUT: Final = "\n\n[The message goes on. The whole of it is put on the case.]"


def number_of(typed: str) -> int | None:
    """The number of the message that a form names; nothing where it names none."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_NUMBER else None


def begun_from(actor: Actor, typed: str, *, now: datetime) -> dict[str, object]:
    """What the message says, for a person to check; nothing where none is named, NotFound for one not to be seen."""
    number = number_of(typed)
    if number is None:
        if typed:
            raise NotFound
        return {}
    message = message_shown(actor, number, now=now)
    if message.unread:
        raise refused("unreadable", "This message could not be read, so nothing can be taken over from it.")
    words = message.text
    if message.kind in (MessageKind.CALL, MessageKind.CALL_BACK):
        return {
            "message": str(number),
            "received_on": message.received_at.astimezone(LONDON).date(),
            "channel": Channel.TELEPHONE.value,
            "taken_by": message.taken_by,
            "full_name": message.sender_name,
            "telephone": message.sender,
            "words_1": words,
        }
    return {
        "message": str(number),
        "received_on": message.received_at.astimezone(LONDON).date(),
        "channel": Channel.EMAIL.value,
        "full_name": message.sender_name,
        "email": message.sender,
        "words_1": words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - len(_CUT)] + _CUT,
    }
