"""A case is restricted no longer."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.records.models import Restriction


def lift_restriction(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    reason: str,
) -> Done:
    """Lift the restriction, with the reason on file; everybody whose role lets them sees the case again, whole."""
    with performing(Deed.GIVE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = Restriction.objects.filter(case=hand.case, lifted_at__isnull=True).first()
        if row is None:
            raise refused("not-restricted", "This case is not restricted any more. Open it again to see by whom.")
        paper = hand.keep_text("restriction", "Why the restriction was lifted", reason)
        row.lifted_at, row.lifted_by_id = now, actor.person_id
        row.save(update_fields=["lifted_at", "lifted_by"])
        hand.note("restriction_lifted", papers=[paper])
    return hand.done()
