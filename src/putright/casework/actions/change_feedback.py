"""Feedback turns out to be of another kind, is taken on by somebody else, or is about a colleague."""

from datetime import datetime

from putright.casework.actions.record_feedback import colleague
from putright.casework.errors import refuse, refused
from putright.casework.feedback_hand import KIND_CHANGED, TAKEN, holding_feedback
from putright.casework.queries.feedback import can_listen
from putright.domain.access import Actor
from putright.domain.feedback import FeedbackKind, why_not_open


def change_feedback(
    *,
    actor: Actor,
    feedback: int,
    kind: FeedbackKind,
    owner: int | None,
    about: int | None,
    now: datetime,
    version: int | None = None,
) -> None:
    """Change any of these; whom it is about does not see it any more, and cannot have it."""
    with holding_feedback(actor, feedback, now=now, version=version) as hand:
        refuse(why_not_open(hand.state))
        row = hand.row
        if (kind.value, owner, about) == (row.kind, row.owner_id, row.about_id):
            raise refused("already-so", "Nothing of this is new. Change something, or go back.")
        if owner is not None and owner not in can_listen(actor):
            raise refused("not-a-listener", "Choose somebody whose role lets them keep feedback.")
        if about is not None and about == owner:
            raise refused("about-its-owner", "It is about this person, so somebody else must deal with it.")
        if kind.value != row.kind:
            row.kind = kind.value
            hand.note(KIND_CHANGED, facts={"kind": kind.value})
        if (owner, about) != (row.owner_id, row.about_id):
            row.owner_id, row.about = owner, colleague(actor, about)
            hand.note(TAKEN)
