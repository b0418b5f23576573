"""What can be given to put things right for a person, what may it come to, and how far is it?

The order is that of the Ombudsman's principles: put the person back where they would have been; where that cannot be,
make up for it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused
from putright.domain.injustice import Level

RULES: Final = "remedies"
DECIDED, ACCEPTED, DECLINED, GIVEN = "remedy_decided", "remedy_accepted", "remedy_declined", "remedy_given"
MOST_PENCE: Final = 100_000_000
STANDARDS: Final = "NHS Complaint Standards: giving fair and accountable responses"
_POUNDS: Final = re.compile(r"£?\s*(?P<pounds>\d{1,3}(?:,\d{3})*|\d+)(?:\.(?P<pence>\d{2}))?")


class RemedyKind(StrEnum):
    """What is done to put things right for one person."""

    EXPLANATION = "explanation"
    APOLOGY = "apology"
    RECORD = "record"
    CARE = "care"
    DECISION = "decision"
    REPAYMENT = "repayment"
    FEE = "fee"
    LOSS = "loss"
    DISTRESS = "distress"
    OTHER = "other-remedy"


class RemedyState(StrEnum):
    """How far a remedy is."""

    DECIDED = "decided"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    GIVEN = "given"


KIND_WORDS: Final = {
    RemedyKind.EXPLANATION: "An explanation, in person",
    RemedyKind.APOLOGY: "An apology by whoever was there",
    RemedyKind.RECORD: "A record corrected",
    RemedyKind.CARE: "Care given, or given again",
    RemedyKind.DECISION: "A decision made again",
    RemedyKind.REPAYMENT: "Costs repaid",
    RemedyKind.FEE: "A charge waived",
    RemedyKind.LOSS: "Something lost or broken made good",
    RemedyKind.DISTRESS: "A payment for distress or inconvenience",
    RemedyKind.OTHER: "Something else for the person",
}
STATE_WORDS: Final = {
    RemedyState.DECIDED: "Decided, and not told yet",
    RemedyState.OFFERED: "Offered",
    RemedyState.ACCEPTED: "Accepted",
    RemedyState.DECLINED: "Not wanted",
    RemedyState.GIVEN: "Given",
}
# What came of it, the last that can come first.
_ENDS: Final = {GIVEN: RemedyState.GIVEN, DECLINED: RemedyState.DECLINED, ACCEPTED: RemedyState.ACCEPTED}
PAYMENTS: Final = frozenset({RemedyKind.REPAYMENT, RemedyKind.DISTRESS})
_MAY_HAVE_AMOUNT: Final = PAYMENTS | {RemedyKind.FEE, RemedyKind.LOSS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One remedy as it stands: the entry by which it was decided, how far it is, and since when."""

    decided: Event
    state: RemedyState
    since: date

    @property
    def number(self) -> int:
        """The number of the entry by which it was decided."""
        return int(self.decided.id or 0)

    @property
    def kind(self) -> RemedyKind:
        """What it is."""
        return RemedyKind(str(self.decided.facts["redress"]))

    @property
    def pence(self) -> int | None:
        """What it comes to, where it is money."""
        amount = self.decided.facts.get("pence")
        return amount if isinstance(amount, int) else None

    @property
    def by(self) -> date:
        """The day by which it is to be given."""
        day = self.decided.facts["date"]
        return day if isinstance(day, date) else self.decided.on

    @property
    def is_told(self) -> bool:
        """Whether the person knows of it."""
        return self.state is not RemedyState.DECIDED


def remedies_of(events: Sequence[Event]) -> tuple[Remedy, ...]:
    """Every remedy of a case that stands, the first decided first."""
    standing = in_force(events)
    return tuple(_remedy(event, standing) for event in standing if event.event == DECIDED)


def pence_of(text: str) -> int | None:
    """An amount as people write it, in pence; nothing where it is none.

    >>> pence_of("£1,250.50"), pence_of("250"), pence_of("a lot"), pence_of("12.5")
    (125050, 25000, None, None)
    """
    found = _POUNDS.fullmatch(text.strip())
    return int(found["pounds"].replace(",", "")) * 100 + int(found["pence"] or 0) if found else None


def pounds(pence: int) -> str:
    """An amount as a letter writes it.

    >>> pounds(125050), pounds(25000)
    ('£1,250.50', '£250')
    """
    whole, rest = divmod(pence, 100)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"


def why_not_remedy(
    kind: RemedyKind, *, pence: int | None, by: date, on: date, level: Level | None, why_amount: str
) -> Refused | None:
    """Why this cannot be the remedy yet; `level` is how severe the injustice was found to be, where it was weighed."""
    if by < on:
        return Refused(code="by-in-the-past", message="Say by which day it is given: the day of the decision or later.")
    if kind in PAYMENTS and not pence:
        return Refused(code="no-amount", message="Say how much is paid, in pounds.", authority=STANDARDS)
    if pence is not None and kind not in _MAY_HAVE_AMOUNT:
        return Refused(code="amount-without-payment", message="This is no payment. Take the amount away.")
    if pence is not None and not 0 < pence <= MOST_PENCE:
        message = f"Enter an amount between 1p and {pounds(MOST_PENCE)}."
        return Refused(code="not-so-much", message=message)
    if kind is RemedyKind.DISTRESS and pence and level and not _is_on(level, pence) and not why_amount.strip():
        message = (
            f"The injustice was weighed at level {level.level}, for which the Ombudsman's scale names {level.pounds}."
            " Say why it is another amount here."
        )
        return Refused(code="off-the-scale", message=message, authority=STANDARDS)
    return None


def why_not_answered(remedy: Remedy) -> Refused | None:
    """Why nobody can accept or decline it any more; nothing if they can."""
    if remedy.state in (RemedyState.DECIDED, RemedyState.OFFERED):
        return None
    message = "It is recorded already what the person said, or that it was given. Correct that entry if it is wrong."
    return Refused(code="already-remedy-answered", message=message)


def why_not_given(remedy: Remedy) -> Refused | None:
    """Why it cannot be given; nothing if it can. Whoever takes it need not have said so before."""
    if remedy.state is RemedyState.GIVEN:
        return Refused(code="already-remedy-given", message="It is recorded already that this was given.")
    if remedy.state is RemedyState.DECLINED:
        return Refused(code="remedy-declined", message="The person did not want it. Decide another, if they want that.")
    return None


def _is_on(level: Level, pence: int) -> bool:
    least, most = (bound * 100 if bound is not None else None for bound in (level.least, level.most))
    return least is not None and least <= pence and (most is None or pence <= most)


def _remedy(decided: Event, standing: Sequence[Event]) -> Remedy:
    since = [event for event in standing if event.about == decided.id]
    for kind, state in _ENDS.items():
        if found := next((event for event in since if event.event == kind), None):
            return Remedy(decided=decided, state=state, since=found.on)
    told = _told(decided, standing)
    if told is None:
        return Remedy(decided=decided, state=RemedyState.DECIDED, since=decided.on)
    return Remedy(decided=decided, state=RemedyState.OFFERED, since=told.on)


def _told(decided: Event, standing: Sequence[Event]) -> Event | None:
    """The answer that tells of it: one that was signed after the decision, once it was sent."""
    after = [event for event in standing if int(event.id or 0) > int(decided.id or 0)]
    signed = next((int(event.id or 0) for event in after if event.event == "response_signed"), None)
    sent = (event for event in after if event.event == "response_sent" and signed and int(event.id or 0) > signed)
    return next(sent, None)
