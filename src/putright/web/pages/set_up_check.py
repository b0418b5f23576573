"""Is everything right, and what does the checker find in the procedure? Then the site is set up, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# What Django's forms clean is untyped, hence Any.
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.actions.set_up_body import set_up_body
from putright.casework.errors import ActionRefused
from putright.casework.queries.consider import Considered, consider
from putright.casework.sign_in import authenticate
from putright.gateways.set_up_code import CodeUsed, using
from putright.web import journey
from putright.web.access import public
from putright.web.administering.organisation_form import body_told
from putright.web.administering.procedure_forms import source_of
from putright.web.components import Answer
from putright.web.forms import CheckboxesField, Choice, PageForm, PasswordField
from putright.web.page_request import PageRequest
from putright.web.setting_up.journey import SET_UP, has_given_code, refuse_when_set_up
from putright.web.setting_up.told import people_told, responsible_name
from putright.web.signing_in import enter, trying
from putright.web.templating import show

MOST_LINES = 10  # of an answer shown again: not the text of a whole procedure
NOT_SIGNED = "The responsible person must sign, or choose another procedure"


class CheckForm(PageForm):
    """The password, and where the procedure needs it the signature."""

    signed = CheckboxesField("The law binds", (), optional_words=False)
    password = PasswordField(
        "Choose your password",
        required="Choose a password",
        hint="At least 12 characters. Three or four words that do not belong together are good.",
        autocomplete="new-password",
    )
    again = PasswordField("The same password again", required="Enter it again", autocomplete="new-password")

    def clean(self) -> dict[str, Any] | None:
        """Compare the two."""
        cleaned = super().clean()
        password, again = self.cleaned_data.get("password"), self.cleaned_data.get("again")
        if password and again and password != again:
            self.add_error("again", "The two passwords are not the same")
        return cleaned


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """Every answer, and everything that is found in the procedure."""

    answers: tuple[Answer, ...]
    considered: Considered
    on: date


@public
@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def set_up_check(request: PageRequest) -> HttpResponse:
    """Show the answers and the findings, take the password, and set the organisation up."""
    refuse_when_set_up()
    if not has_given_code(request):
        return redirect("set-up")
    if elsewhere := journey.to_unanswered(request, SET_UP):
        return elsewhere
    answered = journey.cleaned(request, SET_UP)
    considered = consider(source_of(answered), on=request.today)
    form = _form(request, answered, considered)
    if request.method == "POST" and form.is_valid():
        try:
            administrator, responsible = people_told(answered, form.cleaned_data["password"])
            with using(settings.PUTRIGHT_SET_UP_CODE):
                set_up_body(
                    body=body_told(answered),
                    administrator=administrator,
                    responsible_person=responsible,
                    procedure=considered.adoption,
                    signed_off=bool(form.cleaned_data.get("signed")),
                    on=request.today,
                    now=request.now,
                )
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field="password" if refused.refusal.code == "weak-password" else None)
        except CodeUsed:
            return redirect("home")
        else:
            return _begin(request, answered["email"], form.cleaned_data["password"])
    rows = tuple(row for row in journey.answers_to_check(request, SET_UP) if len(row.lines) <= MOST_LINES)
    page = CheckPage(answers=rows, considered=considered, on=request.today)
    return show(request, "set_up_check.jinja", page, form=form)


def _form(request: PageRequest, answered: dict[str, Any], considered: Considered) -> CheckForm:
    """Return the form; the signature is asked for where the procedure promises less than the law."""
    form = CheckForm(request.POST or None, today=request.today)
    form.fields["signed"] = CheckboxesField(
        "The law binds instead",
        (Choice("yes", f"{responsible_name(answered)}, the responsible person, signs that the law binds instead"),),
        required=NOT_SIGNED,
        hint="The procedure can then be adopted as it was published. The public page of the procedure says so.",
    )
    if not considered.must_be_signed_off:
        del form.fields["signed"]
    return form


def _begin(request: PageRequest, email: str, password: str) -> HttpResponse:
    """Sign the administrator in, with nothing left of the answers."""
    account = authenticate(email=email, password=password, now=request.now, trying=trying(request))
    request.session.flush()
    response = enter(request, account, onward=reverse("administration"))
    messages.success(request, "The organisation has been set up. Now appoint the people who handle complaints")
    return response
