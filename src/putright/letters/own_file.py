"""What does the first page of the file say that a person takes with them? What is in it, and what happened when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from putright.letters.facts import Contact
from putright.letters.wording import in_words, with_weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paper: its day, what it is, under which name it lies in the file, or why it is not there."""

    on: date
    title: str
    name: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """Everything that the first page says."""

    reference: str
    body: str
    person: str
    made_on: date
    received_on: date
    from_us: Sequence[Line]
    from_you: Sequence[Line]
    happened: Sequence[tuple[date, str]]
    ombudsman: Contact
    ombudsman_by: date | None


def as_page(file: OwnFile) -> str:
    """The page, which needs nothing but a browser; everything in it is escaped."""
    return _template().render(file=file)


@lru_cache(maxsize=1)
def _template() -> Template:
    folder = Path(__file__).parent
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    environment.filters |= {"in_words": in_words, "with_weekday": with_weekday, "quoted": quote}
    return environment.get_template("own_file.html")
