"""Whoever speaks for a patient is asked in writing for what shows that they may."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.authority import why_not_shown
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.speaking import speaker_of
from putright.domain.standing import Basis
from putright.letters.consent_facts import AuthorityRequest


def ask_for_authority(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    wanted: str,
    not_enough: str = "",
    reply_by: date | None = None,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write what is wanted, and by when; the complaint goes on meanwhile. `not_enough` says what was seen lacks."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_shown(Basis(hand.case.basis), speaker_of(hand.events)))
        if reply_by is not None and reply_by < on:
            raise refused("before-it-was-asked", "That day is before the letter. Give them time to answer.")
        letter = AuthorityRequest(
            correspondence=correspondence(hand, to=hand.case.complainant),
            patient_name=hand.case.patient.name,
            wanted=wanted,
            not_enough=not_enough,
            reply_by=reply_by,
        )
        by_when: dict[str, FactValue] = {"date": reply_by} if reply_by else {}
        send_letter(hand, "authority-request", letter, channel=channel, saying=by_when)
    return hand.done()
