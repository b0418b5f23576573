"""Which paper keeps a day that is only roughly known, whoever typed it in: the person, or staff for them?"""

from __future__ import annotations

from typing import Final

# The box, and the title of the paper. A day that is only roughly known stays in words and is not made up.
ROUGHLY: Final = {
    "occurred_about": "Roughly when it happened",
    "known_about": "Roughly when the person first knew of it",
}


def title_of_issue(number: int, title: str) -> str:
    """Return the title of a paper that is about one of several issues.

    >>> title_of_issue(2, "Roughly when it happened")
    'Issue 2: roughly when it happened'
    """
    return f"Issue {number}: {title[0].lower()}{title[1:]}"
