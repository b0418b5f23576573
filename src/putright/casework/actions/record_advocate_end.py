"""It is recorded that an advocate helps no longer, where the person said so on paper or aloud."""

from datetime import date, datetime

from putright.casework.advocates import end_advocate_in, standing
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.advocates import NOT_NAMED, EndedBy
from putright.domain.channels import Channel


def record_advocate_end(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    advocate: int,
    channel: Channel = Channel.TELEPHONE,
    note: str = "",
) -> Done:
    """End an advocate's part at once, on the person's word; `advocate` is the number of the entry that named them."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        try:
            row = standing(hand.case, advocate, hand.today)
        except NotFound:
            raise ActionRefused(NOT_NAMED) from None
        papers = hand.keep_if_said("note", "What the person says of their advocate", note)
        end_advocate_in(hand, row, EndedBy.PERSON, facts={"channel": channel.value}, papers=papers)
    return hand.done()
