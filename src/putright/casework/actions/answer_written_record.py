"""The person says whether the written copy of what they said is right."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def answer_written_record(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    agrees: bool,
    words: str = "",
    channel: Channel = Channel.TELEPHONE,
) -> Done:
    """Record that the copy is right, or what the person puts right in their own words: regulation 13(2)."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        facts = {"channel": channel.value}
        if agrees:
            hand.record("written_record_agreed", facts=facts)
        else:
            paper = hand.keep_text("written-record-corrected", "What the person put right", words)
            hand.record("written_record_corrected", facts=facts, papers=[paper])
    return hand.done()
