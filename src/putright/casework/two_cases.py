"""How is something done on two cases at once? Both are held, and both are changed, or neither."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from putright.casework import facts_of
from putright.casework.errors import NotFound, StaleCase, refuse, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Keeping, all_or_nothing, day_of, holding
from putright.domain import entry
from putright.domain.access import Actor, Deed, why_not
from putright.domain.references import reference_meant
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class BothInHand:
    """The case on whose page something is done, and the other one that it names."""

    this: CaseInHand
    other: CaseInHand


@contextmanager
def performing_on_both(
    deed: Deed,
    *,
    actor: Actor,
    case: str,
    other: str,
    on: date,
    now: datetime,
    version: int | None,
    means: Means | None = None,
) -> Iterator[BothInHand]:
    """Hold two cases while an action is done on both by somebody who may do it on each; all of it is kept, or nothing.

    Raises NotFound for a case the actor may not see, StaleCase if the first is not at the version the page showed, and
    ActionRefused if the other is the same case, cannot be seen, or the actor may not do this on it.
    """
    meant, named = reference_meant(case), reference_meant(other)
    with all_or_nothing(means) as keeping:
        rows = visible_to(actor).select_for_update(of=("self",)).filter(reference__in=filter(None, (meant, named)))
        found = {row.reference: row for row in rows.order_by("pk")}
        if meant is None or meant not in found:
            raise NotFound
        refuse(why_not(actor, deed, facts_of.parts_of(found[meant])))  # before anything is said of the other
        if meant == named:
            raise refused("the-same-case", "This is the same case. Give the reference of the other one.")
        if named is None or named not in found:
            raise refused("no-such-other-case", "There is no case of that reference that you may see. Check it.")
        if version is not None and found[meant].version != version:
            raise StaleCase
        for row in found.values():
            refuse(why_not(actor, deed, facts_of.parts_of(row)))
            refuse(entry.why_not_on(on, received_on=row.received_on, today=day_of(now)))
        with (
            holding(found[meant], keeping, by_id=actor.person_id, on=on, now=now) as this,
            holding(found[named], keeping, by_id=actor.person_id, on=on, now=now) as that,
        ):
            yield BothInHand(this=this, other=that)


@contextmanager
def performing_with_a_new_one(
    deed: Deed,
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None,
    means: Means | None = None,
) -> Iterator[tuple[CaseInHand, Keeping]]:
    """Hold a case, and what another that is made beside it is held with (`perform.holding`); raises as `performing`."""
    meant = reference_meant(case)
    with all_or_nothing(means) as keeping:
        row = visible_to(actor).select_for_update(of=("self",)).filter(reference=meant).first() if meant else None
        if row is None:
            raise NotFound
        if version is not None and row.version != version:
            raise StaleCase
        refuse(why_not(actor, deed, facts_of.parts_of(row)))
        refuse(entry.why_not_on(on, received_on=row.received_on, today=day_of(now)))
        with holding(row, keeping, by_id=actor.person_id, on=on, now=now) as hand:
            yield hand, keeping
