"""What is in a message, and on which case is it to go?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.file_message import MEANING_WORDS, Meaning, file_message
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.contact_shown import ContactShown, arranged_on
from putright.casework.queries.tray import FileShown, MessageShown, Suggested, message_shown
from putright.domain.access import Deed, why_not_here
from putright.domain.incoming import ASIDE_WORDS, MESSAGE_KIND_WORDS, SIGN_WORDS, MessageKind, Sign
from putright.domain.references import reference_meant, reference_shown
from putright.domain.scanning import why_not_opened
from putright.web.access import staff
from putright.web.casefile.words import SCAN_TAGS
from putright.web.components import Tag
from putright.web.forms import Choice, PageForm, RadiosField, SelectField, TextField
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.pages.incoming import sender_of
from putright.web.templating import show

ANOTHER = "another"
_NAMED = {MessageKind.CALL: "The call", MessageKind.CALL_BACK: "The request to be called"}
_UNSAID = (MessageKind.FROM_A_PERSON, MessageKind.CALL)
NO_REFERENCE = "Enter the reference as it stands on the case, such as ABCD-1234"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file that came with the message, and whether it can be opened."""

    file: FileShown
    tag: Tag | None
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePage:
    """A message, with its kind and its files in words."""

    message: MessageShown
    sender: str
    kind: str
    files: tuple[FileLine, ...]
    aside: str
    is_known: bool
    may_open: bool
    is_call: bool
    asks_for_call: bool
    arranged: tuple[tuple[str, ContactShown], ...]
    forms: tuple[Suggested, ...]  # the cases whose consent form it may be


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def incoming_message(request: StaffRequest, number: int) -> HttpResponse:
    """Show a message, and put it on the case that is chosen."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    message = message_shown(request.actor, number, now=request.now)
    form = _form_for(message)(request.POST or None, today=request.today, initial=_beginning(message))
    if request.method == "POST" and form.is_valid() and (filed := _file(request, form, number)):
        messages.success(request, f"{_called(message)} is on the case {reference_shown(filed)}")
        return redirect("case", filed)
    return show(request, "incoming_message.jinja", _page(request, message), form=form)


def _called(message: MessageShown) -> str:
    return _NAMED.get(message.kind, "The message")


def _file(request: StaffRequest, form: PageForm, number: int) -> str:
    """Put the message on the case, and return its reference; nothing where that is refused."""
    answered = form.cleaned_data
    chosen = answered["reference"] if answered["case"] == ANOTHER else answered["case"]
    try:
        done = file_message(
            actor=request.actor,
            message=number,
            case=reference_meant(chosen) or chosen,
            now=request.now,
            meaning=Meaning(answered["meaning"]),
        )
    except ActionRefused as refused:
        form.refuse(*refused.refusals)
    except NotFound:
        box = "reference" if answered["case"] == ANOTHER else "case"
        form.add_error(box, "There is no such case, or it is not one that you may see. Check the reference")
    else:
        return done.reference
    return ""


def _form_for(message: MessageShown) -> type[PageForm]:
    """Return the form with the cases that the message may be about."""
    cases = [
        Choice(
            each.reference,
            f"{each.reference_shown}, {each.complainant}",
            SIGN_WORDS[each.sign] + ("" if each.knows_sender else ", but its sender is not known there"),
        )
        for each in message.suggested
    ]
    boxes: dict[str, Any] = {
        "__doc__": "On which case the message is to go, and what it means there.",
        "case": RadiosField(
            "Which case is it about?",
            [*cases, Choice(ANOTHER, "Another case" if cases else "A case", reveals=("reference",))],
            required="Choose the case that it is about",
        ),
        "reference": TextField("Reference", required=NO_REFERENCE, max_length=20, width=10, spellcheck=False),
        "meaning": SelectField(
            "What does it mean for the case?",
            [Choice(meaning.value, words) for meaning, words in MEANING_WORDS.items()],
            required="Choose what it means",
            hint="Only what you choose is recorded. No message gives consent, or asks for a review, by itself.",
        ),
    }
    return type("FilingForm", (PageForm,), boxes)


def _beginning(message: MessageShown) -> dict[str, object]:
    first = message.suggested[0].reference if message.suggested else ANOTHER
    return {"case": first, "meaning": Meaning.MESSAGE.value}


def _page(request: StaffRequest, message: MessageShown) -> MessagePage:
    return MessagePage(
        message=message,
        sender=sender_of(message.sender_name, message.sender),
        kind="" if message.kind in _UNSAID else MESSAGE_KIND_WORDS[message.kind],
        files=tuple(
            FileLine(file=file, tag=SCAN_TAGS.get(file.scan), opens=why_not_opened(file.scan) is None)
            for file in message.files
        ),
        aside=ASIDE_WORDS[message.reason] if message.reason else "",
        is_known=any(each.knows_sender for each in message.suggested),
        may_open=why_not_here(request.actor, Deed.RECEIVE) is None,
        is_call=message.kind is MessageKind.CALL,
        asks_for_call=message.kind is MessageKind.CALL_BACK,
        forms=tuple(each for each in message.suggested if each.sign is Sign.FORM),
        arranged=arranged_on(request.actor, [each.reference for each in message.suggested], request.today),
    )
