"""Is an easy read version of a response complete, and what would make a line of it easier?

A person writes it, with whoever it is for in mind; the program only looks at what can be counted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused

WRITTEN: Final = "easy_read_written"
LETTER: Final = "response-easy-read"
AUTHORITY: Final = "Equality Act 2010 s 20; NHS Accessible Information Standard"
MOST_WORDS: Final = 12
LONG_WORD: Final = 12  # letters
MOST_LINES: Final = 40


class Goes(StrEnum):
    """How an easy read version goes to the person: as they asked."""

    WITH = "with"
    INSTEAD = "instead"


class EasyPart(StrEnum):
    """A part of an easy read version, in the order in which it is read."""

    TOLD = "told"
    FOUND = "found"
    NEXT = "next"
    UNHAPPY = "unhappy"


PART_WORDS: Final = {
    EasyPart.TOLD: "What you told us",
    EasyPart.FOUND: "What we found",
    EasyPart.NEXT: "What happens now",
    EasyPart.UNHAPPY: "If you are not happy",
}
GOES_WORDS: Final = {
    Goes.WITH: "Beside the response",
    Goes.INSTEAD: "In place of the response",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyLine:
    """One idea, and what the picture beside it shows, if there is to be one."""

    words: str
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyRead:
    """An easy read version: its lines by their parts, how it goes, and of which paper with a draft it is a version."""

    told: tuple[EasyLine, ...] = ()
    found: tuple[EasyLine, ...] = ()
    next: tuple[EasyLine, ...] = ()
    unhappy: tuple[EasyLine, ...] = ()
    goes: Goes = Goes.WITH
    draft: int = 0

    def lines(self, part: EasyPart) -> tuple[EasyLine, ...]:
        """The lines of a part."""
        return {
            EasyPart.TOLD: self.told,
            EasyPart.FOUND: self.found,
            EasyPart.NEXT: self.next,
            EasyPart.UNHAPPY: self.unhappy,
        }[part]


def lines_from(text: str) -> tuple[EasyLine, ...]:
    """The lines that somebody typed; after an upright stroke stands what the picture shows.

    >>> lines_from("You waited 5 hours. | A clock\\n\\nWe are sorry.")[0]
    EasyLine(words='You waited 5 hours.', picture='A clock')
    """
    parted = (line.partition("|") for line in text.splitlines())
    return tuple(
        EasyLine(words=words.strip(), picture=picture.strip()) for words, _, picture in parted if words.strip()
    )


def as_typed(lines: Sequence[EasyLine]) -> str:
    """Lines as somebody types them.

    >>> as_typed([EasyLine(words="You waited.", picture="A clock"), EasyLine(words="We are sorry.")])
    'You waited. | A clock\\nWe are sorry.'
    """
    return "\n".join(f"{line.words} | {line.picture}" if line.picture else line.words for line in lines)


def missing_from(easy: EasyRead, *, issues: int) -> tuple[Refused, ...]:
    """What an easy read version must say and does not: how each issue came out, what happens now, the Ombudsman."""
    return tuple(_missing(easy, issues))


def _missing(easy: EasyRead, issues: int) -> Iterator[Refused]:
    if len(easy.found) < issues:
        each = "what you found" if issues == 1 else f"what you found on each of the {issues} things, a line each"
        yield Refused(code="no-outcome-said", message=f"Easy read: say {each}.", authority=AUTHORITY)
    if not easy.next:
        yield Refused(code="no-next-said", message="Easy read: say what happens now.", authority=AUTHORITY)
    if not any("ombudsman" in line.words.lower() for line in easy.unhappy):
        message = "Easy read: say that the person can go to the Ombudsman if they are not happy."
        yield Refused(code="no-ombudsman-said", message=message, authority="SI 2009/309 reg 14(2)(b)")
    for part in EasyPart:
        if len(easy.lines(part)) > MOST_LINES:
            message = f"Easy read: “{PART_WORDS[part]}” has more than {MOST_LINES} lines. Leave out what matters less."
            yield Refused(code="too-many-lines", message=message)


def hints_for(lines: Sequence[EasyLine]) -> tuple[str, ...]:
    """What would make lines easier to read, as far as it can be counted.

    >>> hints_for([EasyLine(words="We did not write down what you told us about your tablets, and we are sorry.")])
    ('Line 1 has 16 words. Make two lines of it.',)
    """
    return tuple(f"Line {number} {hint}" for number, line in enumerate(lines, start=1) for hint in _hints(line.words))


def _hints(words: str) -> Iterator[str]:
    count = len(words.split())
    if len([part for part in re.split(r"[.!?]+(?:\s|$)", words) if part.strip()]) > 1:
        yield "has more than one sentence. Give each a line of its own."
    elif count > MOST_WORDS:
        yield f"has {count} words. Make two lines of it."
    elif ";" in words or ":" in words:
        yield "has two parts. Give each a line of its own."
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) >= LONG_WORD]
    if long:
        yield f"has a long word: “{long[0]}”. Use an easier one, or say what it means."
