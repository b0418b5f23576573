"""How is something done on a case? One page for every action: its question, its letter to read first, what follows."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from putright.casework.actor import again
from putright.casework.errors import ActionRefused, NotFound, StaleCase
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.in_sight import is_in_sight
from putright.domain.duty import Refused
from putright.web.access import staff
from putright.web.acts.act import About, Act, ActForm, Part
from putright.web.acts.doing import follows, perform, rehearse
from putright.web.acts.every import ACTS
from putright.web.acts.lacking import Lacking, lacking
from putright.web.casefile.duties import DutyCard, duty_cards
from putright.web.casefile.said import what_exactly
from putright.web.casefile.words import needs_of
from putright.web.chosen_files import ChosenFiles, chosen_files, done_with, keep_chosen, to_send
from putright.web.forms.page_form import REMOVE_FILE
from putright.web.page_request import StaffRequest
from putright.web.pages.follow_link_given import follow_link_given
from putright.web.pages.letter_to_read import letter_to_read
from putright.web.problems import Problem
from putright.web.templating import show

CHANGED_MEANWHILE = (
    "Somebody else has changed this case since you opened this page, so nothing was saved. What you wrote is still"
    " here. Read what is new on the case, then send this again if it is still right."
)

# The pages that say what the response still lacks.
_JUDGED = ("prepare_response", "check_response", "sign_response")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPage:
    """The page of an action: the case, the action's words, what it would meet, the form in its parts, its files."""

    case: CasePage
    act: Act
    due: tuple[DutyCard, ...]
    parts: tuple[Part, ...]
    needs: tuple[tuple[str, str], ...]
    files: ChosenFiles | None
    lacking: Lacking | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNowPage:
    """The page of an action that cannot be taken now."""

    case: CasePage
    act: Act
    refusal: Refused


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: StaffRequest, reference: str, action: str, number: int | None = None) -> HttpResponse:
    """Show the question of an action, or do it: a letter is read before it is written."""
    doing = ACTS.get(action)
    if doing is None:
        raise NotFound
    case = case_page(request.actor, reference, request.today, now=request.now)
    about = About(case=case, actor=request.actor, today=request.today, now=request.now, number=number)
    if request.method == "POST":
        return _answered(request, doing, about)
    if refusal := doing.why_not(case):
        page = NotNowPage(case=case, act=doing, refusal=refusal)
        return show(request, "act_not_now.jinja", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _asked(request, doing, doing.form(about=about))


def _answered(request: StaffRequest, doing: Act, about: About) -> HttpResponse:
    if request.POST.get("version", "") != str(about.case.version) and "version" in request.POST:
        return _changed_meanwhile(request, doing, about)
    form = doing.form(request.POST, request.FILES, about=about)
    if not form.is_valid() or REMOVE_FILE in request.POST:
        return _asked(request, doing, form)
    files = _files(request, form, keep=doing.has_letter)
    step = request.POST.get("step")
    if step == "change":
        return _asked(request, doing, form)
    try:
        form.kept = to_send(files) if files else ()
        letters = rehearse(request, doing, form) if doing.has_letter and step != "send" else ()
        if letters:
            return letter_to_read(request, doing, about, letters)
        done = perform(request, doing, form)
    except ActionRefused as refused:
        form.refuse(*refused.refusals)
        return _asked(request, doing, form)
    except StaleCase:
        return _changed_meanwhile(request, doing, about)
    if files:
        done_with(files)
    if doing.name == "issue_follow_link":
        return follow_link_given(request, about, done.secret)
    request.actor = again(request.actor)
    messages.success(request, follows(request, doing, form, done))
    is_here = is_in_sight(request.actor, done.reference)
    return redirect(doing.leads_to, about.case.reference) if is_here else redirect("work")


def _asked(
    request: StaffRequest,
    doing: Act,
    form: ActForm,
    *,
    problems: tuple[Problem, ...] = (),
    status: HTTPStatus | None = None,
) -> HttpResponse:
    case = form.about.case
    choice = case.choice(doing.name)
    events = choice.events if choice else ()
    due = tuple(shown for shown in case.to_do if not shown.duty.met_by.isdisjoint(events))
    page = ActPage(
        case=case,
        act=doing,
        due=duty_cards(due, case.reference, case.as_at, promised=what_exactly(case)),
        parts=form.parts,
        needs=needs_of(case),
        files=_files(request, form, keep=request.method == "POST"),
        lacking=lacking(form.about) if doing.name in _JUDGED else None,
    )
    return show(request, "act.jinja", page, form=form, problems=problems, status=status)


def _files(request: StaffRequest, form: ActForm, *, keep: bool) -> ChosenFiles | None:
    """The files of the form, those that were chosen just now kept too if asked; nothing for a form without files."""
    if not form.is_multipart():
        return None
    chosen = chosen_files(request, form)
    if not keep:
        return chosen
    taken = dict(form.taken)
    form.taken.clear()
    return keep_chosen(request, form, chosen, taken)


def _changed_meanwhile(request: StaffRequest, doing: Act, about: About) -> HttpResponse:
    """The same page with what was typed, at the version of the case that stands now."""
    typed = request.POST.copy()
    typed["version"] = str(about.case.version)
    form = doing.form(typed, request.FILES, about=about)
    problem = Problem(CHANGED_MEANWHILE, reverse("case", args=[about.case.reference]))
    return _asked(request, doing, form, problems=(problem,), status=HTTPStatus.CONFLICT)
