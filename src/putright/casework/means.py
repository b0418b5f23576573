"""With what do actions work: which file store, which source of random bytes?"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from putright.gateways.file_store import FileStore
from putright.gateways.secrets import Secrets, SystemSecrets


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What an action needs of the outside world besides the database."""

    files: FileStore
    secrets: Secrets


def means_of_this_site() -> Means:
    """The file store of the data folder, and the machine's random bytes."""
    return _means(Path(settings.MEDIA_ROOT))


@lru_cache(maxsize=8)
def _means(folder: Path) -> Means:
    return Means(files=FileStore(folder), secrets=SystemSecrets())
