"""What must be known for the letter that says how a complaint is dealt with?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTold:
    """The person is told in which way their complaint is dealt with, and why; they need not complain again."""

    correspondence: Correspondence
    received_on: date
    why: str
    closer_look: bool = False
    changed: bool = False
    answer_by: date | None = None
