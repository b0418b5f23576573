"""Does the person send what their advocate wrote for them, in these words or others, or send it back?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from putright.casework.actions.send_advocate_draft import send_advocate_draft
from putright.casework.actions.send_back_advocate_draft import send_back_advocate_draft
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.form_files import FormFileShown
from putright.casework.open_link import ENDED
from putright.casework.queries.drafts_shown import DraftShown, draft_file_by_link
from putright.casework.queries.follow import FollowPage
from putright.domain.advocate_drafts import LONGEST, NOT_WAITING, DraftKind
from putright.domain.scanning import Scan
from putright.web.access import public
from putright.web.following import link_followed
from putright.web.following_acts import act_by_link, no_link
from putright.web.forms import CheckboxesField, Choice, HiddenField, PageForm, RadiosField, TextareaField
from putright.web.language import translated
from putright.web.page_request import PageRequest
from putright.web.pages import errors

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
        """The words and the files, what becomes of them, and for the advocate what should be different."""

        shown = draft
        held_back = tuple(file for file in draft.files if file.scan is Scan.FOUND)
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
        with_it = CheckboxesField(
            _("Files that go with it"),
            tuple(Choice(str(file.number), file.name, is_data=True) for file in _that_can_go(draft)),
            hint=_("You can open them first, below. Take the tick away from any that you do not want to send."),
            optional_words=False,
        )
        seen = HiddenField()

    return DraftForm


def _that_can_go(draft: DraftShown) -> tuple[FormFileShown, ...]:
    return tuple(file for file in draft.files if file.scan is not Scan.FOUND)


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
        ticked = [str(file.number) for file in _that_can_go(draft)]
        initial = {"words": draft.words, "seen": draft.saves, "with_it": ticked}
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
                files = frozenset(map(int, answers["with_it"]))
                words = answers["words"]
                send_advocate_draft(link=link, draft=number, seen=seen, words=words, files=files, on=on, now=now)
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


@public
@never_cache
@require_safe
def following_draft_file(request: PageRequest, number: int, file: int) -> HttpResponse:
    """Hand over a file that an advocate put with a draft, so that the person sees it before they send it."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    try:
        said = draft_file_by_link(link, number, file, request.today, now=request.now)
    except NotFound:
        return errors.not_found(request)
    except ActionRefused as refused:
        return no_link(request, refused) if refused.refusal.code == ENDED else errors.refused(request, refused.refusal)
    response = HttpResponse(said.content, content_type=said.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, said.name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
