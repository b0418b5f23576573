"""How does a part of the file of a case become a PDF, whatever is in its papers?

It is laid out in a process of its own, which may take so much memory and so long and no more: the papers came from
anywhere. `python -m putright.letters.whole_file FOLDER` lays out what `file.json` in the folder says.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typst

from putright.letters.fonts import FAMILIES
from putright.letters.fonts import FOLDER as FONTS

_TEMPLATE: Final = Path(__file__).with_name("whole_file.typ")
SAYS, MADE, TOLD = "file.json", "file.pdf", "told.json"
MOST_MEMORY: Final = 3_000_000_000  # bytes of addresses: about a third of it is ever used
LONGEST: Final = 600  # seconds
MOST_PAGES: Final = 5_000  # of one paper

_SOURCE: Final = b"""#import "whole_file.typ": whole-file
#whole-file(json("file.json"))"""
_NOT_OPENED: Final = "This file cannot be laid on pages: it may be damaged or locked. It can be opened on the case."


class CannotBeLaid(Exception):
    """A part could not be laid out: it took too much memory or too long, or something in it is beyond us."""


def lay_out(folder: Path, file: Mapping[str, Any]) -> int:
    """Lay out a part of a file in a folder that holds its papers, as `file.pdf`; return how many pages it has.

    Raises CannotBeLaid. A paper that cannot be opened is listed with its digest instead.
    """
    (folder / SAYS).write_text(json.dumps({**file, "fonts": list(FAMILIES)}), encoding="utf-8")
    command = [sys.executable, "-m", "putright.letters.whole_file", str(folder)]
    try:
        done = subprocess.run(command, check=False, capture_output=True, timeout=LONGEST, preexec_fn=_bounded)  # noqa: S603 - ours
    except subprocess.TimeoutExpired:
        raise CannotBeLaid("too-long") from None
    if done.returncode != 0 or not (folder / MADE).exists():
        raise CannotBeLaid("not-laid")
    return int(json.loads((folder / TOLD).read_text(encoding="utf-8"))["pages"])


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _main(folder: Path) -> None:
    file = json.loads((folder / SAYS).read_text(encoding="utf-8"))
    (folder / "whole_file.typ").write_bytes(_TEMPLATE.read_bytes())
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    compiler = typst.Compiler(root=folder, font_paths=fonts)
    for paper in file["papers"]:
        if paper["laid"] in ("pdf", "picture"):
            _look_into(compiler, paper)
    (folder / SAYS).write_text(json.dumps(file), encoding="utf-8")
    made = compiler.compile(_SOURCE, format="pdf")
    assert isinstance(made, bytes)  # noqa: S101 - a PDF is one file: says so to mypy
    (folder / MADE).write_bytes(made)
    pages = _pages_of(compiler, MADE)
    (folder / TOLD).write_text(json.dumps({"pages": pages}), encoding="utf-8")


def _look_into(compiler: typst.Compiler, paper: dict[str, Any]) -> None:
    """Count the pages of a PDF, and see that a picture opens; what does not is listed."""
    if paper["laid"] == "picture":
        if not _opens(compiler, f'#image("{paper["file"]}")'):
            paper.update(laid="listed", why=_NOT_OPENED)
        return
    pages = _pages_of(compiler, paper["file"])
    if pages == 0:
        paper.update(laid="listed", why=_NOT_OPENED)
    else:
        paper["pages"] = pages


def _pages_of(compiler: typst.Compiler, name: str) -> int:
    """How many pages a PDF has, found by asking for ever later ones; none where it cannot be opened."""

    def has(number: int) -> bool:
        return _opens(compiler, f'#image("{name}", page: {number}, width: 10pt)')

    if not has(1):
        return 0
    most = 1
    while most < MOST_PAGES and has(most * 2):
        most *= 2
    least, most = most, most * 2
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if has(middle) else (least, middle)
    return least


def _opens(compiler: typst.Compiler, source: str) -> bool:
    try:
        compiler.compile(source.encode("ascii"), format="pdf")
    except typst.TypstError:
        return False
    return True


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
