"""How is the secret key changed? A new one goes before the older, what hangs on those is carried over, they go."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from putright.config.exits import DONE, BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from putright.casework.secret_keys import Hanging
    from putright.config.command_line import Subparsers
    from putright.config.config import Config


def register(subparsers: Subparsers) -> None:
    """Say what `putright key` takes."""
    parser = subparsers.add_parser(
        "key",
        help="change the secret key",
        description="Say which secret keys there are and what hangs on the older ones; or take one step of changing"
        " the key. After each step start the site and its worker again. docs/guide/changing-secrets.md goes through"
        " all of it.",
    )
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--new", action="store_true", help="put a new key before those that there are")
    steps.add_argument("--carry-over", action="store_true", help="seal under the first key what an older one sealed")
    steps.add_argument("--drop-older", action="store_true", help="take the older keys away, once no app hangs on them")
    parser.add_argument("--data", metavar="DIR", help="the folder that holds everything (default: data)")


def run(args: argparse.Namespace) -> int:
    """Take the step, and say what stands now."""
    from putright.config.installation import configured

    config = configured({"data": args.data})
    if args.new:
        _add_key(_file(config))
        print("There is a new secret key. Start the site and its worker again, then run: putright key --carry-over")
        return DONE
    return _with_the_site(args)


def _with_the_site(args: argparse.Namespace) -> int:
    from putright.config.installation import open_site

    config = open_site({"data": args.data})
    # These hold tables, so they come after the site is open.
    from django.conf import settings

    from putright.casework.secret_keys import carry_over, what_hangs
    from putright.gateways.secrets import SystemSecrets

    if args.carry_over:
        print(f"Apps sealed under the first key now: {carry_over(secrets=SystemSecrets()):,}.")
    hanging = what_hangs(newest_since=_written_at(config))
    if args.drop_older:
        if hanging.apps:
            message = f"{hanging.apps:,} apps hang on the older keys still. Run first: putright key --carry-over"
            raise BadInput(message)
        _keep_first(_file(config))
        print("The older keys are gone. Start the site and its worker again.")
        return DONE
    print(_lines(1 + len(settings.SECRET_KEY_FALLBACKS), hanging))
    return DONE


def _lines(keys: int, hanging: Hanging) -> str:
    if keys == 1:
        return "There is one secret key."
    return (
        f"There are {keys} secret keys: the first makes, the others are read with.\n"
        f"Apps that hang on the older ones: {hanging.apps:,}.\n"
        f"People with unused recovery codes from before: {hanging.people_with_codes:,}. Those codes open nothing any"
        " more once the older keys are gone."
    )


def _file(config: Config) -> Path:
    """The file that the keys are in; raises BadInput where they stand in the environment."""
    from putright.config.config import PREFIX
    from putright.config.installation import SECRET_KEY_FILE

    named = config.secret_files.get(f"{PREFIX}SECRET_KEY_FILE")
    if config.secret_key and named is None:
        message = (
            f"The secret key is in {PREFIX}SECRET_KEY: change it there. Put the new one first, and the older ones after"
            " it, with spaces between."
        )
        raise BadInput(message)
    kept = named or config.data / SECRET_KEY_FILE
    if not kept.exists():
        message = f"There is no secret key in {config.data} yet: putright serve makes one."
        raise BadInput(message)
    return kept


def _add_key(file: Path) -> None:
    from putright.config.installation import a_secret_key

    _write(file, [a_secret_key(), *file.read_text(encoding="utf-8").split()])


def _keep_first(file: Path) -> None:
    _write(file, file.read_text(encoding="utf-8").split()[:1])


def _write(file: Path, keys: list[str]) -> None:
    """Write the file anew, all of it or nothing, for its owner alone: without the key nothing opens."""
    import os

    half = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as new:
            new.write("\n".join(keys) + "\n")
            new.flush()
            os.fsync(new.fileno())
        half.replace(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        message = f"{file} cannot be written: {error.strerror}. Change it by hand: the new key on the first line."
        raise BadInput(message) from None


def _written_at(config: Config) -> datetime | None:
    """When the newest key was put in, where it is in a file."""
    from putright.gateways.clock import LONDON

    try:
        return datetime.fromtimestamp(_file(config).stat().st_mtime, LONDON)
    except BadInput:
        return None
