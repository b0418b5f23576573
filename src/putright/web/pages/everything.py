"""What can be done on a case, all of it in groups, found by a word, and why not what cannot be done now?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.case_page import case_page
from putright.web.access import staff
from putright.web.casefile.steps import StepGroup, step_groups
from putright.web.page_request import StaffRequest
from putright.web.templating import show

LONGEST_SOUGHT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class EverythingPage:
    """Every action on a case, or those that were looked for; `can` are the groups with something to do now."""

    reference: str
    reference_shown: str
    complainant: str
    sought: str
    groups: tuple[StepGroup, ...]

    @property
    def can(self) -> tuple[StepGroup, ...]:
        """The groups in which something can be done now."""
        return tuple(group for group in self.groups if group.offers)

    @property
    def cannot(self) -> tuple[StepGroup, ...]:
        """The groups in which something cannot."""
        return tuple(group for group in self.groups if group.not_now)


@staff
@require_safe
def everything(request: StaffRequest, reference: str) -> HttpResponse:
    """Show every action; a box above narrows them to those that a word names."""
    found = case_page(request.actor, reference, request.today, now=request.now)
    sought = request.GET.get("words", "").strip()[:LONGEST_SOUGHT]
    page = EverythingPage(
        reference=found.reference,
        reference_shown=found.reference_shown,
        complainant=found.complainant.name,
        sought=sought,
        groups=step_groups(found, sought=sought),
    )
    return show(request, "everything.jinja", page)
