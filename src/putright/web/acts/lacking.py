"""What does the response still lack, and where can it be added?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse

from putright.casework.queries.response_page import response_page
from putright.domain.response import Place, ResponsePart
from putright.web.acts.act import About

_OF_THE_SIGNATURE = (ResponsePart.SIGNATURE, ResponsePart.SIGNING_AUTHORITY)
# Where on the page of the draft each place of the response is written.
_BOXES = {
    Place.HOW_CONSIDERED: "how_considered",
    Place.WANTED: "answer_to_wanted",
    Place.APOLOGY: "apology",
    Place.STAFF: "staff_response",
    Place.SUGGESTIONS: "suggestions",
    Place.ACTION: "action_confirmation",
    Place.CHANGES: "what_1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One thing that is missing: what to do, by which rule, and where."""

    message: str
    authority: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What the response as it is kept lacks of what it cannot go without, and of what it should say besides.

    The signature comes last and is no fault of the draft.
    """

    is_drafted: bool
    lacks: tuple[Lack, ...]
    beside: tuple[Lack, ...]


class _Placed(Protocol):
    @property
    def message(self) -> str: ...

    @property
    def place(self) -> Place: ...

    @property
    def issue(self) -> int | None: ...


def lacking(about: About) -> Lacking:
    """What the response of a case lacks but for the signature: of the law, to be filled in, of the Standards."""
    page = response_page(about.actor, about.case.reference, about.today)
    judged, reference = page.judged, about.case.reference
    missing = [part for part in judged.missing if part.code not in _OF_THE_SIGNATURE]
    return Lacking(
        is_drafted=page.is_drafted,
        lacks=(
            *(_lack(part, part.authority, reference) for part in missing),
            *(_lack(one, "", reference) for one in judged.unfilled),
        ),
        beside=tuple(_lack(part, part.authority, reference) for part in judged.unmet),
    )


def _lack(what: _Placed, authority: str, reference: str) -> Lack:
    return Lack(message=what.message, authority=authority, href=_where(what.place, what.issue, reference))


def _where(place: Place, issue: int | None, reference: str) -> str:
    if place is Place.ISSUE:
        outcome = [reference, "record-outcome"]
        return reverse("act-on", args=[*outcome, issue]) if issue else reverse("act", args=outcome)
    box = f"should_{issue}" if place is Place.FAILING else _BOXES.get(place, "")
    return reverse("act", args=[reference, "prepare-response"]) + (f"#{box}" if box else "")
