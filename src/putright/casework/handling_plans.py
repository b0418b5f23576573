"""Which plans of handling a case has had, and how does it know what its answer was agreed or set to take?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.chronology import Event as Entry
from putright.domain.chronology import in_force
from putright.domain.handling import HandlingPlan, from_text
from putright.records.models import Case, Document

KIND: Final = "handling-plan"
WHY_KIND: Final = "handling-plan-change"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """One version of the plan: whether it was agreed, on which day, its words, and why it was changed."""

    place: int
    on: date
    agreed: bool
    plan: HandlingPlan
    paper: Document
    why: str


def plans_of(case: Case, events: Sequence[Entry]) -> tuple[PlanVersion, ...]:
    """Every plan of a case that stands, the earliest first; one entered in error is none."""
    papers = {row.number: row for row in Document.objects.filter(case=case, kind=KIND).select_related("made_by")}
    reasons = {row.number: row.text or "" for row in Document.objects.filter(case=case, kind=WHY_KIND)}
    standing = [event for event in in_force(list(events)) if event.event == "handling_planned"]
    found = []
    for place, event in enumerate(standing, start=1):
        number = event.facts.get("paper")
        paper = papers.get(number) if isinstance(number, int) else None
        if paper is None:
            continue
        found.append(
            PlanVersion(
                place=place,
                on=event.on,
                agreed=event.facts.get("agreed") is True,
                plan=from_text(paper.text or ""),
                paper=paper,
                why=reasons.get(paper.number + 1, ""),
            )
        )
    return tuple(found)


def response_day(events: Sequence[Entry]) -> date | None:
    """The day that was agreed or set last for the answer; nothing where none was."""
    periods = ("response_period_agreed", "response_period_set")
    days = [event.facts.get("date") for event in in_force(list(events)) if event.event in periods]
    last = days[-1] if days else None
    return last if isinstance(last, date) else None
