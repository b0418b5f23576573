"""What does somebody get who wants to edit the draft of the response outside?"""

from dataclasses import dataclass
from datetime import datetime

from putright.casework import facts_of
from putright.casework.draft_versions import versions_of
from putright.casework.errors import NotFound, refuse
from putright.casework.looks import keep_look
from putright.casework.means import means_of_this_site
from putright.casework.perform import CaseInHand, day_of
from putright.casework.response_draft import Draft, from_text
from putright.casework.response_in_word import draft_as_docx
from putright.domain.access import Actor, Deed, why_not
from putright.domain.looks import Look
from putright.domain.references import reference_meant
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftToEdit:
    """The document, and what it is called; its name tells nothing of anybody."""

    content: bytes
    file_name: str


def draft_to_edit(actor: Actor, reference: str, *, now: datetime) -> DraftToEdit:
    """The latest draft as a document with boxes to write in, or an empty one; for those who may prepare the response.

    Raises NotFound, and ActionRefused.
    """
    meant = reference_meant(reference)
    case = visible_to(actor).select_related("complainant", "patient", "body", "handler").filter(reference=meant).first()
    if meant is None or case is None:
        raise NotFound
    refuse(why_not(actor, Deed.ANSWER, facts_of.parts_of(case)))
    programmes = facts_of.programmes_of(case)
    hand = CaseInHand(
        case=case,
        by_id=actor.person_id,
        on=day_of(now),
        now=now,
        means=means_of_this_site(),
        programmes=programmes,
        events=list(facts_of.chronology_of(case, programmes)),
    )
    versions = versions_of(case, hand.events)
    paper = versions[-1].paper if versions else None
    if paper is None:
        keep_look(Look.CASE, by=actor, now=now, case=case.pk)
    else:
        keep_look(Look.PAPER, by=actor, now=now, case=case.pk, document=paper.number)
    draft = from_text(paper.text or "") if paper else Draft()
    content = draft_as_docx(hand, draft, paper.number if paper else 0)
    return DraftToEdit(content=content, file_name=f"Draft {case.reference}.docx")
