"""What does the person say to the answer: that it is enough, what it leaves open, or that we should look again?"""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.accept_answer import accept_answer
from putright.casework.actions.ask_about_answer import ask_about_answer
from putright.casework.actions.ask_for_review import ask_for_review
from putright.domain.by_link import LinkAct
from putright.web.access import public
from putright.web.following_acts import act_by_link
from putright.web.forms import PageForm, TextareaField
from putright.web.page_request import PageRequest

LONGEST: Final = 8_000
_METHODS: Final = ["GET", "HEAD", "POST"]


class EnoughForm(PageForm):
    """That the answer is enough, and what the person wants to say with it."""

    words = TextareaField(
        _("Is there something you want to tell us?"), hint=_("You do not have to."), rows=4, max_length=4_000
    )


class QuestionsForm(PageForm):
    """What the answer leaves open."""

    words = TextareaField(
        _("What do you want to ask?"),
        required=_("Write what you want to ask"),
        hint=_("Write each question on a line of its own. Say which part of our answer it is about, if you can."),
        rows=8,
        max_length=LONGEST,
    )


class ReviewForm(PageForm):
    """Why the decision is to be looked at again."""

    words = TextareaField(
        _("What do you think we got wrong?"),
        required=_("Write what you think we got wrong. A few words are enough"),
        hint=_(
            "For example something that we left out, something that was different, or what you want to be put right."
        ),
        rows=8,
        max_length=LONGEST,
    )


@public
@never_cache
@require_http_methods(_METHODS)
def following_accept_answer(request: PageRequest) -> HttpResponse:
    """Ask once, and record that the answer is enough."""

    def do(link: int, form: EnoughForm) -> None:
        accept_answer(link=link, words=form.cleaned_data["words"], on=request.today, now=request.now)

    form = EnoughForm(request.POST if request.method == "POST" else None, today=request.today)
    said = _("Thank you for telling us. You can still ask us something, or go to the Ombudsman.")
    return act_by_link(request, "following_accept_answer.jinja", form, do, said=said, act=LinkAct.ACCEPT_ANSWER)


@public
@never_cache
@require_http_methods(_METHODS)
def following_ask_about_answer(request: PageRequest) -> HttpResponse:
    """Ask what the answer leaves open, and record it."""

    def do(link: int, form: QuestionsForm) -> None:
        ask_about_answer(link=link, words=form.cleaned_data["words"], on=request.today, now=request.now)

    form = QuestionsForm(request.POST if request.method == "POST" else None, today=request.today)
    said = _("We have your questions. Here you see by when we answer them.")
    return act_by_link(request, "following_ask_about_answer.jinja", form, do, said=said, act=LinkAct.ASK_ABOUT_ANSWER)


@public
@never_cache
@require_http_methods(_METHODS)
def following_ask_for_review(request: PageRequest) -> HttpResponse:
    """Ask why the decision is to be looked at again, and record that the person asked."""

    def do(link: int, form: ReviewForm) -> None:
        ask_for_review(link=link, words=form.cleaned_data["words"], on=request.today, now=request.now)

    form = ReviewForm(request.POST if request.method == "POST" else None, today=request.today)
    said = _("We know that you want us to look again. Here you see what happens next.")
    return act_by_link(request, "following_ask_for_review.jinja", form, do, said=said, act=LinkAct.ASK_FOR_REVIEW)
