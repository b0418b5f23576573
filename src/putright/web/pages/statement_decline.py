"""Why does somebody who was asked give no statement?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.decline_statement import decline_statement
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.my_statements import my_statement
from putright.domain.statements import DECLINING_WORDS, Declining
from putright.web.access import staff
from putright.web.forms import PageForm, RadiosField, TextareaField, choices_from
from putright.web.page_request import StaffRequest
from putright.web.pages.statement import not_for_you, page_of
from putright.web.templating import show


class DecliningForm(PageForm):
    """The reason, and whatever more there is to say."""

    reason = RadiosField(
        "Why do you give no statement?",
        choices_from({reason.value: words for reason, words in DECLINING_WORDS.items()}),
        required="Choose why you give no statement",
    )
    words = TextareaField(
        "Would you like to say more?", hint="Such as who knows more, or until when you are away.", rows=4
    )


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def statement_decline(request: StaffRequest, number: int) -> HttpResponse:
    """Ask why, and tell whoever asked."""
    try:
        asked = my_statement(request.actor, number, now=request.now)
    except NotFound:
        return not_for_you(request)
    form = DecliningForm(request.POST if request.method == "POST" else None, today=request.today)
    if request.method == "POST" and form.is_valid():
        answered = form.cleaned_data
        try:
            decline_statement(
                actor=request.actor,
                request=number,
                now=request.now,
                reason=Declining(answered["reason"]),
                words=answered["words"],
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, f"{asked.asker_name} is told that you give no statement")
            return redirect("statement", number)
    return show(request, "statement_decline.jinja", page_of(request, asked), form=form)
