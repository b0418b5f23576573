"""Who may review a decision, and was the review asked for in time?"""

from collections.abc import Sequence
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Duty, Position, Refused
from putright.domain.vocabulary import DutyState, Effect

REQUESTED: Final = "review_requested"
# Whoever did one of these had a part in the decision that is to be reviewed.
PARTS: Final = {
    "examined": "examined what was said",
    "finding_recorded": "recorded a finding",
    "investigation_completed": "completed the investigation",
    "outcome_decided": "decided an outcome",
    "response_prepared": "drafted the response",
    "draft_commented": "commented on the draft",
    "response_checked": "checked the draft",
    "response_signed": "signed the response",
}
NOT_LATE: Final = Refused(code="not-late", message="No review was asked for late that is still to be decided on.")


def part_in(events: Sequence[Event], person: int) -> str:
    """What somebody did towards the decision before it was asked to be reviewed, in words; nothing if they had no part.

    What they did since the last request is the review itself.
    """
    standing = in_force(events)
    asked = [place for place, event in enumerate(standing) if event.event == REQUESTED]
    before = standing[: asked[-1]] if asked else standing
    did = (PARTS[event.event] for event in before if event.event in PARTS and event.by == str(person))
    return next(did, "")


def why_not_review(events: Sequence[Event], person: int) -> Refused | None:
    """Why somebody may not review the decision; nothing if they had no part in it."""
    part = part_in(events, person)
    if not part:
        return None
    message = f"You {part}, so you had a part in the decision that is to be reviewed. Somebody who had none reviews it."
    return Refused(code="had-a-part", message=message)


def late_request_of(position: Position) -> Duty | None:
    """The time to ask for a review that had passed when it was asked for, where nobody has decided on it yet."""
    if not any(warned.code == "late-request" for warned in position.warnings):
        return None
    lapsed = (duty for duty in position.duties if duty.effect is Effect.LAPSES and duty.state is DutyState.MET_LATE)
    return next((duty for duty in lapsed if REQUESTED in duty.rule.met_by), None)
