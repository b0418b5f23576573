"""In which words does the page of a complaint say what an advocate may do, in the language of the page?"""

from __future__ import annotations

from putright.casework.queries.advocates_told import AdvocateTold
from putright.domain.advocates import HELP_WORDS
from putright.web.language import Language, spoken, translated


def may_in_words(one: AdvocateTold) -> str:
    """Return what an advocate may do; in another language one thing after the other, for "and" changes what follows."""
    if spoken() is Language.ENGLISH:
        return one.may
    return "; ".join(translated(words) for each, words in HELP_WORDS.items() if each in one.helps)
