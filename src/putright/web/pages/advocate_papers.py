"""Which papers of the person does their advocate read or take: a letter, or the file for the Ombudsman?"""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp
from typing import TypeVar

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from putright.casework.queries.advocate_cases import letter_for_advocate, write_file_for_advocate
from putright.casework.queries.letters_told import PDF
from putright.web.access import own
from putright.web.page_request import OwnRequest

ZIP = "application/zip"
Response = TypeVar("Response", HttpResponse, FileResponse)


@own
@require_safe
def advocate_letter(request: OwnRequest, reference: str, number: int) -> HttpResponse:
    """Show a letter that was sent to the person, in the browser."""
    paper = letter_for_advocate(request.user.pk, reference, number, request.today, now=request.now)
    return _kept_by_nobody(HttpResponse(paper.content, content_type=PDF), paper.file_name, as_attachment=False)


@own
@require_safe
def advocate_file(request: OwnRequest, reference: str) -> HttpResponseBase:
    """Hand over the person's own file; it is made for this download, and lies nowhere afterwards."""
    folder = Path(mkdtemp())
    place = folder / "file.zip"
    try:
        shown = write_file_for_advocate(request.user.pk, reference, place, request.today, now=request.now)
        opened = place.open("rb")
    finally:
        place.unlink(missing_ok=True)
        folder.rmdir()
    response = FileResponse(opened, content_type=ZIP)
    return _kept_by_nobody(response, f"Complaint {shown}.zip", as_attachment=True)


def _kept_by_nobody(response: Response, name: str, *, as_attachment: bool) -> Response:
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment, name) or "attachment"
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
