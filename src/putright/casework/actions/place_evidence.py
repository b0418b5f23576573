"""A piece of evidence is put in its place in time."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.chronology import FactValue
from putright.records.models import Document


def place_evidence(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    happened_on: date,
    words: str,
    shown_by: int | None = None,
) -> Done:
    """Record what happened on a day, as some paper of the case shows it; the day may lie long before the complaint."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if happened_on > hand.today:
            raise refused("in-the-future", "That day has not come yet. Check the date.")
        facts: dict[str, FactValue] = {"date": happened_on}
        if shown_by is not None:
            if not Document.objects.filter(case=hand.case, number=shown_by).exists():
                raise refused("no-such-paper", f"There is no paper {shown_by} in this case. Choose the paper.")
            facts["paper"] = shown_by
        paper = hand.keep_text("evidence", "What happened, by the evidence", words)
        hand.record("evidence_placed", facts=facts, papers=[paper])
    return hand.done()
