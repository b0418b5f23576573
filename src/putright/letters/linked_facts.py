"""What must be known before the letters are written about what waits for another process, and a case that was split?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldNotice:
    """The person is told what is held, for what as far as it may be said, what goes on, and when it is looked at again.

    `because` names the other process; `unsaid` stands where it may not be named.
    """

    correspondence: Correspondence
    issues: tuple[str, ...]
    because: str
    review_on: date
    explanation: str | None = None
    again: bool = False
    unsaid: bool = False
    agreed: bool = False
    others: tuple[str, ...] = ()
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLifted:
    """The person is told that what was held is taken up again, and what is held still."""

    correspondence: Correspondence
    issues: tuple[str, ...]
    still: tuple[str, ...] = ()
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitNotice:
    """The person is told that their complaint is dealt with in two cases: what in which, why, and until when.

    `rules` is the title of the procedure of the new case, where it has another one.
    """

    correspondence: Correspondence
    here: tuple[str, ...]
    there: tuple[str, ...]
    other_reference: str
    why: str
    answer_by: date | None = None
    rules: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitTakenBack:
    """The person is told that their complaint is dealt with in one case again."""

    correspondence: Correspondence
    issues: tuple[str, ...]
    other_reference: str
    answer_by: date | None = None
