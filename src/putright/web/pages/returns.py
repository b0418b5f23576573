"""What does the yearly return hold, and what is still to be said before it is sent?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.returns import NoReturn, ReturnShown, return_shown
from putright.domain.access import Deed, why_not_here
from putright.domain.returns import RETURN_WORDS
from putright.domain.returns_sheet import CAME_BACK, Cell, Group, year_of
from putright.web.access import staff
from putright.web.components.return_period import QUARTER_WORDS, Wanted, wanted_in
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number, and where its cases are listed."""

    words: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Numbers that stand together."""

    heading: str
    numbers: tuple[Number, ...]
    is_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodChoice:
    """A year or a quarter to choose."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChoice:
    """A return to choose."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnsPage:
    """A return of a year or a quarter."""

    name: str
    title: str
    standard: str
    checked_on: date
    period: str
    kinds: tuple[KindChoice, ...]
    years: tuple[PeriodChoice, ...]
    quarters: tuple[PeriodChoice, ...]
    kind: str
    summary: Table
    by_arithmetic: int
    difference: int
    left: Table
    not_counted: Table
    told: Table
    lists: tuple[Table, ...]
    lacking: tuple[Number, ...]
    is_whole: bool
    is_over: bool
    download: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoReturnPage:
    """That there is none, and whether anybody has said so."""

    is_said: bool
    may_say: bool


@staff
@require_safe
def returns(request: StaffRequest) -> HttpResponse:
    """Show the numbers, each with its cases, and what is lacking."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    wanted = wanted_in(request)
    found = return_shown(request.actor, wanted.period, kind=wanted.kind)
    if isinstance(found, NoReturn):
        may_say = why_not_here(request.actor, Deed.DESCRIBE) is None
        return show(request, "returns_none.jinja", NoReturnPage(is_said=found.is_said, may_say=may_say))
    return show(request, "returns.jinja", _page(request, found, replace(wanted, kind=found.kind)))


def _page(request: StaffRequest, found: ReturnShown, wanted: Wanted) -> ReturnsPage:
    sheet = found.sheet
    return ReturnsPage(
        name=found.name,
        title=found.form.title,
        standard=found.form.standard,
        checked_on=found.form.checked_on,
        period=wanted.words,
        kinds=tuple(
            KindChoice(
                text=RETURN_WORDS[kind],
                href=replace(wanted, kind=kind).address("returns"),
                current=kind is found.kind,
            )
            for kind in found.owed
        ),
        years=tuple(
            PeriodChoice(value=str(year), text=f"{year}-{(year + 1) % 100:02d}", chosen=year == wanted.year)
            for year in range(year_of(request.today), min(found.first_year, wanted.year) - 1, -1)
        ),
        quarters=tuple(
            PeriodChoice(value=str(number or ""), text=text, chosen=number == wanted.quarter)
            for number, text in enumerate(("The whole year", *QUARTER_WORDS))
        ),
        kind=found.kind.value,
        summary=_table(sheet.summary, wanted),
        by_arithmetic=sheet.by_arithmetic,
        difference=sheet.difference,
        left=_table(sheet.left, wanted),
        not_counted=_table(sheet.not_counted, wanted),
        told=_table(sheet.told, wanted),
        lists=tuple(_table(group, wanted) for group in sheet.lists),
        lacking=tuple(
            replace(_number(name, cell, wanted), words=group.words)
            for name, cell in sheet.lacking
            if (group := sheet.group(name))
        ),
        is_whole=found.is_whole,
        is_over=sheet.period.last < request.today,
        download=wanted.address("returns-download"),
    )


def _table(group: Group, wanted: Wanted) -> Table:
    numbers = tuple(_number(group.name, cell, wanted) for cell in group.cells)
    return Table(heading=group.words, numbers=numbers, is_verified=group.is_verified)


def _number(group: str, cell: Cell, wanted: Wanted) -> Number:
    href = wanted.address("returns-cases", group=group, number=cell.code) if cell.cases else ""
    words = f"Less: {cell.words[:1].lower()}{cell.words[1:]}" if cell.code == CAME_BACK else cell.words
    return Number(words=words, count=len(cell.cases), href=href)
