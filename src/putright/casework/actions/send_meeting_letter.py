"""The person is written to after the meeting."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence, review_told
from putright.casework.entries import latest
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.letters.facts import Improvement, MeetingNote


def send_meeting_letter(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    present: tuple[str, ...],
    what_took_place: str,
    lessons: tuple[str, ...],
    improvements: tuple[Improvement, ...],
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write what took place at the meeting, what was learnt, and what has been put right."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit("meeting_letter_sent")
        held = latest(hand.events, "meeting_held")
        letter = MeetingNote(
            correspondence=correspondence(hand, to=hand.case.complainant),
            held_on=held.on if held else on,
            present=present,
            what_took_place=what_took_place,
            lessons=lessons,
            improvements=improvements,
            answer_by=answer_by(hand.position),
            **review_told(hand),
        )
        send_letter(hand, "meeting-note", letter, channel=channel)
    return hand.done()
