"""What does whoever is about to meet or ring the people of a case need to know, and why?"""

from dataclasses import replace
from datetime import date, datetime

from putright.casework.errors import NotFound, refuse
from putright.casework.facts_of import parts_of
from putright.casework.looks import keep_look
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.safety_shown import safety_with_reasons
from putright.domain.access import Actor, Deed, why_not
from putright.domain.looks import Look
from putright.domain.references import reference_meant
from putright.records.visible_to import visible_to


def before_meeting(actor: Actor, reference: str, as_at: date, *, now: datetime) -> CasePage:
    """The case with the steps of its safety flags, for whoever may meet or ring its people.

    That it was opened is kept as a look of its own. Raises NotFound for a case that is not there for the actor, and
    ActionRefused where they may see it but have no part in which they meet anybody.
    """
    case = visible_to(actor).filter(reference=reference_meant(reference) or "").first()
    if case is None:
        raise NotFound
    refuse(why_not(actor, Deed.INVESTIGATE, parts_of(case)))
    page = case_page(actor, case.reference, as_at, now=now)
    if page.safety.flags:
        keep_look(Look.SAFETY, by=actor, now=now, case=case.pk)
    return replace(page, safety=safety_with_reasons(page.safety, case.pk))
