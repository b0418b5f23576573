"""A copy of the written record of what was said is sent to the person."""

from datetime import date, datetime

from putright.casework.actions.receive_complaint import TAKEN_BY
from putright.casework.correspondence import correspondence
from putright.casework.issue_words import narratives, outcome_wanted
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.letters.facts import WrittenRecord
from putright.records.models import Document


def send_written_record(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write down a spoken complaint and send the person a copy: regulation 13(2)."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        letter = WrittenRecord(
            correspondence=correspondence(hand, to=hand.case.complainant),
            spoken_on=hand.case.received_on,
            taken_by=_taken_by(hand),
            record="\n\n".join(narratives(hand.case)),
            outcome_wanted=outcome_wanted(hand.case),
        )
        send_letter(hand, "written-record", letter, channel=channel)
    return hand.done()


def _taken_by(hand: CaseInHand) -> str:
    """Who took it down, as it was said when it was entered; otherwise whoever writes."""
    told = Document.objects.filter(case=hand.case, kind=TAKEN_BY).values_list("text", flat=True).first()
    return told or hand.acting().name
