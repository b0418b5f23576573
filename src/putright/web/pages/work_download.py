"""How is the worklist taken along? As a file for a spreadsheet, of the cases that the list shows and no others."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import StreamingHttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.list_downloaded import list_downloaded
from putright.casework.queries.worklist import Row
from putright.domain.triage import PATH_WORDS, SEVERITY_WORDS
from putright.web.access import staff
from putright.web.casefile.words import STATUS_TAGS
from putright.web.components.narrowing import kind_of, show_of, whose_of
from putright.web.page_request import StaffRequest
from putright.web.spreadsheet import TYPE, Cell, file_of

HEAD = (
    *("Reference", "Received", "Stage", "Status", "Next thing due", "Due on", "Working days left", "With"),
    *("Letters to send", "Severity", "Path"),
)
NAME = "Complainant"


@staff
@require_safe
def work_download(request: StaffRequest) -> StreamingHttpResponse:
    """Write the list as it is narrowed, all its pages; who complained only where that is asked for."""
    show, with_names = show_of(request), request.GET.get("names") == "yes"
    person, team = whose_of(request)
    chunks = list_downloaded(
        request.actor, request.today, now=request.now, person=person, team=team, show=show, kind=kind_of(request)
    )
    head = (*HEAD, NAME) if with_names else HEAD
    lines = ([_cells(row, with_names=with_names) for row in rows] for rows in chunks)
    response = StreamingHttpResponse(file_of(head, lines), content_type=TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="cases-{show.value}-{request.today}.csv"'
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _cells(row: Row, *, with_names: bool) -> Iterator[Cell]:
    due = row.next
    yield from (row.reference_shown, row.received_on, row.stage, STATUS_TAGS[row.status].text)
    yield from (due.promise, due.binding_on, due.working_days) if due else (None, None, None)
    yield from (row.handler, row.letters_waiting)
    yield SEVERITY_WORDS[row.triage.severity] if row.triage.severity else None
    yield PATH_WORDS[row.triage.path] if row.triage.path else None
    if with_names:
        yield row.complainant
