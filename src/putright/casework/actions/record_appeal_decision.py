"""The panel has decided whether a person stays on the Special Allocation Scheme."""

from collections.abc import Iterable
from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.allocation import DECIDED, DECISION_TOLD, AppealDecision, why_not_decided
from putright.domain.channels import Channel
from putright.domain.duty import Duty
from putright.letters.allocation_facts import AppealDecided


def record_appeal_decision(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    decision: AppealDecision,
    reasons: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Record what was decided; where the panel is this body's, tell the person and why. It upholds nothing.

    `on` is the day of the decision; the letter is of today.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_decided(hand.events))
        paper = hand.keep_text("decision", "What the panel decided, and why", reasons)
        hand.record(DECIDED, facts={"decision": decision.value}, papers=[paper])
        if _is_ours_to_tell(hand.position.duties) and hand.case.complainant.death_learnt_on is None:
            hand.on = hand.today
            letter = AppealDecided(
                correspondence=correspondence(hand, to=hand.case.complainant),
                decided_on=on,
                reasons=reasons,
                removed=decision is AppealDecision.REMOVED,
            )
            send_letter(hand, "appeal-decided", letter, channel=channel)
    return hand.done()


def _is_ours_to_tell(duties: Iterable[Duty]) -> bool:
    return any(duty.is_to_do and DECISION_TOLD in duty.met_by for duty in duties)
