"""Something is written down about feedback: a call, an answer, what a team said."""

from datetime import datetime

from putright.casework.errors import refuse, refused
from putright.casework.feedback_hand import NOTED, holding_feedback
from putright.domain.access import Actor
from putright.domain.feedback import LONGEST, why_not_open


def note_feedback(*, actor: Actor, feedback: int, words: str, now: datetime, version: int | None = None) -> None:
    """Add a note while it is open; what is done on a complaint is written on its case."""
    with holding_feedback(actor, feedback, now=now, version=version) as hand:
        refuse(why_not_open(hand.state))
        if not words.strip():
            raise refused("nothing-written", "Write down what was said or done.")
        if len(words) > LONGEST:
            raise refused("too-long", f"It is longer than {LONGEST:,} characters. Write the gist of it.")
        hand.note(NOTED, words=words)
