"""What came back in a document that somebody edited outside: which words stand in which box, and which around them?"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from putright.gateways.archive_look import TooMuchInside, look_inside

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}instrText"})


class UnreadableDocument(ValueError):
    """The document cannot be read as one of a word processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """The words of each box by its name, the paragraphs around them, and from which draft the document was made."""

    boxes: dict[str, str]
    around: tuple[str, ...]
    version: str


def came_back(content: bytes) -> CameBack:
    """What a document holds, changes that are tracked taken as made; raises UnreadableDocument."""
    from docx import Document  # noqa: PLC0415 (only where it is asked for: it takes a quarter of a second to load)

    try:
        inside = look_inside(content)
        if inside is None or inside.is_locked:
            raise UnreadableDocument("it is no document of a word processor, or it has a password")
        document = Document(BytesIO(content))
        body, version = document.element.body, document.core_properties.version
    except UnreadableDocument:
        raise
    except TooMuchInside as bomb:
        raise UnreadableDocument("it would open out to far more than it shows") from bomb
    except Exception as broken:  # whatever a broken file makes the library raise
        raise UnreadableDocument("it is broken") from broken
    boxes: dict[str, list[str]] = {}
    around: list[str] = []
    for name, words in _read(body, ""):
        if name:
            boxes.setdefault(name, []).append(words)
        elif words.strip():
            around.append(" ".join(words.split()))
    joined = {name: "\n\n".join(part for part in map(str.strip, parts) if part) for name, parts in boxes.items()}
    return CameBack(boxes=joined, around=tuple(around), version=version)


# An element of lxml, which has no types, hence Any.
def _read(element: Any, box: str) -> Iterator[tuple[str, str]]:
    """Every paragraph in its order, with the name of the box in which it stands."""
    for child in element:
        if child.tag == f"{_W}p":
            yield box, "".join(_words(child))
        elif child.tag == f"{_W}sdt":
            tag = child.find(f"{_W}sdtPr/{_W}tag")
            yield from _read(child, box or ("" if tag is None else tag.get(f"{_W}val", "")))
        elif child.tag not in _SKIPPED:
            yield from _read(child, box)


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag not in _SKIPPED:
            yield from _words(child)
