"""What does an advocate write for a person, and does the person get it to read?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.take_back_advocate_draft import take_back_advocate_draft
from putright.casework.actions.write_advocate_draft import write_advocate_draft
from putright.casework.errors import ActionRefused
from putright.casework.queries.advocate_cases import CaseToWrite, case_to_write
from putright.casework.queries.drafts_shown import DraftShown
from putright.domain.advocate_drafts import LONGEST, DraftKind, DraftState
from putright.web.access import own
from putright.web.forms import PageForm, TextareaField
from putright.web.page_request import OwnRequest
from putright.web.templating import show

SAVE, HAND, TAKE, DROP = "save", "hand", "take", "drop"
TITLES = {
    DraftKind.MESSAGE: "A message for them to send",
    DraftKind.QUESTIONS: "Questions for them to ask at the meeting",
    DraftKind.REVIEW: "Why somebody should look again, for them to send",
}


class WordsForm(PageForm):
    """The words."""

    words = TextareaField(
        "In the person’s words, as they would say it",
        required="Write something before it goes on",
        hint="Write “I”: it is the person who sends it.",
        rows=14,
        max_length=LONGEST,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocateDraftPage:
    """For whom it is, and how far it has come."""

    case: CaseToWrite
    draft: DraftShown | None
    title: str

    @property
    def is_with_person(self) -> bool:
        """Whether the person has it to read."""
        return self.draft is not None and self.draft.state is DraftState.WAITING


@own
@require_http_methods(["GET", "HEAD", "POST"])
def advocate_draft(request: OwnRequest, reference: str, kind: str) -> HttpResponse:
    """Show the draft, keep it, hand it over, take it back or drop it."""
    if kind not in TITLES:
        raise Http404
    case = case_to_write(request.user.pk, reference, request.today, now=request.now)
    draft = next((each for each in case.drafts if each.kind == kind), None)
    form = WordsForm(request.POST or None, today=request.today, initial={"words": draft.words if draft else ""})
    step = request.POST.get("step", SAVE)
    if request.method == "POST" and step in (TAKE, DROP):
        return _taken(request, case, DraftKind(kind), drop=step == DROP)
    if request.method == "POST" and form.is_valid():
        try:
            return _kept(request, case, DraftKind(kind), form.cleaned_data["words"], hand_over=step == HAND)
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
    page = AdvocateDraftPage(case=case, draft=draft, title=TITLES[DraftKind(kind)])
    return show(request, "advocate_draft.jinja", page, form=form)


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
