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
