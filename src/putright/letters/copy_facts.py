"""What must be known before the letter is written with which a copy of papers goes?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What kind of thing was left out of a copy, and why; nothing of what it said."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEnclosed:
    """A copy goes with the letter: of how many papers, why, and what was left out of it."""

    correspondence: Correspondence
    received_on: date
    papers: str
    why: str
    left_out: tuple[LeftOut, ...] = ()
