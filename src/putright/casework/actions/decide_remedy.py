"""It is decided what is done to put things right for the person."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.findings_of import findings_of
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.chronology import FactValue
from putright.domain.injustice import Level
from putright.domain.remedies import DECIDED, RULES, RemedyKind, why_not_remedy
from putright.gateways.injustice_file import scale
from putright.records.models import Issue


def decide_remedy(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issue: int,
    kind: RemedyKind,
    words: str,
    by: date,
    pence: int | None = None,
    why_amount: str = "",
) -> Done:
    """Decide on a remedy for one issue, given by a day: whoever may decide authorises it, money included.

    `words` is what the answer tells the person; `why_amount` is needed where a payment for distress is not what the
    scale of injustice names for what was found.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        _refuse_issue(hand, issue)
        refuse(why_not_remedy(kind, pence=pence, by=by, on=on, level=_level(hand, issue), why_amount=why_amount))
        bring_over(hand, RULES)
        papers = [hand.keep_text("remedy-decided", f"What is done to put things right, issue {issue}", words)]
        papers += hand.keep_if_said("remedy-decided", "Why it is this amount", why_amount)
        facts: dict[str, FactValue] = {"redress": kind.value, "date": by}
        if pence is not None:
            facts["pence"] = pence
        hand.note(DECIDED, issue=issue, facts=facts, papers=papers)
    return hand.done()


def _refuse_issue(hand: CaseInHand, number: int) -> None:
    row = Issue.objects.filter(case=hand.case, number=number).first()
    if row is None:
        raise refused("no-such-issue", f"There is no issue {number} in this case.")
    if row.exclusion:
        raise refused("issue-excluded", f"Issue {number} is not dealt with, so nothing is put right for it.")


def _level(hand: CaseInHand, issue: int) -> Level | None:
    found = findings_of(hand.case).get(issue)
    return next((level for level in scale().levels if found and level.level == found.severity), None)
