"""What stands in the list of what went wrong at the head of a page?"""

from __future__ import annotations

from dataclasses import dataclass

from putright.domain.duty import Refused
from putright.web.language import is_left_in_english, translated


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what to do about it, where to do it, and the law or promise behind a refusal."""

    text: str
    href: str = ""
    authority: str = ""
    is_english: bool = False  # whether it stands in English on a page that is in another language


def told(refusal: Refused) -> tuple[str, bool]:
    """Return a refusal in the language of the page, its figures with it, and whether it is left in English there."""
    if refusal.sentence and not is_left_in_english(refusal.sentence):
        return translated(refusal.sentence) % dict(refusal.figures), False
    return translated(refusal.message), is_left_in_english(refusal.message)
