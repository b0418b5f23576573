"""A procedure no longer applies to a case; the others go on."""

from datetime import date, datetime

from putright.casework.actions.put_under_procedure import governs
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.several import ENDED, why_not_given_up
from putright.domain.vocabulary import ProcedureKind


def end_procedure(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    procedure: str,
    why: str = "",
) -> Done:
    """Record that one of several procedures applies no longer; a law goes on while anything stands under it."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        own = {each.name for each in hand.programmes if each.procedure.kind is ProcedureKind.PROCEDURE}
        governing = {name for name in own if governs(hand, name)}
        if procedure not in governing:
            raise refused("not-under-it", "This procedure does not govern the case.")
        if governing == {procedure}:
            raise refused(
                "only-procedure", "Only this procedure governs the case. Put the case under another in its place."
            )
        refuse(why_not_given_up(hand.position.duties, {procedure}))
        papers = hand.keep_if_said("file-note", "Why the procedure applies no longer", why)
        hand.record(ENDED, facts={"procedure": procedure}, papers=papers)
    return hand.done()
