"""Which case is it? The page behind the box at the head of every staff page.

What is typed may be a name or a number of a person: it is sent in a form, kept in the session, and never in an address.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.errors import ActionRefused
from putright.casework.queries.consent_shown import case_of_form
from putright.casework.queries.feedback import FeedbackLine, find_feedback
from putright.casework.queries.find_case import MOST, Found, FoundCase, find_case
from putright.domain.access import Deed, reaches
from putright.domain.feedback import FEEDBACK_WORDS, STATE_WORDS
from putright.domain.sought import LONGEST
from putright.web.access import staff
from putright.web.casefile.words import STATUS_TAGS
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.problems import Problem
from putright.web.templating import show

SOUGHT: Final = "sought"
BOX: Final = "#sought"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One case that may be meant."""

    case: FoundCase
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A concern or the like whose person may be meant."""

    line: FeedbackLine
    kind: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindPage:
    """What was looked for, and what was found; `tries` is what to try where nothing was."""

    sought: str
    lines: tuple[Line, ...]
    has_looked: bool
    says: str
    tries: tuple[str, ...]
    feedback: tuple[Said, ...] = ()


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: StaffRequest) -> HttpResponse:
    """Keep what is looked for, then show it; a reference leads to its case, the code of a consent form to its boxes."""
    if not reaches(request.actor, Deed.SEE):
        return redirect("administration")
    if request.method == "POST":
        request.session[SOUGHT] = request.POST.get("sought", "")[:LONGEST].strip()
        return redirect("find")
    typed = str(request.session.get(SOUGHT, ""))
    if form := case_of_form(request.actor, typed):
        return redirect("act", form, "record-consent")
    try:
        found = find_case(request.actor, typed, now=request.now)
    except ActionRefused as refused:
        page = FindPage(sought=typed, lines=(), has_looked=False, says="", tries=())
        return show(request, "find.jinja", page, problems=(Problem(refused.refusal.message, BOX),))
    if found.only:
        return redirect("case", found.only)
    said = find_feedback(request.actor, found.meant, now=request.now)
    return show(request, "find.jinja", replace(_page(typed, found), feedback=tuple(map(_said, said))))


def _page(typed: str, found: Found) -> FindPage:
    return FindPage(
        sought=typed,
        lines=tuple(Line(case=case, tag=STATUS_TAGS[case.status]) for case in found.cases),
        has_looked=found.meant.is_anything,
        says=_says(typed, found),
        tries=() if found.cases or not typed else _tries(found),
    )


def _said(line: FeedbackLine) -> Said:
    return Said(line=line, kind=FEEDBACK_WORDS[line.kind], state=STATE_WORDS[line.state])


def _says(typed: str, found: Found) -> str:
    if not typed:
        return ""
    if not found.meant.is_anything:
        return "That is too little to look for."
    if found.is_too_much:
        return f"More than {MOST} cases may be meant. Add a first name, a date of birth or the day it was received."
    if not found.cases:
        return "No case that you may see was found."
    return ""


def _tries(found: Found) -> tuple[str, ...]:
    if found.is_too_much:
        return ()
    meant = found.meant
    tries = []
    if found.is_wrong_number:
        tries.append(
            "An NHS number has a last digit that checks the others, and this one does not fit. Compare each digit."
        )
    if meant.telephone:
        tries.append("Type the last 6 digits of the telephone number, in case another code was given.")
    if meant.words:
        tries.append("Type only the beginning of the surname, such as the first three letters.")
        tries.append("Try the name of the patient, if somebody else complained for them.")
    if meant.day:
        tries.append("A date is compared with the patient’s date of birth and with the day of receipt, and no other.")
    tries.append("It may be a case that you may not see: one of another organisation, or one that names you.")
    return tuple(tries)
