"""Two cases are linked, each naming the other."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.casework.two_cases import performing_on_both
from putright.domain.access import Actor, Deed
from putright.domain.likeness import links_of


def link_case(
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
    """Link two cases that belong together and are each dealt with on their own; no date of either changes."""
    with performing_on_both(
        Deed.HANDLE, actor=actor, case=case, other=other, on=on, now=now, version=version, means=means
    ) as both:
        this, that = both.this, both.other
        if that.case.reference in links_of(this.events):
            raise refused("already-linked", "These two cases are linked already.")
        for hand, named in ((this, that), (that, this)):
            paper = hand.keep_text("file-note", "Why the cases are linked", why)
            hand.note("linked", facts={"case": named.case.reference}, papers=[paper])
    return this.done()
