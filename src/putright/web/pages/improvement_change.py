"""Who sees to an improvement from now on, by which day, and why is that another than before?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.change_improvement import change_improvement
from putright.casework.errors import ActionRefused
from putright.casework.queries.improvements import ImprovementLine, improvement, who_can_see_to_it
from putright.domain.improvements import LONGEST
from putright.web.access import staff
from putright.web.forms import Choice, DateField, PageForm, SelectField, TextareaField
from putright.web.page_request import StaffRequest
from putright.web.templating import show


class ChangeForm(PageForm):
    """Who sees to it, by when, and why that is changed."""

    due_on = DateField("By which day?", name="The day by which it is done", required="Enter the day")
    reason = TextareaField(
        "Why is that another than before?",
        required="Say why",
        hint="The whole organisation reads this, so it names nobody.",
        rows=3,
        max_length=LONGEST,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """The improvement that is changed."""

    improvement: ImprovementLine


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def improvement_change(request: StaffRequest, number: int) -> HttpResponse:
    """Let whoever sees to an improvement, or handles its case, set another day or give it to somebody else."""
    found = improvement(request.actor, number, request.today)
    if not found.may_end and request.method != "POST":
        raise Http404
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        try:
            change_improvement(
                actor=request.actor,
                improvement=number,
                on=request.today,
                now=request.now,
                owner=int(answers["owner"]),
                due_on=answers["due_on"],
                reason=answers["reason"],
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, "The improvement is changed")
            return redirect("improvement", number)
    return show(request, "improvement_change.jinja", ChangePage(improvement=found), form=form)


def _form(request: StaffRequest, found: ImprovementLine) -> ChangeForm:
    people = who_can_see_to_it(request.actor)
    here = {one.id for one in people}
    first = {"owner": str(found.owner_id) if found.owner_id in here else "", "due_on": found.due_on}
    form = ChangeForm(request.POST if request.method == "POST" else None, today=request.today, initial=first)
    choices = [Choice(str(one.id), ", ".join(filter(None, (one.name, one.post)))) for one in people]
    form.fields["owner"] = SelectField("Who sees to it from now on?", choices, required="Choose who sees to it")
    form.order_fields(["owner", "due_on", "reason"])
    return form
