"""What does the response still lack, and where can it be added?"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from putright.casework.queries.response_page import response_page
from putright.domain.response import MissingPart, ResponsePart
from putright.web.acts.act import About

_OF_AN_ISSUE = (ResponsePart.CONCLUSIONS, ResponsePart.REMEDIAL_ACTION)
_OF_THE_SIGNATURE = (ResponsePart.SIGNATURE, ResponsePart.SIGNING_AUTHORITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One part that is missing: what to do, by which rule, and where."""

    message: str
    authority: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """All that the response as it is kept lacks; the signature comes last and is no fault of the draft."""

    is_drafted: bool
    lacks: tuple[Lack, ...]


def lacking(about: About) -> Lacking:
    """What the response of a case lacks of regulation 14(2), but for the signature."""
    page = response_page(about.actor, about.case.reference, about.today)
    missing = [part for part in page.missing if part.code not in _OF_THE_SIGNATURE]
    return Lacking(is_drafted=page.is_drafted, lacks=tuple(_lack(part, about.case.reference) for part in missing))


def _lack(part: MissingPart, reference: str) -> Lack:
    action = "record-outcome" if part.code in _OF_AN_ISSUE else "prepare-response"
    return Lack(message=part.message, authority=part.authority, href=reverse("act", args=[reference, action]))
