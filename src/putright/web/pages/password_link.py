"""How does an administrator help somebody who has forgotten their password?"""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.give_password_link import give_password_link
from putright.casework.errors import ActionRefused
from putright.web.access import staff
from putright.web.administering.link_given import link_given
from putright.web.forms import PageForm
from putright.web.page_request import StaffRequest
from putright.web.pages.person import person_page
from putright.web.templating import show


class NothingToAskForm(PageForm):
    """A page on which there is only something to confirm."""


@staff
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def password_link(request: StaffRequest, number: int) -> HttpResponse:
    """Say what the link does, and on confirmation show it once."""
    page = person_page(request, number)
    form = NothingToAskForm(request.POST if request.method == "POST" else None, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            link = give_password_link(actor=request.actor, person=number, now=request.now)
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            return link_given(request, page.person, link, is_invitation=False)
    return show(request, "password_link.jinja", page, form=form)
