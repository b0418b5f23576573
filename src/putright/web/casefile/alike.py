"""Which other cases may be the same complaint, and how is that said on a page?"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from putright.casework.queries.case_page import CasePage
from putright.casework.queries.contact_shown import shares_a_number_with_an_arrangement
from putright.casework.queries.possible_duplicates import PossibleDuplicate, shares_a_number
from putright.domain.likeness import LIKENESS_WORDS
from putright.domain.vocabulary import CaseStatus
from putright.web.casefile.words import STATUS_TAGS
from putright.web.page_request import StaffRequest
from putright.web.wording import nhs_date

_BEGUN = ("acknowledged", "letter_prepared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Another case: its reference and address, whose it is, and what it has in common."""

    shown: str
    href: str
    who: str
    why: str


def may_be_another(request: StaffRequest, case: CasePage) -> bool:
    """Whether another case may be the same, until somebody writes to the person.

    Which it is, the page says that puts cases together.
    """
    is_new = case.status is CaseStatus.OPEN and not any(entry.event in _BEGUN for entry in case.chronology)
    return is_new and not case.intake.linked and shares_a_number(request.actor, case.reference)


def may_be_arranged(request: StaffRequest, case: CasePage) -> bool:
    """Whether something was arranged about contact with somebody of the same number or address, and nobody said who."""
    return not case.contact.ladder.steps and shares_a_number_with_an_arrangement(request.actor, case.reference)


def who_and_when(one: PossibleDuplicate) -> str:
    """Whose case it is, since when, and how it stands: one that was answered is not put together with a new one."""
    return f"{one.complainant}, received on {nhs_date(one.received_on)}, {STATUS_TAGS[one.status].text.lower()}"


def shown_alike(found: tuple[PossibleDuplicate, ...]) -> tuple[Alike, ...]:
    """Each of them in words."""
    return tuple(
        Alike(
            shown=one.reference_shown,
            href=reverse("case", args=[one.reference]),
            who=who_and_when(one),
            why="; ".join(LIKENESS_WORDS[each] for each in one.alike),
        )
        for one in found
    )
