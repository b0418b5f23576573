"""How does a part of the file of a case, or a copy of its papers, become a PDF, whatever is in them?

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

SAYS, MADE, TOLD = "file.json", "file.pdf", "told.json"
MOST_MEMORY: Final = 3_000_000_000  # bytes of addresses: about a third of it is ever used
LONGEST: Final = 600  # seconds
MOST_PAGES: Final = 5_000  # of one paper

# What lays it out, by its name.
_SOURCES: Final = {
    "whole_file": b'#import "whole_file.typ": whole-file\n#whole-file(json("file.json"))',
    "copy": b'#import "copy.typ": copy\n#copy(json("file.json"))',
}
_DOTS: Final = 200  # to an inch, of a picture that is drawn anew
_NOT_OPENED: Final = "This file cannot be laid on pages: it may be damaged or locked. It can be opened on the case."


class CannotBeLaid(Exception):
    """A part could not be laid out: it took too much memory or too long, or something in it is beyond us."""


def lay_out(folder: Path, file: Mapping[str, Any], *, template: str = "whole_file") -> int:
    """Lay out a part of a file, or a copy, in a folder that holds its papers, as `file.pdf`; return its pages.

    Raises CannotBeLaid. A paper that cannot be opened is listed with its digest instead.
    """
    (folder / SAYS).write_text(json.dumps({**file, "fonts": list(FAMILIES), "template": template}), encoding="utf-8")
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
    template = f"{file['template']}.typ"
    (folder / template).write_bytes(Path(__file__).with_name(template).read_bytes())
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    compiler = typst.Compiler(root=folder, font_paths=fonts)
    for paper in file["papers"]:
        if paper["laid"] in ("pdf", "picture"):
            _look_into(compiler, paper)
        if paper["laid"] == "redrawn":
            _draw_anew(compiler, folder, paper)
    (folder / SAYS).write_text(json.dumps(file), encoding="utf-8")
    made = compiler.compile(_SOURCES[file["template"]], format="pdf")
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


def _draw_anew(compiler: typst.Compiler, folder: Path, paper: dict[str, Any]) -> None:
    """Draw a picture anew with what is taken out made black in its very dots; it goes, with all that lay in it."""
    bands = "".join(
        f"#place(top + left, dy: {top}% * size.height,"
        f" rect(width: size.width, height: {end - top}% * size.height, fill: black))"
        for top, end in paper["bands"]
    )
    source = f"""#set page(width: auto, height: auto, margin: 0pt)
#let picture = image("{paper["file"]}", width: 160mm)
#context {{ let size = measure(picture); box(width: size.width, height: size.height)[#place(picture){bands}] }}"""
    try:
        drawn = compiler.compile(source.encode("ascii"), format="png", ppi=_DOTS)
    except typst.TypstError:
        paper.update(laid="listed", title="Left out", why=_NOT_OPENED)
        return
    assert isinstance(drawn, bytes)  # noqa: S101 - one page is one picture: says so to mypy
    (folder / paper["file"]).unlink()
    paper.update(laid="pages", pages=[{"file": f"{paper['number']}-1.png"}])
    (folder / f"{paper['number']}-1.png").write_bytes(drawn)


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
