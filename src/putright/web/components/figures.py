"""How are figures shown: each with its bar, its words and the way to its cases?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from putright.casework.queries.figures import Figures, PersonsCases
from putright.domain.figures import (
    AGE_WORDS,
    DUE_WORDS,
    MEASURED_WORDS,
    MEASURES,
    PERIOD_WORDS,
    Figure,
    FigureGroup,
    FigurePeriod,
    MeasuredBy,
    Timeliness,
)
from putright.domain.waiting import WaitedFor
from putright.web.addresses import address

WAIT_TABS: Final = {
    WaitedFor.OURSELVES: "To be done here: tasks and promises",
    WaitedFor.PERSON: "The person who complained",
    WaitedFor.STAFF: "A member of staff: statements",
    WaitedFor.OTHERS: "Others: records, contributions, a process that comes first",
    WaitedFor.SIGNATORY: "Whoever signs",
    WaitedFor.REVIEWER: "Whoever reviews",
}
MEASURE_WORDS: Final = {FigureGroup.ACKNOWLEDGED: "Acknowledged", FigureGroup.ANSWERED: "Answered"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One number with its words, the way to its cases, and how long its bar is of a hundred."""

    words: str
    count: int
    href: str
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """One measure against one date: how many in time, late and still to be done, and the share of those decided."""

    words: str
    in_time: Bar
    late: Bar
    to_do: Bar
    share: str
    late_from: int
    to_do_from: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTable:
    """One measure: against each date that there is for it, a line each; they are never added up."""

    heading: str
    lines: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person's open cases, and those with something overdue."""

    name: str
    open: Bar
    overdue: Bar


def due_bars(figures: Figures) -> tuple[Bar, ...]:
    """What is due, soonest first."""
    told = [(Figure(group=FigureGroup.DUE, part=when.value), DUE_WORDS[when], n) for when, n in figures.due.items()]
    return _bars(told, figures.period)


def age_bars(figures: Figures) -> tuple[Bar, ...]:
    """How old the open cases are, the youngest first."""
    told = [(Figure(group=FigureGroup.AGE, part=age.value), AGE_WORDS[age], n) for age, n in figures.ages.items()]
    return _bars(told, figures.period)


def wait_bars(figures: Figures) -> tuple[Bar, ...]:
    """What waits, for whom; each opens the list of what waits, not of cases."""
    most = max(figures.waits.values(), default=0)
    return tuple(
        Bar(
            words=WAIT_TABS[whom],
            count=count,
            href=f"{address('waiting')}?{urlencode({'show': whom.value, 'person': 'all'})}",
            length=_length(count, most),
        )
        for whom, count in figures.waits.items()
    )


def measure_tables(figures: Figures) -> tuple[MeasureTable, ...]:
    """Acknowledgement and answer, each against the promise and the law, the answer against the day told too."""
    return tuple(
        MeasureTable(heading=words, lines=tuple(_measure(figures, group, by) for kind, by in MEASURES if kind is group))
        for group, words in MEASURE_WORDS.items()
    )


def person_lines(figures: Figures) -> tuple[PersonLine, ...]:
    """Who has how much, whoever has the most overdue first."""
    most = max((max(one.open, one.overdue) for one in figures.people), default=0)
    return tuple(_person(one, figures.period, most) for one in figures.people)


def figure_words(figure: Figure, people: Sequence[PersonsCases] = ()) -> str:
    """What a figure counts, in words."""
    match figure.group:
        case FigureGroup.DUE:
            return next(words for when, words in DUE_WORDS.items() if when.value == figure.part)
        case FigureGroup.AGE:
            return next(f"Open: {words.lower()}" for age, words in AGE_WORDS.items() if age.value == figure.part)
        case FigureGroup.RECEIVED:
            return "Received"
        case FigureGroup.PERSON | FigureGroup.PERSON_OVERDUE:
            name = next((one.name for one in people if str(one.person_id) == figure.part), "")
            what = "overdue" if figure.group is FigureGroup.PERSON_OVERDUE else "open"
            return f"With {name or 'nobody yet'}: {what}"
    stands = {"in-time": "in time", "late": "late", "to-do": "still in time to be done"}[figure.part]
    by = MEASURED_WORDS[figure.by or MeasuredBy.PROMISE].lower()
    return f"{MEASURE_WORDS[figure.group]}, {by}: {stands}"


def address_of_figure(figure: Figure, period: FigurePeriod, *, page: int = 1) -> str:
    """The address of the list of a figure's cases."""
    asked = {"of": figure.name, "period": period.value} | ({"page": str(page)} if page > 1 else {})
    return f"{address('figures-cases')}?{urlencode(asked)}"


def period_choices(chosen: FigurePeriod) -> tuple[tuple[str, str, bool], ...]:
    """The periods to choose from: each by its code, its words, and whether it is the one."""
    return tuple((period.value, words, period is chosen) for period, words in PERIOD_WORDS.items())


def _bars(told: Sequence[tuple[Figure, str, int]], period: FigurePeriod) -> tuple[Bar, ...]:
    most = max((count for _, _, count in told), default=0)
    return tuple(_bar(figure, words, count, period, most) for figure, words, count in told)


def _bar(figure: Figure, words: str, count: int, period: FigurePeriod, most: int) -> Bar:
    return Bar(words=words, count=count, href=address_of_figure(figure, period), length=_length(count, most))


def _length(count: int, most: int) -> int:
    """Of a hundred; what is there at all is seen."""
    return max(1, round(100 * count / most)) if count and most else 0


def _measure(figures: Figures, group: FigureGroup, by: MeasuredBy) -> MeasureLine:
    counts = figures.measures[group, by]
    every = sum(counts.values())
    bars = {
        each: _bar(Figure(group=group, by=by, part=each.value), MEASURED_WORDS[by], counts[each], figures.period, every)
        for each in Timeliness
    }
    decided = counts[Timeliness.IN_TIME] + counts[Timeliness.LATE]
    in_time, late = bars[Timeliness.IN_TIME], bars[Timeliness.LATE]
    return MeasureLine(
        words=MEASURED_WORDS[by],
        in_time=in_time,
        late=late,
        to_do=bars[Timeliness.TO_DO],
        share=_share(counts[Timeliness.IN_TIME], decided),
        late_from=in_time.length,
        to_do_from=in_time.length + late.length,
    )


def _share(part: int, whole: int) -> str:
    """Per cent, rounded; only all of them is a hundred, and only none is nought."""
    if not whole:
        return ""
    return f"{part * 100 // whole if part in (0, whole) else min(99, max(1, round(100 * part / whole)))}%"


def _person(one: PersonsCases, period: FigurePeriod, most: int) -> PersonLine:
    number, name = str(one.person_id), one.name or "Nobody yet"
    return PersonLine(
        name=name,
        open=_bar(Figure(group=FigureGroup.PERSON, part=number), name, one.open, period, most),
        overdue=_bar(Figure(group=FigureGroup.PERSON_OVERDUE, part=number), name, one.overdue, period, most),
    )
