"""What is taken out of a copy of a file before somebody gets it, on which ground, and may the copy go?

The paper itself is never touched. What is taken out is not in the copy at all: neither its words nor its length.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused

BEGUN, MARKED, UNMARKED, CHECKED = "copy_begun", "copy_marked", "copy_unmarked", "copy_checked"
MADE, GIVEN, ENDED = "copy_made", "copy_given", "copy_ended"
EVERY_PAPER: Final = 0
WHOLE_PAGE: Final = 100  # where something stands on a page is said in hundredths of its height
SMALL_TEAM: Final = 2
MOST_PAGES: Final = 1_000
ACCESS: Final = "UK GDPR article 15; Data Protection Act 2018 Schedules 2 and 3"


class CopyFor(StrEnum):
    """Who gets a copy."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OMBUDSMAN = "ombudsman"
    COURT = "court"


class WhyOut(StrEnum):
    """On which ground something is taken out of a copy."""

    SOMEBODY_ELSE = "somebody-else"
    STAFF_PRIVATE = "staff-private"
    IN_CONFIDENCE = "in-confidence"
    LEGAL_ADVICE = "legal-advice"
    SERIOUS_HARM = "serious-harm"
    NOT_ABOUT_THEM = "not-about-them"
    NOT_ASKED_FOR = "not-asked-for"
    CANNOT_BE_SHOWN = "cannot-be-shown"


FOR_WORDS: Final = {
    CopyFor.PERSON: "The person who complains",
    CopyFor.ORGANISATION: "Another organisation",
    CopyFor.OMBUDSMAN: "The Ombudsman",
    CopyFor.COURT: "A court, a coroner or a lawyer",
}
WHY_WORDS: Final = {
    WhyOut.SOMEBODY_ELSE: "It is about somebody else",
    WhyOut.STAFF_PRIVATE: "It is private to a member of staff",
    WhyOut.IN_CONFIDENCE: "Somebody told it in confidence, and would be known by it",
    WhyOut.LEGAL_ADVICE: "It is advice of a lawyer, or was written to get it",
    WhyOut.SERIOUS_HARM: "It would be likely to harm somebody seriously",
    WhyOut.NOT_ABOUT_THEM: "It is not about the person at all",
    WhyOut.NOT_ASKED_FOR: "It is not part of what was asked for",
    WhyOut.CANNOT_BE_SHOWN: "It cannot be shown on a page",
}
# As a letter says it to whoever gets the copy.
LETTER_WORDS: Final = {
    WhyOut.SOMEBODY_ELSE: "This is about somebody else.",
    WhyOut.STAFF_PRIVATE: "This is private to one of our staff.",
    WhyOut.IN_CONFIDENCE: "Somebody told us this in confidence.",
    WhyOut.LEGAL_ADVICE: "This is advice from a lawyer.",
    WhyOut.SERIOUS_HARM: "A health professional thinks that this could do serious harm.",
    WhyOut.NOT_ABOUT_THEM: "This is about other things and people.",
    WhyOut.NOT_ASKED_FOR: "This is not part of what was asked for.",
    WhyOut.CANNOT_BE_SHOWN: "We cannot print this.",
}
# By which law, for whoever reads the log.
WHY_AUTHORITY: Final = {
    WhyOut.SOMEBODY_ELSE: "Data Protection Act 2018 Schedule 2 paragraph 16",
    WhyOut.STAFF_PRIVATE: "Data Protection Act 2018 Schedule 2 paragraph 16",
    WhyOut.IN_CONFIDENCE: "Data Protection Act 2018 Schedule 2 paragraph 16",
    WhyOut.LEGAL_ADVICE: "Data Protection Act 2018 Schedule 2 paragraph 19",
    WhyOut.SERIOUS_HARM: "Data Protection Act 2018 Schedule 3 paragraph 5",
}
# Nobody can judge these later by the paper alone, so that what they rest on is said.
_NEEDS_WORDS: Final = {
    WhyOut.SERIOUS_HARM: "Say which health professional thinks that it would harm somebody seriously, and when.",
    WhyOut.IN_CONFIDENCE: "Say how it is known that it was told in confidence.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something that is taken out of a copy: a whole paper, pages of it, a band across them, or words.

    Paper 0 is every paper. `band` says from where to where on the pages, in hundredths of their height. `number` is
    that of the mark in its copy; one that was taken back stays in the log.
    """

    paper: int
    why: WhyOut
    number: int = 0
    pages: tuple[int, ...] = ()
    band: tuple[int, int] | None = None
    words: str = ""
    note: str = ""
    by: str = ""
    on: date | None = None
    taken_back_by: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the whole paper is left out."""
        return not (self.pages or self.words or self.band)


def standing(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks that were not taken back."""
    return tuple(mark for mark in marks if not mark.taken_back_by)


def marks_on(marks: Sequence[Mark], paper: int) -> tuple[Mark, ...]:
    """The marks that stand and concern a paper, those of every paper with them."""
    return tuple(mark for mark in standing(marks) if mark.paper in (paper, EVERY_PAPER))


def whole_out(marks: Sequence[Mark], paper: int) -> WhyOut | None:
    """On which ground a paper is left out as a whole; nothing if it is not."""
    return next((mark.why for mark in marks_on(marks, paper) if mark.is_whole), None)


def pages_out(marks: Sequence[Mark], paper: int) -> dict[int, WhyOut]:
    """Which pages of a paper are left out as a whole, and on which ground."""
    found = (mark for mark in marks_on(marks, paper) if mark.pages and not mark.band and not mark.words)
    return {page: mark.why for mark in found for page in mark.pages}


def bands_on(marks: Sequence[Mark], paper: int, page: int) -> tuple[tuple[int, int], ...]:
    """Which bands are blacked out across a page of a paper."""
    return tuple(mark.band for mark in marks_on(marks, paper) if mark.band and page in mark.pages)


def passages_on(marks: Sequence[Mark], paper: int) -> tuple[tuple[str, WhyOut], ...]:
    """Which words are taken out wherever they stand in a paper, the longest first."""
    found = {(mark.words, mark.why) for mark in marks_on(marks, paper) if mark.words}
    return tuple(sorted(found, key=lambda each: (-len(each[0]), each)))


def pages_meant(typed: str) -> tuple[int, ...] | None:
    """The pages that somebody means by “2, 5-7”; nothing where it is no list of pages.

    >>> pages_meant("2, 5-7"), pages_meant("all"), pages_meant("7-5")
    ((2, 5, 6, 7), None, None)
    """
    pages: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", typed.strip()))):
        found = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", part)
        if found is None:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= MOST_PAGES:
            return None
        pages |= set(range(first, last + 1))
    return tuple(sorted(pages))


def why_not_mark(mark: Mark) -> Refused | None:
    """Why something cannot be marked so; nothing if it can."""
    if mark.why is WhyOut.CANNOT_BE_SHOWN:
        return Refused(code="not-a-ground", message="Choose why it is taken out: this the program says by itself.")
    if mark.paper == EVERY_PAPER and not mark.words:
        return Refused(code="no-paper", message="Choose the papers, or write the words that are taken out of all.")
    if mark.band and (len(mark.pages) != 1 or not 0 <= mark.band[0] < mark.band[1] <= WHOLE_PAGE):
        message = "For a band say one page, and from where to where: 0 is the top of the page and 100 its end."
        return Refused(code="no-such-band", message=message)
    if mark.why in _NEEDS_WORDS and not mark.note.strip():
        return Refused(code="ground-not-shown", message=_NEEDS_WORDS[mark.why], authority=WHY_AUTHORITY[mark.why])
    return None


def open_copy(events: Sequence[Event]) -> int | None:
    """The number of the copy that is being prepared; nothing where none is."""
    number = None
    for event in in_force(list(events)):
        if event.event == BEGUN:
            number = _number(event)
        elif event.event in (MADE, ENDED) and _number(event) == number:
            number = None
    return number


def last_copy(events: Sequence[Event]) -> int:
    """The number of the copy that was begun last, mistakes with them; none is 0."""
    return max((_number(event) for event in events if event.event == BEGUN), default=0)


def check_of(events: Sequence[Event], copy: int) -> Event | None:
    """The check of a copy as it now is; one that came before a later mark is of another."""
    check = None
    for event in in_force(list(events)):
        if event.event in (MARKED, UNMARKED, BEGUN) and _number(event) == copy:
            check = None
        elif event.event == CHECKED and _number(event) == copy:
            check = event
    return check


def why_not_checked_by(worked_on_it: bool, *, people: int) -> Refused | None:
    """Why somebody cannot look a copy over: whoever worked on it cannot, where there is anybody else."""
    if worked_on_it and people > SMALL_TEAM:
        message = "You worked on this copy. Somebody else looks it over, with fresh eyes."
        return Refused(code="own-copy", message=message)
    return None


def why_not_given(*, people: int, is_checked: bool | None, is_empty: bool, unfound: str = "") -> Refused | None:
    """Why a copy may not go yet; `is_checked` is what the check of it as it now is came to, nothing if there is none.

    In a team of two nobody else may be there; whoever gives it answers for it. `unfound` are words that are marked and
    stand nowhere.
    """
    if unfound:
        message = (
            f"“{unfound[:80]}” is marked, and stands in no paper of this copy. Put the mark back, and mark the words as"
            " they stand there."
        )
        return Refused(code="words-not-found", message=message)
    if is_empty:
        return Refused(code="nothing-in-it", message="Everything was left out, so there is nothing to send.")
    if is_checked is False:
        message = "Somebody looked this copy over and sent it back. Change it, and have it looked over again."
        return Refused(code="sent-back", message=message)
    if is_checked is None and people > SMALL_TEAM:
        message = "Nobody else has looked this copy over as it now is. Ask a colleague to do so before it goes."
        return Refused(code="not-looked-over", message=message)
    return None


def _number(event: Event) -> int:
    number = event.facts.get("copy")
    return number if isinstance(number, int) else 0
