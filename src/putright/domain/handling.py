"""How is a complaint to be handled, as agreed with the person or set: can the plan be so, and what does it say?

Regulation 13(7): the manner in which the complaint is to be handled is discussed with the person, and the time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.duty import Refused
from putright.domain.periods import in_words

BY_LAW: Final = "SI 2009/309 reg 13(7)"
BY_DATE: Final = "When the answer should come"
WHY: Final = "Why it has changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingPlan:
    """How a complaint is handled: what is looked into, what the person wants, how, by whom, and until when."""

    issues: tuple[str, ...]
    how: tuple[str, ...]
    wanted: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    respond_by: date | None = None


# The parts of a plan in the order in which they are read: each with its heading.
PARTS: Final = {
    "issues": "What is looked into",
    "wanted": "What the person would like to happen",
    "how": "How it is looked into",
    "who": "Who does it",
}


def why_not_planned(
    plan: HandlingPlan, before: HandlingPlan | None, *, agreed: bool, why: str, today: date
) -> Refused | None:
    """Why a plan cannot be kept; nothing if it can. A later one says what led to it."""
    if not plan.issues:
        return Refused(code="no-issue", message="Say what is looked into: at least one thing.", authority=BY_LAW)
    if not plan.how:
        message = "Say how it is looked into: who is asked, what is read."
        return Refused(code="no-manner", message=message, authority=BY_LAW)
    if before == plan:
        message = "This is the plan as it stands. Change something, or leave it as it is."
        return Refused(code="nothing-changed", message=message)
    if before is not None and not why.strip():
        message = "Say what has changed and why, so that the person and the file show it."
        return Refused(code="no-reason", message=message)
    moved = before is None or before.respond_by != plan.respond_by
    if plan.respond_by is not None and moved and plan.respond_by < today:
        message = "The day of the answer has passed. Give one that is still to come."
        return Refused(code="promised-in-the-past", message=message)
    if not agreed and plan.respond_by is None:
        message = "Where nothing was agreed you set the time of the answer, and tell the person. Give the day."
        return Refused(code="no-date", message=message, authority="SI 2009/309 reg 13(8)")
    return None


def parts_of(plan: HandlingPlan) -> dict[str, str]:
    """The plan in words, part by part under its headings; what is not said is empty."""
    lines: dict[str, Sequence[str]] = {
        "issues": plan.issues,
        "wanted": plan.wanted,
        "how": plan.how,
        "who": plan.who,
    }
    said = {heading: "\n".join(f"- {line}" for line in lines[name]) for name, heading in PARTS.items()}
    return said | {BY_DATE: in_words(plan.respond_by) if plan.respond_by else ""}


def as_text(plan: HandlingPlan) -> str:
    """The plan as it is kept and read.

    >>> print(as_text(HandlingPlan(issues=("The wait",), how=("We ask the ward.",), respond_by=date(2026, 6, 30))))
    What is looked into:
    - The wait
    <BLANKLINE>
    How it is looked into:
    - We ask the ward.
    <BLANKLINE>
    When the answer should come:
    2026-06-30
    """
    said = parts_of(plan) | {BY_DATE: plan.respond_by.isoformat() if plan.respond_by else ""}
    return "\n\n".join(f"{heading}:\n{words}" for heading, words in said.items() if words)


def from_text(text: str) -> HandlingPlan:
    """The plan from how it is kept: lines that begin with a hyphen belong to the heading above them."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in text.splitlines():
        if line.endswith(":") and line[:-1] in (*PARTS.values(), BY_DATE):
            heading = line[:-1]
        elif heading and line.strip():
            found.setdefault(heading, []).append(line.removeprefix("- "))
    parts = {name: tuple(found.get(words, ())) for name, words in PARTS.items()}
    day = found.get(BY_DATE, [""])[0]
    return HandlingPlan(
        issues=parts["issues"],
        how=parts["how"],
        wanted=parts["wanted"],
        who=parts["who"],
        respond_by=date.fromisoformat(day) if day else None,
    )
