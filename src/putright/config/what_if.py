"""What would a procedure come to, and what would a new version change? `putright procedure simulate` and `diff`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from putright.config.exits import DONE, FOUND, BadInput

if TYPE_CHECKING:
    from datetime import date

    from putright.config.command_line import Subparsers
    from putright.domain.programme import Programme
    from putright.domain.simulate import Simulation
    from putright.domain.working_days import WorkingCalendar
    from putright.gateways.procedure_files import ReadFile

FORMATS: Final = ("text", "svg", "html", "json")


def register(what: Subparsers) -> None:
    """Say what the two take."""
    simulate = what.add_parser(
        "simulate",
        help="walk the ways through a procedure: its best and worst case, and where it leaves people standing",
        description="Walk the ways through a procedure, once with everything done as soon as it is allowed and once "
        "with everything on its last day, and say how long it takes, what holds it up, and what cannot work.",
    )
    simulate.add_argument("file", metavar="FILE", help="a procedure file, or the name of a shipped one")
    simulate.add_argument("--received", metavar="DATE", help="the day the complaint is received (default: today)")
    simulate.add_argument("--format", choices=FORMATS, default="text", help="how to show it (default: text)")
    diff = what.add_parser(
        "diff",
        help="say what a new version changes for people who complain: better, worse or different",
        description="Compare two versions of a procedure and say what changes for people who complain, in their words. "
        "Ends with 1 if anything is worse for them, with 0 if nothing is, and with 2 for a file that cannot be read.",
    )
    diff.add_argument("old", metavar="OLD", help="the version in force: a procedure file, or the name of a shipped one")
    diff.add_argument("new", metavar="NEW", help="the new version")
    diff.add_argument("--as-at", metavar="DATE", help="the day from which dates are compared (default: today)")
    diff.add_argument("--json", action="store_true", help="print the changes as JSON (docs/rules/diff.md)")


def simulate(args: argparse.Namespace) -> int:
    """Print the best and the worst case."""
    from putright.config.said import print_json, refuse
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.procedure_files import read_file
    from putright.gateways.simulation_json import told
    from putright.letters.simulated import as_html, as_text
    from putright.letters.simulated_picture import as_svg

    try:
        made = _simulated(read_file(args.file), _day("--received", args.received))
    except FileRefused as refused:
        return refuse(refused.errors, as_json=args.format == "json")
    if args.format == "json":
        print_json(told(made))
    else:
        print({"text": as_text, "html": as_html, "svg": as_svg}[args.format](made).rstrip("\n"))
    return DONE


def diff(args: argparse.Namespace) -> int:
    """Print what changes; 1 where anything is worse."""
    from putright.config.said import print_json, refuse
    from putright.domain.differ import Side, differences
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.procedure_files import laws, read_file
    from putright.letters.differed import as_text, as_value

    try:
        old, new = (read_file(name).programme for name in (args.old, args.new))
    except FileRefused as refused:
        return refuse(refused.errors, as_json=args.json)
    as_at, calendars = _day("--as-at", args.as_at), {one.procedure.calendar: _calendar_of(one) for one in (old, new)}
    changes = differences(old, new, as_at, laws=laws(), calendars=calendars)
    if args.json:
        print_json({"as_at": as_at.isoformat(), "changes": as_value(changes)})
    else:
        print(as_text(changes))
    return FOUND if any(change.side is Side.WORSE for change in changes) else DONE


def _simulated(read: ReadFile, received_on: date) -> Simulation:
    from putright.domain.simulate import simulate as simulated
    from putright.domain.working_days import CalendarEnds
    from putright.gateways.files_together import laws_beside

    made = read.programme
    try:
        return simulated(made, laws_beside(read), _calendar_of(made), received_on)
    except CalendarEnds as ends:
        raise BadInput(str(ends)) from None


def _calendar_of(programme: Programme) -> WorkingCalendar:
    from putright.gateways.calendar_files import calendar_named

    try:
        return calendar_named(programme.procedure.calendar)
    except ValueError as unknown:
        raise BadInput(str(unknown)) from None


def _day(option: str, said: str | None) -> date:
    """The day that was named, or today; raises BadInput."""
    from datetime import date

    from putright.gateways.clock import SystemClock

    if said is None:
        return SystemClock().now().date()
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise BadInput(f"{option} must be a date such as 2026-04-09, not {said}") from None
