"""What must be known before somebody is written to about how they contact the body?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWarning:
    """What makes the work very hard, with examples; what is asked instead; what may follow."""

    correspondence: Correspondence
    what_happened: str
    what_we_ask: str
    spoken_on: date | None = None
    helps: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLimited:
    """Contact is limited: why, how, until when, what is still possible, and who looks at it again."""

    correspondence: Correspondence
    why: str
    terms: tuple[str, ...]
    arranged: str
    until: date
    warned_on: date | None = None
    renewed: bool = False
    helps: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEnded:
    """The limit is over before its last day: why, and whether somebody else decided it on an appeal."""

    correspondence: Correspondence
    ended_on: date
    why: str
    appealed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAppealAnswered:
    """Somebody else has looked at the limit, and it stays: why, and until when."""

    correspondence: Correspondence
    appealed_on: date
    why: str
    until: date
