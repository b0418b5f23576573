"""Which words of a page are ours, and shown in its language, and which stay as somebody else wrote them?

What an organisation promises, a letter's title, a message, a name: on a page in another language each says that it is
in English, so that a screen reader does not read it aloud in the wrong voice.
"""

from __future__ import annotations

from markupsafe import Markup

from putright.web.language import Language, is_left_in_english, spoken, translated


def as_written(words: object) -> str:
    """Return words that are data as they stand; on a page in another language they say that they are in English.

    >>> as_written("Mo Example")
    'Mo Example'
    """
    text = "" if words is None else str(words)
    if spoken() is Language.ENGLISH or not text:
        return text
    return Markup('<span lang="{}">{}</span>').format(Language.ENGLISH.value, text)


def ours(words: str) -> str:
    """Return words of ours in the language of the page; as they were written where the catalogue has none for them.

    >>> ours("Reference")
    'Reference'
    """
    return as_written(words) if is_left_in_english(words) else translated(words)
