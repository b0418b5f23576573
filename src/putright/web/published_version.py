"""In which forms can a version of a procedure be had, and what does each hold? The command line prints the same."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Final

from django.utils.translation import gettext_noop as _

from putright.casework.queries.bodies import ProcedurePage
from putright.casework.queries.findings import findings_in
from putright.domain.findings import Finding
from putright.gateways.procedure_files import law_of, programme_from_text, value_of
from putright.letters.published import as_html, as_markdown, page_style
from putright.letters.published_facts import Published, published
from putright.letters.timetable import as_svg


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a version: the end of its address, what it is for, and how it is sent."""

    name: str
    words: str
    content_type: str
    of: Callable[[ProcedurePage], str]


def findings_of(version: ProcedurePage) -> tuple[Finding, ...]:
    """Return what the checker said of a version on the day it was adopted; of a lawful one nothing is told."""
    if not version.as_published:
        return ()
    return _findings(version.source, version.programme.name, version.first_adopted_on)


def said_of(version: ProcedurePage) -> Published:
    """Return everything that the page of a version says."""
    return published(version.programme, law_of(version.programme), findings_of(version))


@lru_cache(maxsize=256)  # to check a procedure takes half a second, and the same page is asked for all day
def _findings(source: str, name: str, adopted_on: date) -> tuple[Finding, ...]:
    return findings_in(programme_from_text(source, name), adopted_on)


def _page(version: ProcedurePage) -> str:
    return as_html(version.programme, law_of(version.programme), findings_of(version))


def _text(version: ProcedurePage) -> str:
    return as_markdown(version.programme, law_of(version.programme), findings_of(version))


def _picture(version: ProcedurePage) -> str:
    return as_svg(version.programme, law_of(version.programme))


def _value(version: ProcedurePage) -> str:
    return value_of(version.programme.procedure) + "\n"


def _source(version: ProcedurePage) -> str:
    return version.source


FORMS: Final = (
    Form(name="page.html", words=_("A page to print, or for another website"), content_type="text/html", of=_page),
    Form(name="timetable.svg", words=_("The times as a picture"), content_type="image/svg+xml", of=_picture),
    Form(name="page.md", words=_("The page as plain text"), content_type="text/markdown", of=_text),
    Form(name="procedure.yaml", words=_("The procedure file itself"), content_type="text/plain", of=_source),
    Form(name="procedure.json", words=_("The same for another program"), content_type="application/json", of=_value),
)


def style_hash() -> str:
    """Return the source by which a page's policy lets in the style that the page carries in itself."""
    return f"'sha256-{b64encode(sha256(page_style().encode()).digest()).decode()}'"


def etag_of(content: bytes) -> str:
    """Return what tells one content from another."""
    return f'"{sha256(content).hexdigest()[:32]}"'
