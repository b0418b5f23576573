"""How is the site served? One command: folder, secret, tables and static files made ready, then pages until stopped."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from putright.config.exits import DONE

if TYPE_CHECKING:
    from putright.config.command_line import Subparsers
    from putright.config.config import Config

MOST_CASES_BEFORE_SERVING = 500  # the list itself is true without this; its order waits for nobody


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
    _offer_set_up(config)
    _bring_up_to_date()
    collect_static_files(config.data / "static")
    Server(config).run()
    return DONE


def _offer_set_up(config: Config) -> None:
    """Make a code for setting up where nothing has been set up; take it away where something has."""
    from django.db import connections

    from putright.casework.queries.bodies import is_set_up
    from putright.gateways.secrets import SystemSecrets
    from putright.gateways.set_up_code import end_code, make_code

    if is_set_up():
        end_code(config.set_up_code)
    else:
        make_code(config.set_up_code, SystemSecrets())
    connections.close_all()  # the processes that serve are yet to be made, and each opens its own


def _bring_up_to_date() -> None:
    """Look again at cases on which something stands differently although nothing has happened: days have passed."""
    from django.conf import settings
    from django.db import connections

    from putright.casework.upkeep import bring_up_to_date

    bring_up_to_date(settings.PUTRIGHT_CLOCK.now().date(), most=MOST_CASES_BEFORE_SERVING)
    connections.close_all()
