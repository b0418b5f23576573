"""What must whoever meets or rings somebody know for safety's sake, until when, and when is it looked at again?

It is about a danger and what to do about it, and not about a bad name: it says what somebody does, lapses by itself on
its day, and is looked at again before then. It takes nothing from any complaint, and no letter tells of it. How
somebody may contact the body is another thing (`domain/contact.py`), decided otherwise and told to the person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused
from putright.domain.periods import months_after

RULES: Final = "safety"  # procedures/office/safety.yaml, over a case with its first flag
FLAGGED, REVIEWED, LIFTED = "safety_flagged", "safety_reviewed", "safety_lifted"
LONGEST: Final = 6  # months until it is looked at again, at the latest


class Danger(StrEnum):
    """What the danger is, in kind: of what may happen, and never a word for a person."""

    VIOLENCE = "violence"
    SOMEBODY_THERE = "somebody-there"
    UNSAFE_TO_RING = "unsafe-to-ring"
    MAY_HARM_THEMSELVES = "may-harm-themselves"
    PLACE = "place"


DANGER_WORDS: Final = {
    Danger.VIOLENCE: "Somebody was hurt or threatened",
    Danger.SOMEBODY_THERE: "Somebody else who is there is a danger, to them or to us",
    Danger.UNSAFE_TO_RING: "A call or a message may put them in danger",
    Danger.MAY_HARM_THEMSELVES: "They may harm themselves",
    Danger.PLACE: "The place itself, such as a dog or an infection",
}


class SafetyStep(StrEnum):
    """What was done about a flag."""

    SET = "set"
    KEPT = "kept"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A flag of a case that was not lifted: its first entry, and the one that owes the next look at it."""

    number: int
    owes: Event

    @property
    def review_on(self) -> date | None:
        """The last day on which it stands unless somebody looks at it again."""
        day = self.owes.facts.get("date")
        return day if isinstance(day, date) else None


def flags_of(events: Sequence[Event]) -> tuple[Flag, ...]:
    """The flags that were set on a case and not lifted, in their order; lapsed ones too, still to be looked at."""
    standing = in_force(events)
    found = (_flag(event, standing) for event in standing if event.event == FLAGGED and event.id)
    return tuple(flag for flag in found if flag is not None)


def flag_at(events: Sequence[Event], entry: int) -> Flag | None:
    """The flag that was set, or last looked at, in the entry of this number."""
    return next((flag for flag in flags_of(events) if str(entry) in (str(flag.number), flag.owes.id)), None)


def stands(review_on: date, *, on: date) -> bool:
    """Whether a flag still stands on a day: it lapses after the day on which it was to be looked at again."""
    return on <= review_on


def why_not_flag(review_on: date, *, on: date) -> Refused | None:
    """Why a flag cannot stand until a day; nothing if that lies ahead, within six months."""
    if review_on <= on:
        return Refused(code="review-not-ahead", message="Give a day that lies ahead, on which it is looked at again.")
    if review_on > months_after(on, LONGEST):
        message = f"It is looked at again within {LONGEST} months at the latest. Give an earlier day."
        return Refused(code="review-too-far", message=message)
    return None


NO_FLAG: Final = Refused(code="no-safety-flag", message="No safety flag was set on this case that is not lifted.")


def _flag(flagged: Event, standing: Sequence[Event]) -> Flag | None:
    owes = flagged
    for event in standing:
        if event.about == owes.id and event.event == LIFTED:
            return None
        if event.about == owes.id and event.event == REVIEWED:
            owes = event
    return Flag(number=int(flagged.id or 0), owes=owes)
