"""What does an advocate write for a person, and does the person get it to read?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.change_advocate_draft_files import change_advocate_draft_files
from putright.casework.actions.take_back_advocate_draft import take_back_advocate_draft
from putright.casework.actions.write_advocate_draft import write_advocate_draft
from putright.casework.errors import ActionRefused
from putright.casework.form_files import MOST_ON_A_FORM
from putright.casework.queries.advocate_cases import CaseToWrite, case_to_write
from putright.casework.queries.drafts_shown import DraftShown
from putright.domain.advocate_drafts import LONGEST, TAKES_FILES, DraftKind, DraftState
from putright.gateways.file_kinds import KINDS_IN_WORDS
from putright.web.access import own
from putright.web.forms import FileField, PageForm, TextareaField
from putright.web.forms.page_form import REMOVE_FILE
from putright.web.page_request import OwnRequest
from putright.web.taking_in import site_takes_files, taken_in
from putright.web.templating import show
from putright.web.wording import file_size

SAVE, HAND, TAKE, DROP = "save", "hand", "take", "drop"
TITLES = {
    DraftKind.MESSAGE: "A message for them to send",
    DraftKind.QUESTIONS: "Questions for them to ask at the meeting",
    DraftKind.REVIEW: "Why somebody should look again, for them to send",
}


class WordsForm(PageForm):
    """The words, and the files that go with them."""

    shown_again_by = (REMOVE_FILE,)

    words = TextareaField(
        "In the person’s words, as they would say it",
        required="Write something before it goes on",
        hint="Write “I”: it is the person who sends it.",
        rows=14,
        max_length=LONGEST,
    )
    file_1 = FileField("File 1", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    file_2 = FileField("File 2", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    file_3 = FileField("File 3", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)


BOXES: Final = tuple(f"file_{number}" for number in range(1, MOST_ON_A_FORM + 1))
_LONGEST_NUMBER: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocateDraftPage:
    """For whom it is, how far it has come, and which files may go with it: in which boxes more can be chosen."""

    case: CaseToWrite
    draft: DraftShown | None
    title: str
    goes_with_files: bool
    boxes: tuple[str, ...]
    takes_files: bool
    most_files: int
    largest: str
    kinds: str

    @property
    def is_with_person(self) -> bool:
        """Whether the person has it to read."""
        return self.draft is not None and self.draft.state is DraftState.WAITING


@own
@require_http_methods(["GET", "HEAD", "POST"])
def advocate_draft(request: OwnRequest, reference: str, kind: str) -> HttpResponse:
    """Show the draft, keep it and its files, hand it over, take it back or drop it.

    Files are kept at once, also where something else is wrong: nothing need be chosen twice.
    """
    if kind not in TITLES:
        raise Http404
    case = case_to_write(request.user.pk, reference, request.today, now=request.now)
    draft = _draft_of(case, kind)
    posted = request.method == "POST"
    step = request.POST.get("step", SAVE)
    if posted and step in (TAKE, DROP):
        return _taken(request, case, DraftKind(kind), drop=step == DROP)
    initial = {"words": draft.words if draft else ""}
    files = request.FILES if posted else None
    form = WordsForm(request.POST if posted else None, files, today=request.today, initial=initial)
    if posted:
        is_good = form.is_valid()
        if _files_kept(request, case, DraftKind(kind), form) and is_good and REMOVE_FILE not in request.POST:
            try:
                return _kept(request, case, DraftKind(kind), form.cleaned_data["words"], hand_over=step == HAND)
            except ActionRefused as refused:
                form.refuse(*refused.refusals)
        draft = _draft_of(case_to_write(request.user.pk, reference, request.today, now=request.now), kind)
    return show(request, "advocate_draft.jinja", _page(case, draft, DraftKind(kind), form), form=form)


def _draft_of(case: CaseToWrite, kind: str) -> DraftShown | None:
    return next((each for each in case.drafts if each.kind == kind), None)


def _page(case: CaseToWrite, draft: DraftShown | None, kind: DraftKind, form: WordsForm) -> AdvocateDraftPage:
    kept = len(draft.files) if draft else 0
    boxes = BOXES[: max(0, MOST_ON_A_FORM - kept)]
    for number, box in enumerate(boxes, start=kept + 1):
        field = form.fields[box]
        if isinstance(field, FileField):
            field.look = replace(field.look, label=f"File {number}")
    return AdvocateDraftPage(
        case=case,
        draft=draft,
        title=TITLES[kind],
        goes_with_files=kind in TAKES_FILES,
        boxes=boxes,
        takes_files=site_takes_files(),
        most_files=MOST_ON_A_FORM,
        largest=file_size(settings.PUTRIGHT_UPLOAD_LIMIT),
        kinds=KINDS_IN_WORDS,
    )


def _files_kept(request: OwnRequest, case: CaseToWrite, kind: DraftKind, form: WordsForm) -> bool:
    """Keep the files that were chosen and take off the one that goes; return whether nothing is wrong with any."""
    taken = tuple(file for box in BOXES if (file := taken_in(form, box, now=request.now)))
    number = request.POST.get(REMOVE_FILE, "")
    goes = int(number[:_LONGEST_NUMBER]) if number.isascii() and number.isdecimal() else None
    if taken or goes is not None:
        try:
            change_advocate_draft_files(
                account=request.user.pk,
                case=case.reference,
                kind=kind,
                add=taken,
                take_off=goes,
                on=request.today,
                now=request.now,
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
    return not form.errors


def _kept(request: OwnRequest, case: CaseToWrite, kind: DraftKind, words: str, *, hand_over: bool) -> HttpResponse:
    write_advocate_draft(
        account=request.user.pk,
        case=case.reference,
        kind=kind,
        words=words,
        hand_over=hand_over,
        on=request.today,
        now=request.now,
    )
    said = f"{case.person} can read it now. Nothing was sent" if hand_over else "It is saved. Only you see it"
    messages.success(request, said)
    return redirect("advocate-case", case.reference)


def _taken(request: OwnRequest, case: CaseToWrite, kind: DraftKind, *, drop: bool) -> HttpResponse:
    take_back_advocate_draft(
        account=request.user.pk, case=case.reference, kind=kind, drop=drop, on=request.today, now=request.now
    )
    messages.success(
        request, "It is deleted" if drop else f"{case.person} does not have it any more. You can change it"
    )
    return redirect("advocate-case", case.reference) if drop else redirect("advocate-draft", case.reference, kind.value)
