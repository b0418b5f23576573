"""How does a paper look in the copy that is being prepared, and what more is taken out of it?"""

from __future__ import annotations

from dataclasses import dataclass

# What Django's forms take and clean is untyped, hence Any.
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.mark_copy import mark_copy
from putright.casework.actions.unmark_copy import unmark_copy
from putright.casework.errors import ActionRefused, StaleCase
from putright.casework.queries.copies_shown import PaperShown, paper_in_copy
from putright.domain.copies import WHY_WORDS, WhyOut, pages_meant
from putright.domain.duty import Refused
from putright.domain.whole_file import Laid
from putright.web.access import staff
from putright.web.acts.act import lines_of
from putright.web.acts.copies import NOTE_HINT, WHYS
from putright.web.forms import Choice, HiddenField, PageForm, RadiosField, TextareaField, TextField
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.pages.copies import MarkLine, mark_lines
from putright.web.problems import Problem
from putright.web.templating import show

WORDS, PAGES, BAND, ALL = "words", "pages", "band", "all"
_CHANGED: Final = Refused(
    code="changed-meanwhile",
    message="Somebody else has changed this case meanwhile. Look at the paper as it now is, then send this again.",
)
_WHAT = (
    Choice(WORDS, "Words", reveals=("words",)),
    Choice(PAGES, "Whole pages", reveals=("pages",)),
    Choice(BAND, "A band across a page, such as a line by hand or a face", reveals=("page", "top", "end")),
    Choice(ALL, "The whole paper"),
)
_OF_WORDS = (_WHAT[0], _WHAT[-1])


class PaperForm(PageForm):
    """What is taken out of this paper, and why."""

    what = RadiosField("What is taken out?", _WHAT, required="Choose what is taken out")
    words = TextareaField(
        "Which words?",
        required="Write the words that are taken out",
        hint="One name, number or passage on each line, copied as it stands in the paper. All places of it go.",
        rows=4,
    )
    pages = TextField("Which pages?", required="Write which pages", hint="Such as 2, 5-7", max_length=100)
    page = TextField("Which page?", required="Write which page", max_length=4)
    top = TextField("From where?", required="Write where it begins", hint="0 is the top of the page", max_length=3)
    end = TextField("To where?", required="Write where it ends", hint="100 is the end of the page", max_length=3)
    why = RadiosField("Why?", WHYS, required="Choose why it is taken out")
    note = TextareaField("On what does that rest?", hint=NOTE_HINT, rows=3)
    version = HiddenField()

    def __init__(self, *given: Any, paper: PaperShown, **more: Any) -> None:
        """Ask of a paper of words only what it can answer."""
        super().__init__(*given, initial={"version": paper.version}, **more)
        if paper.laid is Laid.WORDS:
            for name in ("pages", "page", "top", "end"):
                del self.fields[name]
            self.fields["what"] = RadiosField("What is taken out?", _OF_WORDS, required="Choose what is taken out")

    def clean(self) -> dict[str, Any] | None:
        """The pages are numbers."""
        cleaned = super().clean() or {}
        if cleaned.get("what") == PAGES and not self.errors and not pages_meant(cleaned["pages"]):
            self.add_error("pages", "Write the pages as numbers, such as 2, 5-7")
        return cleaned

    def told(self) -> dict[str, Any]:
        """What the action is told."""
        answers = self.cleaned_data
        why: dict[str, Any] = {"why": WhyOut(answers["why"]), "note": answers["note"]}
        match answers["what"]:
            case "words":
                return {**why, "words": lines_of(answers["words"])}
            case "pages":
                return {**why, "pages": pages_meant(answers["pages"]) or ()}
            case "band":
                page, top, end = (_number(answers[name]) for name in ("page", "top", "end"))
                return {**why, "pages": (page,) if page > 0 else (), "band": (top, end)}
        return why


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPaperPage:
    """A paper of the copy, with the log of what is taken out of it."""

    paper: PaperShown
    marks: tuple[MarkLine, ...]
    whys: dict[str, str]
    is_words: bool


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def copy_paper(request: StaffRequest, reference: str, number: int) -> HttpResponse:
    """Show a paper as it would go, take something more out of it, or put something back."""
    try:
        paper = paper_in_copy(request.actor, reference, number, now=request.now)
    except ActionRefused as refused:
        return errors.refused(request, refused.refusal)
    is_back = "put_back" in request.POST
    form = PaperForm(None if is_back else request.POST or None, today=request.today, paper=paper)
    problems: tuple[Refused, ...] = ()
    if request.method == "POST" and (is_back or form.is_valid()):
        try:
            _do(request, paper, form)
        except ActionRefused as refused:
            problems = refused.refusals
        except StaleCase:
            problems = (_CHANGED,)
        else:
            messages.success(request, "It is in the copy again" if is_back else "It is taken out of the copy")
            return redirect("copy-paper", paper.reference, number)
    return _shown(request, paper, form, problems)


def _shown(request: StaffRequest, paper: PaperShown, form: PaperForm, problems: tuple[Refused, ...]) -> HttpResponse:
    page = CopyPaperPage(
        paper=paper,
        marks=mark_lines(paper.marks),
        whys={why.value: words for why, words in WHY_WORDS.items()},
        is_words=paper.laid is Laid.WORDS,
    )
    if form.is_bound:
        form.refuse(*problems)
        return show(request, "copy_paper.jinja", page, form=form)
    said = tuple(Problem(refused.message) for refused in problems)
    return show(request, "copy_paper.jinja", page, form=form, problems=said)


def _do(request: StaffRequest, paper: PaperShown, form: PaperForm) -> None:
    who: dict[str, Any] = {"actor": request.actor, "case": paper.reference, "on": request.today, "now": request.now}
    who["version"] = _number(request.POST.get("version", ""))
    if "put_back" in request.POST:
        unmark_copy(**who, mark=_number(request.POST["put_back"]))
    else:
        mark_copy(**who, papers=(paper.number,), **form.told())


def _number(typed: str) -> int:
    return int(typed) if typed.strip().isdecimal() and len(typed) < len("1234567890") else -1
