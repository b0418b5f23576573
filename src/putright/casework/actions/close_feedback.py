"""Feedback has been dealt with."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.feedback_hand import CLOSED, holding_feedback
from putright.domain.access import Actor
from putright.domain.feedback import Ending, why_not_closed, why_not_open


def close_feedback(
    *,
    actor: Actor,
    feedback: int,
    ending: Ending,
    done: str,
    on: date,
    now: datetime,
    version: int | None = None,
) -> None:
    """Keep how it was dealt with and when; of a concern or a question, what was done."""
    with holding_feedback(actor, feedback, now=now, version=version) as hand:
        refuse(why_not_open(hand.state))
        refuse(why_not_closed(hand.kind, ending, done=done))
        if not hand.row.received_on <= on <= hand.today:
            raise refused("not-on-that-day", "It was dealt with on a day from its receipt until today. Check the day.")
        hand.note(CLOSED, on=on, facts={"ending": ending.value}, words=done)
