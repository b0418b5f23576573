"""The patient gives, refuses or withdraws consent."""

from datetime import date, datetime
from enum import StrEnum

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


class Consent(StrEnum):
    """What the patient answered."""

    GIVEN = "consent_given"
    REFUSED = "consent_refused"
    WITHDRAWN = "consent_withdrawn"


def record_consent(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    answer: Consent,
    scope: str = "",
    channel: Channel = Channel.LETTER,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record the patient's answer and how far it goes; it counts for this complaint alone."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = hand.keep_if_said("consent", "How far the consent goes, and how it was given", scope)
        papers += [hand.keep_what_came("consent", file) for file in files]
        if not papers:
            raise refused("no-evidence", "Write how far the consent goes and how it was given, or attach the form.")
        hand.record(answer.value, facts={"channel": channel.value}, papers=papers)
    return hand.done()
