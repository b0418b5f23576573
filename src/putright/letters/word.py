"""How does a letter become a document for a word processor, with the same words as its PDF?

The parts that a person writes stand in boxes (content controls) that say which part they are; so what comes back can be
put where it belongs (`gateways/word_file.py`). Everything else comes from the case and is there to be read.
"""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from putright.letters.blocks import (
    Block,
    BulletList,
    Heading,
    Lines,
    NewPage,
    Paragraph,
    Quotation,
    Run,
    SignOff,
    Square,
    TickBoxes,
    Words,
    WriteHere,
    words_in,
)
from putright.letters.composition import Letter
from putright.letters.marked import BEGIN, END, NAMED, TITLES

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

_TYPEFACE = "Arial"
_POINTS = 12
_HEADING_POINTS = {1: 17, 2: 14, 3: 12}


def as_docx(letter: Letter, *, version: str = "") -> bytes:
    """The letter as an editable document; `version` says from which draft it was made, for when it comes back."""
    from docx import Document  # noqa: PLC0415 (only where it is asked for: it takes a quarter of a second to load)

    document = Document()
    _look(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = letter.title, letter.sender[0], "en-GB"
    properties.version = version
    properties.created = properties.modified = datetime.combine(letter.written_on, time())
    box = _Box(document)
    for block in letter.document:
        for style, words in _paragraphs(block):
            box.add(style, words)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


class _Box:
    """The document as it grows: paragraphs between the marks of a part go into the box of that part."""

    def __init__(self, document: "Document") -> None:
        self.document = document
        self.content: object | None = None

    def add(self, style: str, words: Words) -> None:
        """Add a paragraph where it belongs."""
        text = "".join(run.text for run in words)
        if BEGIN in text:
            self.content = self._opened(text.partition(BEGIN)[2].partition(NAMED)[0])
        paragraph = self.document.add_paragraph(style=style)
        for run in words:
            _write(paragraph, run)
        if self.content is not None:
            self.content.append(paragraph._p)  # type: ignore[attr-defined]  # an element of XML, moved into the box
        if END in text:
            self.content = None

    def _opened(self, name: str) -> object:
        from docx.oxml import parse_xml  # noqa: PLC0415 (as above)
        from docx.oxml.ns import nsdecls  # noqa: PLC0415 (as above)

        box = parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{TITLES[name]}"/><w:tag w:val="{name}"/>'
            '<w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent/></w:sdt>'
        )
        body = self.document.element.body
        body.insert(len(body) - 1, box)  # before the properties of the page, which come last
        return box[-1]


def _paragraphs(block: Block) -> Iterator[tuple[str, Words]]:
    """The paragraphs of a block, each with the style that says what it is."""
    match block:
        case Heading(level, words):
            yield f"Heading {level}", words
        case Lines(lines):
            yield "Normal", (Run("\n".join(lines)),)
        case BulletList(items) | TickBoxes(items):
            yield from (("List Bullet", item) for item in items)
        case Quotation(items):
            yield from (("Intense Quote", item) for item in items)
        case WriteHere(label):
            yield "Normal", (Run(f"{label} ____________"),)
        case SignOff():
            yield "Normal", (Run("Yours sincerely,"),)
            yield "Normal", (Run("\n".join(words[0].text for words in words_in(block))),)
        case Square() | NewPage():  # an address stands in words beside its square
            return
        case Paragraph(words):
            yield "Normal", words


def _write(paragraph: "WordParagraph", run: Run) -> None:
    text = run.text
    if BEGIN in text:
        before, _, rest = text.partition(BEGIN)
        text = before + rest.partition(NAMED)[2]
    lines = text.replace(END, "").split("\n")
    written = paragraph.add_run(lines[0])
    written.bold = run.strong or None
    for line in lines[1:]:
        written.add_break()
        written.add_text(line)


def _look(document: "Document") -> None:
    """Plain words in one typeface, headings in black: what a screen reader and a tired eye read well."""
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 (as above)

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _TYPEFACE, Pt(_POINTS)
    for level, points in _HEADING_POINTS.items():
        font = document.styles[f"Heading {level}"].font
        font.name, font.size, font.color.rgb = _TYPEFACE, Pt(points), RGBColor(0x21, 0x2B, 0x32)
