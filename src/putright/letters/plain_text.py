"""What becomes of the text that people type, before it stands in a letter?"""

import re
import unicodedata
from collections.abc import Iterator

from putright.letters.fonts import one_font_has, printable_characters

_NEW_LINES = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANK_LINES = re.compile(r"\n{2,}")
# Joiners shape words in Persian, Urdu and the scripts of India; every other invisible character goes.
_JOINERS = "\u200c\u200d"
_VARIATIONS = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Most texts: nothing to change in them.
_PLAIN = re.compile(r"[!-~£–—‘’“”]+(?:(?: |\n\n?)[!-~£–—‘’“”]+)*")

# In terms of `_kind`: what no font has, with what goes with it and over the spaces between; marks on no letter.
_UNPRINTABLE = re.compile(r"u[umj]*(?:s+u[umj]*)*|(?<![lmj])[mj]+")

_LANGUAGES = {
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
}


def cleaned(text: str) -> str:
    """The text as it can be printed: paragraphs parted by one empty line, nothing invisible, nothing lost unsaid.

    >>> cleaned("  Thank\\tyou \\r\\n\\r\\n\\r\\nAnn\\x07 😀 ")
    'Thank you\\n\\nAnn [grinning face]'
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _VARIATIONS.sub("", _NEW_LINES.sub("\n", text))
    text = unicodedata.normalize("NFC", "".join(character for character in text if _is_wanted(character)))
    lines = (_SPACES.sub(" ", line).strip(" ") for line in _printable(text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n ")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a cleaned text."""
    return tuple(text.split("\n\n"))


def in_one_line(text: str) -> str:
    """A cleaned text without its line breaks, for the middle of a sentence."""
    return re.sub(r"\n+", " ", text) if "\n" in text else text


def with_places_to_break(text: str, *, longest: int) -> str:
    """The text with an invisible place to break inside each word that no line could hold.

    >>> with_places_to_break("a" * 6, longest=4).split("\\u200b")
    ['aa', 'aa', 'aa']
    """
    if len(text) <= longest:
        return text
    too_long = rf"[^ \n]{{{longest + 1},}}"
    return re.sub(too_long, lambda word: "\u200b".join(_pieces(word[0], longest // 2)), text)


def _pieces(word: str, size: int) -> list[str]:
    """The word in pieces of about `size`, never parting a letter from the accents that follow it."""
    pieces = [""]
    for character in word:
        if len(pieces[-1]) >= size and not _goes_with_the_last(character) and pieces[-1][-1] not in _JOINERS:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _is_wanted(character: str) -> bool:
    if character in "\n\t" or character in _JOINERS:
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs"}


def _printable(text: str) -> str:
    """The text with a description in place of what no font can show: an emoji by name, writing by its script."""
    kinds = "".join(_kinds(text))
    pieces, end = [], 0
    for found in _UNPRINTABLE.finditer(kinds):
        pieces += [text[end : found.start()], _described(text[found.start() : found.end()])]
        end = found.end()
    return "".join((*pieces, text[end:]))


def _kinds(text: str) -> Iterator[str]:
    """One letter for each character: l(etter), m(ark on it), j(oiner), s(pace), p(rintable) or u(nprintable)."""
    known, letter = printable_characters(), ""
    for character in text:
        kind = _kind(character, known)
        # A letter and its marks are drawn together, so one font must have them all.
        if kind == "m" and not one_font_has(letter + character):
            kind = "u"
        letter = letter + character if kind == "m" else character if kind == "l" else letter if kind == "j" else ""
        yield kind


def _kind(character: str, known: frozenset[str]) -> str:
    if character == "\n":
        return "p"
    if _SPACES.fullmatch(character):
        return "s"
    if character in _JOINERS:
        return "j"
    return {"L": "l", "N": "l", "M": "m"}.get(unicodedata.category(character)[0], "p") if character in known else "u"


def _described(characters: str) -> str:
    emoji = [
        unicodedata.name(character, "a sign").lower()
        for character in characters
        if unicodedata.category(character) == "So"
    ]
    scripts = [_script(character) for character in characters if unicodedata.category(character)[0] == "L"]
    writing = [f"writing in {script} that we cannot print" for script in scripts]
    if not emoji and not writing and set(characters) <= set(_JOINERS):
        return ""
    return f"[{', '.join(dict.fromkeys((*emoji, *writing))) or 'a sign that we cannot print'}]"


def _script(letter: str) -> str:
    first = unicodedata.name(letter, "an unknown script").split()[0]
    return _LANGUAGES.get(first, first.title())


def _goes_with_the_last(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in _JOINERS
