"""Does the person send what their advocate wrote for them, in these words or others, or send it back?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.send_advocate_draft import send_advocate_draft
from putright.casework.actions.send_back_advocate_draft import send_back_advocate_draft
from putright.casework.errors import NotFound
from putright.casework.queries.drafts_shown import DraftShown
from putright.casework.queries.follow import FollowPage
from putright.domain.advocate_drafts import LONGEST, NOT_WAITING, DraftKind
from putright.web.access import public
from putright.web.following_acts import act_by_link
from putright.web.forms import Choice, HiddenField, PageForm, RadiosField, TextareaField
from putright.web.language import translated
from putright.web.page_request import PageRequest

SEND, BACK = "send", "back"
WROTE = {
    DraftKind.MESSAGE: _("%(by)s wrote this message for you"),
    DraftKind.QUESTIONS: _("%(by)s wrote these questions for you, for the meeting"),
    DraftKind.REVIEW: _("%(by)s wrote for you why we should look again"),
}
SENDING = {
    DraftKind.MESSAGE: _("Then it is a message of yours to us."),
    DraftKind.QUESTIONS: _("Then we know before the meeting what you want to ask."),
    DraftKind.REVIEW: _("Then you have asked us to look again."),
}


class DraftGone(Exception):
    """The draft does not wait for the person any more."""


def draft_form(draft: DraftShown) -> type[PageForm]:
    """Return the form with the words of the draft, which can all be changed."""

    class DraftForm(PageForm):
        """The words, what becomes of them, and for the advocate what should be different."""

        words = TextareaField(
            translated(WROTE[draft.kind]) % {"by": draft.by},
            required=_("Write what you want to send, or send it back"),
            hint=_("Read it in peace. You can change every word."),
            rows=12,
            max_length=LONGEST,
        )
        what = RadiosField(
            _("What do you want to do with it?"),
            (
                Choice(SEND, _("Send it, as it stands in the box now"), SENDING[draft.kind]),
                Choice(
                    BACK,
                    gettext("Send it back to %(by)s") % {"by": draft.by},
                    _("Nothing goes to us."),
                    reveals=("answer",),
                ),
            ),
            required=_("Choose what you want to do with it"),
        )
        answer = TextareaField(
            _("What should be different?"), required=_("Say what should be different"), rows=4, max_length=LONGEST
        )
        seen = HiddenField()

    return DraftForm


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_draft(request: PageRequest, number: int) -> HttpResponse:
    """Show what was written, and send it or send it back."""
    typed = request.POST if request.method == "POST" else None

    def made(case: FollowPage) -> PageForm:
        draft = next((each for each in case.drafts if each.number == number), None)
        if draft is None:
            raise DraftGone
        initial = {"words": draft.words, "seen": draft.saves}
        return draft_form(draft)(typed, today=request.today, initial=initial)

    def do(link: int, form: PageForm) -> None:
        answers = form.cleaned_data
        seen = int(answers["seen"]) if answers["seen"].isdecimal() else 0
        on, now = request.today, request.now
        try:
            if answers["what"] == BACK:
                said = answers["answer"]
                send_back_advocate_draft(link=link, draft=number, seen=seen, answer=said, on=on, now=now)
            else:
                send_advocate_draft(link=link, draft=number, seen=seen, words=answers["words"], on=on, now=now)
        except NotFound:
            raise DraftGone from None

    def said(form: PageForm) -> str:
        if form.cleaned_data["what"] == BACK:
            return _("It is back with your advocate. Nothing was sent to us.")
        return _("It is sent, as yours.")

    try:
        return act_by_link(request, "following_draft.jinja", made, do, said=said)
    except DraftGone:
        messages.warning(request, NOT_WAITING.message)
        return redirect("following")
