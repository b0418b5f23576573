"""With which link can the person follow the case from now on? It is shown once."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse

from putright.casework.queries.case_page import CasePage
from putright.web.acts.act import About
from putright.web.page_request import StaffRequest
from putright.web.security import FOLLOW_PREFIX
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGivenPage:
    """The link."""

    case: CasePage
    link: str


def follow_link_given(request: StaffRequest, about: About, secret: str) -> HttpResponse:
    """Show a new link; it is kept nowhere and cannot be shown again."""
    link = f"{settings.PUTRIGHT_ADDRESS}{FOLLOW_PREFIX}{secret}"
    return show(request, "follow_link_given.jinja", LinkGivenPage(case=about.case, link=link))
