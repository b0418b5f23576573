"""Which choice was a person to have, and what was done where it had not been offered?

SI 2012/2996 regs 39-42 and 48: who has a right to choose. What is printed here names the kinds; it decides nothing.
"""

from datetime import date
from enum import StrEnum
from typing import Final

_DAYS_OF_A_WEEK: Final = 7


class ChoiceKind(StrEnum):
    """What there was to choose."""

    FIRST_APPOINTMENT = "first-appointment"
    NAMED_TEAM = "named-team"
    MENTAL_HEALTH = "mental-health"
    LONG_WAIT = "long-wait"
    GP_PRACTICE = "gp-practice"
    PERSONAL_BUDGET = "personal-budget"


class ChoiceRemedy(StrEnum):
    """What was offered once the commissioner agreed that the choice had not been."""

    CHOICE_MADE_ANEW = "choice-made-anew"
    MOVED = "moved"
    KEPT = "kept"


CHOICE_WORDS: Final = {
    ChoiceKind.FIRST_APPOINTMENT: "Where to go for a first outpatient appointment",
    ChoiceKind.NAMED_TEAM: "Which consultant's team to see",
    ChoiceKind.MENTAL_HEALTH: "Which mental health service or team to see",
    ChoiceKind.LONG_WAIT: "Another provider, because the wait is too long",
    ChoiceKind.GP_PRACTICE: "Which GP practice to register with",
    ChoiceKind.PERSONAL_BUDGET: "A personal health budget",
}
REMEDY_WORDS: Final = {
    ChoiceRemedy.CHOICE_MADE_ANEW: "The person can choose now, from all that the law lets them choose from",
    ChoiceRemedy.MOVED: "The person is moved to the provider or team that they choose",
    ChoiceRemedy.KEPT: "The choice was offered, and the person stays where they are",
}


def weeks_waited(referred_on: date, until: date) -> int:
    """How many whole weeks a person had waited since the referral; none where it is still to come.

    >>> weeks_waited(date(2026, 1, 5), date(2026, 5, 10))
    17
    """
    return max((until - referred_on).days, 0) // _DAYS_OF_A_WEEK
