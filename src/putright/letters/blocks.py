"""What is a letter made of, once its words are known?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Words printed alike; a line break inside them is written as a newline."""

    text: str
    strong: bool = False


Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the letter, level 2 or 3; level 1 is the letter's title."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that belong together, such as an address."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list with a bullet before each item."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """A list with a box to tick before each item."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's own words, set apart from ours."""

    paragraphs: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class WriteHere:
    """A line of a form to write on, with what to write before it."""

    label: str


@dataclass(frozen=True, slots=True)
class Square:
    """A square code that the camera of a telephone reads: an address, which stands in words beside it."""

    text: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a page of its own."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The closing words, room for a signature, and who signs."""

    name: str
    post: str
    signed_on: str = ""


Block = Heading | Paragraph | Lines | BulletList | TickBoxes | Quotation | WriteHere | Square | NewPage | SignOff


def words_in(block: Block) -> tuple[Words, ...]:
    """Every line of words that a block holds, in reading order."""
    match block:
        case Heading(_, words) | Paragraph(words):
            return (words,)
        case Lines(lines):
            return tuple((Run(line),) for line in lines)
        case BulletList(items) | TickBoxes(items) | Quotation(items):
            return items
        case WriteHere(label):
            return ((Run(label),),)
        case Square() | NewPage():
            return ()
        case SignOff():
            return tuple((Run(line),) for line in (block.name, block.post, block.signed_on) if line)
