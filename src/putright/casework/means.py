"""With what do actions work: which file store, which source of random bytes?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from putright.gateways.file_store import Files, FileStore
from putright.gateways.outgoing import Mail
from putright.gateways.secrets import Secrets, SystemSecrets
from putright.gateways.virus_scan import Scanner
from putright.letters.composition import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What an action needs of the outside world besides the database.

    In a rehearsal `laid_out` takes the letters that would be written, and nothing is kept. Without `mail` letters go
    by email only from somebody's own mailbox. Without a scanner files that come in are refused, unless
    `takes_unscanned`. `texts` says whether somebody carries text messages.
    """

    files: Files
    secrets: Secrets
    laid_out: list[Letter] | None = None
    mail: Mail | None = None
    texts: bool = False
    scanner: Scanner | None = None
    takes_unscanned: bool = False


def means_of_this_site() -> Means:
    """The file store of the data folder, the machine's random bytes, and what is configured."""
    return replace(
        _means(Path(settings.MEDIA_ROOT), settings.SECRET_KEY),
        mail=settings.PUTRIGHT_MAIL,
        texts=settings.PUTRIGHT_TEXTS is not None,
        scanner=settings.PUTRIGHT_SCANNER,
        takes_unscanned=settings.PUTRIGHT_TAKES_UNSCANNED,
    )


def file_key(secret_key: str) -> bytes:
    """The key by which files are named, made from the installation's own."""
    return sha256(b"the names of files:" + secret_key.encode()).digest()


@contextmanager
def means_of_a_rehearsal() -> Iterator[Means]:
    """Means with which an action is gone through without anything being kept: its letters are laid out instead."""
    with TemporaryDirectory(prefix="putright-rehearsal-") as folder:
        yield replace(means_of_this_site(), files=FileStore(Path(folder)), laid_out=[])


@lru_cache(maxsize=8)
def _means(folder: Path, secret_key: str) -> Means:
    return Means(files=FileStore(folder, file_key(secret_key)), secrets=SystemSecrets())
