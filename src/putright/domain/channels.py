"""By which ways does a complaint come in, and a letter or a word go out?"""

from enum import StrEnum
from typing import Final


class Channel(StrEnum):
    """A way that words take between a body and a person."""

    ONLINE = "online"
    EMAIL = "email"
    LETTER = "letter"
    TEXT = "text"
    ORAL = "oral"
    TELEPHONE = "telephone"
    IN_PERSON = "in-person"
    VOICEMAIL = "voicemail"


CHANNEL_WORDS: Final = {
    Channel.ONLINE: "through our website",
    Channel.EMAIL: "by email",
    Channel.LETTER: "by letter",
    Channel.TEXT: "by text message",
    Channel.ORAL: "by word of mouth",
    Channel.TELEPHONE: "by phone",
    Channel.IN_PERSON: "in person",
    Channel.VOICEMAIL: "by a voice message",
}

# A complaint that came this way was spoken, so a written record of it is owed: regulation 13(2).
SPOKEN: Final = frozenset({Channel.ORAL, Channel.TELEPHONE, Channel.IN_PERSON, Channel.VOICEMAIL})

# What is said in these ways has reached the person at once.
AT_ONCE: Final = frozenset({Channel.TELEPHONE, Channel.IN_PERSON, Channel.ORAL})
