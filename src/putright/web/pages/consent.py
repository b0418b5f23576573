"""Somebody complains for me: do I agree, to what of it, and how do I take it back? By the code of the letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from putright.casework.actions.answer_consent import answer_consent
from putright.casework.actions.take_back_consent import take_back_consent
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import ENDED
from putright.casework.queries.consent_shown import ConsentPage, consent_page
from putright.domain.consent import ConsentAnswer, FormState, Ticked
from putright.domain.duty import Refused
from putright.letters.facts import Contact
from putright.web.access import public
from putright.web.consenting import consent_from_now, consent_no_more, form_opened, no_form
from putright.web.following import status_of
from putright.web.forms import CheckboxesField, Choice, PageForm, RadiosField, TextareaField, TextField
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show

LONGEST = 4_000
_BOXES = ("may_tell", "may_tell_whom")
# The same words for a wrong code, one that has ended and one that there never was.
NO_MATCH = Refused(
    code="no-such-form",
    message=_(
        "This code does not open a form. Check it. If it is right, it may have ended: use the form on paper,"
        " or ask whoever sent you the letter"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFormPage:
    """The form that was opened, how to reach whoever sent it, and what it says now."""

    asked: ConsentPage
    reach: Contact
    told: tuple[str, ...]
    told_to: tuple[str, ...]
    is_given: bool
    is_refused: bool
    is_unaware: bool


class CodeForm(PageForm):
    """The code that is printed in the letter."""

    consent_code = TextField(
        _("The code in your letter"),
        required=_("Enter the code in your letter"),
        hint=_("16 letters and numbers, like K7QM-2X4P-9TBD-H3VN. It does not matter how you type it."),
        width=20,
        max_length=400,
        code=True,
        spellcheck=False,
    )


class AnswerForm(PageForm):
    """What the patient answers."""

    answer = RadiosField(_("Do you agree?"), (), required=_("Choose what you want to answer"))
    may_tell = CheckboxesField(_("What may we share?"), ())
    may_tell_whom = CheckboxesField(_("Who may we share it with?"), ())
    words = TextareaField(
        _("Is there something you want to tell us?"),
        hint=_("We do not show this to the person who complained for you."),
        rows=4,
        max_length=LONGEST,
    )
    full_name = TextField(
        _("Your full name"),
        required=_("Enter your full name. It stands for your signature"),
        hint=_("Your own name, not that of the person who complained."),
        autocomplete="name",
        max_length=120,
    )

    def __init__(self, *args: Any, asked: ConsentPage, **kwargs: Any) -> None:
        """Draw a box for each thing that would be shared, and each who would be told."""
        super().__init__(*args, **kwargs)
        self.fields["answer"] = RadiosField(
            _("Do you agree?"), _answers(asked), required=_("Choose what you want to answer")
        )
        self.fields["may_tell"] = CheckboxesField(
            _("What may we share?"), _lines(asked.asked.information), required=_("Tick what we may share, or choose No")
        )
        self.fields["may_tell_whom"] = CheckboxesField(
            _("Who may we share it with?"),
            _lines(asked.asked.shared_with),
            required=_("Tick who we may tell, or choose No"),
        )
        if not _has_parts(asked):
            for name in _BOXES:
                del self.fields[name]

    @property
    def ticked(self) -> Ticked:
        """The boxes that were ticked."""
        told, whom = (frozenset(map(int, self.cleaned_data.get(name) or ())) for name in _BOXES)
        return Ticked(information=told, shared_with=whom)


class TakeBackForm(PageForm):
    """What the patient wants to say with it."""

    words = TextareaField(
        _("Is there something you want to tell us?"),
        hint=_("You do not have to give a reason. We do not show this to the person who complained for you."),
        rows=4,
        max_length=LONGEST,
    )


def _lines(lines: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(str(number), words, is_data=True) for number, words in enumerate(lines, 1))


def _has_parts(asked: ConsentPage) -> bool:
    """Whether there is a part to agree to: of one thing for one person there is none."""
    return len(asked.asked.information) > 1 or len(asked.asked.shared_with) > 1


def _answers(asked: ConsentPage) -> tuple[Choice, ...]:
    some = Choice(
        ConsentAnswer.PART,
        _("Yes, to some of it"),
        _("We share only what you tick, only with the people you tick."),
        reveals=_BOXES,
    )
    return (
        Choice(
            ConsentAnswer.WHOLE,
            _("Yes, to all of it"),
            _("We share what is listed here, to answer this complaint only."),
        ),
        *((some,) if _has_parts(asked) else ()),
        Choice(
            ConsentAnswer.NO,
            _("No, I do not agree"),
            _("We share nothing about you. We may still look at what happened, so that we can make our care better."),
        ),
        Choice(
            ConsentAnswer.UNAWARE,
            _("I did not know about this complaint"),
            _("Somebody from us talks with you alone, by the end of the next working day, before we tell anybody."),
        ),
    )


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: PageRequest) -> HttpResponse:
    """Ask for the code of the letter, and open the form it belongs to."""
    if request.method != "POST" and form_opened(request) is not None:
        return redirect("consent-answer")
    form = CodeForm(request.POST if request.method == "POST" else None, today=request.today)
    if form.is_bound and form.is_valid():
        try:
            return consent_from_now(request, form.cleaned_data["consent_code"])
        except (NotFound, ActionRefused):
            form.refuse(NO_MATCH)
    return show(request, "consent.jinja", form=form)


@public
@require_safe
def consent_link(request: PageRequest, secret: str) -> HttpResponse:
    """Open the form of a code in an address; where it opens nothing, say the same whether or not there ever was one."""
    try:
        return consent_from_now(request, secret)
    except (NotFound, ActionRefused) as ended:
        return errors.no_such_consent_form(request, status_of(ended))


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consent_answer(request: PageRequest) -> HttpResponse:
    """Show what is asked, and record the answer; afterwards show what was answered and what it changes."""
    opened = form_opened(request)
    if opened is None:
        return redirect("consent")
    try:
        asked = consent_page(opened, request.today, now=request.now)
        form = AnswerForm(request.POST if request.method == "POST" else None, today=request.today, asked=asked)
        if form.is_bound and form.is_valid():
            answer_consent(
                form=opened,
                answer=ConsentAnswer(form.cleaned_data["answer"]),
                ticked=form.ticked,
                name=form.cleaned_data["full_name"],
                words=form.cleaned_data["words"],
                on=request.today,
                now=request.now,
            )
            messages.success(request, _("We have your answer. Thank you."))
            return redirect("consent-answer")
    except NotFound as gone:
        return no_form(request, gone)
    except ActionRefused as refused:
        if refused.refusal.code == ENDED:
            return no_form(request, refused)
        form.refuse(*refused.refusals)
    return show(request, "consent_answer.jinja", _page(asked), form=form)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consent_take_back(request: PageRequest) -> HttpResponse:
    """Ask once, and record that consent is taken back."""
    opened = form_opened(request)
    if opened is None:
        return redirect("consent")
    form = TakeBackForm(request.POST if request.method == "POST" else None, today=request.today)
    try:
        asked = consent_page(opened, request.today, now=request.now)
        if not asked.can_take_back:
            return redirect("consent-answer")
        if form.is_bound and form.is_valid():
            words = form.cleaned_data["words"]
            take_back_consent(form=opened, words=words, on=request.today, now=request.now)
            messages.success(request, _("You have taken it back. From now on we share nothing about you."))
            return redirect("consent-answer")
    except NotFound as gone:
        return no_form(request, gone)
    except ActionRefused as refused:
        if refused.refusal.code == ENDED:
            return no_form(request, refused)
        form.refuse(*refused.refusals)
    return show(request, "consent_take_back.jinja", _page(asked), form=form)


@public
@never_cache
@require_POST
def consent_end(request: PageRequest) -> HttpResponse:
    """Close the form in this browser, for whoever uses it next."""
    consent_no_more(request)
    messages.success(request, _("The form is closed in this browser. Your code still works."))
    return redirect("consent")


def _page(asked: ConsentPage) -> ConsentFormPage:
    body = asked.body
    return ConsentFormPage(
        asked=asked,
        reach=Contact(
            name=body.name, address=body.address, phone=body.telephone, email=body.email, website=body.website
        ),
        told=_chosen(asked.asked.information, asked.ticked.information),
        told_to=_chosen(asked.asked.shared_with, asked.ticked.shared_with),
        is_given=asked.state is FormState.GIVEN,
        is_refused=asked.state is FormState.REFUSED,
        is_unaware=asked.state is FormState.UNAWARE,
    )


def _chosen(lines: tuple[str, ...], numbers: frozenset[int]) -> tuple[str, ...]:
    return tuple(line for number, line in enumerate(lines, 1) if number in numbers)
