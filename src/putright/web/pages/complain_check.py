"""Is everything right, and is there a paper to go with it? Then the complaint is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.receive_complaint import receive_complaint
from putright.casework.errors import ActionRefused
from putright.casework.queries.bodies import body_public
from putright.casework.said import FileSaid
from putright.domain.channels import Channel
from putright.gateways.file_kinds import kind_of
from putright.web import journey
from putright.web.access import public
from putright.web.complaining.journey import COMPLAIN
from putright.web.complaining.told import complaint_told
from putright.web.components import Answer
from putright.web.forms import FileField, PageForm
from putright.web.page_request import PageRequest
from putright.web.templating import show
from putright.web.wording import file_size

MOST_FILES: Final = 3
NOT_GIVEN: Final = ("Not given",)
# The question with which each part of the list begins.
SECTIONS: Final = {"to": "Who it goes to, and for whom", "what-happened": "What happened", "name": "About you"}
NOT_AS_NAMED: Final = (
    "The selected file is not what its name says, or is of a kind we cannot open. Save it as a PDF, or send it by post"
)


class CheckForm(PageForm):
    """The papers that go with the complaint."""

    file_1 = FileField("File 1", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    file_2 = FileField("File 2", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    file_3 = FileField("File 3", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)

    def clean(self) -> dict[str, Any] | None:
        """Look into each file: its name alone is not believed."""
        cleaned = super().clean()
        self.said: list[FileSaid] = []
        for box, file in list(self.cleaned_data.items()):
            if isinstance(file, UploadedFile):
                self._look_into(box, file)
        return cleaned

    def _look_into(self, box: str, file: UploadedFile[bytes]) -> None:
        name, content = str(file.name), file.read()
        kind = kind_of(name, content)
        if kind is None:
            self.add_error(box, ValidationError(NOT_AS_NAMED, code="not-as-named"))
        else:
            self.said.append(FileSaid(name=name, media_type=kind, content=content))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some of the answers, under a heading."""

    heading: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """Every answer, to whom it goes, and which files may come with it."""

    to: str
    sections: tuple[Section, ...]
    most_files: int
    largest: str
    choose_again: bool


@public
@require_http_methods(["GET", "HEAD", "POST"])
def complain_check(request: PageRequest) -> HttpResponse:
    """Show the answers, and send the complaint: once, however often the button is pressed."""
    if elsewhere := journey.to_unanswered(request, COMPLAIN):
        return elsewhere
    is_sent = request.method == "POST"
    form = CheckForm(request.POST if is_sent else None, request.FILES if is_sent else None, today=request.today)
    if is_sent and form.is_valid():
        try:
            _send(request, form)
        except ActionRefused as refused:
            if _was_sent_meanwhile(request):
                return redirect("complain-done")
            form.refuse(*refused.refusals)
        else:
            return redirect("complain-done")
    journey.token(request, COMPLAIN)
    return show(request, "complain_check.jinja", _page(request), form=form)


def _send(request: PageRequest, form: CheckForm) -> None:
    answered = journey.cleaned(request, COMPLAIN)
    receipt = receive_complaint(
        actor=None,
        body=answered["to"],
        complaint=complaint_told(answered, tuple(form.said)),
        channel=Channel.ONLINE,
        on=request.today,
        now=request.now,
        form=journey.token(request, COMPLAIN),
    )
    journey.finish(request, COMPLAIN, {"reference": receipt.reference, "secret": receipt.secret})


def _was_sent_meanwhile(request: PageRequest) -> bool:
    """Return whether the same form was sent while this request ran: the button pressed twice."""
    request.session = type(request.session)(request.session.session_key)
    return journey.outcome(request, COMPLAIN) is not None


def _page(request: PageRequest) -> CheckPage:
    return CheckPage(
        to=body_public(journey.answers(request, COMPLAIN).one("to")).name,
        sections=tuple(_sections(journey.answers_to_check(request, COMPLAIN))),
        most_files=MOST_FILES,
        largest=file_size(settings.PUTRIGHT_UPLOAD_LIMIT),
        choose_again=bool(request.FILES),
    )


def _sections(rows: tuple[Answer, ...]) -> Iterator[Section]:
    """Put the answers under headings; what was not answered is left out, for it would hide what was."""
    begins = {COMPLAIN.address_of(COMPLAIN.at(name)): heading for name, heading in SECTIONS.items()}
    heading, held = "", list[Answer]()
    for row in rows:
        starts = begins.get(row.change.partition("?")[0], heading)
        if starts != heading and held:
            yield Section(heading=heading, answers=tuple(held))
            held = []
        heading = starts
        if row.lines != NOT_GIVEN:
            held.append(row)
    yield Section(heading=heading, answers=tuple(held))
