"""What does an organisation promise to those who complain, by when, and what does the law say beside it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.bodies import BodyShown, VersionShown, procedure_page
from putright.casework.queries.bodies import ProcedurePage as Found
from putright.casework.queries.findings import findings_in
from putright.domain.findings import Finding, Severity
from putright.domain.procedure import GoesNext, Pledge, Unclear
from putright.gateways.procedure_files import law_of, programme_from_text
from putright.letters.published import promises
from putright.letters.timetable import as_svg
from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.templating import show

NEVER_CHANGES: Final = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One row of the table: what, by when, where the procedure says so, what the law says."""

    what: str
    when: str
    clause: str
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage:
    """A procedure as the public reads it."""

    body: BodyShown
    title: str
    source: str
    facts: tuple[tuple[str, date | str], ...]
    short: str
    is_in_force: bool
    versions: tuple[VersionShown, ...]
    as_published: bool
    signed_off_by: str
    adopted_on: date
    less_than_law: tuple[Finding, ...]
    promises: tuple[Promise, ...]
    pledges: tuple[Pledge, ...]
    ways_on: tuple[GoesNext, ...]
    readings: tuple[Unclear, ...]
    law: str


@public
@require_safe
def procedure(request: PageRequest, body: str, version: str | None = None) -> HttpResponse:
    """Show the procedure that is in force, or a version of it by the beginning of its digest."""
    return show(request, "procedure.jinja", _page(procedure_page(body, request.today, short=version), request.today))


@public
@require_safe
def procedure_timetable(request: PageRequest, body: str, version: str) -> HttpResponse:
    """Show the picture of a version's timetable; a version never changes."""
    found = procedure_page(body, request.today, short=version)
    return HttpResponse(as_svg(found.programme), content_type="image/svg+xml", headers={"Cache-Control": NEVER_CHANGES})


def _page(found: Found, today: date) -> ProcedurePage:
    procedure, law = found.programme.procedure, law_of(found.programme)
    return ProcedurePage(
        body=found.body,
        title=procedure.title,
        source=procedure.source or "",
        facts=tuple(_facts(found)),
        short=found.short,
        is_in_force=found.is_in_force,
        versions=found.versions,
        as_published=found.as_published,
        signed_off_by=found.signed_off_by,
        adopted_on=found.adopted_on,
        less_than_law=_less_than_law(found.source, procedure.name, today) if found.as_published else (),
        promises=tuple(
            Promise(what=what, when=when, clause=clause, law=lawful)
            for what, when, clause, lawful in promises(found.programme, law)
        ),
        pledges=tuple(procedure.pledges.values()),
        ways_on=procedure.goes_next,
        readings=procedure.unclear,
        law=law.procedure.title if law else "",
    )


@lru_cache(maxsize=256)  # to check a procedure takes half a second, and the same page is asked for all day
def _less_than_law(source: str, name: str, today: date) -> tuple[Finding, ...]:
    """Return the places where the law counts instead of the procedure."""
    found = findings_in(programme_from_text(source, name), today)
    return tuple(one for one in found if one.severity is Severity.ERROR)


def _facts(found: Found) -> list[tuple[str, date | str]]:
    procedure = found.programme.procedure
    said = (
        ("Version", procedure.version),
        ("In force from", procedure.effective),
        ("Published", procedure.published),
        ("To be reviewed by", procedure.review),
        ("Used here since", found.adopted_on),
    )
    return [(name, value) for name, value in said if value]
