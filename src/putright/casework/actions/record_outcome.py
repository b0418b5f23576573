"""The outcome of one issue is decided."""

from datetime import date, datetime

from putright.casework.entries import latest
from putright.casework.errors import refuse, refused
from putright.casework.findings_of import findings_of
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.holds import why_not_while_held
from putright.domain.injustice import why_not_outcome
from putright.domain.issues import Outcome
from putright.records.models import Issue


def record_outcome(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issue: int,
    outcome: Outcome,
    conclusion: str,
    remedy_needed: bool,
    remedy: str = "",
) -> Done:
    """Record how an issue came out, why, and what must be put right: regulation 14(2)(a)(ii).

    Where the complaint was investigated, what was found on the issue is recorded first.
    """
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = Issue.objects.filter(case=hand.case, number=issue).first()
        if row is None:
            raise refused("no-such-issue", f"There is no issue {issue} in this case.")
        if row.exclusion:
            raise refused("issue-excluded", f"Issue {issue} is not dealt with, so it has no outcome.")
        refuse(why_not_while_held(hand.events, issue))
        found = findings_of(hand.case).get(issue)
        refuse(
            why_not_outcome(
                outcome,
                was_investigated=latest(hand.events, "investigation_started") is not None,
                fell_short=found.fell_short if found else None,
            )
        )
        papers = [hand.keep_text("conclusion", f"What was concluded on issue {issue}", conclusion)]
        row.conclusion, row.outcome, row.remedy, row.remedy_needed = papers[0], outcome.value, None, remedy_needed
        if remedy_needed:
            row.remedy = hand.keep_text("remedy", f"What must be put right for issue {issue}", remedy)
            papers.append(row.remedy)
        row.save()
        hand.record("outcome_decided", issue=issue, facts={"outcome": outcome.value}, papers=papers)
    return hand.done()
