"""The Ombudsman has decided."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.ombudsman import DECIDED, RECOMMENDED, RULES, Decision, Recommendation, why_not_recommended


def record_ombudsman_decision(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    decision: Decision,
    words: str,
    recommendations: tuple[Recommendation, ...] = (),
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record the decision, and each recommendation as something that is owed by its day, whatever has ended since."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_recommended(decision, recommendations, on=on))
        bring_over(hand, RULES)
        papers = [hand.keep_text("ombudsman", "What the Ombudsman decided", words)]
        papers += [hand.keep_what_came("attachment", file) for file in files]
        hand.note(DECIDED, facts={"decision": decision.value}, papers=papers)
        for each in recommendations:
            paper = hand.keep_text("ombudsman", "What the Ombudsman recommended", each.what)
            hand.note(RECOMMENDED, facts={"date": each.by}, papers=[paper])
    return hand.done()
