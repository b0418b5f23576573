"""How far is the response, and what does it still lack?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.errors import NotFound
from putright.casework.findings_of import findings_of
from putright.casework.response_draft import Draft, Failing, content_of, latest_draft
from putright.casework.response_verdict import Verdict, verdict
from putright.casework.signatories import signatory_of
from putright.domain.access import Actor
from putright.domain.references import reference_meant
from putright.domain.response import MissingPart, ResponseContent, Signature
from putright.records.models import IssueFinding, Person
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsePage:
    """The draft of the response, what it would say, and what stands against it if the actor signs it today.

    `failings` are the issues on which something fell short, with what was found: what a draft can begin with.
    """

    draft: Draft
    is_drafted: bool
    content: ResponseContent
    judged: Verdict
    failings: tuple[Failing, ...]

    @property
    def missing(self) -> tuple[MissingPart, ...]:
        """What the law asks and is not there."""
        return self.judged.missing


def response_page(actor: Actor, reference: str, on: date) -> ResponsePage:
    """The response of a case as it is drafted."""
    meant = reference_meant(reference)
    case = visible_to(actor).filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    draft = latest_draft(case)
    signer = Person.objects.get(pk=actor.person_id)
    signature = Signature(signatory=signatory_of(signer, on=on), signed_on=on)
    return ResponsePage(
        draft=draft or Draft(),
        is_drafted=draft is not None,
        content=content_of(case, draft or Draft(), signature),
        judged=verdict(case, draft or Draft(), signature),
        failings=tuple(_failing(row) for row in findings_of(case).values() if row.fell_short),
    )


def _failing(found: IssueFinding) -> Failing:
    return Failing(
        issue=found.issue,
        should=found.should.text or "",
        effect=(found.impact.text if found.impact else None) or "",
    )
