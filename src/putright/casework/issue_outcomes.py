"""How is it written down how an issue came out?"""

from dataclasses import dataclass

from putright.casework.entries import latest
from putright.casework.errors import refuse, refused
from putright.casework.findings_of import findings_of
from putright.casework.perform import CaseInHand
from putright.domain.holds import why_not_while_held
from putright.domain.injustice import why_not_outcome
from putright.domain.issues import Outcome
from putright.records.models import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeSaid:
    """How one issue came out, why, and what must be put right."""

    issue: int
    outcome: Outcome
    conclusion: str
    remedy_needed: bool
    remedy: str = ""


def decide(hand: CaseInHand, said: OutcomeSaid) -> None:
    """Record the outcome of an issue: regulation 14(2)(a)(ii).

    Where the complaint was investigated, what was found on the issue has to be recorded first. Raises ActionRefused.
    """
    row = Issue.objects.filter(case=hand.case, number=said.issue).first()
    if row is None:
        raise refused("no-such-issue", f"There is no issue {said.issue} in this case.")
    if row.exclusion:
        raise refused("issue-excluded", f"Issue {said.issue} is not dealt with, so it has no outcome.")
    refuse(why_not_while_held(hand.events, said.issue))
    found = findings_of(hand.case).get(said.issue)
    refuse(
        why_not_outcome(
            said.outcome,
            was_investigated=latest(hand.events, "investigation_started") is not None,
            fell_short=found.fell_short if found else None,
        )
    )
    papers = [hand.keep_text("conclusion", f"What was concluded on issue {said.issue}", said.conclusion)]
    row.conclusion, row.outcome = papers[0], said.outcome.value
    row.remedy, row.remedy_needed = None, said.remedy_needed
    if said.remedy_needed:
        row.remedy = hand.keep_text("remedy", f"What must be put right for issue {said.issue}", said.remedy)
        papers.append(row.remedy)
    row.save()
    hand.record("outcome_decided", issue=said.issue, facts={"outcome": said.outcome.value}, papers=papers)
