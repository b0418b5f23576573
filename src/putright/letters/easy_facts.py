"""What must be known before a response is written in easy read?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class EasySaid:
    """One idea, and what the picture beside it shows."""

    words: str
    picture: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyReadResponse:
    """A response in easy read, as somebody wrote it; `instead` where it goes in place of the longer one."""

    correspondence: Correspondence
    received_on: date
    told: tuple[EasySaid, ...]
    found: tuple[EasySaid, ...]
    next: tuple[EasySaid, ...]
    unhappy: tuple[EasySaid, ...]
    instead: bool = False
    ombudsman_by: date | None = None
