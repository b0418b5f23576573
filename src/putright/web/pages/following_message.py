"""Does somebody who follows their complaint want to tell us, ask us or send us something?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.send_message import send_message
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.form_files import MOST_ON_A_FORM
from putright.casework.open_link import ENDED
from putright.casework.queries.follow import FollowPage, followed
from putright.gateways.file_kinds import KINDS_IN_WORDS
from putright.web.access import public
from putright.web.chosen_files import ChosenFiles, chosen_files, done_with, keep_chosen, to_send
from putright.web.following import link_followed
from putright.web.following_acts import no_link
from putright.web.forms import FileField, PageForm, TextareaField
from putright.web.forms.page_form import REMOVE_FILE
from putright.web.page_request import PageRequest
from putright.web.taking_in import site_scans_files, site_takes_files, taken_in
from putright.web.templating import show
from putright.web.wording import file_size

LONGEST: Final = 10_000
BOXES: Final = tuple(f"file_{number}" for number in range(1, MOST_ON_A_FORM + 1))


class MessageForm(PageForm):
    """The words, and the files that go with them; either is enough."""

    shown_again_by = (REMOVE_FILE,)

    words = TextareaField(_("Your message"), rows=8, max_length=LONGEST)
    file_1 = FileField("File 1", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    file_2 = FileField("File 2", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    file_3 = FileField("File 3", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePage:
    """The complaint, the files that wait with the form, and what may be sent."""

    case: FollowPage
    files: ChosenFiles
    takes_files: bool
    scans_files: bool
    most_files: int
    largest: str
    kinds: str


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_message(request: PageRequest) -> HttpResponse:
    """Ask for the words and the files, and put them on the case; what is wrong is said, and the rest is kept."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    try:
        case = followed(link, request.today, now=request.now)
        if request.method == "POST":
            return _sent(request, case, link)
    except NotFound as gone:
        return no_link(request, gone)
    except ActionRefused as refused:
        return no_link(request, refused)
    form = MessageForm(today=request.today)
    return _show(request, case, form, chosen_files(request, form))


def _sent(request: PageRequest, case: FollowPage, link: int) -> HttpResponse:
    form = MessageForm(request.POST, request.FILES, today=request.today)
    is_good = form.is_valid()
    taken = {box: file for box in BOXES if (file := taken_in(form, box, now=request.now))}
    chosen = keep_chosen(request, form, chosen_files(request, form), taken)
    if REMOVE_FILE in request.POST or not (is_good and form.is_valid()):
        return _show(request, case, form, chosen)
    words = form.cleaned_data["words"]
    try:
        send_message(link=link, words=words, files=to_send(chosen), on=request.today, now=request.now)
    except ActionRefused as refused:
        if refused.refusal.code == ENDED:
            raise
        form.refuse(*refused.refusals, field="words" if refused.refusal.code == "nothing-sent" else None)
        return _show(request, case, form, chosen)
    done_with(chosen)
    messages.success(request, _("We have your message. We read messages on working days."))
    return redirect("following")


def _show(request: PageRequest, case: FollowPage, form: MessageForm, chosen: ChosenFiles) -> HttpResponse:
    for number, box in enumerate(chosen.boxes, start=len(chosen.kept) + 1):
        field = form.fields[box]
        if isinstance(field, FileField):
            field.look = replace(field.look, label=gettext("File %(number)s") % {"number": number})
    page = MessagePage(
        case=case,
        files=chosen,
        takes_files=site_takes_files(),
        scans_files=site_scans_files(),
        most_files=MOST_ON_A_FORM,
        largest=file_size(settings.PUTRIGHT_UPLOAD_LIMIT),
        kinds=KINDS_IN_WORDS,
    )
    return show(request, "following_message.jinja", page, form=form)
