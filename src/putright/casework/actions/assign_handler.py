"""Somebody is given the case to handle."""

from datetime import date, datetime

from putright.casework.appointments import may_be_given
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.triage import who_is_to_handle
from putright.domain.access import Actor, Deed


def assign_handler(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    handler: int,
) -> Done:
    """Give the case to a member of staff who may handle or investigate it."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if not may_be_given(hand.case, handler, on=on):
            raise refused(
                "not-a-handler", "Choose somebody whose role lets them have this case, and whom it does not name."
            )
        if hand.case.handler_id == handler:
            raise refused("already-handler-assigned", "This person has the case already.")
        hand.case.handler_id = handler
        hand.note("handler_assigned")
        then = who_is_to_handle(hand.case, on=on)
    done = hand.done()
    return Done(reference=done.reference, version=done.version, then=then)
