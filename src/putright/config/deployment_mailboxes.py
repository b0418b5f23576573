"""Can the mailboxes of an installation be read, and what is in them and their passwords by nobody else?"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from putright.config.config import PREFIX, Config
from putright.config.deployment import Concern, unsafe
from putright.gateways.mailbox_file import UnsoundMailboxes, named_in, read_mailboxes

_WHERE = f"{PREFIX}MAILBOXES"


def mailbox_concerns(config: Config) -> Iterator[Concern]:
    """What the file of the mailboxes tells, and the files and folders that it names."""
    if config.mailboxes is None:
        return
    try:
        read_mailboxes(config.mailboxes)
    except UnsoundMailboxes as fault:
        yield unsafe(
            "mailboxes-unsound",
            f"The mailboxes cannot be read, and the site does not start: {fault}.",
            cure="Put it right; docs/guide/incoming-mail.md says what each line means.",
            where=_WHERE,
        )
    for file in named_in(config.mailboxes).password_files:
        yield from _password(file)
    for folder in named_in(config.mailboxes).folders:
        yield from _folder(folder)


def _password(file: Path) -> Iterator[Concern]:
    if file.exists() and stat.S_IMODE(file.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        yield unsafe(
            "read-by-others",
            f"Other accounts of this machine may open {file.name}, the password of a mailbox.",
            cure=f"Run: chmod go= '{file}'",
            where=str(file),
        )


def _folder(folder: Path) -> Iterator[Concern]:
    """A folder that another program writes into: its group may do so, and nobody else."""
    if not folder.is_dir():
        yield unsafe(
            "folder-missing",
            f"The folder {folder}, from which messages are taken in, is not there: what people write is not seen.",
            cure="Make it, and let the program that delivers messages write into it by its group.",
            where=str(folder),
        )
        return
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield unsafe(
            "folder-closed",
            f"This account cannot read {folder} and move messages on in it.",
            cure="Give it the folder, or run this as the account that serves the site.",
            where=str(folder),
        )
    if stat.S_IMODE(folder.stat().st_mode) & stat.S_IRWXO:
        yield unsafe(
            "folder-open",
            f"Every account of this machine may open {folder}, read what people write, and write in their name.",
            cure=f"Run: chmod o= '{folder}'",
            where=str(folder),
        )
