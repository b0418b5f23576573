"""Why is the second step of somebody's signing in taken away?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions import reset_second_factor as action
from putright.casework.errors import ActionRefused
from putright.web.access import staff
from putright.web.forms import PageForm, TextareaField
from putright.web.page_request import StaffRequest
from putright.web.pages.person import person_page
from putright.web.templating import show


class ResetForm(PageForm):
    """The reason."""

    reason = TextareaField(
        "Why, and how did you make sure who asked?",
        required="Say why, and how you made sure who asked for it",
        hint="Such as: lost her telephone, and came to my desk. It is kept in the record, which she can read.",
        max_length=action.LONGEST_REASON,
        rows=3,
        counted=True,
    )


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def reset_second_factor(request: StaffRequest, number: int) -> HttpResponse:
    """Ask for the reason, and take the app, the codes and the passkeys away."""
    page = person_page(request, number)
    form = ResetForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            action.reset_second_factor(
                actor=request.actor, person=number, reason=form.cleaned_data["reason"], now=request.now
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(
                request, f"{page.person.name} was signed out, and sets up a new second step at the next sign-in"
            )
            return redirect("person", number)
    return show(request, "reset_second_factor.jinja", page, form=form)
