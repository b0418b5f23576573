"""It is judged how grave what is complained of may be."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.triage import severity_of, who_is_to_handle
from putright.domain.access import Actor, Deed
from putright.domain.triage import Severity, why_not_severity


def set_severity(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    severity: Severity,
    reason: str = "",
) -> Done:
    """Keep how grave it may be; whoever changes it says why, and what was said before stays on the file.

    It is for the staff: no letter and no page for the person says it. Answers who is to handle such a case.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_severity(severity, stands=severity_of(hand.case), reason=reason))
        papers = hand.keep_if_said("triage", "Why it is judged so grave", reason)
        hand.case.severity = severity.value
        hand.note("severity_set", facts={"severity_level": severity.value}, papers=papers)
        then = who_is_to_handle(hand.case, on=hand.today)
    done = hand.done()
    return Done(reference=done.reference, version=done.version, then=then)
