"""It is recorded what was found on an issue."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.chronology import FactValue
from putright.domain.holds import why_not_while_held
from putright.domain.injustice import FindingSaid, why_not_found
from putright.gateways.injustice_file import scale
from putright.records.models import Issue, IssueFinding


def record_finding(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issue: int,
    finding: FindingSaid,
) -> Done:
    """Record what should have happened, what did, and what it meant for the person; a later finding takes its place."""
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = Issue.objects.filter(case=hand.case, number=issue).first()
        if row is None:
            raise refused("no-such-issue", f"There is no issue {issue} in this case.")
        if row.exclusion:
            raise refused("issue-excluded", f"Issue {issue} is not dealt with, so nothing is found on it.")
        refuse(why_not_while_held(hand.events, issue))
        judged_by = scale()
        refuse(why_not_found(finding, {level.level for level in judged_by.levels}))
        should = hand.keep_text("finding", f"What should have happened, issue {issue}", finding.should)
        happened = hand.keep_text("finding", f"What did happen, issue {issue}", finding.happened)
        impact = hand.keep_if_said("finding", f"What it meant for the person, issue {issue}", finding.impact)
        facts: dict[str, FactValue] = {"fell_short": finding.fell_short}
        if finding.severity is not None:
            facts["severity"] = finding.severity
        entry = hand.record("finding_recorded", issue=issue, facts=facts, papers=[should, happened, *impact])
        IssueFinding.objects.create(
            case=hand.case,
            issue=issue,
            entry=entry,
            should=should,
            happened=happened,
            fell_short=finding.fell_short,
            impact=impact[0] if impact else None,
            severity=finding.severity,
            scale=judged_by.version if finding.fell_short else "",
        )
    return hand.done()
