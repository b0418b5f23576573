"""How a YAML text becomes plain values, each with its line; strict, and refusing in words whatever is not plain."""

import re
from datetime import date
from difflib import get_close_matches

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

LARGEST = 256 * 1024  # characters; the longest real policy is a tenth of this
DEEPEST = 12
HOPELESS = 100  # brackets within one another: the parser takes minutes over thousands of them
PLAIN_TAGS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")

Where = tuple[str | int, ...]
Plain = str | int | float | bool | date | None | list["Plain"] | dict[str, "Plain"]


class NotPlain(ValueError):
    """A text is not the plain YAML that is wanted here; says on which line, and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


def read_plain(text: str) -> tuple[Plain, dict[Where, int]]:
    """The value that a YAML text states, and the line (from 1) of every key and item by its path; raises NotPlain."""
    if len(text) > LARGEST:
        raise NotPlain(1, f"the file is longer than {LARGEST // 1024} KB: a procedure is a short text")
    if _brackets_within_one_another(text) > HOPELESS:
        raise NotPlain(1, "this is nested too deeply")
    try:
        node = YAML(pure=True).compose(text)
    except MarkedYAMLError as refused:
        mark = refused.problem_mark or refused.context_mark
        problem = (refused.problem or "it cannot be read").strip()
        if "\\t" in problem:
            problem = "there is a tab where only spaces can stand: put two spaces for it"
        raise NotPlain(mark.line + 1 if mark else 1, f"this is not YAML: {problem}") from None
    except RecursionError:
        raise NotPlain(1, "this is nested too deeply") from None
    except (YAMLError, ValueError) as refused:
        problem = next(iter(str(refused).splitlines()), "it cannot be read")
        raise NotPlain(1, f"this is not YAML: {problem}") from None
    if node is None:
        raise NotPlain(1, "the file is empty")
    lines: dict[Where, int] = {(): 1}
    return _value(node, (), lines), lines


def _brackets_within_one_another(text: str) -> int:
    """How deep brackets stand in a text at most; one that is only quoted counts too, and does no harm."""
    depth = deepest = 0
    for bracket in re.findall(r"[][{}]", text):
        depth = max(0, depth + (1 if bracket in "[{" else -1))
        deepest = max(deepest, depth)
    return deepest


def _value(node: Node, where: Where, lines: dict[Where, int]) -> Plain:
    line = node.start_mark.line + 1
    if len(where) > DEEPEST:
        raise NotPlain(line, "this is nested too deeply")
    if node.anchor:
        raise NotPlain(line, "anchors and aliases (& and *) are not used here: write it out")
    if not isinstance(node, ScalarNode) and str(node.tag) not in PLAIN_TAGS:
        raise NotPlain(line, f"tags such as {node.tag} are not used here: leave it out")
    match node:
        case ScalarNode():
            return _scalar(node, line)
        case SequenceNode():
            for number, item in enumerate(node.value):
                lines[(*where, number)] = item.start_mark.line + 1
            return [_value(item, (*where, number), lines) for number, item in enumerate(node.value)]
        case MappingNode():
            return _mapping(node, where, lines)
    raise NotPlain(line, "only text, numbers, lists and keys with values can stand here")


def _mapping(node: MappingNode, where: Where, lines: dict[Where, int]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, ScalarNode) or key_node.anchor:
            raise NotPlain(line, "a key must be a word")
        key = str(key_node.value)
        _refuse_halves(key, line)
        if key == "<<":
            raise NotPlain(line, "merging keys (<<) is not used here: write it out")
        if key in found:
            raise NotPlain(line, f"the key {key} stands twice (first on line {lines[(*where, key)]}): keep one")
        lines[(*where, key)] = line
        found[key] = _value(value_node, (*where, key), lines)
    return found


def _refuse_halves(text: str, line: int) -> None:
    """An escape such as \\ud800 is half of a character, and no text that holds one can be written anywhere."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise NotPlain(line, "an escape that begins with \\ud is half of a character: write the character itself")


def _scalar(node: ScalarNode, line: int) -> Plain:
    text, kind = str(node.value), str(node.tag).rsplit(":", 1)[-1]
    _refuse_halves(text, line)
    if node.style in ("'", '"', "|", ">") or kind == "str":
        return text
    try:
        match kind:
            case "null":
                return None
            case "bool":
                return text.lower() == "true"
            case "int":
                return int(text)
            case "float":
                return float(text)
            case "timestamp":
                return date.fromisoformat(text)
    except ValueError:
        pass
    raise NotPlain(line, f"{text!r} cannot be read: write a date as 2026-04-02, and put quotes round any other text")


def line_of(where: Where, lines: dict[Where, int]) -> int:
    """The line of a path, or of the nearest part of it that the text holds."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def did_you_mean(word: str, known: list[str]) -> str:
    """A hint at the nearest known word, or the list of what there is."""
    near = get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"there is: {', '.join(sorted(known))}"
