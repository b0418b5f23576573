"""How is an empty folder filled with a demonstration: made-up organisations, people and cases at every stage?"""

from __future__ import annotations

import argparse
import shutil
from typing import TYPE_CHECKING

from putright.config.exits import DONE, BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from putright.casework.adoption import Adoption
    from putright.config.command_line import Subparsers
    from putright.demo.fill import Filled


def register(subparsers: Subparsers) -> None:
    """Say what `putright demo` takes."""
    parser = subparsers.add_parser(
        "demo",
        help="fill an empty folder with made-up cases",
        description="Fill an empty data folder with made-up organisations, people and cases at every stage.",
    )
    parser.add_argument("--data", metavar="DIR", help="the folder to fill, which must be empty (default: data)")
    parser.add_argument("--as-at", metavar="DATE", help="the day on which the cases stand so (default: today)")


def run(args: argparse.Namespace) -> int:
    """Fill the folder, and print who can sign in."""
    from django.db import connections

    from putright.config.installation import configured, open_site

    folder = configured({"data": args.data, "as_at": args.as_at}).data.absolute()
    _refuse_what_is_not_empty(folder)
    # Made beside the folder and moved there whole: a demonstration that was cut short is never taken for one.
    making = folder.with_name(f"{folder.name}.making")
    shutil.rmtree(making, ignore_errors=True)
    config = open_site({"data": str(making), "as_at": args.as_at})
    _refuse_what_is_set_up()
    text = _sign_ins(_fill())
    config.demo_sign_ins.write_text(text, encoding="utf-8")
    connections.close_all()
    if folder.exists():
        folder.rmdir()
    making.rename(folder)
    print(text)
    return DONE


def _refuse_what_is_set_up() -> None:
    from putright.casework.queries.bodies import is_set_up

    if is_set_up():
        raise BadInput("this database already holds organisations, and a demonstration is only made in an empty one")


def _refuse_what_is_not_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise BadInput(
            f"{folder} is not empty, and a demonstration is only made in an empty folder: name another with --data"
        )


def _fill() -> Filled:
    from pathlib import Path

    from django.conf import settings

    from putright.casework.means import Means, file_key
    from putright.demo.cast import COMPANIES
    from putright.demo.fill import Setting, fill
    from putright.domain.periods import LONDON
    from putright.gateways.calendar_files import calendar_named
    from putright.gateways.file_store import FileStore
    from putright.gateways.secrets import SeededSecrets

    settings.PASSWORD_HASHERS = ["putright.demo.one_password.OneForEverybody"]
    now = settings.PUTRIGHT_CLOCK.now().astimezone(LONDON)
    today = now.date()
    return fill(
        Setting(
            today=today,
            now=now,
            calendar=calendar_named("england-and-wales"),
            means=Means(
                files=FileStore(Path(settings.MEDIA_ROOT), file_key(settings.SECRET_KEY)),
                secrets=SeededSecrets(f"putright demo {today}"),
            ),
            sources={name: _adoption(name) for company in COMPANIES for name in (company.procedure, *company.beside)},
        )
    )


def _adoption(name: str) -> Adoption:
    from putright.casework.adoption import Adoption
    from putright.gateways.procedure_files import read_file

    return Adoption(source=read_file(name).text)


def _sign_ins(filled: Filled) -> str:
    rows = [f"  {one.email:<48} {one.name}, {one.post}" for one in filled.sign_ins]
    password = filled.sign_ins[0].password
    return "\n".join(
        [
            f"A demonstration with {filled.cases} made-up cases. Staff sign in with:",
            *rows,
            f"  Everybody's password: {password}",
            "As the person who made one of the complaints:",
            f"  Reference {filled.follow_reference}, secret {filled.follow_secret}",
            "As the patient for whom somebody complains, on the page /consent:",
            f"  Code {filled.consent_code}",
            "",
        ]
    )
