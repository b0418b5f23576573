"""How far is the response, and what does it still lack?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.errors import NotFound
from putright.casework.response_draft import Draft, content_of, latest_draft
from putright.casework.signatories import signatory_of
from putright.domain.access import Actor
from putright.domain.references import reference_meant
from putright.domain.response import MissingPart, ResponseContent, Signature, missing_parts
from putright.records.models import Person
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsePage:
    """The draft of the response, what it would say, and what it lacks if the actor signs it today."""

    draft: Draft
    is_drafted: bool
    content: ResponseContent
    missing: tuple[MissingPart, ...]


def response_page(actor: Actor, reference: str, on: date) -> ResponsePage:
    """The response of a case as it is drafted."""
    meant = reference_meant(reference)
    case = visible_to(actor).filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    draft = latest_draft(case)
    signer = Person.objects.get(pk=actor.person_id)
    content = content_of(case, draft or Draft(), Signature(signatory=signatory_of(signer, on=on), signed_on=on))
    return ResponsePage(
        draft=draft or Draft(),
        is_drafted=draft is not None,
        content=content,
        missing=missing_parts(content, local_authority_functions=False, nhs_functions=True),
    )
