"""Would somebody rather be rung than write? They ask here, and are told by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from putright.casework.actions.ask_for_call_back import LONGEST_ABOUT, CallAsked, ask_for_call_back
from putright.casework.errors import ActionRefused
from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.domain.incoming import BEST_TIME_WORDS, BestTime
from putright.web.access import public
from putright.web.forms import Choice, HiddenField, PageForm, RadiosField, TelField, TextareaField, TextField
from putright.web.language import Language, language_chosen, languages_told
from putright.web.page_request import PageRequest
from putright.web.templating import show
from putright.web.told_day import day_told, keep_day

CALL: Final = "call"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMePage:
    """To whom the request goes, where that is chosen already, and whether anybody takes one."""

    chosen: BodyShown | None
    are_bodies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMeAskedPage:
    """Who rings, and by when."""

    body: BodyShown
    by: date | None


class CallMeForm(PageForm):
    """Whom to ring, when, and what to mind."""

    form = HiddenField()
    to = RadiosField(_("Who should call you?"), (), required=_("Choose who should call you"))
    full_name = TextField(_("Your name"), required=_("Enter your name"), autocomplete="name", max_length=120)
    telephone = TelField(
        _("Your telephone number"),
        required=_("Enter your telephone number"),
        hint=_("With a textphone or Relay UK, put 18001 before it."),
    )
    best = RadiosField(
        _("When is best?"),
        [Choice(each.value, words) for each, words in BEST_TIME_WORDS.items()],
        required=_("Choose when is best"),
    )
    message = RadiosField(
        _("If somebody else answers, or nobody, may we say who we are?"),
        (Choice("yes", _("Yes, and you can leave a message")), Choice("no", _("No, say nothing and try again"))),
        required=_("Choose whether we may say who we are"),
    )
    needs = TextField(_("Do you need an interpreter, or anything else?"), max_length=200)
    about = TextareaField(
        _("What is it about?"),
        hint=_("A few words are enough. You can tell us the rest."),
        rows=3,
        max_length=LONGEST_ABOUT,
    )

    def __init__(self, *args: Any, bodies: tuple[BodyShown, ...], **kwargs: Any) -> None:
        """Offer the organisations of this site; where there is one, it is not asked."""
        super().__init__(*args, **kwargs)
        choices = [Choice(body.code, body.name) for body in bodies]
        self.fields["to"] = RadiosField(_("Who should call you?"), choices, required=_("Choose who should call you"))


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def call_me(request: PageRequest) -> HttpResponse:
    """Ask, and keep the request; the next page says by when."""
    bodies = bodies_public()
    named = request.GET.get("to", "")
    chosen = next((body for body in bodies if body.code == named), bodies[0] if len(bodies) == 1 else None)
    initial = {"form": get_random_string(32), "to": chosen.code if chosen else ""}
    form = CallMeForm(request.POST or None, today=request.today, initial=initial, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        answered = form.cleaned_data
        try:
            asked = _asked(answered, language_chosen(request))
            by = ask_for_call_back(body=answered["to"], asked=asked, form=answered["form"], now=request.now)
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            keep_day(request, CALL, answered["to"], by)
            return redirect("call-me-asked", answered["to"])
    return show(request, "call_me.jinja", CallMePage(chosen=chosen, are_bodies=bool(bodies)), form=form)


def _asked(answered: dict[str, Any], read_in: Language) -> CallAsked:
    return CallAsked(
        name=answered["full_name"],
        telephone=answered["telephone"],
        best=BestTime(answered["best"]),
        may_leave_message=answered["message"] == "yes",
        about=answered["about"],
        needs=". ".join(filter(None, (answered["needs"], *languages_told(read_in)))),
    )


@public
@never_cache
@require_safe
def call_me_asked(request: PageRequest, body: str) -> HttpResponse:
    """Say who rings, and by when; the address holds nothing of the person."""
    found = next((each for each in bodies_public() if each.code == body), None)
    if found is None:
        return redirect("call-me")
    return show(request, "call_me_asked.jinja", CallMeAskedPage(body=found, by=day_told(request, CALL, body)))
