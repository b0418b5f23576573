"""What must be known before the letters are written that follow the answer, or the end of a case?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence, FurtherWay


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsAnswered:
    """What the person asked about the answer is answered; or they are told where the answer says it."""

    correspondence: Correspondence
    asked_on: date
    answered_on: date
    questions: tuple[str, ...]
    answer: str
    said_already: bool = False
    ombudsman_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """The same things are looked at once more: which, by when the person is answered, and that they can meet."""

    correspondence: Correspondence
    received_on: date
    answered_on: date
    asked_on: date
    issues: tuple[str, ...]
    answer_by: date | None = None
    meeting: bool = False
    ombudsman_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRefused:
    """A review was asked for after its last day, and is not held: why, and the ways on."""

    correspondence: Correspondence
    requested_on: date
    last_day: date
    reasons: str
    further: tuple[FurtherWay, ...] = ()
    to_ombudsman: bool = True
    ombudsman_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalConfirmed:
    """The complaint was withdrawn; until when it can be taken up again, and what is looked into all the same."""

    correspondence: Correspondence
    received_on: date
    withdrawn_on: date
    until: date | None = None
    goes_on_because: str | None = None
    ombudsman_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUpAgain:
    """A complaint that was withdrawn is taken up again, with the days that it had; what is said besides."""

    correspondence: Correspondence
    received_on: date
    withdrawn_on: date
    asked_on: date
    answer_by: date | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaysWithdrawn:
    """A complaint that was withdrawn is not taken up again, and why."""

    correspondence: Correspondence
    withdrawn_on: date
    asked_on: date
    reasons: str
    ombudsman_by: date | None = None
