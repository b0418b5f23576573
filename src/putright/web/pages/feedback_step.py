"""What is done about a concern, a question, a compliment or a comment: a note, its end, a change, another beginning?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# What Django's forms take and clean is untyped, hence Any.
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.change_feedback import change_feedback
from putright.casework.actions.close_feedback import close_feedback
from putright.casework.actions.note_feedback import note_feedback
from putright.casework.actions.reopen_feedback import reopen_feedback
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.feedback import FeedbackShown, can_listen, feedback_shown
from putright.casework.queries.staff import people_of
from putright.domain.access import Deed, why_not_here
from putright.domain.feedback import ENDING_WORDS, FEEDBACK_MEANS, FEEDBACK_WORDS, Ending, FeedbackKind
from putright.web.access import staff
from putright.web.forms import Choice, DateField, HiddenField, PageForm, RadiosField, SelectField, TextareaField
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show

NO_VERSION: Final = -1


class NoteForm(PageForm):
    """What was said or done."""

    words = TextareaField("What was said or done?", required="Write down what was said or done", rows=5)
    version = HiddenField()


class ClosedForm(PageForm):
    """How it was dealt with, and when."""

    ending = RadiosField(
        "How was it dealt with?",
        [Choice(each.value, words) for each, words in ENDING_WORDS.items()],
        required="Choose how it was dealt with",
    )
    done = TextareaField("What was done, or what was the person told?", rows=4)
    on = DateField("When was it dealt with?", name="The day", required="Enter the day", not_after_today=True)
    version = HiddenField()


class ReopenedForm(PageForm):
    """Why it is opened again."""

    reason = TextareaField("Why is it opened again?", required="Say why it is opened again", rows=4)
    version = HiddenField()


class ChangedForm(PageForm):
    """Of what kind it is, who deals with it, and whom it is about."""

    kind = RadiosField(
        "What is it?",
        [Choice(each.value, words, FEEDBACK_MEANS[each]) for each, words in FEEDBACK_WORDS.items()],
        required="Choose what it is",
    )
    owner = SelectField("Who deals with it?", (), unchosen="Nobody yet")
    about = SelectField("Is it about a colleague who may see this list?", (), unchosen="No")
    version = HiddenField()

    def __init__(self, *given: Any, listeners: dict[int, str], people: dict[int, str], **more: Any) -> None:
        """Offer those who may deal with it, and every colleague."""
        super().__init__(*given, **more)
        self.fields["owner"] = SelectField("Who deals with it?", _choices(listeners), unchosen="Nobody yet")
        self.fields["about"] = SelectField(
            "Is it about a colleague who may see this list?",
            _choices(people),
            hint="Then it is not there for them.",
            unchosen="No",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that can be done: its title, its button and the sentence that follows."""

    title: str
    button: str
    done: str
    form: Callable[..., PageForm]
    does: Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """What is done, and about which."""

    number: int
    summary: str
    kind: str
    title: str
    button: str


STEPS: Final = {
    "note": Step(title="Add a note", button="Add the note", done="The note is kept", form=NoteForm, does=note_feedback),
    "close": Step(
        title="It has been dealt with",
        button="Close it",
        done="It is closed",
        form=ClosedForm,
        does=close_feedback,
    ),
    "reopen": Step(
        title="Open it again",
        button="Open it again",
        done="It is open again",
        form=ReopenedForm,
        does=reopen_feedback,
    ),
    "change": Step(
        title="Change what it is, or who deals with it",
        button="Change it",
        done="It was changed",
        form=ChangedForm,
        does=change_feedback,
    ),
}


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def feedback_step(request: StaffRequest, number: int, step: str) -> HttpResponse:
    """Ask what is needed for it, and do it."""
    doing = STEPS.get(step)
    if doing is None:
        raise NotFound
    if refusal := why_not_here(request.actor, Deed.LISTEN):
        return errors.refused(request, refusal)
    found = feedback_shown(request.actor, number, now=request.now)
    form = doing.form(request.POST or None, today=request.today, initial=_first(request, found), **_more(request, step))
    if request.method == "POST" and form.is_valid():
        try:
            doing.does(actor=request.actor, feedback=number, now=request.now, **_said(form.cleaned_data))
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, doing.done)
            return _after(request, number)
    page = StepPage(
        number=number,
        summary=found.line.summary,
        kind=FEEDBACK_WORDS[found.line.kind],
        title=doing.title,
        button=doing.button,
    )
    return show(request, "feedback_step.jinja", page, form=form)


def _after(request: StaffRequest, number: int) -> HttpResponse:
    """Back to it, or to the list where it is no longer there for them."""
    try:
        feedback_shown(request.actor, number, now=request.now)
    except NotFound:
        return redirect("feedback")
    return redirect("feedback-one", number)


def _first(request: StaffRequest, found: FeedbackShown) -> dict[str, Any]:
    return {
        "version": found.version,
        "on": request.today,
        "ending": Ending.PUT_RIGHT.value if found.line.kind is FeedbackKind.CONCERN else Ending.ANSWERED.value,
        "kind": found.line.kind.value,
        "owner": found.owner_id or "",
        "about": found.about_id or "",
    }


def _more(request: StaffRequest, step: str) -> dict[str, Any]:
    if step != "change":
        return {}
    people = {one.id: f"{one.name}, {one.post}" for one in people_of(request.actor)}
    return {"listeners": can_listen(request.actor), "people": people}


def _said(answered: dict[str, Any]) -> dict[str, Any]:
    """What the action is told: each answer as what it is."""
    kinds: dict[str, Callable[[Any], Any]] = {
        "ending": Ending,
        "kind": FeedbackKind,
        "owner": lambda typed: int(typed) if typed else None,
        "about": lambda typed: int(typed) if typed else None,
        "version": lambda typed: int(typed) if typed.isdecimal() and len(typed) < len("1234567890") else NO_VERSION,
    }
    return {name: kinds[name](value) if name in kinds else value for name, value in answered.items()}


def _choices(people: dict[int, str]) -> list[Choice]:
    return [Choice(str(number), name) for number, name in people.items()]
