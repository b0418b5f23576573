"""Two cases are linked no longer, or one that was put together with another goes on by itself again."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done
from putright.casework.two_cases import performing_on_both
from putright.domain.access import Actor, Deed
from putright.domain.chronology import in_force
from putright.domain.likeness import links_of
from putright.domain.splitting import SPLIT


def unlink_case(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    other: str,
    why: str,
) -> Done:
    """Take a link back. Of two cases put together each then has its own dates, as if they never had been."""
    with performing_on_both(
        Deed.HANDLE, actor=actor, case=case, other=other, on=on, now=now, version=version, means=means
    ) as both:
        this, that = both.this, both.other
        tie = links_of(this.events).get(that.case.reference)
        if tie is None:
            raise refused("not-linked", "These two cases are not linked.")
        if tie in SPLIT:
            message = "One of these cases was split off from the other. Use “Put back what was split off” instead."
            raise refused("split-off", message)
        for hand, named in ((this, that), (that, this)):
            _take_back(hand, named.case.reference, why)
    return this.done()


def _take_back(hand: CaseInHand, other: str, why: str) -> None:
    paper = hand.keep_text("file-note", "Why the cases are linked no longer", why)
    if links_of(hand.events).get(other) == "linked":
        hand.note("unlinked", facts={"case": other}, papers=[paper])
        return
    for event in in_force(hand.events):
        if event.event in ("merged", "taken_in") and event.facts.get("case") == other:
            hand.note("entered_in_error", corrects=int(event.id or 0), papers=[paper])
