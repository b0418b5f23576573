"""Who does the background work? A worker: letters handed over, jobs done by the clock, until it is stopped."""

from __future__ import annotations

import argparse
import signal
from threading import Event
from typing import TYPE_CHECKING

from putright.config.exits import DONE, BadInput

if TYPE_CHECKING:
    from putright.config.command_line import Subparsers


def register(subparsers: Subparsers) -> None:
    """Say what `putright work` takes."""
    parser = subparsers.add_parser(
        "work",
        help="do the background work",
        description="Hand letters over to be sent, and do by the clock what is to be done, until stopped. Where rows"
        " are kept in SQLite `putright serve` does this itself. Several may work at once: no two do one thing.",
    )
    parser.add_argument("--data", metavar="DIR", help="the folder that holds everything (default: data)")
    parser.add_argument("--once", action="store_true", help="do what is due now, and end")


def run(args: argparse.Namespace) -> int:
    """Work until told to stop, or once."""
    from putright.config.installation import configured, open_site

    said = {"data": args.data}
    if configured(said).as_at:
        message = "PUTRIGHT_AS_AT is set: a site whose clock stands still has no background work."
        raise BadInput(message)
    open_site(said)
    # These hold tables, so they come after the site is open.
    from putright.jobs.loop import go_on, work_of_this_site
    from putright.jobs.work import begin, end, one_pass

    stopping = Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stopping.set())
    work = work_of_this_site(stopping)
    if args.once:
        begin(work)
        one_pass(work)
        end(work)
        return DONE
    print("Putright is working. Stop it with Ctrl+C.", flush=True)
    go_on(work)
    return DONE
