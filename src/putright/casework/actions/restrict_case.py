"""A case is restricted: nobody may see it but those who were given it."""

from datetime import date, datetime

from putright.casework.case_parts import keep_in_sight
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.records.models import Restriction


def restrict_case(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    reason: str,
) -> Done:
    """Restrict the case to its handler, those it is given to, the responsible person and the auditor.

    Whoever restricts a case that they could not see afterwards is given it, so that it is in somebody's hands. The
    reason is a paper of the case, for those who may see it.
    """
    with performing(Deed.GIVE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if Restriction.objects.filter(case=hand.case, lifted_at__isnull=True).exists():
            raise refused("already-restricted", "This case is restricted already. Open it again to see by whom.")
        paper = hand.keep_text("restriction", "Why the case is restricted", reason)
        Restriction.objects.create(case=hand.case, body=hand.case.body, made_at=now, made_by_id=actor.person_id)
        hand.note("case_restricted", papers=[paper])
        keep_in_sight(hand, actor)
    return hand.done()
