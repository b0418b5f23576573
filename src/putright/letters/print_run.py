"""How do the letters of a day become one file to print, with a sheet that says what is in it?"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from putright.letters.fonts import FAMILIES
from putright.letters.fonts import FOLDER as FONTS
from putright.letters.wording import with_weekday

_TEMPLATE: Final = Path(__file__).with_name("print_run.typ")
# Our own letters say plainly where a page begins; nothing else is put in a print run.
_PAGE: Final = re.compile(rb"/Type\s*/Page\b(?!s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPrint:
    """A letter of the run: of which case, which letter, to whom, and its PDF as it was made."""

    reference: str
    title: str
    to: str
    pdf: bytes = field(repr=False)
    wanted: tuple[str, ...] = ()  # what is to be thought of before it goes, such as large print

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(_PAGE.findall(self.pdf))


def print_run(sender: str, day: date, letters: Sequence[ToPrint]) -> bytes:
    """A PDF of a day's letters behind a sheet that lists them.

    Each letter begins on a sheet of paper of its own, also when both sides are printed, so that no two people's letters
    share one.
    """
    run = {
        "title": f"Letters of {with_weekday(day)}",
        "summary": f"{sender}. Letters: {len(letters)}. Pages: {sum(letter.pages for letter in letters)}. "
        "Each letter begins on a sheet of its own.",
        "fonts": list(FAMILIES),
        "letters": [
            {
                "number": number,
                "reference": letter.reference,
                "title": letter.title,
                "to": letter.to,
                "wanted": "; ".join(letter.wanted),
                "pages": letter.pages,
                "file": f"{number}.pdf",
            }
            for number, letter in enumerate(letters, start=1)
        ],
    }
    with TemporaryDirectory(prefix="putright-print-") as folder:
        place = Path(folder)
        for number, letter in enumerate(letters, start=1):
            (place / f"{number}.pdf").write_bytes(letter.pdf)
        (place / "print_run.typ").write_bytes(_TEMPLATE.read_bytes())
        (place / "run.json").write_text(json.dumps(run), encoding="utf-8")
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
        compiler = typst.Compiler(root=place, font_paths=fonts)
        source = b'#import "print_run.typ": print-run\n#print-run(json("run.json"))'
        pdf = compiler.compile(source, format="pdf")
    assert isinstance(pdf, bytes)  # noqa: S101 - a PDF is one file: says so to mypy
    return pdf
