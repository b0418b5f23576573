"""How does somebody change the password they sign in with?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.actions.change_password import change_password
from putright.casework.errors import ActionRefused
from putright.web.access import own
from putright.web.forms import PageForm, PasswordField
from putright.web.page_request import OwnRequest
from putright.web.signing_in import stay_alone, trying
from putright.web.templating import show

FIELDS = {"weak-password": "new", "already-so": "new", "sign-in-refused": "old"}
WRONG = "That is not your password"


class PasswordForm(PageForm):
    """The old one, and the new one twice."""

    old = PasswordField("Your password now", required="Enter your password")
    new = PasswordField(
        "New password",
        required="Choose a new password",
        hint="At least 12 characters. Three or four words that do not belong together are good.",
        autocomplete="new-password",
    )
    again = PasswordField("The new password again", required="Enter it again", autocomplete="new-password")

    def clean(self) -> dict[str, Any] | None:
        """Compare the two."""
        cleaned = super().clean()
        new, again = self.cleaned_data.get("new"), self.cleaned_data.get("again")
        if new and again and new != again:
            self.add_error("again", "The two new passwords are not the same")
        return cleaned


@own
@never_cache
@sensitive_post_parameters("old", "new", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: OwnRequest) -> HttpResponse:
    """Change it; whoever had signed in elsewhere with the old one is signed out there."""
    form = PasswordForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            account = change_password(
                account=request.user.pk,
                old=form.cleaned_data["old"],
                new=form.cleaned_data["new"],
                now=request.now,
                trying=trying(request),
            )
        except ActionRefused as refused:
            code = refused.refusal.code
            if code == "sign-in-refused":
                form.add_error("old", WRONG)
            else:
                form.refuse(*refused.refusals, field=FIELDS.get(code))
        else:
            stay_alone(request, account)
            messages.success(request, "Your password was changed")
            return redirect("security")
    return show(request, "password.jinja", form=form)
