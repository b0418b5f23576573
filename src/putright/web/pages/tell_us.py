"""What does somebody want to tell: a complaint, or a concern, a question or thanks, which go another way?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from putright.casework.actions.give_feedback import give_feedback
from putright.casework.errors import ActionRefused
from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.casework.said import PersonSaid
from putright.domain.feedback import LONGEST_TOLD, FeedbackKind
from putright.web import journey
from putright.web.access import public
from putright.web.complaining.journey import COMPLAIN
from putright.web.forms import Choice, EmailField, PageForm, RadiosField, TelField, TextareaField, TextField
from putright.web.language import translated
from putright.web.page_request import PageRequest
from putright.web.templating import show
from putright.web.told_day import day_told, keep_day

COMPLAINT: Final = "complaint"
INSTEAD: Final = "complain_instead"  # the button that makes a complaint of what stands in the boxes
_NAME_FIRST: Final = _("Enter your name, so that we can answer you")
_REACH_FIRST: Final = _("Enter a telephone number or an email address, so that we can answer you")
# What each is called by whoever tells it, and what happens with it.
WAYS: Final = {
    COMPLAINT: (
        _("I want to complain"),
        _("We look into it and answer you in writing. If you are unhappy with our answer, you can go further."),
    ),
    FeedbackKind.CONCERN.value: (
        _("Something is wrong and I want it put right soon"),
        _(
            "We try to put it right by the end of the next working day, without a complaint."
            " You can still complain later."
        ),
    ),
    FeedbackKind.QUESTION.value: (_("I want to ask something"), _("We answer you, or tell you who can.")),
    FeedbackKind.COMPLIMENT.value: (_("I want to say thank you"), _("We pass it on to the people it is about.")),
}
_ASKS: Final = {
    FeedbackKind.CONCERN: _("What is wrong, and what would put it right?"),
    FeedbackKind.QUESTION: _("What would you like to know?"),
    FeedbackKind.COMPLIMENT: _("What went well, and who was it?"),
}
TITLES: Final = {
    FeedbackKind.CONCERN: _("Have something put right"),
    FeedbackKind.QUESTION: _("Ask a question"),
    FeedbackKind.COMPLIMENT: _("Say thank you"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TellUsPage:
    """The organisation that is chosen already, if one is, and whether anybody takes what is told."""

    chosen: BodyShown | None
    are_bodies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatPage:
    """What is told, to whom if that is chosen already, and where to choose again."""

    kind: FeedbackKind
    title: str
    chosen: BodyShown | None
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPage:
    """Who has it, and by when a concern is dealt with."""

    kind: FeedbackKind
    body: BodyShown
    by: date | None


class WayForm(PageForm):
    """What somebody wants to do."""

    what = RadiosField(
        _("What do you want to do?"),
        [Choice(code, words, happens) for code, (words, happens) in WAYS.items()],
        required=_("Choose what you want to do"),
    )


class WhatForm(PageForm):
    """What somebody tells, and how they are answered."""

    to = RadiosField(_("Who is it for?"), (), required=_("Choose who it is for"))
    words = TextareaField(
        _("What do you want to tell us?"),
        required=_("Write what you want to tell us"),
        rows=6,
        max_length=LONGEST_TOLD,
    )
    where = TextField(_("Where was it?"), hint=_("For example: the front desk, or Ward 4"), max_length=120)
    full_name = TextField(_("Your name"), autocomplete="name", max_length=120, spellcheck=False)
    telephone = TelField()
    email = EmailField()

    def __init__(self, *given: Any, bodies: tuple[BodyShown, ...], kind: FeedbackKind, **more: Any) -> None:
        """Offer the organisations of this site, and ask in the words of this kind."""
        super().__init__(*given, **more)
        self.kind = kind
        choices = [Choice(body.code, body.name) for body in bodies]
        self.fields["to"] = RadiosField(_("Who is it for?"), choices, required=_("Choose who it is for"))
        self.fields["words"] = TextareaField(
            _ASKS[kind], required=_("Write what you want to tell us"), rows=6, max_length=LONGEST_TOLD
        )
        if kind is not FeedbackKind.COMPLIMENT:
            self.fields["full_name"] = TextField(
                _("Your name"), required=_NAME_FIRST, autocomplete="name", max_length=120, spellcheck=False
            )
        self.order_fields(["to", "words", "where", "full_name"])

    def clean(self) -> dict[str, Any] | None:
        """Ask for a way to answer, where there is something to answer."""
        cleaned = super().clean()
        if self.kind is FeedbackKind.COMPLIMENT:
            return cleaned
        answers = self.cleaned_data
        if not {"telephone", "email"} & set(self.errors) and not (answers.get("telephone") or answers.get("email")):
            self.add_error("telephone", _REACH_FIRST)
        return cleaned


@public
@require_http_methods(["GET", "HEAD", "POST"])
def tell_us(request: PageRequest) -> HttpResponse:
    """Say in plain words what happens with each, and lead on to it."""
    bodies = bodies_public()
    form = WayForm(_posted(request), today=request.today)
    if request.method == "POST" and form.is_valid():
        what = form.cleaned_data["what"]
        onward = reverse("complain") if what == COMPLAINT else reverse("tell-us-what", args=[what])
        return HttpResponseRedirect(onward + _to(request))
    page = TellUsPage(chosen=_chosen(request, bodies), are_bodies=bool(bodies))
    return show(request, "tell_us.jinja", page, form=form)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell_us_what(request: PageRequest, kind: str) -> HttpResponse:
    """Ask, and keep it; or carry every word over to a complaint."""
    if kind not in TITLES:
        raise Http404
    what, bodies = FeedbackKind(kind), bodies_public()
    chosen = _chosen(request, bodies)
    initial = {"to": chosen.code if chosen else ""}
    if request.method == "POST" and INSTEAD in request.POST:
        return _complain_instead(request)
    form = WhatForm(_posted(request), today=request.today, initial=initial, bodies=bodies, kind=what)
    if request.method == "POST" and form.is_valid():
        try:
            by = _give(request, what, form.cleaned_data)
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            keep_day(request, kind, form.cleaned_data["to"], by)
            return redirect("told-us", kind, form.cleaned_data["to"])
    page = WhatPage(kind=what, title=translated(TITLES[what]), chosen=chosen, back=reverse("tell-us") + _to(request))
    return show(request, "tell_us_what.jinja", page, form=form)


@public
@never_cache
@require_safe
def told_us(request: PageRequest, kind: str, body: str) -> HttpResponse:
    """Say thank you, and what happens next; the address holds nothing of the person."""
    found = next((each for each in bodies_public() if each.code == body), None)
    if kind not in TITLES or found is None:
        return redirect("tell-us")
    page = ToldPage(kind=FeedbackKind(kind), body=found, by=day_told(request, kind, body))
    return show(request, "told_us.jinja", page)


def _give(request: PageRequest, kind: FeedbackKind, answered: dict[str, Any]) -> date | None:
    return give_feedback(
        body=answered["to"],
        kind=kind,
        words=answered["words"],
        where=answered["where"],
        person=PersonSaid(name=answered["full_name"], telephone=answered["telephone"], email=answered["email"]),
        now=request.now,
    )


def _complain_instead(request: PageRequest) -> HttpResponse:
    """Put what stands in the boxes, good or not, into the form for a complaint; nothing of it is typed again."""
    typed = {name: request.POST.get(name, "").strip() for name in ("to", "words", "where", "full_name")}
    where = gettext("Where: %(place)s") % {"place": typed["where"]} if typed["where"] else ""
    words = "\n\n".join(filter(None, (typed["words"], where)))
    carried = {
        "to": {"to": typed["to"]} if typed["to"] else {},
        "what-happened": {"words_1": words} if words else {},
        "name": {"full_name": typed["full_name"]} if typed["full_name"] else {},
        "reach": _reach(request),
    }
    journey.begin_with(
        request, COMPLAIN, {name: boxes for name, boxes in carried.items() if boxes}, unfinished="what-happened"
    )
    return HttpResponseRedirect(reverse("complain") + (f"?to={typed['to']}" if typed["to"] else ""))


def _reach(request: PageRequest) -> dict[str, str]:
    """How to reach the person, as the form for a complaint asks it; nothing where they did not say."""
    typed = {name: request.POST.get(name, "").strip() for name in ("telephone", "email")}
    prefer = next((name for name in ("email", "telephone") if typed[name]), "")
    return {**typed, "prefer": prefer} if prefer else {}


def _posted(request: PageRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _chosen(request: PageRequest, bodies: tuple[BodyShown, ...]) -> BodyShown | None:
    named = request.GET.get("to", "")
    return next((body for body in bodies if body.code == named), bodies[0] if len(bodies) == 1 else None)


def _to(request: PageRequest) -> str:
    """What of the address names the organisation, to be carried on; nothing that is not one of ours."""
    named = request.GET.get("to", "")
    return f"?to={named}" if named in {body.code for body in bodies_public()} else ""
