"""What must be known for the letter that confirms how a complaint is handled?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingAgreed:
    """What was agreed with the person on the handling of their complaint; `why` says why it differs from before."""

    correspondence: Correspondence
    issues: tuple[str, ...]
    how: tuple[str, ...]
    wanted: tuple[str, ...] | None = None
    who: tuple[str, ...] | None = None
    respond_by: date | None = None
    why: str | None = None
