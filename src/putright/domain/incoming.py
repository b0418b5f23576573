"""Whose case is a message or a call about, what kind of message is it, and when was it received?

Anybody can write any sender into a message. So a message goes on a case by itself only where three things agree: a sign
that only the case's own letters carry, a sender who is known on that case, and the word of the body's own mail server
that the sender is who they say. In every other way a person decides.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused
from putright.domain.references import reference_meant
from putright.domain.working_days import WorkingCalendar

LONGEST_ON_THE_WAY: Final = timedelta(days=5)  # how long mail servers try to pass a message on: RFC 5321, 4.5.4.1
MOST_CALL_BACKS: Final = 500  # that wait at one body: more would be a machine's doing, and no promise could be kept
MOST_HOPS: Final = 50  # servers that a message may have passed; one that goes round in a ring has passed more
_MOST_LOOKED_AT: Final = 2_000  # characters of a subject or an address

# Eight symbols, or four and four as people read them; whether they are a reference their check symbol says.
_LIKE_A_REFERENCE: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{4}[-\u2010-\u2013 ]?[0-9A-Za-z]{4}(?![0-9A-Za-z])")
_SIGN_OF_A_CASE: Final = re.compile(r"<?case\.([0-9a-z]{8})@[^<>\s]+>?")


class MessageKind(StrEnum):
    """What a message is, as far as its own headers tell."""

    FROM_A_PERSON = "from-a-person"
    AUTOMATIC_REPLY = "automatic-reply"
    READ_RECEIPT = "read-receipt"
    NOT_DELIVERED = "not-delivered"
    STILL_TRYING = "still-trying"
    MAILING_LIST = "mailing-list"
    LOOP = "loop"
    UNREADABLE = "unreadable"
    CALL = "call"  # typed in by whoever took it
    CALL_BACK = "call-back"  # asked for on the page, by whoever is to be rung


MESSAGE_KIND_WORDS: Final = {
    MessageKind.FROM_A_PERSON: "Message",
    MessageKind.AUTOMATIC_REPLY: "Automatic reply",
    MessageKind.READ_RECEIPT: "Read receipt",
    MessageKind.NOT_DELIVERED: "A message of ours was not delivered",
    MessageKind.STILL_TRYING: "A message of ours is still on its way",
    MessageKind.MAILING_LIST: "From a mailing list",
    MessageKind.LOOP: "Going round in a ring",
    MessageKind.UNREADABLE: "Could not be read",
    MessageKind.CALL: "Telephone call",
    MessageKind.CALL_BACK: "Asks to be called back",
}

# What nobody need look at: it is kept, and can be found, but does not wait in the tray.
QUIET: Final = frozenset(
    {
        *(MessageKind.AUTOMATIC_REPLY, MessageKind.READ_RECEIPT, MessageKind.NOT_DELIVERED, MessageKind.STILL_TRYING),
        *(MessageKind.MAILING_LIST, MessageKind.LOOP),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the headers of a message say of how it was made; words are in small letters."""

    auto_submitted: str = ""
    precedence: str = ""
    report: str = ""  # the kind of a report: RFC 6522
    action: str = ""  # what a report says became of our message: RFC 3464
    is_from_a_list: bool = False
    hops: int = 0
    is_ours: bool = False


def kind_of(marks: Marks) -> MessageKind:
    """What a message is. What a machine made unasked, such as a form on a website, may be a complaint: RFC 3834."""
    if marks.is_ours or marks.hops > MOST_HOPS:
        return MessageKind.LOOP
    if marks.report == "delivery-status":
        return MessageKind.NOT_DELIVERED if marks.action == "failed" else MessageKind.STILL_TRYING
    if marks.report == "disposition-notification":
        return MessageKind.READ_RECEIPT
    if marks.auto_submitted == "auto-replied" or marks.precedence == "auto_reply":
        return MessageKind.AUTOMATIC_REPLY
    if marks.is_from_a_list and marks.precedence in ("bulk", "list", "junk"):
        return MessageKind.MAILING_LIST
    return MessageKind.FROM_A_PERSON


class Sign(StrEnum):
    """By what a message may be told to be about a case, the strongest first."""

    ANSWER = "answer"
    FORM = "form"
    REFERENCE = "reference"
    SENDER = "sender"
    NUMBER = "number"


SIGN_WORDS: Final = {
    Sign.ANSWER: "It answers a letter of this case",
    Sign.FORM: "It bears the code of a consent form of this case",
    Sign.REFERENCE: "It names the reference of this case",
    Sign.SENDER: "Its sender’s address is on this case",
    Sign.NUMBER: "The caller’s number is on this case",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A case that a message may be about: by which sign, and whether the sender's address is known on it."""

    reference: str
    sign: Sign
    knows_sender: bool
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What is to become of a message: on which case it goes by itself, if any, and which a person is shown first."""

    goes_on: str | None
    suggested: tuple[Candidate, ...]


def match(candidates: Iterable[Candidate], *, is_sender_proven: bool) -> Matched:
    """Whose case a message is about. Two cases that are equally meant are for a person to choose from.

    A consent form waits for somebody who reads its boxes, however sure it is whose it is.
    """
    found: dict[str, Candidate] = {}
    for candidate in sorted(candidates, key=_weight):
        found.setdefault(candidate.reference, candidate)
    suggested = tuple(found.values())
    meant = [one for one in suggested if one.sign is not Sign.SENDER]
    sure = len(meant) == 1 and meant[0].knows_sender and meant[0].is_open and is_sender_proven
    sure = sure and meant[0].sign is not Sign.FORM
    return Matched(goes_on=meant[0].reference if sure else None, suggested=suggested)


def _weight(candidate: Candidate) -> tuple[bool, int, bool, bool, str]:
    is_no_form = candidate.sign is not Sign.FORM
    return (
        is_no_form,
        list(Sign).index(candidate.sign),
        not candidate.knows_sender,
        not candidate.is_open,
        candidate.reference,
    )


def references_named(*, addresses: Iterable[str], subject: str, signs: Iterable[str]) -> tuple[str, ...]:
    """Every reference that a message names: in an address it went to, in its subject, in what it answers.

    >>> references_named(addresses=["complaints+zx0020gd@example.nhs.uk"], subject="", signs=[])
    ('ZX0020GD',)
    >>> references_named(addresses=[], subject="Your ref ZX00-20GD, please", signs=["<case.zx0020gd@example.nhs.uk>"])
    ('ZX0020GD',)
    >>> references_named(addresses=["zx0020gf@example.nhs.uk"], subject="About ZX00-20GF", signs=[])
    ()
    """
    local = (re.split(r"[+._=]", address[:_MOST_LOOKED_AT].rpartition("@")[0]) for address in addresses)
    typed = [
        *(found[1] for sign in signs if (found := _SIGN_OF_A_CASE.fullmatch(sign.lower()))),
        *(part for parts in local for part in parts),
        *(found.group() for found in _LIKE_A_REFERENCE.finditer(subject[:_MOST_LOOKED_AT])),
    ]
    meant = (reference_meant(re.sub("[\u2010-\u2013]", "-", one)) for one in typed)
    return tuple(dict.fromkeys(one for one in meant if one))


def received_at(said: datetime | None, *, arrived: datetime | None, now: datetime) -> datetime:
    """When a message counts as received; all instants know their time zone.

    `said` is its own Date, `arrived` when the body's mail server says that it came. The earlier of the two that can be
    so: never in the future, and not longer before its arrival than mail is on its way. A message that lay unread over
    a weekend was received on the day it came.
    """
    came = arrived if arrived is not None and arrived <= now else now
    if said is not None and came - LONGEST_ON_THE_WAY <= said <= came:
        return said
    return came


class AsideReason(StrEnum):
    """Why a message is put aside: it is kept, but nothing is done about it."""

    NOT_A_COMPLAINT = "not-a-complaint"
    COMPLIMENT = "compliment"
    FOR_OTHERS = "for-others"
    SPAM = "spam"
    DEALT_WITH = "dealt-with"
    NOT_REACHED = "not-reached"


ASIDE_WORDS: Final = {
    AsideReason.NOT_A_COMPLAINT: "It is not about a complaint",
    AsideReason.COMPLIMENT: "It is a thank you or praise",
    AsideReason.FOR_OTHERS: "It is for somebody else, and was passed on",
    AsideReason.SPAM: "It is unwanted advertising, or an attempt to deceive",
    AsideReason.DEALT_WITH: "It has been dealt with already",
    AsideReason.NOT_REACHED: "They asked to be rung and could not be reached, by telephone or in writing",
}


class BestTime(StrEnum):
    """When somebody would rather be rung."""

    ANY = "any"
    MORNING = "morning"
    AFTERNOON = "afternoon"


BEST_TIME_WORDS: Final = {
    BestTime.ANY: "At any time of the working day",
    BestTime.MORNING: "In the morning",
    BestTime.AFTERNOON: "In the afternoon",
}


def call_back_by(asked_on: date, calendar: WorkingCalendar) -> date:
    """The last day on which somebody who asked to be rung is rung on time: the next working day."""
    return calendar.add(asked_on, 1)


def why_not_called_back(waiting: int) -> Refused | None:
    """Why nobody more can be promised a call just now; `waiting` of them wait for one at this body already."""
    if waiting < MOST_CALL_BACKS:
        return None
    message = "So many people have asked to be called that we cannot promise it now. Telephone us, or write."
    return Refused(code="too-many-ask", message=message)


def on_time_since(today: date, calendar: WorkingCalendar) -> date:
    """The first day whose messages may wait today still: they are overdue once they have waited a whole working day."""
    return calendar.add(today, -1)
