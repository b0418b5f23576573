"""Must this issue be dealt with: is it of a kind that the law leaves out, and can its dates be right?"""

from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused


class Ground(StrEnum):
    """Why an issue need not be dealt with under the Regulations: regulation 8(1)(a) to (h)."""

    BY_A_BODY = "by-a-body"
    EMPLOYMENT = "employment"
    SETTLED_AT_ONCE = "settled-at-once"
    SETTLED_BEFORE = "settled-before"
    INVESTIGATED_BEFORE = "investigated-before"
    OMBUDSMAN = "ombudsman"
    INFORMATION_REQUEST = "information-request"
    SUPERANNUATION = "superannuation"


GROUND_WORDS: Final = {
    Ground.BY_A_BODY: ("it is made by a responsible body", "SI 2009/309 reg 8(1)(a)"),
    Ground.EMPLOYMENT: ("it is made by an employee about their employment", "SI 2009/309 reg 8(1)(b)"),
    Ground.SETTLED_AT_ONCE: (
        "it was spoken, and settled to the person's satisfaction by the next working day",
        "SI 2009/309 reg 8(1)(c)",
    ),
    Ground.SETTLED_BEFORE: ("the same matter was made and settled in that way before", "SI 2009/309 reg 8(1)(d)"),
    Ground.INVESTIGATED_BEFORE: ("the same matter has been investigated before", "SI 2009/309 reg 8(1)(e)"),
    Ground.OMBUDSMAN: ("an Ombudsman is investigating it, or has", "SI 2009/309 reg 8(1)(f)"),
    Ground.INFORMATION_REQUEST: (
        "it is about a request under the Freedom of Information Act",
        "SI 2009/309 reg 8(1)(g)",
    ),
    Ground.SUPERANNUATION: ("it is about superannuation", "SI 2009/309 reg 8(1)(h)"),
}


# What stands in the place of a ground where it is the person who no longer wants an answer to an issue.
WITHDRAWN: Final = "withdrawn"


def words_of_exclusion(code: str) -> str:
    """Why an issue is not answered, in words; nothing where it is.

    >>> words_of_exclusion("withdrawn")
    'the person withdrew it'
    """
    if code == WITHDRAWN:
        return "the person withdrew it"
    return GROUND_WORDS[Ground(code)][0] if code else ""


def why_not_these_dates(*, received_on: date, occurred_on: date | None, known_on: date | None) -> Refused | None:
    """Why the dates given for the matter cannot be; nothing if they can."""
    if occurred_on is not None and occurred_on > received_on:
        return Refused(
            code="happened-later", message="What is complained of cannot have happened after the complaint was made."
        )
    if known_on is not None and known_on > received_on:
        return Refused(
            code="known-later", message="The person cannot have come to know of it after complaining about it."
        )
    if occurred_on is not None and known_on is not None and known_on < occurred_on:
        return Refused(code="known-before", message="The person cannot have come to know of it before it happened.")
    return None
