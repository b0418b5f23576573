"""How is the whole file of a case asked for as a PDF, and taken away once it has been made?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from putright.casework.errors import ActionRefused
from putright.casework.file_prints import KEPT_FOR, ask_for_file, file_asked_for, file_part
from putright.casework.queries.handover import hand_over
from putright.domain.references import reference_meant, reference_shown
from putright.web.access import staff
from putright.web.addresses import address
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.problems import Problem
from putright.web.templating import show

PDF = "application/pdf"
ZIP = "application/zip"
_TROUBLE = {
    "not-laid": "The file could not be made. Try again; if it fails again, tell whoever looks after Putright.",
    "not-seen": "The file was not made, because you may not see this case any more.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """A part that was made: what it is called, and where it is."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeFilePage:
    """How far the file has come."""

    reference: str
    reference_shown: str
    is_being_made: bool
    progress: str
    parts: tuple[PartLine, ...]
    trouble: str
    kept_hours: int


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def whole_file(request: StaffRequest, reference: str) -> HttpResponse:
    """Show how far the file has come, or ask for it."""
    problems: tuple[Problem, ...] = ()
    try:
        if request.method == "POST":
            ask_for_file(actor=request.actor, case=reference, now=request.now)
            return redirect("whole-file", reference_meant(reference) or reference)
        page = _page(request, reference)
    except ActionRefused as refused:
        if refused.refusal.code != "already-asked":
            return errors.refused(request, refused.refusal)
        problems = (Problem(refused.refusal.message),)
        page = _page(request, reference)
    return show(request, "whole_file.jinja", page, problems=problems)


@staff
@require_safe
def whole_file_part(request: StaffRequest, reference: str, part: int) -> HttpResponse:
    """Hand over a part, to be saved."""
    place = file_part(request.actor, reference, part, now=request.now)
    response = HttpResponse(place.read_bytes(), content_type=PDF)
    name = f"{reference_meant(reference)}-part-{part}.pdf"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response


@staff
@require_safe
def handover(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Hand over the whole file as one archive that shows that it is whole."""
    place = Path(mkdtemp()) / "file.zip"
    try:
        meant = hand_over(request.actor, reference, place, now=request.now)
    except ActionRefused as refused:
        place.parent.rmdir()
        return errors.refused(request, refused.refusal)
    except BaseException:
        place.parent.rmdir()
        raise
    opened = place.open("rb")
    place.unlink()  # it lies nowhere once it was handed over
    place.parent.rmdir()
    response = FileResponse(opened, as_attachment=True, filename=f"{meant}-file.zip", content_type=ZIP)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _page(request: StaffRequest, reference: str) -> WholeFilePage:
    asked = file_asked_for(request.actor, reference)
    meant = reference_meant(reference) or reference
    being_made = asked is not None and asked.making == "asked"
    return WholeFilePage(
        reference=meant,
        reference_shown=reference_shown(meant),
        is_being_made=being_made,
        progress=f"{asked.laid:,} of {asked.papers:,} papers are laid out." if asked and being_made else "",
        parts=tuple(
            PartLine(
                text=_part_words(number, len(asked.parts), part),
                href=address("whole-file-part", meant, number),
            )
            for number, part in enumerate(asked.parts, start=1)
        )
        if asked
        else (),
        trouble=_TROUBLE.get(asked.trouble, "") if asked else "",
        kept_hours=int(KEPT_FOR.total_seconds() // 3600),
    )


def _part_words(number: int, parts: int, part: dict[str, object]) -> str:
    papers = "1 paper" if part["papers"] == 1 else f"{part['papers']} papers"
    pages = "1 page" if part["pages"] == 1 else f"{part['pages']} pages"
    name = "The whole file" if parts == 1 else f"Part {number} of {parts}"
    return f"{name}: {papers}, {pages} (PDF)"
