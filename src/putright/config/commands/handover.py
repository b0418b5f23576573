"""Is the file of a case that was handed over whole, and as it was sealed? Whoever has the archive can ask."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from putright.config.exits import BAD_INPUT, DONE, FOUND

if TYPE_CHECKING:
    from putright.config.command_line import Subparsers


def register(subparsers: Subparsers) -> None:
    """Say what `putright handover` takes."""
    parser = subparsers.add_parser(
        "handover",
        help="check the file of a case that was handed over",
        description="Look through an archive that a body handed over: that no entry was altered, put in or taken away,"
        " and that every paper is as it was put on file. It needs no data folder and asks nobody.",
        epilog="Ends with 0 if all fits, with 1 if anything does not, with 2 if it is no such archive.",
    )
    parser.add_argument("file", metavar="FILE", help="the archive, as it was handed over")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def run(args: argparse.Namespace) -> int:
    """Look, and print what does not fit."""
    from putright.config.said import print_json
    from putright.gateways.handover_file import NotAHandover, faults_of

    try:
        case, entries, papers, faults = faults_of(Path(args.file))
    except NotAHandover as wrong:
        print(f"putright: {args.file} is not the file of a case that was handed over: {wrong}", file=sys.stderr)
        return BAD_INPUT
    if args.json:
        findings = [{"severity": "error", "code": fault.code, "message": fault.message} for fault in faults]
        print_json({"case": case, "entries": entries, "papers": papers, "findings": findings})
    else:
        for fault in faults:
            print(f"{fault.code}: {fault.message}")
        outcome = "something does not fit" if faults else "all as it was sealed"
        print(f"{case}: {entries} entries, {papers} papers: {outcome}")
    return FOUND if faults else DONE
