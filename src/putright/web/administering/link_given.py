"""How is a link to choose a password with shown to the administrator who hands it over?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpResponse

from putright.casework.queries.staff import StaffShown
from putright.casework.sign_in_links import LinkToGive
from putright.web.page_request import StaffRequest
from putright.web.security import SIGN_IN_LINK_PREFIX
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGivenPage:
    """The link, whom it is for, until when it is good."""

    person: StaffShown
    link: str
    email: str
    expires_at: datetime
    is_invitation: bool


def link_given(request: StaffRequest, person: StaffShown, link: LinkToGive, *, is_invitation: bool) -> HttpResponse:
    """Show a link; it is kept nowhere and cannot be shown again."""
    page = LinkGivenPage(
        person=person,
        link=f"{settings.PUTRIGHT_ADDRESS}{SIGN_IN_LINK_PREFIX}{link.secret}",
        email=link.email,
        expires_at=link.expires_at,
        is_invitation=is_invitation,
    )
    return show(request, "sign_in_link_given.jinja", page)
