"""A promised date has to change, and the person is told why in writing."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.moved_dates import refuse_without_effect
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.duty import Duty
from putright.domain.entry import why_not_a_promise
from putright.domain.reasons import DelayReason
from putright.domain.vocabulary import Authority
from putright.letters.facts import TimescaleChange


def change_timescale(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    step: str,
    new_date: date,
    reason: DelayReason,
    explanation: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Move the date of one step by a notice that gives the reason; the law's own dates stay."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        owed = _owed(hand, step)
        refuse(why_not_a_promise(new_date, on=on))
        said: dict[str, FactValue] = {"step": step, "date": new_date, "reason": reason.value}
        refuse_without_effect(hand, "timescale_changed", owed, said)
        letter = TimescaleChange(
            correspondence=correspondence(hand, to=hand.case.complainant),
            promise=owed.promise,
            first_date=owed.due_on or new_date,
            new_date=new_date,
            reason=explanation,
            answer_by=answer_by(hand.position),
        )
        send_letter(hand, "timescale-change", letter, channel=channel, saying=said)
    return hand.done()


def _owed(hand: CaseInHand, step: str) -> Duty:
    dated = (duty for duty in hand.position.to_do() if duty.step == step and duty.due_on)
    owed = sorted(dated, key=lambda duty: duty.authority is Authority.STATUTE)
    if not owed:
        raise refused("nothing-to-move", "This step has no date that could be changed now.")
    if owed[0].authority is Authority.STATUTE:
        raise refused("law-does-not-move", "The law sets this date, so no notice can change it.", owed[0].cites)
    return owed[0]
