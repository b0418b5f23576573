"""A patient who did not know of the complaint was spoken with."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.consent import SPOKEN_WITH
from putright.domain.consent_told import why_not_spoken_with


def record_patient_talk(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    channel: Channel = Channel.TELEPHONE,
    was_alone: bool,
) -> Done:
    """Record that the patient was spoken with alone, and what they want; what they answer is recorded by itself."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_spoken_with(hand.position))
        if not was_alone:
            message = (
                "Speak with the patient when nobody else is there or can listen. Until then it is still to be done."
            )
            raise refused("not-alone", message)
        paper = hand.keep_text("file-note", "What the patient said who did not know of the complaint", words)
        hand.record(SPOKEN_WITH, facts={"channel": channel.value}, papers=[paper])
    return hand.done()
