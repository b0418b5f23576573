"""How does a letter look on a page, before it is sent?"""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from putright.letters.blocks import Block
from putright.letters.composition import DRAFT, Letter
from putright.letters.wording import in_words


def as_html(letter: Letter, *, top: int = 2) -> Markup:
    """The letter as an <article> for a page whose next heading is of level `top`; everything in it is escaped."""
    html = _template().render(letter=letter, top=top, draft=DRAFT, written_on=in_words(letter.written_on))
    return Markup(html)  # noqa: S704 (the template escapes every word)


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["kind"] = _kind
    return environment.get_template("preview.html")


def _kind(block: Block) -> str:
    return type(block).__name__
