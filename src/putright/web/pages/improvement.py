"""Has an improvement been made, and what shows it? Whoever sees to it says so, whether or not they may see the case."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.end_improvement import end_improvement
from putright.casework.errors import ActionRefused
from putright.casework.queries.improvements import ImprovementLine, improvement
from putright.domain.improvements import LONGEST
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.forms import Choice, DateField, PageForm, RadiosField, TextareaField
from putright.web.page_request import StaffRequest
from putright.web.pages.improvements import tag_of
from putright.web.templating import show

MADE, NOT_NEEDED = "made", "not-needed"


class EndForm(PageForm):
    """Whether it was made, since when, and what shows it."""

    ended = RadiosField(
        "What became of it?",
        (Choice(MADE, "It is made"), Choice(NOT_NEEDED, "It is not needed after all")),
        required="Choose what became of it",
    )
    on = DateField("Since which day?", name="The day", required="Enter the day", not_after_today=True)
    words = TextareaField(
        "What shows it, or why is it not needed?",
        required="Say what shows it, or why it is not needed",
        hint="A new notice, the dates of the training, what was counted since. The whole organisation reads this, so it"
        " names nobody.",
        rows=4,
        max_length=LONGEST,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementPage:
    """One improvement, and how it stands."""

    improvement: ImprovementLine
    tag: Tag


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def improvement_page(request: StaffRequest, number: int) -> HttpResponse:
    """Show an improvement, and let whoever sees to it end it."""
    found = improvement(request.actor, number, request.today)
    data = request.POST if request.method == "POST" else None
    form = EndForm(data, today=request.today, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        try:
            end_improvement(
                actor=request.actor,
                improvement=number,
                on=answers["on"],
                now=request.now,
                is_made=answers["ended"] == MADE,
                words=answers["words"],
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, "It is recorded what became of the improvement")
            return redirect("improvements")
    page = ImprovementPage(improvement=found, tag=tag_of(found))
    return show(request, "improvement.jinja", page, form=form)
