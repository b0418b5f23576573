"""Which versions of the response were drafted, what was said of each, and what differs between two of them?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.drafts import DraftsPage, VersionShown, drafts
from putright.domain.access import Deed, reaches
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.components.narrowing import number_of
from putright.web.page_request import StaffRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version, with what the check of it came to in a word."""

    version: VersionShown
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftsView:
    """The versions of a draft, two of them side by side."""

    case: DraftsPage
    versions: tuple[VersionLine, ...]
    is_same: bool
    may_act: bool


@staff
@require_safe
def drafts_of_case(request: StaffRequest, reference: str) -> HttpResponse:
    """Show the versions, and compare two."""
    case = drafts(
        request.actor,
        reference,
        before=number_of(request, "before"),
        after=number_of(request, "after"),
        now=request.now,
    )
    page = DraftsView(
        case=case,
        versions=tuple(VersionLine(version=one, tag=_tag(one)) for one in case.versions),
        is_same=all(part.compared.is_same for part in case.parts),
        may_act=bool(reaches(request.actor, Deed.ANSWER)),
    )
    return show(request, "drafts.jinja", page)


def _tag(version: VersionShown) -> Tag:
    if version.is_ready is None:
        return Tag("Not checked", "white")
    return Tag("Ready to sign", "green") if version.is_ready else Tag("Sent back", "orange")
