"""Records are asked for: health records, a rota, a recording, a policy."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_a_promise
from putright.domain.tasks import TASKS


def request_records(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    of_whom: str,
    what: str,
    due_on: date,
) -> Done:
    """Record of whom which records were asked for and by when; it is a duty of the case until they are here."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if not of_whom.strip():
            raise refused("nobody-named", "Say who was asked, such as “the surgery in Exampleton”.")
        refuse(why_not_a_promise(due_on, on=hand.on))
        bring_over(hand, TASKS)
        said = f"Asked of {of_whom.strip()}: {what.strip()}" if what.strip() else ""
        paper = hand.keep_text("records", "Records asked for", said)
        hand.record("records_requested", facts={"date": due_on}, papers=[paper])
    return hand.done()
