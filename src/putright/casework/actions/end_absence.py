"""Somebody is back, or is not away after all."""

from datetime import datetime, timedelta

from putright.casework.absences import may_look_after
from putright.casework.case_parts import take_back
from putright.casework.errors import NotFound, refuse, refused
from putright.casework.means import Means
from putright.casework.perform import all_or_nothing, day_of, holding
from putright.domain.access import Actor
from putright.records.models import Absence, CasePart


def end_absence(*, actor: Actor, absence: int, now: datetime, means: Means | None = None) -> None:
    """End an absence with yesterday, or strike one that has not begun; take back what the cover was given for it."""
    today = day_of(now)
    with all_or_nothing(means) as keeping:
        row = Absence.objects.select_for_update(of=("self",)).select_related("person").filter(pk=absence).first()
        if row is None or row.body_id != actor.body_id:
            raise NotFound
        refuse(may_look_after(actor, row.person))
        if row.until_on is not None and row.until_on < today:
            raise refused("already-back", "This absence is over.")
        parts = CasePart.objects.filter(
            person=row.cover_id, until_on=row.until_on, ended_at__isnull=True, case__handler=row.person_id
        )
        for part in parts.select_related("case").order_by("case", "entry"):
            with holding(part.case, keeping, by_id=actor.person_id, on=today, now=now) as hand:
                take_back(hand, part, now=now)
        if row.from_on >= today:
            row.delete()
            return
        row.until_on = today - timedelta(days=1)
        row.save(update_fields=["until_on"])
