"""It is decided whether a review that was asked for late is held all the same."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence, further_ways, is_for_the_ombudsman, ombudsman_by
from putright.casework.entries import latest
from putright.casework.errors import ActionRefused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.duty import Duty
from putright.domain.reviewing import NOT_LATE, REQUESTED, late_request_of
from putright.letters.after_facts import ReviewRefused


def decide_late_request(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    accepted: bool,
    reasons: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Decide, with reasons, on a request for review that came after its last day; a refusal is told in writing."""
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        late = late_request_of(hand.position)
        if late is None:
            raise ActionRefused(NOT_LATE)
        paper = hand.keep_text("decision", "Why the late request for a review is taken up, or is not", reasons)
        if accepted:
            hand.record("late_request_accepted", facts={"step": late.step}, papers=[paper])
        else:
            hand.note("note_made", papers=[paper])
            _refuse_it(hand, late, reasons, channel)
    return hand.done()


def _refuse_it(hand: CaseInHand, late: Duty, reasons: str, channel: Channel) -> None:
    asked = latest(hand.events, REQUESTED)
    letter = ReviewRefused(
        correspondence=correspondence(hand, to=hand.case.complainant),
        requested_on=asked.on if asked else hand.on,
        last_day=late.binding_on or late.due_on or hand.on,
        reasons=reasons,
        further=further_ways(hand, after="review_refused"),
        to_ombudsman=is_for_the_ombudsman(hand.position),
        ombudsman_by=ombudsman_by(hand.position),
    )
    send_letter(hand, "review-refused", letter, channel=channel, saying={"step": late.step})
