"""Where do words stand in a text, and what is left of it without them?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from putright.domain.copies import WhyOut

# How the end of a line stands in the text of a PDF; U+0002 and U+FFFE are its hyphens.
_SPACE: Final = "[\\s\u00ad\u0002\ufffe]+"
_WITHIN: Final = "(?:[\u00ad\u0002\ufffe]\\s*)?"
_ALIKE: Final = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", "-": "[-‐‑–]", "–": "[-‐‑–]"}

_PRIVATE: Final = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an email
    r"|(?<![\w+])(?:\+44[ -]?|0)\d(?:[ -]?\d){8,9}(?!\w)"  # a telephone number
    r"|(?<!\w)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\w)"  # an NHS number
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # a postcode
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a text: words that stay, or the ground on which something was taken out in their place."""

    words: str = ""
    why: WhyOut | None = None


def places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text, from and to: in any letters, over the ends of lines, never within another word.

    >>> places("Sam Ample rang.\\nSAM\\n ample came; Sam Amples did not.", "sam ample")
    ((0, 9), (16, 26))
    """
    sought = words.split()
    if not sought:
        return ()
    before = r"(?<!\w)" if sought[0][0].isalnum() else ""
    after = r"(?!\w)" if sought[-1][-1].isalnum() else ""
    pattern = before + _SPACE.join(map(_word, sought)) + after
    return tuple(found.span() for found in re.finditer(pattern, text, re.IGNORECASE))


def worth_a_look(text: str) -> tuple[str, ...]:
    """What in a text looks like somebody's telephone, email, postcode or NHS number, each once: a person decides.

    >>> worth_a_look("Ring 01632 960001 or sam@example.nhs.uk, EX1 1EX; NHS 999 000 0018. Bed 4, 2 April 2026.")
    ('01632 960001', 'sam@example.nhs.uk', 'EX1 1EX', '999 000 0018')
    """
    return tuple(dict.fromkeys(found[0] for found in _PRIVATE.finditer(text)))


def _word(word: str) -> str:
    return _WITHIN.join(_ALIKE.get(letter, re.escape(letter)) for letter in word)


def taken_out(text: str, passages: Sequence[tuple[str, WhyOut]]) -> tuple[Run, ...]:
    """A text without these words, with the ground in their place; where two overlap the whole of both goes."""
    found = sorted((place, why) for words, why in passages for place in places(text, words))
    return tuple(_runs(text, found))


def _runs(text: str, found: Sequence[tuple[tuple[int, int], WhyOut]]) -> Iterator[Run]:
    at = 0
    for (start, end), why in found:
        if end <= at:
            continue
        if start > at:
            yield Run(words=text[at:start])
        if start >= at:  # what overlaps the one before goes under its ground
            yield Run(why=why)
        at = end
    if at < len(text):
        yield Run(words=text[at:])
