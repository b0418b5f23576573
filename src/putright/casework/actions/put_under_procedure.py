"""A case is put under another procedure of the body: beside the one it has, or in its place."""

from datetime import date, datetime

from putright.casework import adopted, facts_of
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.several import APPLIED, CHANGED, why_not_given_up
from putright.domain.vocabulary import ProcedureKind
from putright.records.models import CaseProcedure, ProcedureVersion


def put_under_procedure(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    procedure: str,
    in_place: bool,
    why: str = "",
) -> Done:
    """Record that a further procedure applies from this day on; `in_place` of the body's others, which give way."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        further = adopted.further_of(hand.case.body, on).get(procedure)
        own = _own(hand) if further is None else None
        if further is None and (own is None or own.name != procedure):
            raise refused("no-such-procedure", "Choose a procedure that the organisation had adopted by this day.")
        if governs(hand, procedure):
            raise refused("already-under-it", "This procedure governs the case already.")
        if in_place:
            refuse(why_not_given_up(hand.position.duties, _giving_way(hand)))
        if further is not None:
            bring_beside(hand, further)
        papers = hand.keep_if_said("file-note", "Why the case comes under this procedure", why)
        fact = "to" if in_place else "procedure"
        hand.record(CHANGED if in_place else APPLIED, facts={fact: procedure}, papers=papers)
    return hand.done()


def _giving_way(hand: CaseInHand) -> set[str]:
    """The procedures of the body that another would take the place of."""
    return {made.name for made in hand.programmes if made.procedure.kind is ProcedureKind.PROCEDURE}


def governs(hand: CaseInHand, procedure: str) -> bool:
    """Whether a procedure of this name governs the case today."""
    return any(each.name == procedure and each.until is None for each in hand.position.procedures)


def _own(hand: CaseInHand) -> ProcedureVersion | None:
    """The version of the body's own procedure that the case began under: it can come back."""
    first = CaseProcedure.objects.filter(case=hand.case, place=0).select_related("procedure").first()
    return first.procedure if first else None


def bring_beside(hand: CaseInHand, further: ProcedureVersion) -> None:
    """Lay a procedure, and the law it stands under, with those that the case knows."""
    known = set(CaseProcedure.objects.filter(case=hand.case).values_list("procedure", flat=True))
    law = adopted.law_under(adopted.programme_of(further), on=hand.on, now=hand.now)
    place = CaseProcedure.objects.filter(case=hand.case).count()
    for version in filter(None, (further, law)):
        if version.pk not in known:
            CaseProcedure.objects.create(case=hand.case, procedure=version, place=place, from_on=hand.on)
            place += 1
    hand.programmes = facts_of.programmes_of(hand.case)
