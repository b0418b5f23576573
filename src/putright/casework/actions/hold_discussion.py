"""The handling of the complaint is discussed with the person."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.entry import why_not_a_promise


def hold_discussion(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    respond_by: date | None = None,
    channel: Channel = Channel.TELEPHONE,
    note: str = "",
) -> Done:
    """Record a discussion, and the time for the response if one was agreed in it: regulation 13(7)."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = hand.keep_if_said("file-note", "What was said in the discussion", note)
        hand.record("discussion_held", facts={"channel": channel.value}, papers=papers)
        if respond_by is not None:
            refuse(why_not_a_promise(respond_by, on=on))
            hand.record("response_period_agreed", facts={"date": respond_by})
    return hand.done()
