"""Something is noted on the file: a telephone call, above all."""

from datetime import date, datetime
from typing import Final

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel

NOTE_TITLES: Final = {
    Channel.TELEPHONE: "Telephone call",
    Channel.IN_PERSON: "Conversation",
    Channel.EMAIL: "Email",
    Channel.LETTER: "Letter",
    Channel.VOICEMAIL: "Voice message",
}


def add_file_note(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    channel: Channel = Channel.TELEPHONE,
) -> Done:
    """Put a note on the file of the case."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        paper = hand.keep_text("file-note", NOTE_TITLES.get(channel, "Note"), words)
        hand.note("note_made", facts={"channel": channel.value}, papers=[paper])
    return hand.done()
