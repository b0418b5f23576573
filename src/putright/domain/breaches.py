"""What is asked once personal details have gone astray: how it happened, how grave it is, and what was done since?

The UK GDPR, articles 33 and 34; its dates are worked out like all others, from `procedures/office/data-breach.yaml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused

RULES: Final = "data-breach"
FOUND, REPORTED, TOLD, CONTAINED = "breach_found", "breach_reported", "breach_told", "breach_contained"
HOURS: Final = timedelta(hours=72)
MOST_PEOPLE: Final = 1_000_000
BY_LAW: Final = "UK GDPR art 33(1)"


class How(StrEnum):
    """How personal details went astray."""

    WRONG_PERSON = "wrong-person"
    WRONG_ADDRESS = "wrong-address"
    WRONG_PAPERS = "wrong-papers"
    LOST = "lost"
    SEEN = "seen"
    OTHER = "other"


class Risk(StrEnum):
    """How likely people are to be harmed by a breach, as the law asks."""

    UNLIKELY = "unlikely"
    LIKELY = "likely"
    HIGH = "high"


HOW_WORDS: Final = {
    How.WRONG_PERSON: "A letter or an email went to the wrong person",
    How.WRONG_ADDRESS: "A letter went to an old or wrong address",
    How.WRONG_PAPERS: "Papers about somebody else were with it",
    How.LOST: "Papers or a device were lost or stolen",
    How.SEEN: "Somebody saw or heard what they should not have",
    How.OTHER: "In another way",
}
RISK_WORDS: Final = {
    Risk.UNLIKELY: "A risk to people is unlikely",
    Risk.LIKELY: "A risk to people is likely",
    Risk.HIGH: "A high risk to people is likely",
}
JUDGED: Final = {Risk.UNLIKELY: "breach_harmless", Risk.LIKELY: "breach_risky", Risk.HIGH: "breach_grave"}
_RISKS: Final = {event: risk for risk, event in JUDGED.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One breach as it stands: the entry by which it was found, and the entries of what was done about it since."""

    found: Event
    judged: Event | None = None
    reported: Event | None = None
    told: Event | None = None
    contained: Event | None = None

    @property
    def number(self) -> str:
        """The number of the entry by which it was found."""
        return self.found.id or ""

    @property
    def risk(self) -> Risk | None:
        """How it was judged last; nothing while nobody has."""
        return _RISKS[self.judged.event] if self.judged else None

    @property
    def report_by(self) -> datetime | None:
        """When the 72 hours end, where the time of finding is known."""
        return self.found.at.astimezone(UTC) + HOURS if self.found.at else None  # by the clock, also when it changes

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left that the law asks."""
        if self.risk is Risk.UNLIKELY:
            return True
        told = self.risk is not Risk.HIGH or self.told is not None
        return self.reported is not None and self.risk is not None and told


def breaches_of(events: Sequence[Event]) -> tuple[Breach, ...]:
    """Every breach of a case that stands, the first found first."""
    standing = in_force(events)
    return tuple(_breach(event, standing) for event in standing if event.event == FOUND)


def why_not_late_without_reasons(breach: Breach, *, now: datetime, reasons: str) -> Refused | None:
    """Why a report after the 72 hours must say what delayed it; nothing while there is time, or once it does."""
    if breach.report_by is None or now <= breach.report_by or reasons.strip():
        return None
    return Refused(
        code="reasons-for-delay",
        message="The 72 hours are over. Say why the Commissioner was not told sooner: the report says so too.",
        authority=BY_LAW,
    )


def why_not_so_many(people: int) -> Refused | None:
    """Why a breach cannot concern so many people; nothing if it can."""
    if 1 <= people <= MOST_PEOPLE:
        return None
    return Refused(code="not-so-many", message="Say how many people the details are about: one or more.")


def _breach(found: Event, standing: Sequence[Event]) -> Breach:
    since = [event for event in standing if event.about == found.id]
    judged = [event for event in since if event.event in _RISKS]
    # What the people were told is about the judgement that made it owed.
    about = {found.id, *(event.id for event in judged)}
    told = [event for event in standing if event.event == TOLD and event.about in about]
    return Breach(
        found=found,
        judged=judged[-1] if judged else None,
        reported=next((event for event in since if event.event == REPORTED), None),
        told=told[-1] if told else None,
        contained=next((event for event in since if event.event == CONTAINED), None),
    )
