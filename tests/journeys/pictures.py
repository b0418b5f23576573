"""How does a page become a picture of the guide: which part of it, how large, and how light?

`make pictures` names a folder in GUIDE, and the journeys make the pictures anew; otherwise nothing is kept.
"""

import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from PIL import Image
from playwright.sync_api import FloatRect, Page

FOLDER = os.environ.get("GUIDE")
WIDEST = 1024  # what stands on a desk's page, and a little of what surrounds it
MARGIN = 14
LETTER = 96  # dots an inch
COLOURS = 128  # a third of the weight, and no eye tells the difference on flat colours


def keep_picture(page: Page, name: str, *, start: str = "", end: str = "") -> None:
    """Keep what is in the window, or what lies between two parts of the page, each named by its selector."""
    if FOLDER:
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur()")
        _write(page.screenshot(full_page=True, clip=_part(page, start, end)), Path(FOLDER) / f"{name}.png")


def keep_letter(pdf: bytes, name: str) -> None:
    """Keep the first page of a letter as it is printed; what lays letters out can draw a page of one, too."""
    if FOLDER:
        with TemporaryDirectory() as desk:
            (Path(desk) / "letter.pdf").write_bytes(pdf)
            page = Path(desk) / "page.typ"
            page.write_text('#set page(width: 210mm, height: 297mm, margin: 0pt)\n#image("letter.pdf")')
            _write(typst.compile(str(page), format="png", ppi=LETTER), Path(FOLDER) / f"{name}.png")


def _part(page: Page, start: str, end: str) -> FloatRect:
    window = page.viewport_size
    assert window
    width = min(window["width"], WIDEST)
    scrolled = page.evaluate("window.scrollY")
    top = _box(page, start)["y"] + scrolled - MARGIN if start else 0
    bottom = top + window["height"]
    if end:
        last = _box(page, end)
        bottom = last["y"] + last["height"] + scrolled + MARGIN
    bottom = min(bottom, page.evaluate("document.documentElement.scrollHeight"))
    return {"x": (window["width"] - width) / 2, "y": top, "width": width, "height": bottom - top}


def _box(page: Page, part: str) -> FloatRect:
    box = page.locator(part).first.bounding_box()
    assert box, f"{part} is not to be seen on {page.url}"
    return box


def _write(png: bytes, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(png)) as taken:
        taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
