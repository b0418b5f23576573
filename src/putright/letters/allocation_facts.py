"""What must be known before the letters about an appeal against being on the Special Allocation Scheme are written?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Contact, Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealToldApart:
    """The person is told what of their letter is an appeal, who decides it, and what goes on as a complaint.

    `body` and `body_name` are those of whoever decides, where that is not the body that writes.
    """

    correspondence: Correspondence
    issues: tuple[str, ...]
    why: str
    body: Contact | None = None
    body_name: str | None = None
    complaint: tuple[str, ...] = ()
    complaint_reference: str | None = None
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDecided:
    """The person is told what the panel decided on their appeal, and why; `removed` where they are taken off."""

    correspondence: Correspondence
    decided_on: date
    reasons: str
    removed: bool = False
