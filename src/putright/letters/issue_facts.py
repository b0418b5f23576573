"""What must be known before the letters are written about a part of a complaint that the person withdrew?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueWithdrawn:
    """The person is told which part they withdrew, and what goes on and until when."""

    correspondence: Correspondence
    withdrawn_on: date
    issues: tuple[str, ...]
    others: tuple[str, ...]
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueResumed:
    """The person is told that what they had withdrawn is looked into again."""

    correspondence: Correspondence
    issues: tuple[str, ...]
    answer_by: date | None = None
