"""The clock of a step is stopped, as the procedure allows."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.moved_dates import newly_warned, position_with
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.chronology import FactValue


def pause_clocks(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    steps: tuple[str, ...],
    why: str,
) -> Done:
    """Stop the clocks of steps that the procedure lets be stopped, from a day on; the law's own never stop."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit("paused")
        if not steps:
            raise refused("nothing-to-pause", "Choose at least one clock.")
        said: dict[str, FactValue] = {"steps": steps}
        _refuse_without_effect(hand, said)
        paper = hand.keep_text("file-note", "Why the clock is stopped", why)
        hand.record("paused", facts=said, papers=[paper])
    return hand.done()


def _refuse_without_effect(hand: CaseInHand, said: dict[str, FactValue]) -> None:
    would_be = position_with(hand, "paused", said)
    if warned := newly_warned(hand, would_be):
        raise refused(warned[0].code, warned[0].message, warned[0].authority)
    stopped = {duty.id for duty in would_be.duties if duty.paused}
    if stopped <= {duty.id for duty in hand.position.duties if duty.paused}:
        raise refused("nothing-to-pause", "None of these clocks runs on that day, so none can be stopped.")
