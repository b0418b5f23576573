"""What did somebody mean by what they typed to find a case, and by which words and numbers can one be found?

A name is found by the beginnings of its words, in any order and however accents, apostrophes and hyphens are typed; a
telephone number by its last digits, however they are spaced; everything else only as a whole.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.references import reference_meant

LONGEST: Final = 120  # characters that are looked at: more than any name
LONGEST_KEY: Final = 60
MOST_WORDS: Final = 6
FEWEST_DIGITS: Final = 6  # of a telephone number: its end, as people read it out
NHS_NUMBER: Final = 10

# How often one person may look in so long: a busy day at the telephone, not a program going through the register.
MOST_SEARCHES: Final = 100
SEARCHES_WITHIN: Final = timedelta(minutes=10)

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERED: Final = re.compile(r"(?<![0-9])([0-9]{1,2})\s*[/.\- ]\s*([0-9]{1,2})\s*[/.\- ]\s*([0-9]{4})(?![0-9])")
_WORDED: Final = re.compile(r"(?<![0-9])([0-9]{1,2})(?:st|nd|rd|th)?[\s\-]+([a-z]{3,9})[\s,\-]+([0-9]{4})(?![0-9])")
_BACKWARDS: Final = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
_DIALLED: Final = re.compile(r"\+?[0-9()\s.\-/]+")
_TITLES: Final = frozenset({"mr", "mrs", "miss", "ms", "mx", "dr", "prof", "professor", "sir", "dame", "rev"})
_JOINED: Final = re.compile(r"['’‘`´.]")


class KeyKind(StrEnum):
    """What kind of thing about a person a case can be found by."""

    NAME = "name"
    NHS_NUMBER = "nhs-number"
    TELEPHONE = "telephone"
    EMAIL = "email"
    BORN_ON = "born-on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One word or number of a person, in the form in which it is looked up."""

    kind: KeyKind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What may be meant: each is nothing where it cannot be. A day and words together narrow each other."""

    reference: str | None = None
    nhs_number: str | None = None
    telephone: str | None = None
    email: str | None = None
    day: date | None = None
    words: tuple[str, ...] = ()

    @property
    def is_anything(self) -> bool:
        """Whether there is anything to look for."""
        return any((self.reference, self.nhs_number, self.telephone, self.email, self.day, self.words))


def sought(typed: str) -> Sought:
    """What somebody meant by what they typed.

    >>> sought("zx00-20gd").reference, sought("999 000 0018").nhs_number
    ('ZX0020GD', '9990000018')
    >>> sought("+44 1632 960001").telephone, sought("O’Brien, Zoë").words
    ('10006923610', ('obrien', 'zoe'))
    >>> sought("Patel 14/3/1980").day, sought("Patel 14/3/1980").words
    (datetime.date(1980, 3, 14), ('patel',))
    """
    text = " ".join(typed[:LONGEST].split())
    if "@" in text:
        return Sought(email=email_key(text))
    day, rest = _day_in(text.lower())
    if day is None and _DIALLED.fullmatch(text):
        digits = _digits(text)
        nhs_number = digits if len(digits) == NHS_NUMBER else None
        telephone = telephone_key(text) if len(digits) >= FEWEST_DIGITS else None
        return Sought(reference=reference_meant(text), nhs_number=nhs_number, telephone=telephone)
    return Sought(reference=reference_meant(text), day=day, words=_words_sought(rest))


def keys_of(
    *, name: str, nhs_number: str = "", telephone: str = "", email: str = "", born_on: date | None = None
) -> frozenset[Key]:
    """Every word and number by which a person can be found.

    >>> sorted(key.key for key in keys_of(name="Ms Ana Smith-Jones"))
    ['ana', 'jones', 'smith', 'smithjones']
    """
    found = {Key(kind=KeyKind.NAME, key=word[:LONGEST_KEY]) for word in name_words(name)}
    if nhs_number:
        found.add(Key(kind=KeyKind.NHS_NUMBER, key=_digits(nhs_number)))
    if len(_digits(telephone)) >= FEWEST_DIGITS:
        found.add(Key(kind=KeyKind.TELEPHONE, key=telephone_key(telephone)))
    if len(email.strip()) <= LONGEST_KEY and "@" in email:
        found.add(Key(kind=KeyKind.EMAIL, key=email_key(email)))
    if born_on is not None:
        found.add(Key(kind=KeyKind.BORN_ON, key=born_on.isoformat()))
    return frozenset(found)


def name_words(name: str) -> frozenset[str]:
    """The words of a name, without accents; of one joined by a hyphen or an apostrophe its parts and the whole."""
    found: set[str] = set()
    for word in plain_letters(name).split():
        parts = [part for part in re.split(r"[^\w]+", _JOINED.sub(" ", word).replace(" ", "-")) if part]
        whole = "".join(parts)
        found.update({whole, *(part for part in parts if len(part) > 1)} if whole else ())
    return frozenset(found - _TITLES or found)


def telephone_key(telephone: str) -> str:
    """The digits of a number from the last to the first, so that one is found by how it ends; +44 is read as 0."""
    digits = _digits(telephone)
    for abroad in ("0044", "44") if telephone.strip().startswith(("+", "00")) else ():
        if digits.startswith(abroad):
            digits = "0" + digits.removeprefix(abroad).removeprefix("0")
            break
    return digits[::-1][:LONGEST_KEY]


def email_key(email: str) -> str:
    """An email address as it is looked up."""
    return email.strip().lower()[:LONGEST_KEY]


def after(beginning: str) -> str | None:
    """What comes after every word with this beginning; nothing where that cannot be said in plain small letters.

    >>> after("smi"), after("za"), after("z")
    ('smj', 'zb', None)
    """
    for place in range(len(beginning) - 1, -1, -1):
        letter = beginning[place]
        if letter == "9":
            return beginning[:place] + "a"
        if letter != "z":
            return beginning[:place] + chr(ord(letter) + 1)
    return None


def plain_letters(text: str) -> str:
    """Small letters without accents.

    >>> plain_letters("Zoë Łukasz ÅSE")
    'zoe lukasz ase'
    """
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


# Letters that Unicode does not take apart, in the spelling that people use without them.
_ALIKE: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def _words_sought(text: str) -> tuple[str, ...]:
    """The words to look for, the longest first: it is found in the fewest names. One letter alone is none."""
    apart = re.split(r"[\s,;/\-]+", plain_letters(text))
    words = [re.sub(r"[^\w]+", "", _JOINED.sub("", word))[:LONGEST_KEY] for word in apart]
    named = [word for word in dict.fromkeys(words) if word]
    named = [word for word in named if word not in _TITLES] or named
    ordered = sorted(named, key=len, reverse=True)[:MOST_WORDS]
    return tuple(ordered) if ordered and (len(ordered[0]) > 1 or not ordered[0].isascii()) else ()


def _day_in(text: str) -> tuple[date | None, str]:
    """The day that stands in a text, and the text without it."""
    for pattern, order in ((_BACKWARDS, (2, 1, 0)), (_NUMBERED, (0, 1, 2)), (_WORDED, (0, 1, 2))):
        found = pattern.search(text)
        if found is None:
            continue
        day, month, year = (found.groups()[place] for place in order)
        read = _day(day, month, year)
        if read is not None:
            return read, f"{text[: found.start()]} {text[found.end() :]}".strip()
    return None, text


def _day(day: str, month: str, year: str) -> date | None:
    number = int(month) if month.isdecimal() else _month(month)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _month(word: str) -> int:
    return next((number for number, name in enumerate(_MONTHS, start=1) if word.startswith(name)), 0)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isascii() and letter.isdigit())
