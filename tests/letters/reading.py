"""What does a screen reader find in a PDF? Its text by structure tag, in reading order."""

import io
import re
from collections.abc import Iterator

import pikepdf

HEX = re.compile(r"<([0-9a-fA-F]+)>")


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
    """The words of the whole document, in reading order, one space between tags."""
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
    """The text of a page by its mark; what has no mark (an artifact: footer, fold marks) under -1."""
    fonts = {name: characters_of(font) for name, font in page.Resources.get("/Font", {}).items()}
    text: dict[int, str] = {}
    stack, font = [-1], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font = fonts[str(operands[0])]
            case "BDC":
                properties = operands[1]
                marked = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                if isinstance(properties, pikepdf.Dictionary) and "/ActualText" in properties:
                    text[stack[-1]] = text.get(stack[-1], "")
                stack.append(int(properties.MCID) if marked else stack[-1])
            case "BMC":
                stack.append(-1)
            case "EMC":
                stack.pop()
            case "TJ" | "Tj":
                shown = operands[0] if str(operator) == "TJ" else [operands[0]]
                for part in shown:
                    if isinstance(part, pikepdf.String):
                        text[stack[-1]] = text.get(stack[-1], "") + decoded(bytes(part), font)
    return text


def decoded(codes: bytes, font: dict[int, str]) -> str:
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(font.get(high << 8 | low, "") for high, low in pairs)


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
