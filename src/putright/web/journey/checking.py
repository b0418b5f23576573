"""Is everything answered, and what are the answers, in words and as values?"""

from __future__ import annotations

from datetime import date

# What Django's forms clean is untyped, hence Any.
from typing import Any

from django.forms.boundfield import BoundField
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from putright.web.components.values import Answer
from putright.web.forms.drawing import look_of
from putright.web.forms.look import Component
from putright.web.forms.page_form import PageForm
from putright.web.journey.memory import CHANGING, outcome
from putright.web.journey.progress import progress
from putright.web.journey.values import Journey
from putright.web.language import translated
from putright.web.page_request import PageRequest
from putright.web.wording import nhs_date


def to_unanswered(request: PageRequest, journey: Journey) -> HttpResponse | None:
    """Return the way to the first question without a good answer, or nothing when all are answered.

    Sent once already, and then back and sent again: the way leads to the page that says it was sent.
    """
    if outcome(request, journey) is not None:
        return HttpResponseRedirect(reverse(journey.done_address))
    unanswered = progress(request, journey).unanswered
    return HttpResponseRedirect(journey.address_of(unanswered)) if unanswered else None


def cleaned(request: PageRequest, journey: Journey) -> dict[str, Any]:
    """Return the answers to every question that is asked, checked again; call `to_unanswered` first."""
    found = progress(request, journey)
    if found.unanswered:
        raise ValueError(f"the question {found.unanswered.name} has no good answer")
    return {box: value for form in found.good for box, value in form.cleaned_data.items()}


def answers_to_check(request: PageRequest, journey: Journey) -> tuple[Answer, ...]:
    """Return a row for every box that was filled in or could have been, with the way to change it."""
    rows: list[Answer] = []
    found = progress(request, journey)
    for question, form in zip(
        found.asked, found.good, strict=False
    ):  # call `to_unanswered` first: then they are as many
        change = f"{journey.address_of(question)}?{CHANGING}=1"
        rows += (_row(box, change) for box in form if _is_shown(form, box))
    return tuple(rows)


def _is_shown(form: PageForm, box: BoundField) -> bool:
    """Return whether the row belongs on the list: hidden values do not, nor do fields that no answer revealed."""
    look = look_of(box.field)
    if look.component is Component.HIDDEN:
        return False
    return box in form.asked or bool(form.cleaned_data.get(box.name))


def _row(box: BoundField, change: str) -> Answer:
    value = box.form.cleaned_data.get(box.name)
    is_given = value is not None and value not in ("", [])
    lines = _lines(box, value) if is_given else (gettext("Not given"),)
    return Answer(question=translated(look_of(box.field).label), lines=lines, change=change, is_given=is_given)


def _lines(box: BoundField, value: object) -> tuple[str, ...]:
    """Return the answer line by line: what was chosen in the language of the page, what was typed as it was typed."""
    if isinstance(value, date):
        return (nhs_date(value),)
    words = {choice.value: translated(choice.text) for choice in look_of(box.field).choices}
    if isinstance(value, list):
        return tuple(words[one] for one in value)
    return tuple(words.get(str(value), str(value)).split("\n"))
