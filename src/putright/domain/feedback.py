"""What is said to a body that is no complaint: how is it kept, when is it dealt with, and when does it become one?

A concern, a question, a compliment or a comment is never investigated as a complaint. It becomes one on the day on
which the person says that they want to complain. What was spoken and put right by the end of the next working day is
none: SI 2009/309 reg 8(1)(c).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.access import Actor, Deed, Parts, may_view, why_not_here
from putright.domain.channels import SPOKEN, Channel
from putright.domain.duty import Refused

RULES: Final = "feedback"
LONGEST: Final = 20_000
LONGEST_TOLD: Final = 5_000  # on the page, where nobody sits beside
MOST_TOLD_A_DAY: Final = 200  # to one body, on the page
AT_ONCE: Final = "SI 2009/309 reg 8(1)(c)"


class FeedbackKind(StrEnum):
    """What somebody says who does not complain."""

    CONCERN = "concern"
    QUESTION = "question"
    COMPLIMENT = "compliment"
    FRIENDS_AND_FAMILY = "friends-and-family"


class FeedbackState(StrEnum):
    """Where it stands."""

    OPEN = "open"
    CLOSED = "closed"
    COMPLAINT = "complaint"


class Ending(StrEnum):
    """How it was dealt with."""

    PUT_RIGHT = "put-right"
    ANSWERED = "answered"
    PASSED_ON = "passed-on"
    SHARED = "shared"
    NO_REPLY = "no-reply"


class Rating(StrEnum):
    """How the Friends and Family Test is answered."""

    VERY_GOOD = "very-good"
    GOOD = "good"
    NEITHER = "neither"
    POOR = "poor"
    VERY_POOR = "very-poor"
    DO_NOT_KNOW = "do-not-know"


FEEDBACK_WORDS: Final = {
    FeedbackKind.CONCERN: "Concern",
    FeedbackKind.QUESTION: "Question",
    FeedbackKind.COMPLIMENT: "Compliment",
    FeedbackKind.FRIENDS_AND_FAMILY: "Friends and Family comment",
}
FEEDBACK_MEANS: Final = {
    FeedbackKind.CONCERN: "Something is not right, and the person wants it put right, not to complain.",
    FeedbackKind.QUESTION: "The person wants to know something, or where to go.",
    FeedbackKind.COMPLIMENT: "The person says thank you.",
    FeedbackKind.FRIENDS_AND_FAMILY: "A card, text or form of the test, mostly without a name.",
}
ENDING_WORDS: Final = {
    Ending.PUT_RIGHT: "Put right, and the person is content",
    Ending.ANSWERED: "Answered or explained",
    Ending.PASSED_ON: "Passed on to another organisation, which the person knows",
    Ending.SHARED: "Shared with the team it is about",
    Ending.NO_REPLY: "Nothing more can be done: nobody to reach, or no reply is wanted",
}
RATING_WORDS: Final = {
    Rating.VERY_GOOD: "Very good",
    Rating.GOOD: "Good",
    Rating.NEITHER: "Neither good nor poor",
    Rating.POOR: "Poor",
    Rating.VERY_POOR: "Very poor",
    Rating.DO_NOT_KNOW: "Does not know",
}
STATE_WORDS: Final = {
    FeedbackState.OPEN: "Open",
    FeedbackState.CLOSED: "Dealt with",
    FeedbackState.COMPLAINT: "Became a complaint",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackParts:
    """What feedback says about who may see it: its body, the colleague it is about, and the case it became."""

    body_id: int
    about_id: int | None = None
    case: Parts | None = None


def may_hear(actor: Actor, parts: FeedbackParts) -> bool:
    """Whether somebody may see it: whoever listens at the body, but nobody whom it or its case is about.

    Of a case that is restricted to others, nothing is there that led to it. `records.visible_to` says it of many.
    """
    if why_not_here(actor, Deed.LISTEN) is not None or parts.body_id != actor.body_id:
        return False
    if parts.about_id == actor.person_id:
        return False
    case = parts.case
    if case is None:
        return True
    return actor.person_id not in case.named_ids and (not case.restricted or may_view(actor, case))


def why_not_kept(kind: FeedbackKind, *, words: str, rating: Rating | None, today: date, on: date) -> Refused | None:
    """Why it cannot be kept so; nothing if it can."""
    if on > today:
        return Refused(code="in-the-future", message="It cannot have been said after today. Check the day.")
    if rating is not None and kind is not FeedbackKind.FRIENDS_AND_FAMILY:
        message = "Only the Friends and Family Test has an answer to choose."
        return Refused(code="no-rating", message=message)
    if not words.strip() and rating is None:
        return Refused(code="nothing-written", message="Write down what the person says, in their own words.")
    if len(words) > LONGEST:
        return Refused(code="too-long", message=f"It is longer than {LONGEST:,} characters. Write the gist of it.")
    return None


def why_not_told(kind: FeedbackKind, *, name: str, reach: str, told_today: int) -> Refused | None:
    """Why it cannot be told on the page; nothing if it can. Who wants an answer says how to reach them.

    `told_today` is how much was told on the page to this body today: whoever fills the list is stopped here.
    """
    if kind is FeedbackKind.FRIENDS_AND_FAMILY:
        return Refused(code="not-told-here", message="Cards of the Friends and Family Test go to the service itself.")
    if kind is not FeedbackKind.COMPLIMENT and not (name.strip() and reach.strip()):
        message = "Enter your name, and a telephone number or an email address, so that we can answer you."
        return Refused(code="nobody-to-answer", message=message)
    if told_today >= MOST_TOLD_A_DAY:
        message = "So many people have written today that we cannot take more on this page. Telephone us, or write."
        return Refused(code="too-many-told", message=message)
    return None


def why_not_open(state: FeedbackState) -> Refused | None:
    """Why nothing can be done with it any more; nothing while it is open."""
    match state:
        case FeedbackState.CLOSED:
            return Refused(code="already-closed", message="It has been dealt with. Open it again first.")
        case FeedbackState.COMPLAINT:
            message = "It became a complaint. What is done now is done on the case."
            return Refused(code="already-a-complaint", message=message)
    return None


def why_not_closed(kind: FeedbackKind, ending: Ending, *, done: str) -> Refused | None:
    """Why it cannot be closed so: of a concern and a question it is written down what was done."""
    if kind in (FeedbackKind.CONCERN, FeedbackKind.QUESTION) and not done.strip():
        return Refused(code="nothing-written", message="Write down what was done, or what the person was told.")
    if ending is Ending.PUT_RIGHT and kind is FeedbackKind.COMPLIMENT:
        return Refused(code="nothing-to-put-right", message="A compliment asks for nothing to be put right.")
    return None


def why_not_a_complaint(state: FeedbackState) -> Refused | None:
    """Why it cannot become a complaint: only once. One that was dealt with can, where the person wants it after all."""
    return why_not_open(state) if state is FeedbackState.COMPLAINT else None


def was_settled_at_once(
    *, channel: Channel, ending: Ending | None, closed_on: date | None, next_working_day: date
) -> bool:
    """Whether it was spoken and put right by the end of the next working day.

    The same matter then need not be dealt with as a complaint: regulation 8(1)(d).
    """
    return channel in SPOKEN and ending is Ending.PUT_RIGHT and closed_on is not None and closed_on <= next_working_day
