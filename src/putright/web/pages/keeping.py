"""Which cases could be closed, of which is the time to keep the file over, and which are kept for longer?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.keeping_list import KeptFile, ToClose, cases_to_close, files_due, files_kept_longer
from putright.domain.access import Deed, why_not_here
from putright.domain.keeping import KEPT_FOR_WORDS, Hold
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.wording import nhs_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One file: where it stands, and why it is kept for longer."""

    file: KeptFile
    tag: Tag
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingPage:
    """The cases that could be closed, the files whose time is up, and those that are kept for longer."""

    to_close: tuple[ToClose, ...]
    due: tuple[Line, ...]
    longer: tuple[Line, ...]


@staff
@require_safe
def keeping(request: StaffRequest) -> HttpResponse:
    """Show which files are to be looked at, by their references alone."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    to_close = cases_to_close(request.actor, request.today)
    due = tuple(map(_line, files_due(request.actor, request.today)))
    longer = tuple(map(_line, files_kept_longer(request.actor)))
    return show(request, "keeping.jinja", KeepingPage(to_close=to_close, due=due, longer=longer))


def _line(file: KeptFile) -> Line:
    return Line(file=file, tag=_tag(file), why=(*file.goes_on, *map(_why, file.holds)))


def _tag(file: KeptFile) -> Tag:
    if file.goes_on:
        return Tag("Something goes on", "orange")
    if file.holds:
        return Tag("Kept for longer", "blue")
    return Tag("Proposed", "yellow") if file.proposed_on else Tag("To look at", "grey")


def _why(hold: Hold) -> str:
    look = f", looked at again {nhs_date(hold.look_again_on)}" if hold.look_again_on else ""
    return f"{KEPT_FOR_WORDS[hold.why]}{look}"
