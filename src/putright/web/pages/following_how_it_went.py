"""How did it go for the person who complained? A few questions, each of which can be left out."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.say_how_it_went import say_how_it_went
from putright.domain.by_link import LinkAct
from putright.domain.experience import ASKED_WORDS, HOW_FAR_WORDS, LONGEST, NOTHING_SAID, Asked, HowFar, Said
from putright.web.access import public
from putright.web.following_acts import act_by_link
from putright.web.forms import Choice, PageForm, RadiosField, TextareaField
from putright.web.page_request import PageRequest

_SAID: Final = _("Thank you. What you told us helps us to do better.")
_HOW_FAR: Final = tuple(Choice(how.value, words) for how, words in HOW_FAR_WORDS.items())


class HowItWentForm(PageForm):
    """How far each thing was so, and words of their own."""

    words = TextareaField(
        _("What was good, or what should we do differently?"),
        hint=_("Please write no names, and nothing by which somebody could know you or your complaint."),
        rows=4,
        max_length=LONGEST,
    )
    field_order = (*(asked.value for asked in Asked), "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask of each thing how far it was so."""
        super().__init__(*args, **kwargs)
        for asked, words in ASKED_WORDS.items():
            self.fields[asked.value] = RadiosField(words, _HOW_FAR, small=True, inline=True, optional_words=False)
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any] | None:
        """Something is said."""
        cleaned = super().clean()
        if not self.errors and not any(self.cleaned_data.values()):
            self.refuse(NOTHING_SAID)
        return cleaned

    def said(self) -> Said:
        """What they say, of a form with good answers."""
        given = {asked: self.cleaned_data[asked.value] for asked in Asked}
        answers = {asked: HowFar(how) for asked, how in given.items() if how}
        return Said(answers=answers, words=self.cleaned_data["words"])


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_how_it_went(request: PageRequest) -> HttpResponse:
    """Ask once a case, and keep what is said apart from it."""

    def do(link: int, form: HowItWentForm) -> None:
        say_how_it_went(link=link, said=form.said(), on=request.today, now=request.now)

    form = HowItWentForm(request.POST if request.method == "POST" else None, today=request.today)
    return act_by_link(request, "following_how_it_went.jinja", form, do, said=_SAID, act=LinkAct.HOW_IT_WENT)
