"""It is planned how an issue is looked into."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.records.models import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How an issue is looked into: which questions are to be answered, by which evidence, and who is asked."""

    questions: Sequence[str]
    evidence: Sequence[str] = ()
    people: Sequence[str] = ()


def plan_investigation(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issue: int,
    plan: Plan,
) -> Done:
    """Keep the plan of an issue as a paper; a later version takes its place, and the earlier is kept."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = Issue.objects.filter(case=hand.case, number=issue).first()
        if row is None:
            raise refused("no-such-issue", f"There is no issue {issue} in this case.")
        if row.exclusion:
            raise refused("issue-excluded", f"Issue {issue} is not dealt with, so it is not looked into.")
        if not any(question.strip() for question in plan.questions):
            raise refused("nothing-asked", "Write at least one question that has to be answered.")
        paper = hand.keep_text("investigation-plan", f"How issue {issue} is looked into", as_text(plan))
        hand.record("investigation_planned", issue=issue, papers=[paper])
    return hand.done()


def as_text(plan: Plan) -> str:
    """The plan as it is kept and read.

    >>> print(as_text(Plan(questions=("Who was at the desk?",), evidence=("The rota",))))
    To be answered:
    - Who was at the desk?
    <BLANKLINE>
    Evidence wanted:
    - The rota
    """
    parts = (("To be answered", plan.questions), ("Evidence wanted", plan.evidence), ("Who is asked", plan.people))
    return "\n\n".join(_listed(heading, lines) for heading, lines in parts if lines)


def _listed(heading: str, lines: Sequence[str]) -> str:
    return "\n".join([f"{heading}:", *(f"- {line}" for line in lines if line.strip())])
