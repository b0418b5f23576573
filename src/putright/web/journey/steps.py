"""Which question comes next, and what happens to its answer?"""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from putright.web.forms.drawing import look_of
from putright.web.forms.page_form import PageForm
from putright.web.journey.memory import CHANGING, answers, bound, is_unfinished, keep, left_at
from putright.web.journey.progress import progress
from putright.web.journey.values import Journey, Question, QuestionPage
from putright.web.language import translated
from putright.web.page_request import PageRequest
from putright.web.templating import show


def ask(request: PageRequest, journey: Journey, name: str) -> HttpResponse:
    """Show a question, or keep its answer and go on.

    A question out of turn leads to the one that is due; what was sent to it is kept, for it may be all that is left
    of a session that ran out.
    """
    question, changing = journey.at(name), CHANGING in request.POST or CHANGING in request.GET
    if question not in progress(request, journey).reachable:
        if request.method == "POST":
            keep(request, journey, question)
        return HttpResponseRedirect(_onward(request, journey))
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    if request.method == "POST":
        form = question.made(answers(request, journey), request.today, request.POST, request.FILES)
        if form.is_valid():
            keep(request, journey, question)
            return HttpResponseRedirect(_after(request, journey, question, changing=changing))
    else:
        form = _form_as_kept(request, journey, question)
    return show(request, question.template, _page(request, journey, question, form, changing=changing), form=form)


def to_where_it_was_left(request: PageRequest, journey: Journey) -> str:
    """Return the address at which to go on: the question that was left, if its turn has come, or else the one due."""
    left = next((each for each in progress(request, journey).reachable if each.name == left_at(request, journey)), None)
    return journey.address_of(left) if left else _onward(request, journey)


def _form_as_kept(request: PageRequest, journey: Journey, question: Question) -> PageForm:
    """Return the form to show: empty, or with the kept answer; one that is no longer good says why."""
    form = bound(request, journey, question)
    if form is None:
        return question.made(answers(request, journey), request.today)
    if is_unfinished(request, journey, question):
        form.errors.clear()  # nobody is told of mistakes in what they have not finished
    return form


def _onward(request: PageRequest, journey: Journey, *, changing: bool = False) -> str:
    """Return the first page that is not answered, or the last one; a change that asks for more leads back from it."""
    unanswered = progress(request, journey).unanswered
    if unanswered is None:
        return reverse(journey.check_address)
    return f"{journey.address_of(unanswered)}?{CHANGING}=1" if changing else journey.address_of(unanswered)


def _after(request: PageRequest, journey: Journey, question: Question, *, changing: bool) -> str:
    """Return where to go after an answer: the next question, or back to checking as soon as nothing is missing."""
    if changing:
        return _onward(request, journey, changing=True)
    asked = journey.asked(answers(request, journey))
    following = asked[asked.index(question) + 1 :]
    return journey.address_of(following[0]) if following else reverse(journey.check_address)


def _before(request: PageRequest, journey: Journey, question: Question, *, changing: bool) -> str:
    found = progress(request, journey)
    if changing and found.unanswered is None:
        return reverse(journey.check_address)
    asked, place = found.asked, found.asked.index(question)
    return journey.address_of(asked[place - 1]) if place else reverse(journey.start_address)


def _page(
    request: PageRequest, journey: Journey, question: Question, form: PageForm, *, changing: bool
) -> QuestionPage:
    return QuestionPage(
        title=translated(question.title),
        caption=_caption(journey, question),
        intro=translated(question.intro),
        button=translated(question.button),
        back=_before(request, journey, question, changing=changing),
        leave=reverse(journey.start_address),
        heading_is_label=len(form.asked) == 1 and look_of(form.asked[0].field).label == question.title,
        multipart=form.is_multipart(),
        changing=changing,
        can_be_saved=journey.can_be_saved,
        beside=question.beside(answers(request, journey)) if question.beside else None,
    )


def _caption(journey: Journey, question: Question) -> str:
    words = translated(question.caption or journey.caption)
    return words % {"number": question.number} if question.number else words
