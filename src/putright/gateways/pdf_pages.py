"""What do the pages of a PDF say, and how do they look without what is taken out of them?

The file came from anywhere: it is opened in a process of its own (pdf_drawing.py), which may take so much memory and so
long and no more.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ASKED, TOLD, FILE = "ask.json", "told.json", "file.pdf"
MOST_MEMORY: Final = 3_000_000_000  # bytes of addresses
LONGEST: Final = 240  # seconds


class CannotBeOpened(Exception):
    """The file cannot be opened: it is damaged, locked, too long, or beyond us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTold:
    """A page: the words that can be found on it, and which of those that were sought stand on it, by their places."""

    words: str
    found: tuple[int, ...]


def words_of(content: bytes) -> tuple[str, ...]:
    """The words of each page of a PDF as a machine finds them; raises CannotBeOpened."""
    with TemporaryDirectory(prefix="putright-pdf-") as temporary:
        return tuple(
            page.words for page in _asked(Path(temporary), content, {"draws": False, "sought": [], "bands": {}})
        )


def draw(
    folder: Path,
    content: bytes,
    *,
    name: str,
    leave_out: Sequence[int],
    sought: Sequence[str],
    bands: Mapping[int, Sequence[tuple[int, int]]],
) -> tuple[PageTold, ...]:
    """Draw every page that is not left out into the folder, as NAME-1.png and so on.

    The words that are sought are black wherever they stand, and so are the bands, in hundredths of the height of their
    page. Raises CannotBeOpened.
    """
    with TemporaryDirectory(prefix="putright-pdf-") as temporary:
        ask = {
            "draws": True,
            "leave_out": list(leave_out),
            "sought": list(sought),
            "bands": {str(page): list(each) for page, each in bands.items()},
        }
        told = _asked(Path(temporary), content, ask)
        for picture in Path(temporary).glob("*.png"):
            (folder / f"{name}-{picture.name}").write_bytes(picture.read_bytes())
    return told


def _asked(folder: Path, content: bytes, ask: Mapping[str, object]) -> tuple[PageTold, ...]:
    (folder / FILE).write_bytes(content)
    (folder / ASKED).write_text(json.dumps(ask), encoding="utf-8")
    command = [sys.executable, "-m", "putright.gateways.pdf_drawing", str(folder)]
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=LONGEST, preexec_fn=_bounded)  # noqa: S603 - ours
    except subprocess.TimeoutExpired:
        raise CannotBeOpened("too-long") from None
    if done.returncode != 0 or not (folder / TOLD).exists():
        raise CannotBeOpened("not-opened")
    told = json.loads((folder / TOLD).read_text(encoding="utf-8"))
    return tuple(PageTold(words=page["words"], found=tuple(page["found"])) for page in told)


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
