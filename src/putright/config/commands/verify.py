"""Is everything still as it was recorded? Chains, papers and duties gone through, the first misfit named."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from putright.config.exits import DONE, FOUND

if TYPE_CHECKING:
    from putright.casework.verification import Misfit, Verified
    from putright.config.command_line import Subparsers


def register(subparsers: Subparsers) -> None:
    """Say what `putright verify` takes."""
    parser = subparsers.add_parser(
        "verify",
        help="check that nothing recorded has been altered",
        description="Go through every chain of events, every paper and every kept duty, and say what does not fit.",
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

    today = settings.PUTRIGHT_CLOCK.now().date()
    if args.recompute:
        recompute(today)
    try:
        verified = verify(means_of_this_site(), kept_heads(config.data))
    except FileRefused as refused:
        return refuse(refused.errors, as_json=args.json)
    if args.json:
        print_json({"findings": [_as_finding(misfit) for misfit in verified.misfits]})
    else:
        for misfit in verified.misfits:
            print(in_a_line(misfit))
        print(f"{verified.cases} cases, {verified.entries} entries, {verified.papers} papers: {_outcome(verified)}")
    if verified.misfits:
        return FOUND
    if args.keep_heads:
        place = keep_heads(config.data, verified.heads, on=today)
        if not args.json:
            print(f"Heads kept in {place}.")
    return DONE


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
    where = [misfit.reference or "file store"]
    where += [f"entry {misfit.entry}"] if misfit.entry is not None else []
    where += [f"paper {misfit.paper}"] if misfit.paper is not None else []
    return ", ".join(where)


def _as_finding(misfit: Misfit) -> dict[str, str]:
    return {
        "severity": "error",
        "code": misfit.code,
        "message": misfit.message,
        "authority": "docs/adr/0005",
        "where": _where(misfit),
    }
