"""What must be known before a person is told what has changed because of their complaint?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMade:
    """One thing that was changed: what, on which day, and what shows it."""

    what: str
    made_on: date
    shown_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementsMade:
    """What was changed because of a complaint, told to whoever made it."""

    correspondence: Correspondence
    received_on: date
    changes: tuple[ChangeMade, ...]
    words: str | None = None
