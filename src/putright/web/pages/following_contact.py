"""Does somebody who follows their complaint have a new address, telephone number or email address?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# The form that is asked is another for each page, hence Any.
from typing import Any, ClassVar, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.actions.ask_for_email_code import ask_for_email_code
from putright.casework.actions.change_contact import ContactSaid, change_contact
from putright.casework.actions.confirm_new_email import confirm_new_email
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.follow_codes import sends_codes
from putright.casework.open_link import ENDED
from putright.casework.queries.follow import FollowPage, followed
from putright.web.access import public
from putright.web.following import link_followed
from putright.web.following_acts import no_link
from putright.web.forms import Choice, EmailField, PageForm, RadiosField, TelField, TextareaField, TextField
from putright.web.page_request import PageRequest
from putright.web.templating import show

ASKED: Final = "new-email"
CHANGED: Final = _("We have your new details, and use them from now on.")
_BY_POST, _BY_EMAIL = "post", "email"
Do = Callable[[PageRequest, int, Any], HttpResponse]


class ContactForm(PageForm):
    """What is new, where no email goes out; what is left empty stays as it is."""

    telephone = TelField(_("New telephone number"))
    address = TextareaField(_("New address"), hint=_("With the postcode."), rows=4, max_length=500)
    nothing: ClassVar[str] = _("Enter what is new: a telephone number or an address")

    def clean(self) -> dict[str, object] | None:
        """Ask for one of them at least."""
        cleaned = super().clean()
        if not self.errors and not any(self.cleaned_data.values()):
            self.add_error("telephone", self.nothing)
        return cleaned


class AnyContactForm(ContactForm):
    """What is new, an email address among it."""

    email = EmailField(_("New email address"), hint=_("We send a code to it, to see that it is right."))
    nothing = _("Enter what is new: a telephone number, an address or an email address")


class EmailCodeForm(PageForm):
    """The code that came to the new address, and whether letters may go there: SI 2009/309 reg 15."""

    code = TextField(
        _("Code from the email"),
        required=_("Enter the code from the email"),
        hint="6 numbers, such as 012345",
        width=10,
        max_length=20,
        autocomplete="one-time-code",
        inputmode="numeric",
        spellcheck=False,
        code=True,
    )
    letters = RadiosField(
        _("How should we send you our letters?"),
        (Choice(_BY_EMAIL, _("By email, to the new address")), Choice(_BY_POST, _("By post"))),
        required=_("Choose how we should send you our letters"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage:
    """The complaint, and whether a new email address can be shown to be right here."""

    case: FollowPage
    sends: bool


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_contact(request: PageRequest) -> HttpResponse:
    """Ask what is new; a new email address is used once its code was typed, the rest at once."""
    form_class = AnyContactForm if sends_codes() else ContactForm
    return _answered(request, "following_contact.jinja", form_class, _change)


@public
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def following_email(request: PageRequest) -> HttpResponse:
    """Ask for the code that went to the new email address, and use the address from then on."""
    if link_followed(request) is not None and ASKED not in request.session:
        return redirect("following-contact")
    return _answered(request, "following_email.jinja", EmailCodeForm, _confirm)


def _answered(request: PageRequest, template: str, form_class: type[PageForm], do: Do) -> HttpResponse:
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    form = form_class(request.POST if request.method == "POST" else None, today=request.today)
    try:
        case = followed(link, request.today, now=request.now)
        if form.is_bound and form.is_valid():
            return do(request, link, form)
    except NotFound as gone:
        return no_link(request, gone)
    except ActionRefused as refused:
        if refused.refusal.code == ENDED:
            return no_link(request, refused)
        form.refuse(*refused.refusals, field="code" if refused.refusal.code.startswith("code-") else None)
    return show(request, template, ContactPage(case=case, sends=sends_codes()), form=form)


def _change(request: PageRequest, link: int, form: ContactForm) -> HttpResponse:
    """Send the code first: what cannot be sent is refused before anything is changed."""
    said = form.cleaned_data
    on, now = request.today, request.now
    if said.get("email"):
        request.session[ASKED] = ask_for_email_code(link=link, email=said["email"], on=on, now=now)
    contact = ContactSaid(telephone=said["telephone"], address=tuple(said["address"].splitlines()))
    if contact.values:
        change_contact(link=link, said=contact, on=on, now=now)
        messages.success(request, CHANGED)
    return redirect("following-email" if said.get("email") else "following")


def _confirm(request: PageRequest, link: int, form: EmailCodeForm) -> HttpResponse:
    said = form.cleaned_data
    confirm_new_email(
        link=link,
        code=request.session[ASKED],
        typed=said["code"],
        agrees=said["letters"] == _BY_EMAIL,
        on=request.today,
        now=request.now,
    )
    del request.session[ASKED]
    messages.success(request, CHANGED)
    return redirect("following")
