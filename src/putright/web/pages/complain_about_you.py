"""Would somebody who has complained say a little about themselves, apart from their complaint?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.count_about_person import count_about_person
from putright.casework.queries.bodies import body_public
from putright.domain.equalities import ASKED, FEWEST_SHOWN, Question
from putright.web import journey
from putright.web.access import public
from putright.web.complaining.journey import COMPLAIN
from putright.web.forms import Choice, PageForm, RadiosField
from putright.web.page_request import PageRequest
from putright.web.templating import show

_RATHER_NOT: Final = "rather-not"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutYouPage:
    """Who counts the answers, and the fewest that are shown to anybody."""

    body_name: str
    fewest: int = FEWEST_SHOWN


def _field(question: Question) -> RadiosField:
    asked = ASKED[question]
    answers = [Choice(code, words) for code, words in asked.answers.items()]
    return RadiosField(asked.words, [*answers, Choice(_RATHER_NOT, _("I would rather not say"), divider=_("or"))])


class AboutYouForm(PageForm):
    """What is asked; each answer can be left out."""

    age = _field(Question.AGE)
    sex = _field(Question.SEX)
    ethnic_group = _field(Question.ETHNIC_GROUP)
    disability = _field(Question.DISABILITY)
    religion = _field(Question.RELIGION)
    orientation = _field(Question.ORIENTATION)

    def answers(self) -> dict[Question, str]:
        """What was answered; what somebody would rather not say is no answer."""
        said = {question: self.cleaned_data[question.value.replace("-", "_")] for question in Question}
        return {question: answer for question, answer in said.items() if answer not in ("", _RATHER_NOT)}


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def complain_about_you(request: PageRequest) -> HttpResponse:
    """Ask once after sending, and add to the counts; what is remembered here is only that it was answered."""
    outcome = journey.outcome(request, COMPLAIN)
    if outcome is None or "body" not in outcome:
        return redirect("complain")
    if "counted" in outcome:
        return redirect("complain-done")
    form = AboutYouForm(request.POST if request.method == "POST" else None, today=request.today)
    if request.method == "POST" and form.is_valid():
        journey.finish(request, COMPLAIN, {**outcome, "counted": "yes"})
        count_about_person(body=outcome["body"], answers=form.answers(), now=request.now)
        messages.success(request, gettext("Thank you. Your answers are counted, apart from your complaint."))
        return redirect("complain-done")
    page = AboutYouPage(body_name=body_public(outcome["body"]).name)
    return show(request, "complain_about_you.jinja", page, form=form)
