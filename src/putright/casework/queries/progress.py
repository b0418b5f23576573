"""What is the person who complained shown of a case, for whoever helps them, and of which cases is that?"""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.errors import NotFound
from putright.casework.looks import keep_look
from putright.casework.queries.follow import FollowPage, page_shown
from putright.domain.access import Actor, Deed
from putright.domain.looks import Look
from putright.domain.references import reference_meant, reference_shown
from putright.records.visible_to import visible_to

LISTED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFollowed:
    """A case that somebody may follow, and no more of it than they are shown there."""

    reference: str
    reference_shown: str
    complainant: str
    received_on: date
    is_open: bool


def progress(actor: Actor, reference: str, as_at: date, *, now: datetime) -> FollowPage:
    """The case as the person who complained sees it; that it was looked at is logged."""
    meant = reference_meant(reference)
    parts = ("body", "complainant", "handler")
    case = visible_to(actor, Deed.FOLLOW).select_related(*parts).filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    page = page_shown(case, as_at)
    keep_look(Look.PROGRESS, by=actor, now=now, case=case.pk)
    return page


def cases_followed(actor: Actor) -> tuple[CaseFollowed, ...]:
    """The cases that the actor may follow, the last received first; at most `LISTED` of them."""
    cases = visible_to(actor, Deed.FOLLOW).select_related("complainant").order_by("-received_on", "-id")
    return tuple(
        CaseFollowed(
            reference=case.reference,
            reference_shown=reference_shown(case.reference),
            complainant=case.complainant.name,
            received_on=case.received_on,
            is_open=case.is_open,
        )
        for case in cases[:LISTED]
    )
