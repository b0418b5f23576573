"""How is somebody let in again who has lost what they sign in with, and has nobody on the site to ask?"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from putright.config.exits import DONE, BadInput

if TYPE_CHECKING:
    from putright.config.command_line import Subparsers


def register(subparsers: Subparsers) -> None:
    """Say what `putright letin` takes."""
    parser = subparsers.add_parser(
        "letin",
        help="let somebody in again who cannot sign in and has nobody to ask",
        description="Print a link with which somebody chooses a new password, good once and for 24 hours. For the only"
        " administrator of an organisation, and for who works for two; everybody else asks their administrator. It is"
        " on the record of the person.",
    )
    parser.add_argument("email", metavar="EMAIL", help="the address that they sign in with")
    parser.add_argument(
        "--forget-second-step",
        action="store_true",
        help="forget their app, their passkeys and their recovery codes as well: they set up others",
    )
    parser.add_argument("--data", metavar="DIR", help="the folder that holds everything (default: data)")


def run(args: argparse.Namespace) -> int:
    """Make the link and print it, once."""
    from putright.config.installation import open_site

    config = open_site({"data": args.data})
    # These hold tables, so they come after the site is open.
    from django.conf import settings

    from putright.casework.actions.let_in_again import let_in_again
    from putright.casework.errors import NotFound
    from putright.web.security import SIGN_IN_LINK_PREFIX

    try:
        link = let_in_again(
            email=args.email, forget_second_step=args.forget_second_step, now=settings.PUTRIGHT_CLOCK.now()
        )
    except NotFound:
        raise BadInput("nobody signs in with this address") from None
    print(f"{config.public_address}{SIGN_IN_LINK_PREFIX}{link.secret}")
    print("It is good once, for 24 hours. Give it to the person and nobody else.")
    return DONE
