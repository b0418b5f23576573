"""Is an account of what happened well formed? And what may a line of it hold?"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from putright.config.exits import DONE

if TYPE_CHECKING:
    from putright.config.command_line import Subparsers


def register(subparsers: Subparsers) -> None:
    """Say what `putright chronology` takes."""
    parser = subparsers.add_parser(
        "chronology",
        help="check a chronology file, or print its schema",
        description="A chronology is what happened on a case: one JSON object a line, in order.",
    )
    what = parser.add_subparsers(dest="what", metavar="check|schema", required=True)
    check = what.add_parser("check", help="say whether a chronology is well formed")
    check.add_argument("file", metavar="FILE", help="what happened, one JSON object a line")
    check.add_argument("--procedure", metavar="FILE", action="append", default=[], help="whose own events it may use")
    check.add_argument("--json", action="store_true", help="print findings as JSON")
    what.add_parser("schema", help="print the JSON Schema of a line")


def run(args: argparse.Namespace) -> int:
    """Check a chronology, or print the schema."""
    from putright.config.said import print_json, refuse
    from putright.gateways.chronology_files import chronology_schema, read_chronology_file
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.procedure_files import read_file

    if args.what == "schema":
        print(chronology_schema())
        return DONE
    try:
        further = {n: kind for name in args.procedure for n, kind in read_file(name).programme.events.items()}
        events = read_chronology_file(args.file, further=further)
    except FileRefused as refused:
        return refuse(refused.errors, as_json=args.json)
    if args.json:
        print_json({"findings": []})
    else:
        print(f"{args.file}: {len(events)} event{'' if len(events) == 1 else 's'}, well formed")
    return DONE
