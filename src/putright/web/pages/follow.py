"""How does a person come back to their complaint who has its reference and its secret, but not the link?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.follow_codes import ways_of_codes
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.domain.references import reference_meant
from putright.web.access import public
from putright.web.following import follow_from_now, link_followed, secret_in
from putright.web.forms import PageForm, TextField
from putright.web.page_request import PageRequest
from putright.web.templating import show

# The same words for a wrong reference, a wrong secret, a link that has ended and one that there never was.
NO_MATCH = Refused(
    code="no-such-complaint",
    message=_(
        "The reference and the code do not open a complaint. Check both. If they are right, the code may have ended:"
        " ask the organisation for a new one"
    ),
)


class FollowForm(PageForm):
    """The two things that were shown when the complaint was sent."""

    reference = TextField(
        _("Reference"),
        required=_("Enter the reference"),
        hint=_("8 letters and numbers, like ZX00-20GD"),
        width=10,
        max_length=40,
        code=True,
        spellcheck=False,
    )
    follow_code = TextField(
        _("Secret code"),
        required=_("Enter the secret code"),
        hint=_("22 letters and numbers. Small and capital letters are different. You can paste the whole link."),
        width=30,
        code=True,
        spellcheck=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowPage:
    """Whether whoever has lost their link can have a code, and whether by text message."""

    sends: bool
    texts: bool


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: PageRequest) -> HttpResponse:
    """Ask for both, and open the complaint if they belong together."""
    if request.method != "POST" and link_followed(request) is not None:
        return redirect("following")
    form = FollowForm(request.POST if request.method == "POST" else None, today=request.today)
    if form.is_bound and form.is_valid():
        try:
            return follow_from_now(request, secret_in(form.cleaned_data["follow_code"]), reference=_reference(form))
        except (NotFound, ActionRefused):
            form.refuse(NO_MATCH)
    ways = ways_of_codes()
    return show(request, "follow.jinja", FollowPage(sends=bool(ways), texts=Channel.TEXT in ways), form=form)


def _reference(form: FollowForm) -> str:
    """Return the reference that was meant, or what was typed where it can be none."""
    typed: str = form.cleaned_data["reference"]
    return reference_meant(typed) or typed
