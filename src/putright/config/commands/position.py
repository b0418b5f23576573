"""What stands on a case on a day? Procedures and a chronology in, duties and what may be done next out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from putright.config.exits import DONE, BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from putright.config.command_line import Subparsers
    from putright.domain.duty import Duty, Position
    from putright.domain.programme import Programme
    from putright.domain.working_days import WorkingCalendar


def register(subparsers: Subparsers) -> None:
    """Say what `putright position` takes."""
    parser = subparsers.add_parser(
        "position",
        help="say what stands on a case on a day",
        description="Work out what is owed, what was done and what may be done next, as at a day or an instant.",
    )
    parser.add_argument(
        "--procedure",
        metavar="FILE",
        action="extend",
        nargs="+",
        required=True,
        help="procedure files or the names of shipped ones, the body's own first; the law of each is taken with it",
    )
    parser.add_argument("--chronology", metavar="FILE", required=True, help="what happened, one JSON object a line")
    parser.add_argument("--as-at", metavar="WHEN", required=True, help="a date (its whole day) or an instant")
    parser.add_argument("--calendar", metavar="C", help="the working calendar (default: the one the procedure names)")
    parser.add_argument("--closures", metavar="FILE", help="the body's own closure days, as date,name lines")
    parser.add_argument("--explain", metavar="STEP", help="say in words how the date of a step came about")
    parser.add_argument("--json", action="store_true", help="print the position as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the position."""
    from putright.config.said import as_at_from, print_json, refuse
    from putright.domain.position import position
    from putright.domain.several import kinds_of
    from putright.domain.working_days import CalendarEnds
    from putright.gateways.chronology_files import read_chronology_file
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.position_json import told

    try:
        programmes = _programmes(args.procedure)
        events = read_chronology_file(args.chronology, further=kinds_of(programmes))
        calendar, body_calendar = _calendars(args, programmes[0])
    except FileRefused as refused:
        return refuse(refused.errors, as_json=args.json)
    try:
        stands = position(programmes, events, calendar, as_at_from(args.as_at), body_calendar=body_calendar)
    except CalendarEnds as ends:
        raise BadInput(str(ends)) from None
    if args.explain:
        return _explain(stands, programmes, args.explain, as_json=args.json)
    if args.json:
        print_json(told(stands))
    else:
        print("\n".join(_lines(stands)))
    return DONE


def _programmes(names: Sequence[str]) -> Sequence[Programme]:
    from putright.gateways.files_together import over_one_case

    return over_one_case(names)


def _calendars(args: argparse.Namespace, first: Programme) -> tuple[WorkingCalendar, WorkingCalendar | None]:
    from pathlib import Path

    from putright.gateways.calendar_files import calendar_named, read_closures

    try:
        calendar = calendar_named(args.calendar or first.procedure.calendar)
    except ValueError as unknown:
        raise BadInput(str(unknown)) from None
    if not args.closures:
        return calendar, None
    closed = read_closures(Path(args.closures))
    try:
        return calendar, calendar.with_closures(closed)
    except ValueError as unusable:
        raise BadInput(f"{args.closures}: {unusable}") from None


def _explain(stands: Position, programmes: Sequence[Programme], step: str, *, as_json: bool) -> int:
    from putright.config.said import print_json
    from putright.domain.explain import explain
    from putright.domain.plain import words_of

    duties = [duty for duty in stands.duties if duty.step == step]
    if not duties:
        there = ", ".join(dict.fromkeys(duty.step for duty in stands.duties))
        raise BadInput(f"there is no step called {step}; there is: {there}")
    words = {made.name: words_of(made) for made in programmes}
    because = [explain(duty, words[duty.procedure], beside=stands.duties) for duty in duties]
    if as_json:
        told = zip(duties, because, strict=True)
        print_json([{"id": duty.id, "procedure": duty.procedure, "because": list(why)} for duty, why in told])
        return DONE
    for duty, why in zip(duties, because, strict=True):
        print(f"{duty.procedure}: {duty.id}", *(f"  {sentence}" for sentence in why), sep="\n")
    return DONE


def _lines(stands: Position) -> list[str]:
    head = f"As at {stands.as_at}: {stands.status}" + (f", stage {stands.stage}" if stands.stage else "")
    rows = [_row(duty) for duty in stands.duties]
    widths = [max(len(row[column]) for row in [*rows, _HEAD]) for column in range(len(_HEAD))]
    table = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in [_HEAD, *rows]
    ]
    warned = [f"Warning: {one.message} ({one.authority})" for one in stands.warnings]
    return [head, "", *table, *([""] if warned else []), *warned]


_HEAD = ("procedure", "duty", "state", "due", "binding", "done", "waits for")


def _row(duty: Duty) -> tuple[str, ...]:
    due = f"{duty.due_on:%a %d %b %Y}" if duty.due_on else "-"
    binding = f"{duty.binding_on:%a %d %b %Y}" if duty.binding_on and duty.binding_on != duty.due_on else ""
    done = f"{duty.done_on:%a %d %b %Y}" if duty.done_on else ""
    return duty.procedure, duty.id, duty.state, due, binding, done, ", ".join(duty.waiting_for)
