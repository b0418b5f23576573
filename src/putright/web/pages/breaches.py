"""Where have personal details gone astray, what was done about each, and what is still to do?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.breach_register import BreachShown, breach_register
from putright.domain.access import Deed, why_not_here
from putright.domain.breaches import HOW_WORDS, RISK_WORDS, Risk
from putright.domain.periods import LONDON
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.wording import nhs_date, nhs_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One breach in words: how it happened, how grave it is, who was told, and where it stands."""

    breach: BreachShown
    how: str
    risk: str
    commissioner: str
    people: str
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachesPage:
    """The register."""

    lines: tuple[Line, ...]


@staff
@require_safe
def breaches(request: StaffRequest) -> HttpResponse:
    """Show the register of the body's breaches, as far as the person may see their cases."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    lines = tuple(_line(request, breach) for breach in breach_register(request.actor))
    return show(request, "breaches.jinja", BreachesPage(lines=lines))


def _line(request: StaffRequest, breach: BreachShown) -> Line:
    return Line(
        breach=breach,
        how=HOW_WORDS[breach.how],
        risk=RISK_WORDS[breach.risk] if breach.risk else "Not judged yet",
        commissioner=_commissioner(breach),
        people=_people(breach),
        tag=_tag(request, breach),
    )


def _commissioner(breach: BreachShown) -> str:
    if breach.reported_on:
        return f"Told {nhs_date(breach.reported_on)}"
    if breach.risk is Risk.UNLIKELY:
        return "Need not be told"
    if breach.report_by is None:
        return "Not told yet"
    there = breach.report_by.astimezone(LONDON)
    return f"To be told by {nhs_time(there)} on {nhs_date(there)}"


def _people(breach: BreachShown) -> str:
    if breach.told_on:
        return f"Told {nhs_date(breach.told_on)}"
    return "To be told without delay" if breach.risk is Risk.HIGH else "Need not be told by law" if breach.risk else ""


def _tag(request: StaffRequest, breach: BreachShown) -> Tag:
    if breach.is_settled:
        return Tag("Dealt with", "green")
    is_over = breach.report_by is not None and request.now > breach.report_by
    return Tag("72 hours over", "red") if is_over and not breach.reported_on else Tag("To do", "yellow")
