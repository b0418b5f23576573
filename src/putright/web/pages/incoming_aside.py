"""Why is a message no business of a case?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.put_message_aside import LONGEST_NOTE, put_message_aside
from putright.casework.errors import ActionRefused
from putright.casework.queries.tray import message_shown
from putright.domain.access import Deed, why_not_here
from putright.domain.incoming import ASIDE_WORDS, AsideReason
from putright.web.access import staff
from putright.web.forms import PageForm, RadiosField, TextareaField, choices_from
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.pages.incoming import sender_of
from putright.web.templating import show


class AsideForm(PageForm):
    """The reason."""

    reason = RadiosField(
        "Why is it put aside?",
        choices_from({reason.value: words for reason, words in ASIDE_WORDS.items()}),
        required="Choose why it is put aside",
    )
    note = TextareaField(
        "What was done with it?", rows=3, max_length=LONGEST_NOTE, hint="Such as to whom it was passed on."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AsidePage:
    """Whose message it is."""

    number: int
    sender: str


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def incoming_aside(request: StaffRequest, number: int) -> HttpResponse:
    """Ask why, and put the message aside; it is kept."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    message = message_shown(request.actor, number, now=request.now)
    form = AsideForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        answered = form.cleaned_data
        try:
            put_message_aside(
                actor=request.actor,
                message=number,
                reason=AsideReason(answered["reason"]),
                note=answered["note"],
                now=request.now,
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, "The message was put aside. It is kept under “Put aside”")
            return redirect("incoming")
    page = AsidePage(number=number, sender=sender_of(message.sender_name, message.sender))
    return show(request, "incoming_aside.jinja", page, form=form)
