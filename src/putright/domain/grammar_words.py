"""How the words of a rule are taken one by one, and what is said of one that cannot stand where it stands."""

import re
from dataclasses import dataclass, replace
from typing import Final

from putright.domain.grammar_slips import cure_of
from putright.domain.periods import Counting, Period, Unit

_WORD = re.compile(r"\S+")
_RANGE = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")
_TOO_LONG = re.compile(r"[0-9]{5,}(?:-[0-9]+)?")
_UNITS = {
    "day": Unit.DAYS,
    "days": Unit.DAYS,
    "week": Unit.WEEKS,
    "weeks": Unit.WEEKS,
    "month": Unit.MONTHS,
    "months": Unit.MONTHS,
    "year": Unit.YEARS,
    "years": Unit.YEARS,
    "hour": Unit.HOURS,
    "hours": Unit.HOURS,
}
_UNIT_WORDS = "working days, (working) days, (calendar) days, days, weeks, months, years or hours"
_NUMBER_WORDS = "a number, “on”, “at once after”, “no set time after” or “not before”"
_SPELT: Final = (
    *("a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen"),
    *("twenty", "twenty-five", "twenty-eight", "thirty", "thirty-five", "forty", "sixty"),
)


class NotUnderstood(ValueError):
    """A rule could not be read; says at which word, and what was expected there."""

    def __init__(self, text: str, word: str | None, expected: str) -> None:
        where = f"at “{word}”" if word else "at the end"
        super().__init__(f"“{text}” is not understood {where}: expected {expected}")
        self.text = text
        self.word = word
        self.expected = expected


@dataclass(slots=True)
class Words:
    """The words of one rule, and how far they have been read."""

    text: str
    words: list[str]
    place: int = 0
    of_a_move: bool = False  # whether “the first date” means something here

    def peek(self, *wanted: str) -> bool:
        """Whether these words come next."""
        return tuple(self.words[self.place : self.place + len(wanted)]) == wanted

    def take(self, *wanted: str) -> bool:
        """Takes these words if they come next."""
        if self.peek(*wanted):
            self.place += len(wanted)
            return True
        return False

    def take_one(self, *wanted: str) -> bool:
        """Takes the next word if it is one of these."""
        return any(self.take(word) for word in wanted)

    def next(self, expected: str) -> str:
        """Takes the next word; raises NotUnderstood where there is none."""
        if self.place >= len(self.words):
            raise NotUnderstood(self.text, None, expected)
        self.place += 1
        return self.words[self.place - 1]

    @property
    def coming(self) -> str | None:
        """The next word, not taken."""
        return self.words[self.place] if self.place < len(self.words) else None

    def fail(self, expected: str, *, back: int = 0) -> NotUnderstood:
        """What to raise of the next word, or of one some words back."""
        place = self.place - back
        word = self.words[place] if place < len(self.words) else None
        cure = cure_of(word)
        return NotUnderstood(self.text, word, f"{expected}; {cure}" if cure else expected)

    def end(self, expected: str) -> None:
        """Raises NotUnderstood unless every word has been read."""
        if self.place < len(self.words):
            raise self.fail(expected)


def words_of(text: str, *, of_a_move: bool = False) -> Words:
    """The words of a rule, commas passed over."""
    return Words(text, _WORD.findall(text.replace(",", " ")), of_a_move=of_a_move)


def period_of(words: Words) -> Period:
    """Reads “10 working days” or “2-5 (working) days”; raises NotUnderstood."""
    word = words.next(_NUMBER_WORDS)
    found = _RANGE.fullmatch(word)
    if not found and _TOO_LONG.fullmatch(word):
        raise words.fail("a number of at most four figures", back=1)
    if not found:
        figures = word.lower() in _SPELT or word in _UNITS
        expected = (
            _NUMBER_WORDS.replace("a number", "a number in figures, such as 1 or 10") if figures else _NUMBER_WORDS
        )
        raise words.fail(expected, back=1)
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first or last == 0:
        raise words.fail("a number above nought, a range with the lower number first", back=1)
    unit, reading = _unit(words)
    try:
        return Period(amount=last, unit=unit, least=first if found[2] else None, reading=reading)
    except ValueError as refused:
        raise NotUnderstood(words.text, found[0], f"a period that can be: {refused}") from None


def _unit(words: Words) -> tuple[Unit, bool]:
    word = words.next(_UNIT_WORDS)
    if word in ("working", "(working)", "(calendar)"):
        if words.next("“days”") not in ("day", "days"):
            raise words.fail("“days”", back=1)
        return (Unit.DAYS if word == "(calendar)" else Unit.WORKING_DAYS), word != "working"
    if word not in _UNITS:
        raise words.fail(_UNIT_WORDS, back=1)
    return _UNITS[word], False


def counted(words: Words, period: Period, counting: Counting, word: str) -> Period:
    """A period counted in another way than “after”; raises NotUnderstood where it cannot be."""
    try:
        return replace(period, counting=counting)
    except ValueError as refused:
        raise NotUnderstood(words.text, word, f"a period that can be: {refused}") from None
