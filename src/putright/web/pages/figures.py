"""How do the cases stand, counted? And which cases are behind each number?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.experience import Month, how_it_went
from putright.casework.queries.figures import FigureList, Figures, figure_list, figures_of
from putright.domain.access import Deed, reaches, why_not_here
from putright.domain.experience import FEWEST
from putright.domain.figures import Days, Figure, FigureGroup, FigurePeriod, days_of, figure_named
from putright.web.access import staff
from putright.web.components.due import due_tag
from putright.web.components.experience import SCALE, MonthLine, month_lines
from putright.web.components.figures import (
    MEASURE_WORDS,
    Bar,
    MeasureTable,
    PersonLine,
    address_of_figure,
    age_bars,
    due_bars,
    figure_words,
    measure_tables,
    period_choices,
    person_lines,
    wait_bars,
)
from putright.web.components.narrowing import number_of
from putright.web.components.tags import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.spreadsheet import TYPE, Cell, file_of
from putright.web.templating import show

HEAD = ("What", "Held against", "Part", "Number", "First day of receipt", "Last day of receipt", "As at")


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """All figures, each group with its bars."""

    days: Days
    period: str
    periods: tuple[tuple[str, str, bool], ...]
    due: tuple[Bar, ...]
    ages: tuple[Bar, ...]
    received: Bar
    measures: tuple[MeasureTable, ...]
    people: tuple[PersonLine, ...]
    waits: tuple[Bar, ...]
    is_empty: bool
    decides: bool
    experience: tuple[MonthLine, ...]
    scale: tuple[str, ...] = SCALE
    fewest: int = FEWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One case of the list, with how near its next date is."""

    row: object
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCasesPage:
    """The cases behind one number."""

    words: str
    days: Days | None
    count: int
    lines: tuple[Line, ...]
    period: str
    page: int
    pages: int
    before: str
    after: str


@staff
@require_safe
def figures(request: StaffRequest) -> HttpResponse:
    """Show every figure of the cases that the person may see; some see no case, and so no figure."""
    if not reaches(request.actor, Deed.SEE):
        return errors.no_role(request)
    counted = figures_of(request.actor, request.today, _period(request))
    decides = why_not_here(request.actor, Deed.DECIDE) is None
    months = how_it_went(request.actor, request.today) if decides else ()
    return show(request, "figures.jinja", _page(counted, months, decides=decides))


@staff
@require_safe
def figures_cases(request: StaffRequest) -> HttpResponse:
    """Show the cases behind one number: as many as it says, in its order."""
    if not reaches(request.actor, Deed.SEE):
        return errors.no_role(request)
    figure, period = figure_named(request.GET.get("of", "")), _period(request)
    if figure is None:
        raise Http404
    listed = figure_list(request.actor, figure, request.today, period, page=number_of(request, "page") or 1)
    return show(request, "figures_cases.jinja", _list(request, listed, period))


@staff
@require_safe
def figures_download(request: StaffRequest) -> HttpResponse | StreamingHttpResponse:
    """Write every figure as a file for a spreadsheet: numbers alone, and the name of nobody who complained."""
    if not reaches(request.actor, Deed.SEE):
        return errors.no_role(request)
    counted = figures_of(request.actor, request.today, _period(request))
    response = StreamingHttpResponse(file_of(HEAD, [_cells(counted)]), content_type=TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="figures-{request.today}.csv"'
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _period(request: HttpRequest) -> FigurePeriod:
    """The period of the address; there is no page for one that is not there."""
    try:
        return FigurePeriod(request.GET.get("period") or FigurePeriod.THREE_MONTHS)
    except ValueError:
        raise Http404 from None


def _page(counted: Figures, months: tuple[Month, ...], *, decides: bool) -> FiguresPage:
    received = Figure(group=FigureGroup.RECEIVED)
    return FiguresPage(
        days=counted.days,
        period=counted.period.value,
        periods=period_choices(counted.period),
        due=due_bars(counted),
        ages=age_bars(counted),
        received=Bar(
            words="Received", count=counted.received, href=address_of_figure(received, counted.period), length=0
        ),
        measures=measure_tables(counted),
        people=person_lines(counted),
        waits=wait_bars(counted),
        is_empty=not (counted.received or sum(counted.ages.values()) or sum(counted.due.values())),
        decides=decides,
        experience=month_lines(months),
    )


def _list(request: StaffRequest, listed: FigureList, period: FigurePeriod) -> FigureCasesPage:
    figure = listed.figure
    people = figures_of(request.actor, request.today, period).people if _is_of_a_person(figure) else ()
    is_of_days = figure.group is FigureGroup.RECEIVED or figure.group in MEASURE_WORDS
    return FigureCasesPage(
        words=figure_words(figure, people),
        days=days_of(period, request.today) if is_of_days else None,
        count=listed.count,
        lines=tuple(Line(row=row, tag=due_tag(row.next, row.status)) for row in listed.rows),
        period=period.value,
        page=listed.page,
        pages=listed.pages,
        before=address_of_figure(figure, period, page=listed.page - 1) if listed.page > 1 else "",
        after=address_of_figure(figure, period, page=listed.page + 1) if listed.page < listed.pages else "",
    )


def _is_of_a_person(figure: Figure) -> bool:
    return figure.group in (FigureGroup.PERSON, FigureGroup.PERSON_OVERDUE)


def _cells(counted: Figures) -> list[list[Cell]]:
    as_at, days = counted.as_at, counted.days
    rows: list[list[Cell]] = [["Received", "", "", counted.received, days.first, days.last, as_at]]
    for table in measure_tables(counted):
        for line in table.lines:
            for part, bar in (("In time", line.in_time), ("Late", line.late), ("To do", line.to_do)):
                rows.append([table.heading, line.words, part, bar.count, days.first, days.last, as_at])
    for what, bars in (("Due", due_bars(counted)), ("Open, by age", age_bars(counted)), ("Waits", wait_bars(counted))):
        rows += [[what, "", bar.words, bar.count, None, None, as_at] for bar in bars]
    for person in person_lines(counted):
        rows.append(["Open, by person", "", person.name, person.open.count, None, None, as_at])
        rows.append(["Overdue, by person", "", person.name, person.overdue.count, None, None, as_at])
    return rows
