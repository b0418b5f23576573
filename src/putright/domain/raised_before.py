"""What does it mean for a complaint that the same thing was complained of before, and is it still being looked into?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class RaisedBefore(StrEnum):
    """What became of a complaint about the same thing: regulation 8(1)(e) speaks of one that was investigated."""

    PENDING = "pending"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Whether an issue may be left out for it, what staff mind, in one line and in full, and by what law."""

    may_leave_out: bool
    in_short: str
    for_staff: str
    authority: str


RAISED_WORDS: Final = {
    RaisedBefore.PENDING: "Yes, and it is still being looked into",
    RaisedBefore.ANSWERED: "Yes, and it was answered",
}
# What the person says of it in their own words: the box of a form, and the title of the paper that keeps it.
PAPERS: Final = {
    "pending_whom": "Who is still looking into it",
    "pending_when": "When the person complained to them",
    "answered_whom": "Who answered a complaint about it before",
    "answered_when": "When they answered",
    "answered_said": "What they said",
    "again": "What the person would like to be looked at now",
}
MEANING: Final = {
    RaisedBefore.PENDING: Meaning(
        may_leave_out=False,
        in_short="The person says that the same is still being looked into.",
        for_staff=(
            "It is still being looked into elsewhere, so nothing is left out for that. Ask the person whether you may"
            " speak with the other organisation, and agree who answers what. Your own dates run meanwhile."
        ),
        authority="SI 2009/309 reg 9",
    ),
    RaisedBefore.ANSWERED: Meaning(
        may_leave_out=True,
        in_short="The person says that the same was complained of before, and answered.",
        for_staff=(
            "The person has had an answer. What was investigated then need not be investigated again. What is new, or"
            " was left out, is looked into. If an issue is left out, say so in writing, with the way to the Ombudsman."
        ),
        authority="SI 2009/309 reg 8(1)(e)",
    ),
}
