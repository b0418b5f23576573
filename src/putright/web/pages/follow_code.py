"""How does a person who has lost their link see their complaint again? By a code to what they gave us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.actions.ask_for_follow_code import TOO_OFTEN, ask_for_follow_code
from putright.casework.actions.open_by_code import open_by_code
from putright.casework.errors import ActionRefused
from putright.casework.follow_codes import ways_of_codes
from putright.domain.channels import Channel
from putright.domain.texts import mobile_meant
from putright.web.access import public
from putright.web.following import KEY
from putright.web.forms import Choice, EmailField, PageForm, RadiosField, TelField, TextField
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.visitor import visitor

ASKED: Final = "follow-code"
BY: Final = "follow-code-by"
MINUTES: Final = 15


def _reference() -> TextField:
    return TextField(
        _("Reference"),
        required=_("Enter the reference"),
        hint=_("8 letters and numbers, like ZX00-20GD. It is on every letter from us."),
        width=10,
        max_length=40,
        code=True,
        spellcheck=False,
    )


def _email() -> EmailField:
    return EmailField(
        _("Your email address"),
        required=_("Enter your email address"),
        hint=_("The one that you gave us with your complaint."),
        autocomplete="email",
    )


def _mobile() -> TelField:
    return TelField(
        _("Your mobile number"),
        required=_("Enter your mobile number"),
        hint=_(
            "The one that you gave us with your complaint. It must be a UK number. "
            "The message shows a code and no name."
        ),
    )


class ByEmailForm(PageForm):
    """The two things by which we know to whom a code may go by email."""

    reference = _reference()
    email = _email()
    way = Channel.EMAIL


class ByTextForm(PageForm):
    """The two things by which we know to whom a code may go by text message."""

    reference = _reference()
    mobile = _mobile()
    way = Channel.TEXT

    def clean_mobile(self) -> str:
        """Refuse what no text message of ours could reach, whoever it belongs to."""
        return _a_mobile(self.cleaned_data["mobile"])


class EitherForm(PageForm):
    """The reference, and by which of two ways the code is to come."""

    reference = _reference()
    by = RadiosField(
        _("How should we send you the code?"),
        (
            Choice(Channel.EMAIL, _("By email"), reveals=("email",)),
            Choice(Channel.TEXT, _("By text message"), reveals=("mobile",)),
        ),
        required=_("Choose how we should send you the code"),
    )
    email = _email()
    mobile = _mobile()

    def clean_mobile(self) -> str:
        """Refuse what no text message of ours could reach, whoever it belongs to."""
        return _a_mobile(self.cleaned_data["mobile"])

    @property
    def way(self) -> Channel:
        """The way that was chosen."""
        return Channel(self.cleaned_data["by"])


def _a_mobile(typed: str) -> str:
    if typed and mobile_meant(typed) is None:
        raise ValidationError(_("Enter a UK mobile number, like 07700 900982"), code="invalid")
    return typed


AskForm = ByEmailForm | ByTextForm | EitherForm
_FORMS: Final[dict[tuple[Channel, ...], type[AskForm]]] = {
    (Channel.TEXT,): ByTextForm,
    (Channel.EMAIL, Channel.TEXT): EitherForm,
}


class CodeForm(PageForm):
    """The code that came."""

    code = TextField(
        _("Code"),
        required=_("Enter the code"),
        hint=_("6 numbers, such as 012345"),
        width=10,
        max_length=20,
        autocomplete="one-time-code",
        inputmode="numeric",
        spellcheck=False,
        code=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """Whether codes go out here, and whether by text message too."""

    sends: bool
    texts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPage:
    """Whether a code by text message was asked for."""

    by_text: bool


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_code(request: PageRequest) -> HttpResponse:
    """Ask to whom the code goes, and send it if the two belong together; the next page is the same in every case."""
    ways = ways_of_codes()
    form_class = _FORMS.get(ways, ByEmailForm)
    form = form_class(request.POST if request.method == "POST" else None, today=request.today)
    if form.is_bound and form.is_valid():
        try:
            _ask(request, form)
        except ActionRefused as refused:
            if refused.refusal.code == TOO_OFTEN:
                return errors.too_many_requests(request, minutes=MINUTES)
            form.refuse(*refused.refusals)
        else:
            return redirect("follow-code-enter")
    return show(request, "follow_code.jinja", AskPage(sends=bool(ways), texts=Channel.TEXT in ways), form=form)


@public
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def follow_code_enter(request: PageRequest) -> HttpResponse:
    """Ask for the code, and open the complaint for this visit."""
    asked = request.session.get(ASKED)
    if asked is None:
        return redirect("follow-code")
    form = CodeForm(request.POST if request.method == "POST" else None, today=request.today)
    if form.is_bound and form.is_valid():
        try:
            link = open_by_code(code=asked, typed=form.cleaned_data["code"], on=request.today, now=request.now)
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field="code")
        else:
            del request.session[ASKED], request.session[BY]
            request.session.cycle_key()  # nobody who knew this visit's session before may follow along
            request.session[KEY] = link
            return redirect("following")
    page = EnterPage(by_text=request.session.get(BY) == Channel.TEXT)
    return show(request, "follow_code_enter.jinja", page, form=form)


def _ask(request: PageRequest, form: AskForm) -> None:
    said = form.cleaned_data
    to = said["mobile"] if form.way is Channel.TEXT else said["email"]
    request.session[ASKED] = ask_for_follow_code(
        reference=said["reference"], to=to, way=form.way, visitor=visitor(request), now=request.now
    )
    request.session[BY] = form.way.value
