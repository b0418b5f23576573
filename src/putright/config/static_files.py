"""Which styles, scripts and pictures are served? Compressed copies named by content, made when they change."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

MARK = ".collected"


def collect_static_files(root: Path) -> None:
    """Fill the folder that static files are served from, unless it holds these very files already."""
    wanted, mark = _digest_of_all(), root / MARK
    if mark.exists() and mark.read_text() == wanted:
        return
    root.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    mark.write_text(wanted)


def _digest_of_all() -> str:
    digest = sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: str(found[0])):
            digest.update(f"{name}\0".encode())
            with storage.open(name) as file:
                digest.update(sha256(file.read()).digest())
    return digest.hexdigest()
