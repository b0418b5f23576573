"""Which words of a page are ours, and shown in its language, and which stay as somebody else wrote them?

What an organisation promises, a letter's title, a message, a name: on a page in another language each says that it is
in English, so that a screen reader does not read it aloud in the wrong voice.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from django.utils.translation import gettext
from markupsafe import Markup

from putright.web.language import Language, is_left_in_english, spoken, translated
from putright.web.wording import nhs_date_with_weekday

_CLAUSES: Final = re.compile(r"clause (?P<first>[\d.]+)(?: and (?P<second>[\d.]+))?")


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


def in_words(value: str | date) -> str:
    """Return what is said of a procedure: a day as the page writes days, words of ours in its language or as written.

    >>> in_words(date(2026, 4, 2)), in_words("Version 2")
    ('Thursday 2 April 2026', 'Version 2')
    """
    return nhs_date_with_weekday(value) if isinstance(value, date) else ours(value)


def quoted(promise: str) -> str:
    """Return a promise: of ours in the language of the page, an organisation's own as the quotation that it is there.

    >>> quoted("We answer within 40 working days.")
    'We answer within 40 working days.'
    """
    if not is_left_in_english(promise):
        return translated(promise)
    return Markup('<q lang="{}">{}</q>').format(Language.ENGLISH.value, promise)


def clause(cites: str) -> str:
    """Return where a promise stands; the clauses of a document by the word of the page's language.

    >>> clause("clause 4.1 and 4.3")
    'clause 4.1 and 4.3'
    """
    found = _CLAUSES.fullmatch(cites)
    if spoken() is Language.ENGLISH or not found:
        return as_written(cites)
    first, second = found["first"], found["second"]
    if second:
        return gettext("clauses %(first)s and %(second)s") % {"first": first, "second": second}
    return gettext("clause %(first)s") % {"first": first}
