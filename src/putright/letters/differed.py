"""How do the changes of a new version read, put together by whom they help?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from putright.domain.differ_change import Change, Side

HEADINGS: Final = {
    Side.WORSE: "Worse for people who complain",
    Side.BETTER: "Better for people who complain",
    Side.DIFFERENT: "Different",
}
NOTHING: Final = "Nothing changes for people who complain."


def grouped(changes: Sequence[Change]) -> tuple[tuple[str, tuple[Change, ...]], ...]:
    """The changes under their headings; a heading without any is left out."""
    found = ((HEADINGS[side], tuple(one for one in changes if one.side is side)) for side in Side)
    return tuple((heading, several) for heading, several in found if several)


def as_text(changes: Sequence[Change]) -> str:
    """The changes as plain text."""
    return "\n\n".join("\n".join(_lines(heading, several)) for heading, several in grouped(changes)) or NOTHING


def _lines(heading: str, several: Sequence[Change]) -> Iterator[str]:
    yield heading
    for one in several:
        yield f"  - {one.message}{f' ({one.cites})' if one.cites else ''}"


def as_value(changes: Sequence[Change]) -> list[Mapping[str, str | None]]:
    """The changes for another program, as docs/rules/diff.md says."""
    return [
        {
            "side": one.side.value,
            "kind": one.kind.value,
            "message": one.message,
            "step": one.step,
            "cites": one.cites,
        }
        for one in changes
    ]
