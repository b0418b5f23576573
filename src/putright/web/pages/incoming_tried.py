"""Did nobody answer when somebody was rung who had asked for it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.note_call_tried import note_call_tried
from putright.casework.errors import ActionRefused
from putright.casework.queries.tray import MessageShown, message_shown
from putright.domain.access import Deed, why_not_here
from putright.domain.call_backs import NOT_ASKED, CallBack
from putright.web.access import staff
from putright.web.forms import Choice, PageForm, RadiosField
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.pages.incoming import sender_of
from putright.web.templating import show
from putright.web.wording import nhs_date_with_weekday

YES, NO = "yes", "no"


class TriedForm(PageForm):
    """Whether a message was left."""

    left_message = RadiosField(
        "Did you leave a message?",
        (
            Choice(YES, "Yes", "Only where they said that one may be left. Say who rang, and no more."),
            Choice(NO, "No, or there was no way to"),
        ),
        required="Choose whether you left a message",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedPage:
    """Who was rung."""

    message: MessageShown
    sender: str


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def incoming_tried(request: StaffRequest, number: int) -> HttpResponse:
    """Ask, and note that nobody answered; the request goes on waiting."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    message = message_shown(request.actor, number, now=request.now)
    if message.call is None:
        return errors.refused(request, NOT_ASKED)
    form = TriedForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        left = form.cleaned_data["left_message"] == YES
        try:
            call = note_call_tried(actor=request.actor, message=number, left_message=left, now=request.now)
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, _said(call))
            return redirect("incoming-message", number)
    page = TriedPage(message=message, sender=sender_of(message.sender_name, message.sender))
    return show(request, "incoming_tried.jinja", page, form=form)


_WRITE: Final = "The call is noted. Nobody answered on the last day either: write to them now"


def _said(call: CallBack) -> str:
    if call.again_by is None:
        return _WRITE
    return f"The call is noted. Ring them again by the end of {nhs_date_with_weekday(call.again_by)}"
