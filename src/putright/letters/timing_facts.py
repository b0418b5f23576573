"""What must be known before the letters are written that tell of the time for something?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelTold:
    """The level of the complaint was decided: the day of the answer that follows from it, and why."""

    correspondence: Correspondence
    respond_by: date
    why: str
    is_changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionAgreed:
    """A longer time was agreed with the person: for what, from when to when, and why."""

    correspondence: Correspondence
    promise: str
    first_date: date
    new_date: date
    agreed_on: date
    reason: str
    answer_by: date | None = None
