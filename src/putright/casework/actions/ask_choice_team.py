"""NHS England's choice team is asked about a choice that was not offered."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.choice_team import ASKED, RULES, TO, WENT_FURTHER, AskedBy, why_not_asked
from putright.domain.chronology import in_force


def ask_choice_team(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    asked_by: AskedBy,
    words: str,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record that the team has the matter, who put it there and under which reference; the complaint goes on.

    The clocks of the team run from this day, beside those of the complaint: procedures/office/choice-team.yaml. A case
    that is closed stays closed.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_asked(hand.events))
        bring_over(hand, RULES)
        papers = [hand.keep_text("choice", "What NHS England’s choice team was asked", words)]
        papers += [hand.keep_what_came("attachment", file) for file in files]
        gone = (event for event in in_force(hand.events) if event.event == WENT_FURTHER)
        if asked_by is not AskedBy.LODGED_HERE and all(event.facts.get("to") != TO for event in gone):
            hand.note(WENT_FURTHER, facts={"to": TO})
        hand.note(ASKED, facts={"asked_by": asked_by.value}, papers=papers)
    return hand.done()
