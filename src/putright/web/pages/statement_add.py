"""What does somebody add to the statement that they sent?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.add_to_statement import add_to_statement
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.my_statements import my_statement
from putright.web.access import staff
from putright.web.acts.asked import file_field
from putright.web.forms import PageForm, TextareaField
from putright.web.page_request import StaffRequest
from putright.web.pages.statement import not_for_you, page_of
from putright.web.taking_in import taken_in
from putright.web.templating import show


class AddingForm(PageForm):
    """What is new, or what must be put right."""

    words = TextareaField(
        "What would you like to add or put right?",
        hint="Say which part of your statement it is about. The statement itself stays as you sent it.",
        rows=8,
    )
    file = file_field("Add a file")


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def statement_add(request: StaffRequest, number: int) -> HttpResponse:
    """Ask what is new, and put it beside the statement."""
    try:
        asked = my_statement(request.actor, number, now=request.now)
    except NotFound:
        return not_for_you(request)
    if request.method != "POST":
        form = AddingForm(today=request.today, initial={"words": asked.draft})
        return show(request, "statement_add.jinja", page_of(request, asked), form=form)
    form = AddingForm(request.POST, request.FILES, today=request.today)
    if form.is_valid():
        file = taken_in(form, "file", now=request.now)
        if not form.errors:
            try:
                add_to_statement(
                    actor=request.actor,
                    request=number,
                    now=request.now,
                    words=form.cleaned_data["words"],
                    files=(file,) if file else (),
                )
            except ActionRefused as refused:
                form.refuse(*refused.refusals)
            else:
                messages.success(request, f"It was added to your statement, and {asked.asker_name} is told")
                return redirect("statement", number)
    return show(request, "statement_add.jinja", page_of(request, asked), form=form)
