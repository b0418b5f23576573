"""What stands in the list of what went wrong at the head of a page?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what to do about it, where to do it, and the law or promise behind a refusal."""

    text: str
    href: str = ""
    authority: str = ""
    is_english: bool = False  # whether it stands in English on a page that is in another language
