"""The person is invited to meet the member of staff."""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.adjustments import needs_of
from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse, refused
from putright.casework.issue_words import issue_words
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.meetings import Offered, note_offer
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.adjustments import why_not_meet
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.letters.facts import MeetingOffer, MeetingTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as it is offered: with whom, when and where; whether its safety, and what people need, is seen to."""

    meet_with: tuple[str, ...]
    times: tuple[MeetingTime, ...]
    place: str
    safety_considered: bool
    topics: tuple[str, ...] = ()
    reply_by: date | None = None
    needs_arranged: bool = False  # asked only where somebody needs something for a meeting


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
        refuse(_why_not_as_they_need(hand, meeting))
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
        row = send_letter(hand, "meeting-offer", letter, channel=channel)
        note_offer(hand, row.document, _offered(meeting))
    return hand.done()


def _offered(meeting: Meeting) -> Offered:
    return Offered(meet_with=meeting.meet_with, times=meeting.times, place=meeting.place, reply_by=meeting.reply_by)


def _why_not_as_they_need(hand: CaseInHand, meeting: Meeting) -> Refused | None:
    needs = (*needs_of(hand.case.complainant), *needs_of(hand.case.patient))
    return why_not_meet(needs, is_arranged=meeting.needs_arranged)
