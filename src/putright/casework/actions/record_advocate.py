"""It is recorded whom the person named as their advocate, where they said so on paper or aloud."""

from datetime import date, datetime

from putright.casework.advocates import AdvocateSaid, name_advocate_in
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def record_advocate(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    advocate: AdvocateSaid,
    channel: Channel = Channel.LETTER,
    note: str = "",
) -> Done:
    """Keep what the person said, and invite the advocate by email; without an address they see nothing here.

    `note` is what the person wrote or said; it goes on the file.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = hand.keep_if_said("note", "What the person says of their advocate", note)
        name_advocate_in(hand, advocate, facts={"channel": channel.value}, papers=papers)
    return hand.done()
