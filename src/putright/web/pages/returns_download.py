"""How is the yearly return taken along? As a file for a spreadsheet: every number of the page, and no case."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import StreamingHttpResponse
from django.views.decorators.http import require_safe

from putright.casework.errors import NotFound
from putright.casework.queries.returns import NoReturn, ReturnShown, return_shown
from putright.web.access import staff
from putright.web.components.return_period import Wanted, wanted_in
from putright.web.page_request import StaffRequest
from putright.web.spreadsheet import TYPE, Cell, file_of

HEAD = ("Return", "From", "Until", "List", "Label", "Code", "Complaints")


@staff
@require_safe
def returns_download(request: StaffRequest) -> StreamingHttpResponse:
    """Write the numbers, a line each; the codes are ours. Raises ActionRefused, and NotFound without a return."""
    wanted = wanted_in(request)
    found = return_shown(request.actor, wanted.period, kind=wanted.kind)
    if isinstance(found, NoReturn):
        raise NotFound
    response = StreamingHttpResponse(file_of(HEAD, [_lines(found)]), content_type=TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{_name(found, wanted)}"'
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _name(found: ReturnShown, wanted: Wanted) -> str:
    quarter = f"-quarter-{wanted.quarter}" if wanted.quarter else ""
    return f"{found.kind.value}-{wanted.year}{quarter}.csv"


def _lines(found: ReturnShown) -> Iterator[tuple[Cell, ...]]:
    period = found.sheet.period
    before = (found.name, period.first, period.last)
    for group in found.sheet.groups:
        for cell in group.cells:
            yield (*before, group.words, cell.words, cell.code, len(cell.cases))
    arithmetic = "Carried forward by the form's arithmetic"
    yield (*before, found.sheet.summary.words, arithmetic, "by-arithmetic", found.sheet.by_arithmetic)
    yield (*before, found.sheet.summary.words, "Difference", "difference", found.sheet.difference)
