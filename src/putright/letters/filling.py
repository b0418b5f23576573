"""What does a letter's text say once every field is filled?"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

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
)
from putright.letters.fields import Fields, Value
from putright.letters.plain_text import in_one_line, paragraphs
from putright.letters.text_nodes import PLACEHOLDER, Condition, Node, Prose, Repetition
from putright.letters.wording import listed

_NO_ADDRESS = re.compile(r"[^0-9A-Za-z:/?&=#%.+~_-]")  # what never stands in an address of ours

# Given the name of a field that is blank: what stands in its place, or an error.
Blank = Callable[[str], str]


def filled(nodes: tuple[Node, ...], fields: Fields, *, blank: Blank) -> tuple[Block, ...]:
    """The blocks of a text with every placeholder filled; what people typed is never read as markup."""
    return tuple(_joined(_blocks(nodes, fields, blank)))


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks, with bullets that follow one another in one list."""
    for kind, group in groupby(blocks, key=type):
        if kind is BulletList:
            yield BulletList(tuple(item for block in group for item in _items_in(block)))
        else:
            yield from group


def _items_in(block: Block) -> tuple[Words, ...]:
    return block.items if isinstance(block, BulletList) else ()


def _blocks(nodes: tuple[Node, ...], fields: Fields, blank: Blank) -> Iterator[Block]:
    for node in nodes:
        match node:
            case Prose(blocks):
                for block in blocks:
                    yield from _filled_block(block, fields, blank)
            case Condition(field, wanted, inner) if bool(fields[field]) is wanted:
                yield from _blocks(inner, fields, blank)
            case Repetition(field, inner):
                for row in _rows(fields[field]):
                    yield from _blocks(inner, {**fields, **row}, blank)


def _rows(value: Value) -> tuple[Mapping[str, str | bool], ...]:
    return tuple(row for row in value if isinstance(row, Mapping)) if isinstance(value, tuple) else ()


def _filled_block(block: Block, fields: Fields, blank: Blank) -> Iterator[Block]:
    match block:
        case Heading(level, words):
            yield Heading(level, _words(words, fields, blank))
        case Paragraph(words):
            yield from _paragraphs(words, fields, blank)
        case BulletList(items):
            yield BulletList(_items(items, fields, blank))
        case TickBoxes(items):
            yield TickBoxes(_items(items, fields, blank))
        case Quotation(lines):
            yield Quotation(tuple(words for line in lines for words in _typed(line, fields, blank)))
        case WriteHere(label):
            yield WriteHere(_in_a_sentence(label, fields, blank))
        case Square(text):
            if address := _NO_ADDRESS.sub("", _in_a_sentence(text, fields, blank)):
                yield Square(address)
        case Lines() | NewPage() | SignOff():
            yield block


def _paragraphs(words: Words, fields: Fields, blank: Blank) -> Iterator[Block]:
    """A field that stands alone becomes its lines, or the paragraphs that were typed."""
    name = _field_alone(words)
    value = _present(name, fields, blank) if name else ""
    if isinstance(value, tuple):
        yield Lines(value)
    else:
        yield from map(Paragraph, _typed(words, fields, blank))


def _typed(words: Words, fields: Fields, blank: Blank) -> tuple[Words, ...]:
    name = _field_alone(words)
    value = _present(name, fields, blank) if name else ""
    if isinstance(value, str) and value:
        return tuple((Run(paragraph),) for paragraph in paragraphs(value))
    return (_words(words, fields, blank),)


def _items(items: tuple[Words, ...], fields: Fields, blank: Blank) -> tuple[Words, ...]:
    """A list that stands alone in an item becomes an item for each of its own."""
    return tuple(words for item in items for words in _item(item, fields, blank))


def _item(item: Words, fields: Fields, blank: Blank) -> tuple[Words, ...]:
    name = _field_alone(item)
    if name is None:
        return (_words(item, fields, blank),)
    value = _present(name, fields, blank)
    entries = value if isinstance(value, tuple) else (value,)
    return tuple((Run(re.sub(r"\n+", "\n", entry)),) for entry in entries)


def _words(words: Words, fields: Fields, blank: Blank) -> Words:
    return tuple(Run(_in_a_sentence(run.text, fields, blank), run.strong) for run in words)


def _in_a_sentence(text: str, fields: Fields, blank: Blank) -> str:
    def word(found: re.Match[str]) -> str:
        value = _present(found[1], fields, blank)
        return in_one_line(listed(value) if isinstance(value, tuple) else value)

    return PLACEHOLDER.sub(word, text) if "{" in text else text


def _field_alone(words: Words) -> str | None:
    found = PLACEHOLDER.fullmatch(words[0].text) if len(words) == 1 else None
    return found[1] if found else None


def _present(name: str, fields: Fields, blank: Blank) -> str | tuple[str, ...]:
    """The words of a field, which must be there and be words."""
    value = fields[name]
    if isinstance(value, tuple):
        lines = tuple(line for line in value if isinstance(line, str))
        return lines or blank(name)
    return value if isinstance(value, str) and value else blank(name)
