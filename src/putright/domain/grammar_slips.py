"""What do people write who do not know the language yet, and what should stand there instead?"""

from collections.abc import Mapping
from typing import Final

_WORKING_DAYS: Final = "write “working days”"
_AT_ONCE: Final = "write “at once after” and an event, or “no set time after” where no time is promised"
_A_KEY: Final = "it is a key of its own, on its own line"
_EVERY: Final = "write it as “every 1 month” or “every 2 weeks”"
_IS: Final = "write “is”"
# By the word at which a rule could not be read.
_CURES: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("business", "workday", "workdays", "workingdays", "working-day", "working-days", "wd"), _WORKING_DAYS
    ),
    **dict.fromkeys(("immediately", "forthwith", "as", "promptly", "straight"), _AT_ONCE),
    **dict.fromkeys(("unless", "only", "only_if", "repeat"), _A_KEY),
    **dict.fromkeys(("daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly"), _EVERY),
    **dict.fromkeys(("=", "==", ":", "equals", "are", "was"), _IS),
    **dict.fromkeys(("missed", "done", "due", "moved"), "write “is” before it, after the name of a step"),
    "calendar": "write “days”, or “(calendar) days” where the document says only “days”",
    "minutes": "nothing is counted in minutes",
    "to": "write a range as 2-5",
    "in": "write “within 1 working day after …”",
    "next": "write “1 working day after” and an event",
    "end": "what is due on a day is due by its end: leave that out",
    "whichever": "of two dates write “later of: [A, B]” or “earlier of: [A, B]”",
    "later": "of two dates write “later of: [A, B]”",
    "earlier": "of two dates write “earlier of: [A, B]”",
}


def cure_of(word: str | None) -> str | None:
    """What to write instead of a word that is none of the language's."""
    if word is None:
        return None
    if word != word.lower():
        return f"write {word.lower()}, in small letters"
    return _CURES.get(word)
