"""Which words and colours do the parts of a case have?"""

from __future__ import annotations

from putright.casework.queries.case_page import CasePage
from putright.casework.queries.letters_shown import LetterShown
from putright.domain.issues import Outcome
from putright.domain.vocabulary import CaseStatus
from putright.web.components import Tag

STATUS_TAGS = {
    CaseStatus.OPEN: Tag("Open", "blue"),
    CaseStatus.RESPONDED: Tag("Answered", "green"),
    CaseStatus.CLOSED: Tag("Closed", "grey"),
    CaseStatus.WITHDRAWN: Tag("Withdrawn", "grey"),
    CaseStatus.TRANSFERRED: Tag("Passed on", "grey"),
}

# How an issue came out is neither good nor bad news to the reader, so the colours only tell them apart.
OUTCOME_TAGS = {
    Outcome.UPHELD: Tag("Upheld", "purple"),
    Outcome.PARTLY_UPHELD: Tag("Partly upheld", "aqua-green"),
    Outcome.NOT_UPHELD: Tag("Not upheld", "grey"),
}
NO_OUTCOME = Tag("No outcome yet", "white")

_LETTER_TAGS = {
    "queued": Tag("To be printed", "yellow"),
    "printed": Tag("Printed, to be posted", "yellow"),
    "posted": Tag("Sent", "green"),
    "cancelled": Tag("Put aside", "grey"),
}


def needs_of(case: CasePage) -> tuple[tuple[str, str], ...]:
    """What each person of a case needs, such as large print: by name, in their words."""
    people = [person for person in (case.complainant, case.patient) if person]
    return tuple((person.name, person.needs) for person in people if person.needs)


def letter_tag(letter: LetterShown) -> Tag:
    """How far a letter has come."""
    return _LETTER_TAGS[letter.state]
