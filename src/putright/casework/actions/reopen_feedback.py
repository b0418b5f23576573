"""Feedback that was dealt with is opened again."""

from datetime import datetime

from putright.casework.errors import refused
from putright.casework.feedback_hand import REOPENED, holding_feedback
from putright.domain.access import Actor
from putright.domain.feedback import FeedbackState


def reopen_feedback(*, actor: Actor, feedback: int, reason: str, now: datetime, version: int | None = None) -> None:
    """Open it again, saying why; how it was closed stays on its record."""
    with holding_feedback(actor, feedback, now=now, version=version) as hand:
        if hand.state is not FeedbackState.CLOSED:
            raise refused("not-closed", "It has not been closed, so there is nothing to open again.")
        if not reason.strip():
            raise refused("nothing-written", "Say why it is opened again.")
        hand.note(REOPENED, words=reason)
