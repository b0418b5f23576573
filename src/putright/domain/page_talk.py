"""What may whoever follows a complaint send from its page, what is owed to them then, and what was promised already?"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Duty, Position, Refused
from putright.domain.periods import in_words
from putright.domain.vocabulary import CaseStatus
from putright.domain.working_days import WorkingCalendar

RULES: Final = "page"  # the rules that come over a case with the first thing that comes from its page
RECEIVED, READ, SENT = "page_message_received", "page_message_read", "page_message_sent"
REACH, ASKED, TOLD = "reach_changed", "update_asked", "update_sent"
OURS, THEIRS = "ours", "procedure"  # whose promise an update is owed by: one that is made now, or one that stood
PROMISE_WORDS: Final = {OURS: "What we promise whoever asks", THEIRS: "What was promised already"}
MOST_A_DAY: Final = 20
ANSWERED_WITHIN: Final = 5  # working days: procedures/office/page.yaml says the same

NOTHING_SENT: Final = Refused(code="nothing-sent", message="Write your message, or choose a file to send.")
SENT_ALREADY: Final = Refused(
    code="sent-already", message="We have this message already. You do not need to send it again."
)
TOO_MANY: Final = Refused(
    code="too-many-messages",
    message="You have sent 20 messages today, and we have all of them. Telephone us if something cannot wait.",
)
NOTHING_TO_READ: Final = Refused(
    code="nothing-to-read", message="Nothing that the person sent from their page is still to be read."
)
NOT_OPEN: Final = Refused(
    code="not-open", message="Nothing is being looked into now. If you want to tell us something, send us a message."
)


def unread(position: Position) -> tuple[Duty, ...]:
    """What the person sent from the page and nobody has looked at: messages, and new contact details."""
    return tuple(duty for duty in position.to_do() if duty.procedure == RULES and READ in duty.met_by)


def why_not_sent(events: Sequence[Event], words: str, files: int, *, on: date) -> Refused | None:
    """Why a message cannot be sent now; nothing if it can be. A case that is closed takes messages too."""
    if not words.strip() and not files:
        return NOTHING_SENT
    today = [event for event in in_force(events) if event.event == RECEIVED and event.on == on]
    return TOO_MANY if len(today) >= MOST_A_DAY else None


def update_promised(position: Position) -> Duty | None:
    """The update that is owed soonest by a day, whoever promised it."""
    dated = (duty for duty in position.to_do() if TOLD in duty.met_by and duty.binding_on and not duty.paused)
    return min(dated, key=lambda duty: duty.binding_on or date.max, default=None)


def asked_already(position: Position, events: Sequence[Event]) -> Duty | None:
    """The update that was asked for and is still owed."""
    promised = update_promised(position)
    if promised is None or promised.procedure == RULES:
        return promised
    told = max((event.on for event in in_force(events) if event.event == TOLD), default=date.min)
    asked = max((event.on for event in in_force(events) if event.event == ASKED), default=None)
    return promised if asked is not None and asked >= told else None


def can_ask(position: Position, events: Sequence[Event]) -> bool:
    """Whether somebody can ask how it is going: while it is looked into, and not while an answer to that is owed."""
    return why_not_asked(position, events) is None


def why_not_asked(position: Position, events: Sequence[Event]) -> Refused | None:
    """Why somebody cannot ask how it is going; nothing if they can."""
    if position.status is not CaseStatus.OPEN:
        return NOT_OPEN
    owed = asked_already(position, events)
    if owed is None or owed.binding_on is None:
        return None
    message = f"You have asked already. We tell you by {in_words(owed.binding_on)}."
    return Refused(code="already-asked", message=message)


def whose_promise(position: Position, calendar: WorkingCalendar, *, on: date) -> str:
    """Whose promise an update that is asked for is owed by: that of the procedure if it comes as soon, else ours."""
    promised = update_promised(position)
    by = calendar.add(on, ANSWERED_WITHIN)
    stands = promised is not None and promised.binding_on is not None and on <= promised.binding_on <= by
    return THEIRS if stands else OURS
