"""Does the guide still say what is so: its pictures, the commands, addresses and words on the screen that it quotes?"""

import ast
import html
import os
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.urls import Resolver404, resolve
from PIL import Image

from putright.config.command_line import parser_for
from putright.config.config import settings_table
from putright.web.acts.every import ACTS
from tests.architecture.source import PACKAGE, ROOT, tree
from tests.journeys.pictures import WIDEST
from tests.journeys.visitor import PHONE

GUIDE = ROOT / "docs" / "guide"
PICTURES = GUIDE / "pictures"
PAGES = sorted(GUIDE.glob("*.md"))
READERS = [*PAGES, ROOT / "README.md"]
HEAVIEST, HEAVIEST_TOGETHER = 150_000, 4_000_000
LETTER_WIDTH = 794

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+\.png)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```[a-z]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def test_every_page_of_the_guide_is_in_its_index() -> None:
    index = (GUIDE / "README.md").read_text(encoding="utf-8")

    assert {page.name for page in PAGES} - {"README.md"} <= set(_LINK.findall(index))


def test_every_picture_is_shown_and_every_picture_shown_is_there() -> None:
    shown = {
        Path(os.path.normpath(page.parent / target))
        for page in READERS
        for _, target in _PICTURE.findall(page.read_text(encoding="utf-8"))
    }

    assert shown == set(PICTURES.iterdir())


@pytest.mark.parametrize("page", READERS, ids=lambda page: page.stem)
def test_every_picture_says_in_words_what_is_on_it(page: Path) -> None:
    wordless = [target for words, target in _PICTURE.findall(_text(page)) if len(words.split()) < 5]

    assert wordless == []


def test_every_picture_is_made_by_a_journey_in_the_browser() -> None:
    named = list(_pictured())

    assert sorted(named) == sorted(path.stem for path in PICTURES.iterdir()), "run `make pictures`"


@pytest.mark.parametrize("picture", sorted(PICTURES.iterdir()), ids=lambda picture: picture.stem)
def test_a_picture_is_light_and_as_wide_as_a_desk_a_telephone_or_a_letter(picture: Path) -> None:
    with Image.open(picture) as opened:
        assert opened.width in (WIDEST, PHONE["width"], LETTER_WIDTH)
        assert opened.mode == "P"

    assert picture.stat().st_size <= HEAVIEST


def test_the_pictures_together_are_light() -> None:
    assert sum(picture.stat().st_size for picture in PICTURES.iterdir()) <= HEAVIEST_TOGETHER


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_to_a_file_and_every_anchor_to_a_heading(page: Path) -> None:
    broken = [target for target in _LINK.findall(_text(page)) if "://" not in target and not _is_there(page, target)]

    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_is_understood(page: Path) -> None:
    for command in _commands(page):
        parser_for(command).parse_args(command)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_target_of_make_and_every_setting_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {target for code in _quoted(page) for target in re.findall(r"^make ([a-z-]+)", code)}
    settings = {setting for code in _quoted(page) for setting in re.findall(r"\bPUTRIGHT_[A-Z_]+", code)}

    assert {target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()
    assert settings <= {setting.variable for setting in settings_table()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_address_of_the_site_has_a_page(page: Path) -> None:
    unknown = [code for code in _CODE.findall(_text(page)) if code.startswith("/") and not _is_served(code)]

    assert unknown == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_stands_in_bold_can_be_read_on_the_screen(page: Path) -> None:
    quoted = {" ".join(words.split()) for words in _BOLD.findall(_text(page))}
    missing = {words for words in quoted if words not in _words_of_the_program()}

    assert missing == set()


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _quoted(page: Path) -> Iterator[str]:
    """Yield what a page quotes as code: the lines of its blocks, and what stands in a line."""
    text = _text(page)
    for block in _FENCE.findall(text):
        yield from (line.strip() for line in block.replace("\\\n", " ").splitlines())
    yield from _CODE.findall(_FENCE.sub("", text))


def _commands(page: Path) -> Iterator[list[str]]:
    """Yield the arguments of every `putright` command that a page quotes whole: with what it takes."""
    for code in _quoted(page):
        words = shlex.split(code, comments=True)
        program = next((place for place, word in enumerate(words) if word.rpartition("/")[2] == "putright"), None)
        if program is not None and words[program + 1 :]:
            yield words[program + 1 :]


def _is_served(address: str) -> bool:
    """Return whether a page answers there; words in capitals stand for whatever it is about."""
    try:
        found = resolve(address.partition("?")[0].replace("NUMBER", "1"))
    except Resolver404:
        return False
    return found.url_name not in ("act", "act-on") or found.kwargs["action"] in ACTS


def _is_there(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = page.parent / path if path else page
    return file.exists() and (not anchor or anchor in _anchors(file))


def _anchors(file: Path) -> set[str]:
    """Return the anchors that a heading gets where the guide is read."""
    headings = _HEADING.findall(_FENCE.sub("", _text(file)))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _pictured() -> Iterator[str]:
    """Yield every name that a journey gives to a picture."""
    for path in sorted((ROOT / "tests" / "journeys").glob("test_*.py")):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                names = [node.args[0]] if called in ("pictured", "pictured_letter") else []
                names += [keyword.value for keyword in node.keywords if keyword.arg == "picture"]
                yield from (str(name.value) for name in names if isinstance(name, ast.Constant))


@cache
def _words_of_the_program() -> str:
    """Return every word that the program can say, without the marks of templates; strings that are cut are joined."""
    files = [*PACKAGE.rglob("*.jinja"), *PACKAGE.rglob("*.py"), *(PACKAGE / "letters" / "texts").rglob("*.md")]
    whole = "\n".join(path.read_text(encoding="utf-8") for path in files)
    whole = re.sub(r'"\s*\n\s*f?"', "", whole)
    return " ".join(html.unescape(whole).split())
