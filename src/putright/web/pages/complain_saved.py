"""What has a person in hand who saved their complaint? A link, to copy, to print, or to have sent by email."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.mail_saved import mail_saved
from putright.casework.errors import ActionRefused, NotFound
from putright.web import journey
from putright.web.access import public
from putright.web.complaining import saving
from putright.web.complaining.journey import COMPLAIN
from putright.web.forms import EmailField, PageForm
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.visitor import visitor

GO_ON, PUT_AWAY = "go-on", "put-away"
_SENDING = _("We are sending the link. It can take a few minutes to come. No more than 5 a day go to one address.")


class MailForm(PageForm):
    """To where the link goes."""

    to = EmailField(_("Your email address"), required=_("Enter your email address"), autocomplete="email")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """The link, how long it is good, and whether it can go by email."""

    link: str
    until: date
    is_another: bool
    can_mail: bool


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def complain_saved(request: PageRequest) -> HttpResponse:
    """Show the link until it is put away; send it where the person says, or go on at once."""
    held = saving.held(request)
    if held is None or journey.is_begun(request, COMPLAIN):
        return redirect("complain")
    form = MailForm(request.POST if "mail" in request.POST else None, today=request.today)
    if request.method == "POST":
        if GO_ON in request.POST:
            return _go_on(request, held)
        if PUT_AWAY in request.POST:
            saving.put_away(request)
            messages.success(request, gettext("The link is no longer shown in this browser. It still works."))
            return redirect("complain")
        if form.is_valid() and _mail(request, held, form):
            messages.success(request, gettext(_SENDING))
            return redirect("complain-saved")
    return show(request, "complain_saved.jinja", _page(request, held), form=form)


def _go_on(request: PageRequest, held: saving.Held) -> HttpResponse:
    try:
        return saving.go_on(request, held.secret)
    except (NotFound, ActionRefused):
        saving.put_away(request)
        return errors.no_such_saved_complaint(request)


def _mail(request: PageRequest, held: saving.Held, form: MailForm) -> bool:
    try:
        mail_saved(
            secret=held.secret, to=form.cleaned_data["to"], visitor=visitor(request), on=request.today, now=request.now
        )
    except ActionRefused as refused:
        form.refuse(*refused.refusals, field="to")
        return False
    return True


def _page(request: PageRequest, held: saving.Held) -> SavedPage:
    return SavedPage(
        link=request.build_absolute_uri(reverse("complain-back-link", args=[held.secret])),
        until=held.until,
        is_another=held.is_another,
        can_mail=settings.PUTRIGHT_MAIL is not None,
    )
