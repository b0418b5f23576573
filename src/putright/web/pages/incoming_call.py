"""Who rang, and what did they say, where there is no case yet?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.note_call import LONGEST_CALL_WORDS, note_call
from putright.casework.errors import ActionRefused
from putright.casework.queries.tray import is_there
from putright.domain.access import Deed, why_not_here
from putright.web.access import staff
from putright.web.forms import DateField, PageForm, TextareaField, TextField
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show

ELSEWHERE = "The call is kept. It may be about a case that you may not see: whoever may sees the call"


class CallForm(PageForm):
    """What was said, by whom, and how to ring them back."""

    words = TextareaField(
        "What was said?",
        required="Write what was said",
        hint="In their own words where you can. The person can ask to see it.",
        rows=6,
        max_length=LONGEST_CALL_WORDS,
    )
    full_name = TextField("Who rang?", hint="As far as they said.", max_length=120)
    telephone = TextField("Their telephone number", max_length=40, width=20, spellcheck=False)
    on = DateField("When was it?", name="The day of the call", required="Enter the date", not_after_today=True)


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def incoming_call(request: StaffRequest) -> HttpResponse:
    """Ask, and keep the call; the next page says what can become of it."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    form = CallForm(request.POST or None, today=request.today, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        answered = form.cleaned_data
        try:
            number = note_call(
                actor=request.actor,
                words=answered["words"],
                name=answered["full_name"],
                telephone=answered["telephone"],
                on=answered["on"],
                now=request.now,
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            if not is_there(request.actor, number):
                messages.success(request, ELSEWHERE)
                return redirect("incoming")
            messages.success(request, "The call is kept. Say what becomes of it, now or later")
            return redirect("incoming-message", number)
    return show(request, "incoming_call.jinja", None, form=form)
