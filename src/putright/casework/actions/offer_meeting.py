"""The person is invited to meet the member of staff."""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refused
from putright.casework.issue_words import issue_words
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.letters.facts import MeetingOffer, MeetingTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as it is offered: with whom, when and where, and whether its safety has been considered."""

    meet_with: tuple[str, ...]
    times: tuple[MeetingTime, ...]
    place: str
    safety_considered: bool
    topics: tuple[str, ...] = ()
    reply_by: date | None = None


def offer_meeting(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    meeting: Meeting,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Offer a meeting, once it has been considered whether everybody would be safe in it."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if not meeting.safety_considered:
            raise refused("safety-not-considered", "First ask whether everybody will be safe there, and willing.")
        if any(time.on < on for time in meeting.times):
            raise refused("promised-in-the-past", "A time that is offered for the meeting has passed.")
        letter = MeetingOffer(
            correspondence=correspondence(hand, to=hand.case.complainant),
            meet_with=meeting.meet_with,
            times=meeting.times,
            place=meeting.place,
            topics=meeting.topics or issue_words(hand.case),
            reply_by=meeting.reply_by,
        )
        send_letter(hand, "meeting-offer", letter, channel=channel)
    return hand.done()
