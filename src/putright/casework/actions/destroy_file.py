"""The file of a case is destroyed."""

from datetime import date, datetime

from putright.casework import keeping
from putright.casework.destruction import papers_left, take_away
from putright.casework.errors import refuse
from putright.casework.kept_files import let_go
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.keeping import DESTROYED, why_not_by_the_same


def destroy_file(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
) -> Done:
    """Destroy the file, which somebody else proposed: the second signature. It cannot be undone.

    The entries stay, for they hold no names; the database keeps them from being altered. Files that another case has
    too stay with it.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(keeping.why_not(hand))
        refuse(why_not_by_the_same(hand.events, actor.person_id))
        hand.note(DESTROYED, facts={"papers": papers_left(hand.case)})
        names = take_away(hand.case, on=hand.today)
    let_go(hand.means, names)
    return hand.done()
