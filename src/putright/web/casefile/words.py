"""Which words and colours do the parts of a case have?"""

from __future__ import annotations

from dataclasses import dataclass

from putright.casework.queries.case_page import CasePage
from putright.casework.queries.entries_shown import Paper
from putright.casework.queries.letters_shown import LetterShown
from putright.domain.issues import Outcome
from putright.domain.scanning import SCAN_WORDS, Scan
from putright.domain.triage import Severity
from putright.domain.vocabulary import CaseStatus
from putright.web.components import Tag

STATUS_TAGS = {
    CaseStatus.OPEN: Tag("Open", "blue"),
    CaseStatus.RESPONDED: Tag("Answered", "green"),
    CaseStatus.CLOSED: Tag("Closed", "grey"),
    CaseStatus.WITHDRAWN: Tag("Withdrawn", "grey"),
    CaseStatus.TRANSFERRED: Tag("Passed on", "grey"),
}

SEVERITY_TAGS = {
    Severity.LOW: Tag("Low", "grey"),
    Severity.MODERATE: Tag("Moderate", "yellow"),
    Severity.HIGH: Tag("High", "red"),
}

# How an issue came out is neither good nor bad news to the reader, so the colours only tell them apart.
OUTCOME_TAGS = {
    Outcome.UPHELD: Tag("Upheld", "purple"),
    Outcome.PARTLY_UPHELD: Tag("Partly upheld", "aqua-green"),
    Outcome.NOT_UPHELD: Tag("Not upheld", "grey"),
}
NO_OUTCOME = Tag("No outcome yet", "white")
LEFT_OUT = Tag("Not dealt with", "grey")

_LETTER_TAGS = {
    "queued": Tag("To be printed", "yellow"),
    "printed": Tag("Printed, to be posted", "yellow"),
    "posted": Tag("Sent", "green"),
    "cancelled": Tag("Put aside", "grey"),
}
# Of a letter that is to go by email.
_EMAIL_TAGS = {
    "queued": Tag("Queued for email", "blue"),
    "held-up": Tag("Email held up", "orange"),
    "taken": Tag("Being sent", "blue"),
}

# What is known of viruses in a paper, where it is worth saying.
SCAN_TAGS = {
    Scan.WAITING: Tag(SCAN_WORDS[Scan.WAITING], "yellow"),
    Scan.HELD_UP: Tag(SCAN_WORDS[Scan.HELD_UP], "yellow"),
    Scan.UNSCANNED: Tag(SCAN_WORDS[Scan.UNSCANNED], "grey"),
    Scan.FOUND: Tag(SCAN_WORDS[Scan.FOUND], "red"),
}
_SCAN_ADVICE = {
    Scan.WAITING: "It cannot be opened until then.",
    Scan.HELD_UP: (
        "It cannot be opened until then. It is checked again every few minutes; if it still waits in an hour, tell"
        " whoever looks after Putright."
    ),
    Scan.UNSCANNED: "Nothing here checks for viruses. Open it only on a device that does.",
    Scan.FOUND: "It is never opened. Ask whoever sent it for another copy, or for the paper itself.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A paper, what is known of viruses in it, and what to do."""

    paper: Paper
    tag: Tag | None
    advice: str


def paper_line(paper: Paper) -> PaperLine:
    """A paper of the list; of what was checked, or written here, nothing is said."""
    scan = paper.scan if paper.is_there else Scan.OURS
    return PaperLine(paper=paper, tag=SCAN_TAGS.get(scan), advice=_SCAN_ADVICE.get(scan, ""))


def needs_of(case: CasePage) -> tuple[tuple[str, str], ...]:
    """What each person of a case needs, such as large print: by name, what is recorded and then their own words."""
    people = [person for person in (case.complainant, case.patient) if person]
    said = ((person.name, "\n".join([*(need.words for need in person.adjustments), person.needs])) for person in people)
    return tuple((name, words.strip()) for name, words in said if words.strip())


def letter_tag(letter: LetterShown) -> Tag:
    """How far a letter has come."""
    on_its_way = letter.is_waiting and letter.by_email
    return _EMAIL_TAGS.get(letter.progress, _LETTER_TAGS[letter.state]) if on_its_way else _LETTER_TAGS[letter.state]
