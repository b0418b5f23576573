"""Is there an easy read version of the response, does the person need one, and is it of the draft that stands?"""

from dataclasses import dataclass

from putright.casework.easy_read import is_owed, is_wanted, latest_draft_paper, latest_easy_read
from putright.casework.errors import NotFound
from putright.domain.access import Actor
from putright.domain.easy_read import EasyRead
from putright.domain.references import reference_meant
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyReadShown:
    """The easy read version of a response as it stands; `is_owed` where the person needs one of this draft."""

    written: EasyRead | None
    is_of_this_draft: bool
    is_wanted: bool
    is_owed: bool


def easy_read_shown(actor: Actor, reference: str) -> EasyReadShown:
    """What there is of an easy read version, for somebody whose look at the case is logged already; raises NotFound."""
    meant = reference_meant(reference)
    case = visible_to(actor).select_related("complainant").filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    written = latest_easy_read(case)
    return EasyReadShown(
        written=written,
        is_of_this_draft=written is not None and written.draft == latest_draft_paper(case),
        is_wanted=is_wanted(case),
        is_owed=is_owed(case),
    )
