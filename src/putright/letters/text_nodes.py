"""What does a letter's text say before the facts are known: which words, and which of them only sometimes?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from putright.letters.blocks import Block, Run, Square, words_in
from putright.letters.markdown import blocks_in

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_CONTROL = re.compile(r"\{(?P<verb>if|unless|each|end)(?: (?P<name>[a-z_]+))?\}")


@dataclass(frozen=True, slots=True)
class Prose:
    """Blocks whose words may hold placeholders."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What is said only if a field is there, or (not wanted) only if it is not."""

    field: str
    wanted: bool
    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Repetition:
    """What is said once for each row of a field."""

    field: str
    nodes: "tuple[Node, ...]"


Node = Prose | Condition | Repetition
Names = Mapping[str, frozenset[str]]


def nodes_in(lines: Iterator[str]) -> tuple[Node, ...]:
    """The nodes of a text; raises ValueError where {if}, {unless}, {each} and {end} do not pair."""
    nodes, ended = _until_end(lines)
    if ended:
        raise ValueError("there is an {end} too many")
    return nodes


def check_names(nodes: tuple[Node, ...], names: Names, *, certain: frozenset[str]) -> None:
    """Raises ValueError unless every name is known and every placeholder is sure to be filled where it stands."""
    for node in nodes:
        match node:
            case Prose(blocks):
                for block in blocks:
                    _check_words(block, known=frozenset(names), certain=certain)
            case Condition(field, wanted, inner):
                _check_known(field, frozenset(names))
                check_names(inner, names, certain=certain | ({field} if wanted else frozenset()))
            case Repetition(field, inner):
                _check_known(field, frozenset(names))
                row = names[field]
                if not row:
                    raise ValueError(f"{{each {field}}}: {field!r} is not a list of rows")
                check_names(inner, {**names, **dict.fromkeys(row, frozenset())}, certain=certain | row)


def _until_end(lines: Iterator[str]) -> tuple[tuple[Node, ...], bool]:
    nodes: list[Node] = []
    prose: list[str] = []
    for line in lines:
        control = _CONTROL.fullmatch(line)
        if control is None:
            prose.append(line)
            continue
        nodes += _prose(prose)
        prose = []
        if control["verb"] == "end":
            return tuple(nodes), True
        nodes.append(_begun(control["verb"], control["name"], lines))
    return (*nodes, *_prose(prose)), False


def _begun(verb: str, name: str | None, lines: Iterator[str]) -> Node:
    if name is None:
        raise ValueError(f"{{{verb}}} names no field")
    nodes, ended = _until_end(lines)
    if not ended:
        raise ValueError(f"{{{verb} {name}}} has no {{end}}")
    return Repetition(name, nodes) if verb == "each" else Condition(name, verb == "if", nodes)


def _prose(lines: list[str]) -> Iterator[Prose]:
    blocks = blocks_in("\n".join(lines))
    if blocks:
        yield Prose(blocks)


def _check_words(block: Block, *, known: frozenset[str], certain: frozenset[str]) -> None:
    for words in ((Run(block.text),),) if isinstance(block, Square) else words_in(block):
        for run in words:
            for name in PLACEHOLDER.findall(run.text):
                _check_known(name, known)
                if name not in certain:
                    raise ValueError(f"{{{name}}} may be missing: add it to `requires`, or put it inside {{if {name}}}")
            if set(PLACEHOLDER.sub("", run.text)) & set("{}"):
                raise ValueError(f"this is no placeholder: {run.text!r}")


def _check_known(name: str, known: frozenset[str]) -> None:
    if name not in known:
        raise ValueError(f"there is no field {name!r}; there are {', '.join(sorted(known))}")
