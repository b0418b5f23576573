"""What is somebody asked, and what do they answer? Written bit by bit, read through once more, and sent once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus

# What a form is made with is Django's own, hence Any.
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.give_statement import give_statement
from putright.casework.actions.save_statement import save_statement
from putright.casework.errors import ActionRefused, NotFound, StaleCase
from putright.casework.perform import LONGEST_TEXT
from putright.casework.queries.my_statements import AskedPage, my_statement
from putright.web.access import staff
from putright.web.acts.asked import file_field
from putright.web.components import Tag
from putright.web.forms import HiddenField, PageForm, TextareaField
from putright.web.forms.drawing import look_of
from putright.web.page_request import StaffRequest
from putright.web.pages.statements import state_tag
from putright.web.problems import Problem
from putright.web.taking_in import NO_FILES, site_takes_files, taken_in
from putright.web.templating import show
from putright.web.wording import nhs_time

OTHER_WINDOW = (
    "You have written something else in another window since you opened this page, so this was not saved. Both are"
    " here: put them together, then save."
)
NOTHING_WRITTEN = "Write your statement first. You can also add a file with the next step"


class WritingForm(PageForm):
    """The statement as it grows; `saves` says how often it had been saved when the page was made."""

    words = TextareaField(
        "Your statement",
        rows=16,
        max_length=LONGEST_TEXT,
        hint=(
            "Write what you saw, heard, said and did. Say what you remember, and what you read in the notes. If you are"
            " not sure of something, say so."
        ),
    )
    saves = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask without a word of its being optional: it may be empty only as long as it is not sent."""
        super().__init__(*args, **kwargs)
        words = self.fields["words"]
        words.look = replace(look_of(words), optional=False)  # type: ignore[attr-defined]  # ours


class SendingForm(PageForm):
    """A file to go with the statement, which was read through."""

    file = file_field("Add a file, if you have one", hint="Such as a rota or a photograph. Nothing from the notes.")
    saves = HiddenField()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """What somebody is asked, how it stands, and what another window saved meanwhile."""

    asked: AskedPage
    tag: Tag
    other: str = ""


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: StaffRequest, number: int) -> HttpResponse:
    """Show what is asked; save, check or send the answer."""
    try:
        asked = my_statement(request.actor, number, now=request.now)
    except NotFound:
        return not_for_you(request)
    if request.method != "POST":
        return _written(request, asked, _writing(request, asked))
    match request.POST.get("step"):
        case "autosave":
            return _autosaved(request, number)
        case "send":
            return _sent(request, asked)
        case "write":
            return _written(request, asked, _writing(request, asked))
        case step:
            return _saved(request, asked, check=step == "check")


def not_for_you(request: StaffRequest) -> HttpResponse:
    """Say that a page is for somebody else: the same of every request that is not theirs, and of none at all."""
    return show(request, "statement_not_for_you.jinja", status=HTTPStatus.NOT_FOUND)


def page_of(request: StaffRequest, asked: AskedPage, *, other: str = "") -> StatementPage:
    """What somebody is asked, with how it stands in a word."""
    tag = state_tag(asked.state, due_on=asked.due_on, today=request.today, is_over=asked.is_over)
    return StatementPage(asked=asked, tag=tag, other=other)


def _writing(request: StaffRequest, asked: AskedPage) -> WritingForm:
    return WritingForm(today=request.today, initial={"words": asked.draft, "saves": asked.saves})


def _sending(request: StaffRequest, asked: AskedPage, *, posted: bool = False) -> SendingForm:
    data = (request.POST, request.FILES) if posted else (None, None)
    form = SendingForm(*data, today=request.today, initial={"saves": asked.saves})
    if not site_takes_files():
        form.fields["file"].look.hint = NO_FILES  # type: ignore[attr-defined]  # ours
    return form


def _written(
    request: StaffRequest, asked: AskedPage, form: WritingForm, *, other: str = "", status: HTTPStatus | None = None
) -> HttpResponse:
    problems = (Problem(OTHER_WINDOW, "#other"),) if other else ()
    page = page_of(request, asked, other=other)
    return show(request, "statement.jinja", page, form=form, problems=problems, status=status)


def _saved(request: StaffRequest, asked: AskedPage, *, check: bool) -> HttpResponse:
    """Save what was written, then go on to check it, or stay."""
    form = WritingForm(request.POST, today=request.today)
    if not form.is_valid():
        return _written(request, asked, form)
    words = form.cleaned_data["words"]
    try:
        save_statement(
            actor=request.actor, request=asked.number, now=request.now, words=words, saves=_number(form, "saves")
        )
    except ActionRefused as refused:
        form.refuse(*refused.refusals)
        return _written(request, asked, form)
    except StaleCase:
        return _other_window(request, asked, words)
    if not check:
        messages.success(request, "What you have written is saved. You can close this page and go on later")
        return redirect("statement", asked.number)
    return _checked(request, my_statement(request.actor, asked.number, now=request.now))


def _checked(request: StaffRequest, asked: AskedPage, form: SendingForm | None = None) -> HttpResponse:
    form = form or _sending(request, asked)
    return show(request, "statement_check.jinja", page_of(request, asked), form=form)


def _sent(request: StaffRequest, asked: AskedPage) -> HttpResponse:
    form = _sending(request, asked, posted=True)
    if not form.is_valid():
        return _checked(request, asked, form)
    if asked.takes_answers and _number(form, "saves") != asked.saves:
        return _other_window(request, asked, asked.draft)
    file = taken_in(form, "file", now=request.now)
    if form.errors:
        return _checked(request, asked, form)
    try:
        give_statement(
            actor=request.actor,
            request=asked.number,
            now=request.now,
            words=asked.draft,
            saves=asked.saves,
            files=(file,) if file else (),
        )
    except ActionRefused as refused:
        form.refuse(*refused.refusals)
        return _checked(request, asked, form)
    except StaleCase:
        return _other_window(request, asked, asked.draft)
    messages.success(request, f"Your statement was sent to {asked.asker_name}")
    return redirect("statement", asked.number)


def _other_window(request: StaffRequest, asked: AskedPage, words: str) -> HttpResponse:
    """The page with what was typed, and beside it what the other window saved; saving now puts this in its place."""
    stands = my_statement(request.actor, asked.number, now=request.now)
    form = WritingForm({"words": words, "saves": str(stands.saves)}, today=request.today)
    return _written(request, stands, form, other=stands.draft or " ", status=HTTPStatus.CONFLICT)


def _autosaved(request: StaffRequest, number: int) -> HttpResponse:
    """Save while somebody writes, and answer in two words what became of it."""
    form = WritingForm(request.POST, today=request.today)
    if not form.is_valid():
        return JsonResponse({"saved": False}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    words = form.cleaned_data["words"]
    try:
        saves = save_statement(
            actor=request.actor, request=number, now=request.now, words=words, saves=_number(form, "saves")
        )
    except (ActionRefused, StaleCase):
        return JsonResponse({"saved": False}, status=HTTPStatus.CONFLICT)
    return JsonResponse({"saved": True, "saves": saves, "at": nhs_time(request.now)})


def _number(form: PageForm, name: str) -> int:
    typed = str(form.cleaned_data[name])
    return int(typed) if typed.isdecimal() and len(typed) < 10 else -1  # noqa: PLR2004 - more digits than are ever saved
