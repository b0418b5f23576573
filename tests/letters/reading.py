"""What does a PDF hold: its text by structure tag in reading order, and where each piece stands on the page?"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

HEX = re.compile(r"<([0-9a-fA-F]+)>")
MILLIMETRE = 72 / 25.4
# The mark of text that is an artifact: seen on the page, not read out.
ARTIFACT = -1


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Text drawn at once: its mark, and its first and last place in millimetres from the left and from the top."""

    text: str
    mark: int
    left: float
    right: float
    down: float


@dataclass(frozen=True, kw_only=True)
class Font:
    """What the glyphs of a font stand for, and how wide they are in thousandths of the size."""

    characters: dict[int, str]
    widths: dict[int, float]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def tagged_text(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """The text under each leaf tag, in the order of the structure tree."""
    words = {page.objgen: marked_text(page) for page in pdf.pages}
    return [
        (tag, "".join(words[page].get(mark, "") for page, mark in marks))
        for tag, marks in leaves(pdf.Root.StructTreeRoot, "Document", None)
    ]


def text_under(pdf: pikepdf.Pdf, tag: str) -> list[str]:
    return [words for found, words in tagged_text(pdf) if found == tag]


def all_text(pdf: pikepdf.Pdf) -> str:
    """The words of the whole document, in reading order, a space between tags."""
    return " ".join(words for _, words in tagged_text(pdf))


def tags_in(node: pikepdf.Object) -> Iterator[str]:
    """Every structure tag below a node, in order."""
    for child in children(node):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield str(child.S)[1:]
            yield from tags_in(child)


def leaves(node, tag, page) -> Iterator[tuple[str, list[tuple]]]:
    """Each tag that holds text itself, with its marks; text and tags inside it come in order."""
    marks: list[tuple] = []
    for child in children(node):
        if isinstance(child, int):
            marks.append((page, child))
        elif child.get("/Type") == "/MCR":
            marks.append((child.get("/Pg").objgen if "/Pg" in child else page, int(child.MCID)))
        elif "/S" in child:
            if marks:
                yield tag, marks
                marks = []
            inner = child.get("/Pg")
            yield from leaves(child, str(child.S)[1:], inner.objgen if inner is not None else page)
    if marks:
        yield tag, marks


def children(node) -> list:
    found = node.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def marked_text(page: pikepdf.Page) -> dict[int, str]:
    """The text of a page by its mark."""
    text: dict[int, str] = {}
    for piece in pieces(page):
        text[piece.mark] = text.get(piece.mark, "") + piece.text
    return text


def page_text(page: pikepdf.Page) -> str:
    """The text of a page in the order in which it is drawn, without its artifacts."""
    return "".join(piece.text for piece in pieces(page) if piece.mark != ARTIFACT)


def pieces(page: pikepdf.Page) -> list[Piece]:
    """Every piece of text on a page, in the order in which it is drawn."""
    height = float(page.MediaBox[3])
    fonts = {name: font_of(font) for name, font in page.Resources.get("/Font", {}).items()}
    here, saved = pikepdf.Matrix(), []
    marks: list[tuple[int, str | None]] = [(ARTIFACT, None)]
    font, size, line = Font(characters={}, widths={}), 1.0, pikepdf.Matrix()
    found = []
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "q":
                saved.append(here)
            case "Q":
                here = saved.pop()
            case "cm":
                here = pikepdf.Matrix(*map(float, operands)) @ here
            case "BDC" | "BMC":
                marks.append(mark_of(operands, marks[-1]))
            case "EMC":
                marks.pop()
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "Tm":
                line = pikepdf.Matrix(*map(float, operands))
            case "TJ" | "Tj":
                parts = operands[0] if str(instruction.operator) == "TJ" else [operands[0]]
                text, width = drawn(parts, font)
                mark, said = marks[-1]
                place, across = line @ here, width / 1000 * size * (line @ here).a
                found.append(
                    Piece(
                        text=text if said is None else said,
                        mark=mark,
                        left=place.e / MILLIMETRE,
                        right=(place.e + across) / MILLIMETRE,
                        down=(height - place.f) / MILLIMETRE,
                    )
                )
                marks[-1] = (mark, None if said is None else "")
    return found


def mark_of(operands, outer: tuple[int, str | None]) -> tuple[int, str | None]:
    """The mark that begins here, and what is to be read instead of the glyphs if the PDF says so."""
    properties = operands[1] if len(operands) > 1 else None
    if str(operands[0]) == "/Artifact":
        return ARTIFACT, None
    if not isinstance(properties, pikepdf.Dictionary):
        return outer
    mark = int(properties.MCID) if "/MCID" in properties else outer[0]
    return mark, str(properties.ActualText) if "/ActualText" in properties else outer[1]


def drawn(parts, font: Font) -> tuple[str, float]:
    """The characters that glyphs stand for, and how wide they are together."""
    text, width = "", 0.0
    for part in parts:
        if not isinstance(part, pikepdf.String):
            width -= float(part)
            continue
        codes = bytes(part)
        for high, low in zip(codes[::2], codes[1::2], strict=True):
            text += font.characters.get(high << 8 | low, "")
            width += font.widths.get(high << 8 | low, 0)
    return text, width


def font_of(font: pikepdf.Object) -> Font:
    widths: dict[int, float] = {}
    rest = list(font.DescendantFonts[0].get("/W", []))
    while rest:
        first, second, *rest = rest
        if isinstance(second, pikepdf.Array):
            widths |= {int(first) + place: float(width) for place, width in enumerate(second)}
        else:
            width, *rest = rest
            widths |= dict.fromkeys(range(int(first), int(second) + 1), float(width))
    return Font(characters=characters_of(font), widths=widths)


def characters_of(font: pikepdf.Object) -> dict[int, str]:
    """What each glyph of a font stands for, from its ToUnicode map."""
    found: dict[int, str] = {}
    source = font.ToUnicode.read_bytes().decode("latin-1")
    for section in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        codes = HEX.findall(section)
        for code, characters in zip(codes[::2], codes[1::2], strict=True):
            found[int(code, 16)] = bytes.fromhex(characters).decode("utf-16-be")
    for section in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        codes = [int(code, 16) for code in HEX.findall(section)]
        for first, last, start in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
            found |= {code: chr(start + code - first) for code in range(first, last + 1)}
    return found
