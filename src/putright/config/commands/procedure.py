"""What does a procedure file promise, is it lawful, and how does it look to the public?"""

from __future__ import annotations

import argparse
from contextlib import suppress
from typing import TYPE_CHECKING

from putright.config import what_if
from putright.config.exits import DONE, FOUND

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from putright.config.command_line import Subparsers
    from putright.domain.programme import Programme
    from putright.gateways.procedure_files import ReadFile

FORMATS = ("markdown", "html", "svg", "json")


def register(subparsers: Subparsers) -> None:
    """Say what `putright procedure` takes."""
    parser = subparsers.add_parser(
        "procedure",
        help="check, show, simulate, compare or describe procedure files",
        description="A procedure is one YAML file that reads like the policy it states (docs/language.md).",
    )
    what = parser.add_subparsers(dest="what", metavar="check|show|simulate|diff|schema", required=True)
    check = what.add_parser("check", help="hold procedures against the law and against themselves")
    check.add_argument("files", metavar="FILE", nargs="+", help="a procedure file, or the name of a shipped one")
    check.add_argument("--as-at", metavar="DATE", help="the day as at which to check (default: today)")
    check.add_argument("--json", action="store_true", help="print findings as JSON")
    show = what.add_parser("show", help="show the public page, the timetable or the value of a procedure")
    show.add_argument("file", metavar="FILE", help="a procedure file, or the name of a shipped one")
    show.add_argument("--format", choices=FORMATS, default="markdown", help="how to show it (default: markdown)")
    show.add_argument("--as-at", metavar="DATE", help="the day as at which the law is held beside it (default: today)")
    what_if.register(what)
    what.add_parser("schema", help="print the JSON Schema of a procedure file")


def run(args: argparse.Namespace) -> int:
    """Do what was asked."""
    from putright.config.said import refuse
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.procedure_files import read_file
    from putright.gateways.procedure_schema import procedure_schema

    if args.what == "schema":
        print(procedure_schema())
        return DONE
    if args.what == "check":
        return _check(args)
    if args.what == "simulate":
        return what_if.simulate(args)
    if args.what == "diff":
        return what_if.diff(args)
    try:
        print(_shown(read_file(args.file), args.format, _day(args.as_at)))
    except FileRefused as refused:
        return refuse(refused.errors, as_json=False)
    return DONE


def _shown(read: ReadFile, form: str, as_at: date) -> str:
    from putright.casework.queries.findings import findings_in
    from putright.gateways.files_together import laws_beside
    from putright.gateways.procedure_files import value_of
    from putright.letters.published import as_html, as_markdown
    from putright.letters.timetable import as_svg

    made, law = read.programme, next(iter(laws_beside(read)), None)
    match form:
        case "html":
            return as_html(made, law, findings_in(made, as_at))
        case "svg":
            return as_svg(made, law)
        case "json":
            return value_of(made.procedure)
        case _:
            return as_markdown(made, law, findings_in(made, as_at))


def _check(args: argparse.Namespace) -> int:
    from putright.config.said import as_finding, print_json
    from putright.domain.findings import Severity
    from putright.gateways.file_errors import FileError, FileRefused

    as_at = _day(args.as_at)
    findings: list[dict[str, object]] = []
    unreadable: list[FileError] = []
    beside = _beside(args.files)
    for name in args.files:
        try:
            findings += _findings(name, as_at, beside)
        except FileRefused as refused:
            unreadable += refused.errors
    findings += [dict(as_finding(error)) for error in unreadable]
    if args.json:
        print_json({"as_at": as_at.isoformat(), "findings": findings})
    else:
        print("\n".join(_line(finding) for finding in findings) or "Nothing to report.")
    if unreadable:
        from putright.config.exits import BAD_INPUT

        return BAD_INPUT
    return FOUND if any(finding["severity"] == Severity.ERROR for finding in findings) else DONE


def _findings(name: str, as_at: date, beside: Sequence[Programme]) -> list[dict[str, object]]:
    from putright.casework.queries.findings import findings_in, findings_in_guide
    from putright.gateways.guide_files import read_guide
    from putright.gateways.procedure_files import is_guide, path_of, read_file
    from putright.gateways.strict_rows import text_of
    from putright.gateways.yaml_lines import line_of

    path = path_of(name)
    if is_guide(path):
        found, lines = findings_in_guide(read_guide(path), as_at), text_of(path).lines
    else:
        read = read_file(name)
        found, lines = findings_in(read.programme, as_at, beside=beside), read.lines
    return [
        {
            "severity": one.severity.value,
            "code": one.code,
            "message": one.message,
            "authority": one.authority,
            "where": f"{name}:{line_of(one.where, lines)}",
            "path": ".".join(str(part) for part in one.where),
        }
        for one in found
    ]


def _beside(names: Sequence[str]) -> list[Programme]:
    """The files that were named together, so that one may stand under another; the others are told apart."""
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.procedure_files import is_guide, path_of, read_file

    found: list[Programme] = []
    for name in names if len(names) > 1 else ():
        with suppress(FileRefused):
            found += [] if is_guide(path_of(name)) else [read_file(name).programme]
    return found


def _line(finding: dict[str, object]) -> str:
    authority = f" [{finding['authority']}]" if finding["authority"] else ""
    return f"{finding['where']}: {finding['severity']}: {finding['message']} ({finding['code']}){authority}"


def _day(said: str | None) -> date:
    from datetime import datetime

    from putright.config.said import as_at_from
    from putright.gateways.clock import SystemClock

    if said is None:
        return SystemClock().now().date()
    when = as_at_from(said)
    return when.date() if isinstance(when, datetime) else when
