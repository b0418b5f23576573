"""Who is away, from when until when, and who is there in their place?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from putright.casework.actions.end_absence import end_absence
from putright.casework.actions.record_absence import Covered, record_absence
from putright.casework.errors import ActionRefused
from putright.casework.queries.away import AwayList, away_list
from putright.domain.access import Deed, reaches
from putright.web.access import staff
from putright.web.forms import Choice, DateField, PageForm, SelectField
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.wording import plural


class AwayForm(PageForm):
    """Who, in whose place, and the days."""

    person = SelectField("Who is away?", (), required="Choose who is away")
    cover = SelectField("Who is there in their place?", (), required="Choose who is there in their place")
    from_on = DateField("What is the first day?", name="The first day", required="Enter the first day")
    until_on = DateField("What is the last day?", name="The last day", hint="Leave it empty while nobody knows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayPage:
    """Who is away, and whether whoever looks may say that somebody is."""

    listed: AwayList


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def away(request: StaffRequest) -> HttpResponse:
    """Show who is away, and record that somebody is."""
    if not (reaches(request.actor, Deed.SEE) or reaches(request.actor, Deed.ADMINISTER)):
        return errors.no_role(request)
    listed = away_list(request.actor, request.today)
    form = _form(request, listed)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        try:
            covered = record_absence(
                actor=request.actor,
                person=int(answers["person"]),
                cover=int(answers["cover"]),
                from_on=answers["from_on"],
                until_on=answers["until_on"],
                now=request.now,
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            _say(request, covered)
            return redirect("away")
    return show(request, "away.jinja", AwayPage(listed=listed), form=form)


@staff
@require_POST
def away_end(request: StaffRequest, number: int) -> HttpResponse:
    """Record that somebody is back, or is not away after all."""
    try:
        end_absence(actor=request.actor, absence=number, now=request.now)
    except ActionRefused as refused:
        return errors.refused(request, refused.refusals[0])
    messages.success(request, "The absence is ended")
    return redirect("away")


def _form(request: StaffRequest, listed: AwayList) -> AwayForm:
    me = str(request.actor.person_id)
    form = AwayForm(request.POST or None, today=request.today, initial={"person": me, "from_on": request.today})
    people = [Choice(str(one.id), f"{one.name}, {one.post}") for one in listed.people]
    covers = [Choice(str(one.id), f"{one.name}, {one.post}") for one in listed.covers]
    form.fields["person"] = SelectField("Who is away?", people, required="Choose who is away")
    form.fields["cover"] = SelectField(
        "Who is there in their place?", covers, required="Choose who is there in their place"
    )
    return form


def _say(request: StaffRequest, covered: Covered) -> None:
    messages.success(request, "The absence is recorded")
    if covered.given:
        messages.success(request, f"{plural(covered.given, 'case')} given to whoever is there, for these days")
    if covered.kept_away:
        messages.warning(
            request,
            f"{plural(covered.kept_away, 'case')} cannot be seen by whoever is there: restricted, or they are named in"
            " it. Give each to somebody else",
        )
