"""What must stand before the site can open? A data folder only its owner reads, a secret key, a database up to date."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import django
from django.core.management import call_command
from django.db import OperationalError, connection, connections

from putright.config.config import PREFIX, Config, ConfigError, config_from

SECRET_KEY_FILE = "secret-key"  # noqa: S105 - the name of the file
SETTINGS_MODULE = "putright.config.settings"
MAKING_TABLES: Final = 0x7075747269676874  # the lock's number, which no other program is likely to take: “putright”


def open_site(said: Mapping[str, str | None]) -> Config:
    """Make ready the site that the environment and a command's own options describe; return its configuration.

    After this Django is set up and every table exists. What the options say goes before the environment; `None` says
    nothing: `open_site({"data": args.data, "as_at": args.as_at})`.
    """
    config = configured(said)
    make_data_folder(config.data)
    if not config.secret_key:
        keep_a_secret_key(config.data)
    django.setup()
    try:
        with one_at_a_time():
            call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as error:
        message = f"The database cannot be opened: {str(error).strip()}"
        raise ConfigError(message) from error
    connections.close_all()
    return config


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let no other program make tables meanwhile, on PostgreSQL; those that start with this one wait for it.

    On a connection of its own and for one transaction, so that a pooler of connections does not let go of it.
    """
    if connection.vendor != "postgresql":
        yield
        return
    waiting = connection.copy()
    try:
        with waiting.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MAKING_TABLES])
            yield
            cursor.execute("COMMIT")
    finally:
        waiting.close()


def configured(said: Mapping[str, str | None]) -> Config:
    """Return the configuration that the environment and a command's own options give; Django will be given the same."""
    os.environ.update({PREFIX + name.upper(): text for name, text in said.items() if text is not None})
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS_MODULE
    return config_from(os.environ)


def make_data_folder(folder: Path) -> None:
    """Make the data folder, readable by its owner alone; refuse one that cannot be written to."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"The data folder {folder} cannot be made: {error.strerror}. Name another with --data."
        raise ConfigError(message) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        message = f"The data folder {folder} cannot be written to. Name another with --data."
        raise ConfigError(message)


def a_secret_key() -> str:
    """Return a new key that nobody can guess; it holds no space."""
    return secrets.token_urlsafe(48)


def keep_a_secret_key(folder: Path) -> None:
    """Make a secret key for this installation, once; of two programs that start together one makes it."""
    made = folder / f"{SECRET_KEY_FILE}.{os.getpid()}"
    kept = folder / SECRET_KEY_FILE
    if kept.exists():
        return
    with open(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(a_secret_key())
    try:
        os.link(made, kept)
    except FileExistsError:
        pass
    finally:
        made.unlink()


def kept_secret_keys(folder: Path) -> tuple[str, ...]:
    """Return the key kept in a data folder, and after it the older ones; nothing where there is none yet."""
    kept = folder / SECRET_KEY_FILE
    return tuple(kept.read_text().split()) if kept.exists() else ()
