"""Do the documents still say what is so?"""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from putright.config.documentation import PAGES
from putright.domain import vocabulary
from tests.architecture.source import ROOT, texts

ADRS = ROOT / "docs" / "adr"
ADR_PARTS = ["Context", "Decision", "Consequences", "When to revisit"]
ADR_LINES = 60
_LINK = re.compile(r"(?<!`)\]\(([^)\s#]+)(?:#[^)]*)?\)")

CLOSED_SETS = sorted(
    (
        each
        for each in vars(vocabulary).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
    ),
    key=lambda each: each.__name__,
)
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES)
def test_a_printed_page_is_as_the_program_prints_it(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == PAGES[path](), f"{path} is out of date: run `make docs`"


def test_every_decision_is_in_the_index_with_its_title() -> None:
    index = (ADRS / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[(\d{4})\]\((\S+)\) \| (.+) \|$", index, re.MULTILINE)
    files = sorted(ADRS.glob("[0-9]*.md"))

    titles = [path.read_text(encoding="utf-8").splitlines()[0] for path in files]

    assert [(name, f"# {number} {title}") for number, name, title in rows] == list(
        zip([path.name for path in files], titles, strict=True)
    )
    assert [int(number) for number, _, _ in rows] == list(range(1, len(files) + 1))


@pytest.mark.parametrize("path", sorted(ADRS.glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_a_decision_is_one_page_in_four_parts(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == ADR_PARTS
    assert len(lines) <= ADR_LINES
    assert re.match(r"\*(Accepted|Overtaken by \d{4}), \w+ \d{4}\.", lines[2])


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = [
        f"{path}: {target}"
        for path, text in texts()
        if path.suffix == ".md"
        for target in _LINK.findall(text)
        if "://" not in target and not target.startswith("mailto:")
        if not (ROOT / path.parent / target).exists()
    ]

    assert broken == []


@pytest.mark.parametrize("closed_set", CLOSED_SETS, ids=lambda each: each.__name__)
def test_the_glossary_defines_every_member_of_a_closed_set(closed_set: type[StrEnum]) -> None:
    assert _terms_under(closed_set.__name__) == [str(member) for member in closed_set]


def _terms_under(name: str) -> list[str]:
    """Return the terms of the rows under the heading that ends with a name in brackets."""
    section = re.search(rf"^## [^\n]*`{name}`[^\n]*\n(.*?)(?=^## |\Z)", GLOSSARY, re.MULTILINE | re.DOTALL)
    assert section, f"docs/glossary.md has no heading that names `{name}`"
    rows = re.findall(r"^\| `([^`]+)` \| (.+?) \|$", section.group(1), re.MULTILINE)
    assert all(len(words.split()) > 1 for _, words in rows), f"an entry under `{name}` is too short to say anything"
    return [term for term, _ in rows]
