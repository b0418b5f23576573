"""The person is told the outcome of the review."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence, further_ways, is_for_the_ombudsman, ombudsman_by
from putright.casework.entries import latest
from putright.casework.errors import refuse
from putright.casework.helpers import healthwatch_for
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.reviewing import why_not_review
from putright.letters.facts import Improvement, ReviewOutcome


def send_review_outcome(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    how_reviewed: str,
    position: str,
    reasons: str,
    apology: str = "",
    improvements: tuple[Improvement, ...] = (),
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the person the body's final position, and the reasons for it."""
    with performing(Deed.REVIEW, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_review(hand.events, actor.person_id))
        hand.permit("review_response_sent")
        asked, completed = latest(hand.events, "review_requested"), latest(hand.events, "review_completed")
        frame = correspondence(hand, to=hand.case.complainant)
        letter = ReviewOutcome(
            correspondence=frame,
            requested_on=asked.on if asked else on,
            reviewed_by=f"{frame.writer.name}, {frame.writer.post}",
            completed_on=completed.on if completed else on,
            how_reviewed=how_reviewed,
            position=position,
            reasons=reasons,
            apology=apology or None,
            improvements=improvements,
            further=further_ways(hand, after="review_response_sent"),
            to_ombudsman=is_for_the_ombudsman(hand.position),
            ombudsman_by=ombudsman_by(hand.position),
            healthwatch=healthwatch_for(hand.case, on),
        )
        send_letter(hand, "review-outcome", letter, channel=channel)
    return hand.done()
