"""How do I sign in, where am I signed in, and what was done about it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.casework.queries.security import OwnSecurity, own_security
from putright.web.access import own
from putright.web.identity_service import service
from putright.web.page_request import OwnRequest
from putright.web.passkey_site import passkey_site
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityPage:
    """Everything about one's own signing in."""

    security: OwnSecurity
    is_required: bool
    is_persona: bool
    can_have_passkeys: bool
    identity_name: str  # of the identity service, or nothing


@own
@never_cache
@require_safe
def security(request: OwnRequest) -> HttpResponse:
    """Show it."""
    page = SecurityPage(
        security=own_security(request.user, str(request.session.session_key)),
        is_required=settings.PUTRIGHT_SECOND_FACTOR,
        is_persona=request.user.email in settings.PUTRIGHT_DEMO_SIGN_INS,
        can_have_passkeys=passkey_site(request) is not None,
        identity_name=settings.PUTRIGHT_IDENTITY_NAME if service() else "",
    )
    return show(request, "security.jinja", page)
