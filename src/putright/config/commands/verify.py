"""Is everything still as it was recorded? Chains, papers and duties gone through, the first misfit named."""

from __future__ import annotations

import argparse
import sys
from time import monotonic
from typing import TYPE_CHECKING, Final, TextIO

from putright.config.exits import BAD_INPUT, DONE, FOUND

if TYPE_CHECKING:
    from putright.casework.verification import Misfit, Progress, Verified
    from putright.config.command_line import Subparsers

SECONDS_BETWEEN: Final = 5.0


def register(subparsers: Subparsers) -> None:
    """Say what `putright verify` takes."""
    parser = subparsers.add_parser(
        "verify",
        help="check that nothing recorded has been altered",
        description="Go through every chain of events, every paper, every kept duty and every file, and say what does"
        " not fit. What nobody names any more is said too: nothing is missed by it, and the worker clears it away.",
        epilog="Ends with 0 if all is as it was recorded, whatever is left over; with 1 if anything is not; with 2 if"
        " it could not be looked at.",
    )
    parser.add_argument("--data", metavar="DIR", help="the folder that holds everything (default: data)")
    parser.add_argument(
        "--keep-heads",
        action="store_true",
        help="if all is well, keep today's heads in DIR/heads: copy them where nobody can alter them",
    )
    parser.add_argument(
        "--recompute", action="store_true", help="first work out anew the duties that are kept to sort by"
    )
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument(
        "--progress", action="store_true", help="say how far it has come, each few seconds (else only at a terminal)"
    )


def run(args: argparse.Namespace) -> int:
    """Verify, print what was found, and keep the heads if asked and if all is well."""
    from putright.config.installation import open_site
    from putright.config.said import print_json, refuse
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.head_files import keep_heads, kept_heads

    config = open_site({"data": args.data})
    # These hold tables, so they come after the site is open.
    from django.conf import settings

    from putright.casework.means import means_of_this_site
    from putright.casework.upkeep import recompute
    from putright.casework.verification import verify

    now = settings.PUTRIGHT_CLOCK.now()
    today = now.date()
    told = Told(sys.stderr) if args.progress or sys.stderr.isatty() else _unheard
    if args.recompute:
        recompute(today)
    try:
        verified = verify(means_of_this_site(), kept_heads(config.data), now=now, told=told)
    except FileRefused as refused:
        return refuse(refused.errors, as_json=args.json)
    if args.json:
        errors = [_as_finding(misfit, "error") for misfit in verified.misfits]
        print_json({"findings": errors + [_as_finding(each, "note") for each in verified.left_over]})
    else:
        for misfit in verified.misfits:
            print(in_a_line(misfit))
        for each in verified.left_over:
            print(f"left over: {in_a_line(each)}")
        print(f"{verified.cases} cases, {verified.entries} entries, {verified.papers} papers: {_outcome(verified)}")
    if verified.misfits:
        return FOUND
    if args.keep_heads:
        try:
            place = keep_heads(config.data, verified.heads, on=today)
        except OSError as failed:
            print(f"The heads could not be kept: {failed.strerror}. Make room in the data folder.", file=sys.stderr)
            return BAD_INPUT
        if not args.json:
            print(f"Heads kept in {place}.")
    return DONE


class Told:
    """Says how far it has come, at most each few seconds: nothing of a store that is gone through at once."""

    def __init__(self, stream: TextIO) -> None:
        """Say it there."""
        self.stream, self.said_at = stream, monotonic()

    def __call__(self, progress: Progress) -> None:
        """Hear how far it has come."""
        if monotonic() - self.said_at >= SECONDS_BETWEEN:
            self.said_at = monotonic()
            print(f"Looked at: {progress.done:,} of {progress.of:,} {progress.what}.", file=self.stream, flush=True)


def _unheard(_: Progress) -> None:
    """Say nothing."""


def _outcome(verified: Verified) -> str:
    match len(verified.misfits):
        case 0:
            return "all as recorded."
        case 1:
            return "1 thing does not fit."
        case several:
            return f"{several} things do not fit."


def in_a_line(misfit: Misfit) -> str:
    """Return a misfit as the terminal says it."""
    return f"{_where(misfit)}: {misfit.message} [{misfit.code}]"


def _where(misfit: Misfit) -> str:
    where = [misfit.reference or misfit.where or "file store"]
    where += [f"entry {misfit.entry}"] if misfit.entry is not None else []
    where += [f"paper {misfit.paper}"] if misfit.paper is not None else []
    return ", ".join(where)


def _as_finding(misfit: Misfit, severity: str) -> dict[str, str]:
    return {
        "severity": severity,
        "code": misfit.code,
        "message": misfit.message,
        "authority": "docs/adr/0005",
        "where": _where(misfit),
    }
