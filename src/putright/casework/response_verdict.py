"""What stands against sending the response: what must be mended, and what goes only with a reason?"""

from collections.abc import Iterator
from dataclasses import dataclass

from putright.casework.response_draft import Draft, content_of
from putright.domain.duty import Refused
from putright.domain.placeholders import Piece, Unfilled, unfilled
from putright.domain.response import MissingPart, Place, ResponseContent, ResponsePart, Signature, missing_parts
from putright.domain.response_standards import Unmet, unmet_standards
from putright.records.models import Case

_OF_THE_SIGNATURE = (ResponsePart.SIGNATURE, ResponsePart.SIGNING_AUTHORITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the law asks and is missing, what was never filled in, and what the Complaint Standards ask beside."""

    missing: tuple[MissingPart, ...]
    unfilled: tuple[Unfilled, ...]
    unmet: tuple[Unmet, ...]

    def refusals(self, *, before_signature: bool) -> tuple[Refused, ...]:
        """Why the response cannot go; before it is signed the signature is not asked for."""
        lacks = [part for part in self.missing if not (before_signature and part.code in _OF_THE_SIGNATURE)]
        return (
            *(Refused(code=part.code.value, message=part.message, authority=part.authority) for part in lacks),
            *(Refused(code="placeholder", message=one.message) for one in self.unfilled),
        )


def verdict(case: Case, draft: Draft, signature: Signature | None) -> Verdict:
    """What stands against sending the response as it is drafted, with this signature."""
    content = content_of(case, draft, signature)
    return Verdict(
        missing=missing_parts(content, local_authority_functions=False, nhs_functions=True),
        unfilled=unfilled(_pieces(draft, content)),
        unmet=unmet_standards(content),
    )


def _pieces(draft: Draft, content: ResponseContent) -> Iterator[Piece]:
    """Everything that people wrote for the response, in the order of the letter."""
    yield Piece(place=Place.APOLOGY, text=draft.apology)
    yield Piece(place=Place.HOW_CONSIDERED, text=draft.how_considered)
    for answer in content.answers:
        for text in (answer.conclusion, answer.remedial_action):
            yield Piece(place=Place.ISSUE, issue=answer.number, text=text)
        for text in (answer.should, answer.effect):
            yield Piece(place=Place.FAILING, issue=answer.number, text=text)
    yield Piece(place=Place.WANTED, text=draft.answer_to_wanted)
    yield Piece(place=Place.STAFF, text=draft.staff_response)
    yield Piece(place=Place.SUGGESTIONS, text="\n".join(draft.suggestions))
    yield Piece(place=Place.ACTION, text=draft.action_details)
    for change in draft.improvements:
        yield Piece(place=Place.CHANGES, text=f"{change.what}\n{change.who}")
