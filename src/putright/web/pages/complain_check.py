"""Is everything right, and is there a paper to go with it? Then the complaint is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_http_methods

from putright.casework.actions.receive_complaint import receive_complaint
from putright.casework.errors import ActionRefused
from putright.casework.form_files import MOST_ON_A_FORM, FormFileShown, add_to_form, files_on, files_to_send, take_off
from putright.casework.queries.bodies import body_public
from putright.domain.channels import Channel
from putright.gateways.file_kinds import KINDS_IN_WORDS
from putright.web import journey
from putright.web.access import public
from putright.web.complaining import saving
from putright.web.complaining.checked import Section, sections
from putright.web.complaining.journey import COMPLAIN
from putright.web.complaining.rounds import things_told
from putright.web.complaining.speaking_forms import proof_in
from putright.web.complaining.told import complaint_told
from putright.web.forms import FileField, PageForm
from putright.web.language import language_chosen
from putright.web.page_request import PageRequest
from putright.web.taking_in import site_scans_files, site_takes_files, taken_in
from putright.web.templating import show
from putright.web.wording import file_size

ADD, REMOVE = "add", "remove"
BOXES: Final = tuple(f"file_{number}" for number in range(1, MOST_ON_A_FORM + 1))


class CheckForm(PageForm):
    """The papers that go with the complaint; each box is named for its place among those that are kept."""

    file_1 = FileField("", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    file_2 = FileField("", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    file_3 = FileField("", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)

    def name_box(self, box: str, label: str) -> None:
        """Name a box by the place of its file among those that are kept."""
        field = self.fields[box]
        if isinstance(field, FileField):
            field.look = replace(field.look, label=label)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """Every answer, to whom it goes, the files that are kept, and the boxes for more."""

    to: str
    sections: tuple[Section, ...]
    takes_files: bool
    scans_files: bool
    kept: tuple[FormFileShown, ...]
    boxes: tuple[str, ...]
    most_files: int
    largest: str
    kinds: str
    proof: str  # a paper that shows that the person may speak for the patient, if there is one


@public
@require_http_methods(["GET", "HEAD", "POST"])
def complain_check(request: PageRequest) -> HttpResponse:
    """Show the answers, and send the complaint: once, however often the button is pressed.

    A file is kept as soon as it is here, so that nothing needs to be chosen again, whatever else is wrong.
    """
    if request.method == "POST":
        saving.bring_back_what_was_put_aside(request)
    elif saving.is_put_aside(request):
        return redirect("complain-saved")
    if elsewhere := journey.to_unanswered(request, COMPLAIN):
        return elsewhere
    if request.method != "POST":
        return _show(request, CheckForm(today=request.today))
    if REMOVE in request.POST:
        return _take_off(request)
    form = CheckForm(request.POST, request.FILES, today=request.today)
    form.is_valid()
    _keep_files(request, form)
    if journey.SAVE in request.POST and not form.errors:
        return _save(request, form)
    if ADD in request.POST and not (form.errors or request.FILES):
        form.add_error(BOXES[0], _("Choose a file to add"))
    if form.errors:
        return _show(request, form)
    if ADD in request.POST:
        return _to_the_files()
    return _send(request, form)


def _keep_files(request: PageRequest, form: CheckForm) -> None:
    """Keep what can be kept; what cannot is said at its box."""
    for box in BOXES:
        if file := taken_in(form, box, now=request.now):
            try:
                add_to_form(journey.token(request, COMPLAIN), file, now=request.now)
            except ActionRefused as refused:
                form.refuse(*refused.refusals, field=box)


def _take_off(request: PageRequest) -> HttpResponse:
    number = request.POST[REMOVE]
    if number.isascii() and number.isdigit():
        take_off(journey.token(request, COMPLAIN), int(number[:6]))
    return _to_the_files()


def _to_the_files() -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('complain-check')}#files")


def _send(request: PageRequest, form: CheckForm) -> HttpResponse:
    answered, token = journey.cleaned(request, COMPLAIN), journey.token(request, COMPLAIN)
    try:
        receipt = receive_complaint(
            actor=None,
            body=answered["to"],
            complaint=complaint_told(answered, files_to_send(token), read_in=language_chosen(request)),
            channel=Channel.ONLINE,
            on=request.today,
            now=request.now,
            form=token,
        )
    except ActionRefused as refused:
        if _was_sent_meanwhile(request):
            return redirect("complain-done")
        form.refuse(*refused.refusals)
        return _show(request, form)
    kept = {"reference": receipt.reference, "secret": receipt.secret, "body": answered["to"]}
    journey.finish(request, COMPLAIN, kept)
    saving.put_away(request)  # it is sent, and with that no longer saved
    return redirect("complain-done")


def _save(request: PageRequest, form: CheckForm) -> HttpResponse:
    try:
        return saving.save(request)
    except ActionRefused as refused:
        form.refuse(*refused.refusals)
        return _show(request, form)


def _show(request: PageRequest, form: CheckForm) -> HttpResponse:
    journey.token(request, COMPLAIN)
    return show(request, "complain_check.jinja", _page(request, form), form=form)


def _was_sent_meanwhile(request: PageRequest) -> bool:
    """Return whether the same form was sent while this request ran: the button pressed twice."""
    request.session = type(request.session)(request.session.session_key)
    return journey.outcome(request, COMPLAIN) is not None


def _page(request: PageRequest, form: CheckForm) -> CheckPage:
    kept = files_on(journey.token(request, COMPLAIN))
    proof = proof_in(journey.answers(request, COMPLAIN))
    boxes = _boxes(form, MOST_ON_A_FORM - len(kept))
    for number, box in enumerate(boxes, start=len(kept) + 1):
        form.name_box(box, gettext("File %(number)s") % {"number": number})
    return CheckPage(
        to=body_public(journey.answers(request, COMPLAIN).one("to")).name,
        sections=tuple(
            sections(journey.answers_to_check(request, COMPLAIN), things_told(journey.answers(request, COMPLAIN)))
        ),
        takes_files=site_takes_files(),
        scans_files=site_scans_files(),
        kept=kept,
        boxes=boxes,
        most_files=MOST_ON_A_FORM,
        largest=file_size(settings.PUTRIGHT_UPLOAD_LIMIT),
        kinds=KINDS_IN_WORDS,
        proof=proof.paper if proof else "",
    )


def _boxes(form: CheckForm, room: int) -> tuple[str, ...]:
    """As many boxes as there is room for more files, those with a mistake first of all."""
    wrong = [box for box in BOXES if box in form.errors]
    others = [box for box in BOXES if box not in form.errors]
    return tuple(sorted([*wrong, *others[: max(0, room - len(wrong))]]))
