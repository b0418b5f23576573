"""Another organisation that was told of the complaint is told that the patient agrees to it no more, or to less."""

from datetime import date, datetime

from putright.casework.body_letters import send_to_body, to_body
from putright.casework.consent_shared import body_to_stop
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.consent_shared import ConsentChange
from putright.letters.consent_facts import ConsentEnded


def tell_body_to_stop(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    body: str,
    may_still: tuple[str, ...] = (),
    body_channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the organisation what it must stop using, and never why the patient decided so.

    Where the patient agrees to part of it, `may_still` is what may still be used, one thing each.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        owed, other = body_to_stop(hand, body)
        has_ended = owed.change is ConsentChange.ENDED
        if not has_ended and not may_still:
            raise refused("nothing-written", "Write what the organisation may still use: the patient agreed to part.")
        letter = ConsentEnded(
            correspondence=to_body(hand, other),
            received_on=hand.case.received_on,
            complainant_name=hand.case.complainant.name,
            patient_name=hand.case.patient.name,
            changed_on=owed.since,
            may_still=() if has_ended else may_still,
        )
        send_to_body(hand, "consent-ended", letter, channel=body_channel, saying={"body": other.code}, about=owed.entry)
    return hand.done()
