"""What is due next on one case, for the sentence that follows an action?"""

from dataclasses import dataclass
from datetime import date

from putright.domain.access import Actor
from putright.domain.references import reference_meant
from putright.records.models import Duty
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class NextThing:
    """A promise, and the date that binds."""

    promise: str
    binding_on: date


def what_is_next(actor: Actor, reference: str) -> NextThing | None:
    """The thing of ours that is due soonest, as it was kept by the action that has just been done."""
    meant = reference_meant(reference)
    if meant is None:
        return None
    kept = Duty.objects.filter(case__in=visible_to(actor), case__reference=meant, counts=True, binding_on__isnull=False)
    for promise, binding_on in kept.order_by("binding_on", "place").values_list("promise", "binding_on")[:1]:
        if binding_on is not None:
            return NextThing(promise=promise, binding_on=binding_on)
    return None
