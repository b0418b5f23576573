"""How is the site served? One command: folder, secret, tables and static files made ready, then pages until stopped."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from putright.config.exits import DONE

if TYPE_CHECKING:
    from putright.config.command_line import Subparsers


def register(subparsers: Subparsers) -> None:
    """Say what `putright serve` takes."""
    parser = subparsers.add_parser(
        "serve",
        help="serve the site",
        description="Serve the site. Unless configured otherwise: SQLite and files in the data folder.",
    )
    parser.add_argument("--data", metavar="DIR", help="the folder that holds everything (default: data)")
    parser.add_argument("--port", metavar="N", help="the port to listen on (default: 8000)")
    parser.add_argument(
        "--host", metavar="NAME", help="the address to listen on (default: 127.0.0.1, this machine only)"
    )
    parser.add_argument(
        "--as-at",
        metavar="DATE",
        help="take this day, or this instant, for now and stand still there; for demonstrations",
    )


def run(args: argparse.Namespace) -> int:
    """Make the site ready and serve it until it is told to stop."""
    from putright.config.installation import configured, open_site
    from putright.config.server import Server, refuse_busy_port
    from putright.config.static_files import collect_static_files

    said = {"data": args.data, "port": args.port, "host": args.host, "as_at": args.as_at}
    refuse_busy_port(configured(said))
    config = open_site(said)
    collect_static_files(config.data / "static")
    Server(config).run()
    return DONE
