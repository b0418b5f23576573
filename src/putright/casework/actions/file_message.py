"""A message from the tray is put on a case, by a person who says what it means."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from putright.casework.consent_forms import note_answer_elsewhere, owe_what_follows
from putright.casework.consent_shared import owe_word_to_bodies
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.message_papers import came_by, day_on_case, enter_message, lay_on, message_in_hand, papers_of
from putright.casework.perform import Done, day_of, performing
from putright.domain.access import Actor, Deed
from putright.domain.consent import STATE_AFTER
from putright.domain.withdrawing import why_not_taken_up


class Meaning(StrEnum):
    """What a message means for the case it is put on: nothing further, or one of the events that come from a person."""

    MESSAGE = "message_received"
    DETAILS = "details_received"
    CONSENT_GIVEN = "consent_given"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_UNAWARE = "consent_questioned"
    DISCUSSION_REQUESTED = "discussion_requested"
    DISCUSSION_DECLINED = "discussion_declined"
    MEETING_ACCEPTED = "meeting_accepted"
    MEETING_DECLINED = "meeting_declined"
    REVIEW_REQUESTED = "review_requested"
    TAKE_UP = "take_up_asked"


MEANING_WORDS: Final = {
    Meaning.MESSAGE: "Nothing more: it is kept with the case",
    Meaning.DETAILS: "It gives the details that were asked for",
    Meaning.CONSENT_GIVEN: "The patient gives consent",
    Meaning.CONSENT_REFUSED: "The patient refuses consent",
    Meaning.CONSENT_WITHDRAWN: "The patient withdraws consent",
    Meaning.CONSENT_UNAWARE: "The patient did not know of the complaint",
    Meaning.DISCUSSION_REQUESTED: "The person asks to discuss the handling",
    Meaning.DISCUSSION_DECLINED: "The person does not want to discuss the handling",
    Meaning.MEETING_ACCEPTED: "The person accepts the meeting",
    Meaning.MEETING_DECLINED: "The person declines the meeting",
    Meaning.REVIEW_REQUESTED: "The person asks for a review",
    Meaning.TAKE_UP: "The person withdrew the complaint, and wants to go on after all",
}


def file_message(
    *,
    actor: Actor,
    message: int,
    case: str,
    now: datetime,
    meaning: Meaning = Meaning.MESSAGE,
    means: Means | None = None,
) -> Done:
    """Put a message and its files on a case, as come on the day they came; refused if what it is to mean cannot be.

    What it means is for a person to say: no message gives consent by itself.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=day_of(now), now=now, version=None, means=means) as hand:
        row = message_in_hand(actor, message)
        if meaning is Meaning.TAKE_UP:
            refuse(why_not_taken_up(hand.position.status))
        papers = papers_of(hand, row)
        if meaning is Meaning.MESSAGE:
            enter_message(hand, row, papers)
        else:
            on = day_on_case(hand, row)
            owe_what_follows(hand, meaning.value)
            entry = hand.record(meaning.value, on=on, facts=came_by(row), papers=papers)
            owe_word_to_bodies(hand, entry, meaning.value)
            if meaning.value in STATE_AFTER:
                note_answer_elsewhere(hand, meaning.value)
            if meaning is Meaning.REVIEW_REQUESTED:
                hand.case.review_requested_on = on
        lay_on(hand, row)
    return hand.done()
