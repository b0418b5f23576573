"""The Ombudsman asks for something about a case."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.chronology import in_force
from putright.domain.entry import why_not_a_promise
from putright.domain.ombudsman import ASKED, RULES, TO, WENT_FURTHER, Asks


def record_ombudsman_request(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    asks: Asks,
    words: str,
    answer_by: date,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record what is asked, with the Ombudsman's own reference, and by when; a closed case stays closed.

    With the first of it the complaint is known to have gone to the Ombudsman, which the yearly report counts:
    regulation 18(1)(c).
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if answer_by < on:
            raise refused("before-it-was-asked", "The answer cannot be wanted before it was asked for. Check the days.")
        refuse(why_not_a_promise(answer_by, on=on))
        bring_over(hand, RULES)
        papers = [hand.keep_text("ombudsman", "What the Ombudsman asks", words)]
        papers += [hand.keep_what_came("attachment", file) for file in files]
        if not any(event.event == WENT_FURTHER and event.facts.get("to") == TO for event in in_force(hand.events)):
            hand.note(WENT_FURTHER, facts={"to": TO})
        hand.note(ASKED, facts={"what": asks.value, "date": answer_by}, papers=papers)
    return hand.done()
