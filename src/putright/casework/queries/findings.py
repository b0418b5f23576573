"""What is to be said against a procedure on a day, before a body adopts it?"""

from datetime import date

from putright.domain.check import check
from putright.domain.findings import Finding
from putright.domain.programme import Programme
from putright.domain.working_days import WorkingCalendar
from putright.gateways.calendar_files import calendar_named, calendar_names
from putright.gateways.directory_files import directory
from putright.gateways.procedure_files import laws


def findings_in(programme: Programme, as_at: date) -> tuple[Finding, ...]:
    """Every finding, against the laws, the calendars and the register of bodies that come with the product."""
    return check(
        programme,
        as_at,
        laws=laws(),
        directory=directory(),
        calendar=_calendar(programme.procedure.calendar),
    )


def _calendar(name: str) -> WorkingCalendar | None:
    return calendar_named(name) if name in calendar_names() else None
