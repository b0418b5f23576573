"""What is to be said against a procedure on a day, before a body adopts it?"""

from collections.abc import Iterable
from datetime import date

from putright.domain.check import check, check_guide
from putright.domain.findings import Finding
from putright.domain.guide import Guide
from putright.domain.programme import Programme
from putright.domain.working_days import WorkingCalendar
from putright.gateways.calendar_files import calendar_named, calendar_names
from putright.gateways.directory_files import directory
from putright.gateways.procedure_files import laws


def findings_in(programme: Programme, as_at: date, *, beside: Iterable[Programme] = ()) -> tuple[Finding, ...]:
    """Every finding, against the laws, the calendars and the register of bodies that come with the product.

    `beside` are further files that it may stand under: a law or a code that does not come with the product.
    """
    return check(
        programme,
        as_at,
        laws={**laws(), **{made.name: made for made in beside}},
        directory=directory(),
        calendar=_calendar(programme.procedure.calendar),
    )


def findings_in_guide(guide: Guide, as_at: date) -> tuple[Finding, ...]:
    """Every finding against a page of routes, against the register of bodies that comes with the product."""
    return check_guide(guide, as_at, directory=directory())


def _calendar(name: str) -> WorkingCalendar | None:
    return calendar_named(name) if name in calendar_names() else None
