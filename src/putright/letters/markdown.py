"""How is a letter's Markdown read into blocks, and how are blocks written as Markdown?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

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

_WRITE_HERE = re.compile(r"(?P<label>.*\S) ?_{4,}")
_SQUARE = re.compile(r"\[\[(?P<text>[^\[\]\s]+)\]\]")
_TICK_BOX = "[ ] "
_EVERYWHERE = re.compile(r"[\\`*_\[\]<>&#]")
# A line that would begin a list, a fence or a rule, or make a heading of the line before it.
_AT_THE_START = re.compile(r"^(?:(?P<mark>[+\-=~])|(?P<number>\d+)(?P<point>[.)]))", re.MULTILINE)


def blocks_in(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text; raises ValueError at anything that a letter has no place for."""
    return tuple(_block(node) for node in SyntaxTreeNode(_parser().parse(markdown)).children)


def as_markdown(blocks: tuple[Block, ...]) -> str:
    """The blocks as Markdown that reads back as the same blocks."""
    return "\n\n".join(_written(block) for block in blocks)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")


def _block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "heading":
            return Heading(level=int(node.tag[1]), words=_words(node.children[0]))
        case "paragraph":
            return _paragraph(node.children[0])
        case "bullet_list":
            return _list(node)
        case "blockquote":
            return Quotation(tuple(_words(_only_paragraph(child)) for child in node.children))
        case "hr":
            return NewPage()
    raise ValueError(f"a letter has no place for {_name(node)}")


def _paragraph(inline: SyntaxTreeNode) -> Block:
    form_line = _WRITE_HERE.fullmatch(inline.content)
    if form_line:
        return WriteHere(form_line["label"])
    square = _SQUARE.fullmatch(inline.content)
    if square:
        return Square(square["text"])
    return Paragraph(_words(inline))


def _list(node: SyntaxTreeNode) -> Block:
    lines = [_only_paragraph(*item.children) for item in node.children]
    if all(line.content.startswith(_TICK_BOX) for line in lines):
        return TickBoxes(tuple(_without_box(_words(line)) for line in lines))
    return BulletList(tuple(_words(line) for line in lines))


def _without_box(words: Words) -> Words:
    first, *rest = words
    return (Run(first.text.removeprefix(_TICK_BOX), first.strong), *rest)


def _only_paragraph(*nodes: SyntaxTreeNode) -> SyntaxTreeNode:
    if len(nodes) != 1 or nodes[0].type != "paragraph":
        raise ValueError("a letter's lists and quotations hold plain lines only")
    return nodes[0].children[0]


def _words(inline: SyntaxTreeNode) -> Words:
    runs: list[Run] = []
    for run in _runs(inline.children, strong=False):
        if runs and runs[-1].strong == run.strong:
            runs[-1] = Run(runs[-1].text + run.text, run.strong)
        elif run.text:
            runs.append(run)
    return tuple(runs)


def _runs(nodes: list[SyntaxTreeNode], *, strong: bool) -> Iterator[Run]:
    for node in nodes:
        match node.type:
            case "text":
                yield Run(node.content, strong)
            case "softbreak":
                yield Run(" ", strong)
            case "hardbreak":
                yield Run("\n", strong)
            case "strong":
                yield from _runs(node.children, strong=True)
            case _:
                raise ValueError(f"a letter has no place for {_name(node)}")


def _name(node: SyntaxTreeNode) -> str:
    return f"Markdown's {node.type.replace('_', ' ')!r}"


def _written(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'#' * level} {_marked(words)}"
        case Paragraph(words):
            return _line(words)
        case Lines(lines):
            return _line((Run("\n".join(lines)),))
        case BulletList(items):
            return _items("- ", items)
        case TickBoxes(items):
            return _items(f"- {_TICK_BOX}", items)
        case Quotation(paragraphs):
            return "\n>\n".join(_indented("> ", "> ", _line(words)) for words in paragraphs)
        case WriteHere() | Square():
            return _of_a_form(block)
        case NewPage():
            return "---"
        case SignOff():
            return _sign_off(block)


def _of_a_form(block: WriteHere | Square) -> str:
    return f"[[{block.text}]]" if isinstance(block, Square) else f"{_line((Run(block.label),))} ____"


def _items(mark: str, items: tuple[Words, ...]) -> str:
    return "\n".join(_indented(mark, "  ", _line(item)) for item in items)


def _indented(first: str, later: str, text: str) -> str:
    return first + text.replace("\n", "\n" + later)


def _line(words: Words) -> str:
    # Marks that begin a line are looked for in the whole line, so that a run in mid-line keeps its hyphens.
    return _AT_THE_START.sub(_escape_mark, _marked(words)).replace("\n", "\\\n")


def _marked(words: Words) -> str:
    return "".join(_strong(run) if run.strong else _inline(run.text) for run in words)


def _strong(run: Run) -> str:
    return f"**{_inline(run.text)}**"


def _inline(text: str) -> str:
    return _EVERYWHERE.sub(r"\\\g<0>", text)


def _escape_mark(found: re.Match[str]) -> str:
    return f"\\{found['mark']}" if found["mark"] else f"{found['number']}\\{found['point']}"


def _sign_off(block: SignOff) -> str:
    signed = f"Signed electronically on {block.signed_on}" if block.signed_on else ""
    lines = tuple(line for line in (block.name, block.post, signed) if line)
    return as_markdown((Paragraph((Run("Yours sincerely,"),)), Lines(lines)))
