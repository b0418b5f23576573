"""Which numbers does a return hold, and which cases make up each of them?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.issues import OUTCOME_WORDS, Outcome
from putright.domain.response_period import ResponsePeriod
from putright.domain.returns import DIMENSION_WORDS, Dimension, LabelList, ReturnForm
from putright.domain.returns_count import LEFT_WORDS, Counted, Left, Period

LACKING: Final = "lacking"
APRIL: Final = 4
QUARTERS: Final = (4, 7, 10, 1)


class Summary(StrEnum):
    """The numbers at the head of a return, and those that explain the difference of its arithmetic."""

    BROUGHT_FORWARD = "brought-forward"
    NEW = "new"
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly-upheld"
    NOT_UPHELD = "not-upheld"
    CARRIED_FORWARD = "carried-forward"


SUMMARY_WORDS: Final = {
    Summary.BROUGHT_FORWARD: "Brought forward, still open",
    Summary.NEW: "New",
    Summary.UPHELD: f"Resolved: {OUTCOME_WORDS[Outcome.UPHELD].lower()}",
    Summary.PARTLY_UPHELD: f"Resolved: {OUTCOME_WORDS[Outcome.PARTLY_UPHELD].lower()}",
    Summary.NOT_UPHELD: f"Resolved: {OUTCOME_WORDS[Outcome.NOT_UPHELD].lower()}",
    Summary.CARRIED_FORWARD: "Still open at the end",
}
CAME_BACK: Final = "came-back"
# The groups of cells, besides the lists of the return.
SUMMARY: Final = "summary"
LEFT: Final = "left"
NOT_COUNTED: Final = "not-counted"
TOLD: Final = "told"


class AsTold(StrEnum):
    """How the responses of a period stand against the time that was first told, and against the amended time."""

    WITHIN_FIRST = "within-first"
    AFTER_FIRST = "after-first"
    WITHIN_AMENDED = "within-amended"
    AFTER_AMENDED = "after-amended"
    NOT_TOLD = "not-told"


AS_TOLD_WORDS: Final = {
    AsTold.WITHIN_FIRST: "Sent within the time first told",
    AsTold.AFTER_FIRST: "Sent after the time first told",
    AsTold.WITHIN_AMENDED: "Sent within that time as amended last",
    AsTold.AFTER_AMENDED: "Sent after that time as amended last",
    AsTold.NOT_TOLD: "Sent, and no time was told",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedCase:
    """A complaint of one return in a period: how it is counted, and under which boxes if it is new.

    `reference` is of the case that was first; `others` of those that were split off from it and are counted with it.
    `is_answered` if its response was sent in the period; `told` how that stands against the time that was told.
    """

    reference: str
    counted: Counted
    labels: Mapping[Dimension, frozenset[str]]
    others: tuple[str, ...] = ()
    is_answered: bool = False
    told: ResponsePeriod | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number: its code and words, and the references of the cases that make it up."""

    code: str
    words: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Numbers that stand together; `is_verified` says whether a public page confirmed the list, where it is one."""

    name: str
    words: str
    cells: tuple[Cell, ...]
    is_verified: bool = True

    def cell(self, code: str) -> Cell | None:
        """The number of this code."""
        return next((cell for cell in self.cells if cell.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A return of one period."""

    period: Period
    summary: Group
    lists: tuple[Group, ...]
    left: Group
    not_counted: Group
    told: Group

    @property
    def groups(self) -> tuple[Group, ...]:
        """All of them, in their order."""
        return (self.summary, *self.lists, self.left, self.not_counted, self.told)

    def group(self, name: str) -> Group | None:
        """The group of this name."""
        return next((group for group in self.groups if group.name == name), None)

    @property
    def by_arithmetic(self) -> int:
        """What the form works out as carried forward: brought forward and new, less those resolved."""
        number = {cell.code: len(cell.cases) for cell in self.summary.cells}
        resolved = number[Summary.UPHELD] + number[Summary.PARTLY_UPHELD] + number[Summary.NOT_UPHELD]
        return number[Summary.BROUGHT_FORWARD] + number[Summary.NEW] - resolved

    @property
    def difference(self) -> int:
        """By how many the arithmetic is above what is open: those that left, less those that came back."""
        cell = self.summary.cell(Summary.CARRIED_FORWARD)
        return self.by_arithmetic - len(cell.cases if cell else ())

    @property
    def lacking(self) -> tuple[tuple[str, Cell], ...]:
        """What nobody has said yet of some new complaints, by the name of its list."""
        cells = ((group.name, group.cell(LACKING)) for group in self.lists)
        return tuple((name, cell) for name, cell in cells if cell is not None and cell.cases)


def sheet_of(cases: Sequence[CountedCase], form: ReturnForm, period: Period) -> Sheet:
    """The numbers of a return: each new complaint in every box that concerns it, and once in the summary."""
    new = [case for case in cases if case.counted.is_new]
    lists = [boxes for each in Dimension if (boxes := form.list_on(each, period.last)) is not None]
    return Sheet(
        period=period,
        summary=Group(name=SUMMARY, words="Summary", cells=tuple(_summary(cases))),
        lists=tuple(_list(boxes, new) for boxes in lists),
        left=Group(name=LEFT, words="Left without an outcome", cells=tuple(_left(cases))),
        not_counted=Group(name=NOT_COUNTED, words="Not counted", cells=tuple(_not_counted(cases))),
        told=Group(name=TOLD, words="Responses sent, by the time that was told", cells=tuple(_as_told(cases))),
    )


def year_from(year: int) -> Period:
    """The year that begins on 1 April.

    >>> year_from(2026).last.isoformat()
    '2027-03-31'
    """
    return Period(first=date(year, APRIL, 1), last=date(year + 1, APRIL, 1) - timedelta(days=1))


def quarter_of(year: int, quarter: int) -> Period:
    """One of the four quarters of that year, from 1.

    >>> quarter_of(2026, 4).first.isoformat(), quarter_of(2026, 1).last.isoformat()
    ('2027-01-01', '2026-06-30')
    """
    month = QUARTERS[quarter - 1]
    first = date(year if month >= APRIL else year + 1, month, 1)
    after = QUARTERS[quarter % 4]
    return Period(first=first, last=date(first.year if after > month else first.year + 1, after, 1) - timedelta(days=1))


def year_of(day: date) -> int:
    """In which such year a day lies.

    >>> year_of(date(2027, 3, 31))
    2026
    """
    return day.year if day.month >= APRIL else day.year - 1


def _summary(cases: Sequence[CountedCase]) -> Iterator[Cell]:
    for each, words in SUMMARY_WORDS.items():
        yield Cell(code=each, words=words, cases=tuple(case.reference for case in cases if _is(case.counted, each)))


def _is(counted: Counted, number: Summary) -> bool:
    match number:
        case Summary.BROUGHT_FORWARD:
            return counted.brought_forward
        case Summary.NEW:
            return counted.is_new
        case Summary.CARRIED_FORWARD:
            return counted.carried_forward
    return counted.resolved is not None and counted.resolved.value == number.value


def _list(boxes: LabelList, new: Sequence[CountedCase]) -> Group:
    asked = [case for case in new if boxes.dimension in case.labels]
    found: dict[str, list[str]] = {label.code: [] for label in boxes.labels if not label.goes_to}
    lacking: list[str] = []
    for case in asked:
        codes = case.labels[boxes.dimension]
        for code in codes:
            found.setdefault(code, []).append(case.reference)
        if not codes:
            lacking.append(case.reference)
    words = {label.code: label.words for label in boxes.labels}
    cells = [Cell(code=code, words=words.get(code, code), cases=tuple(some)) for code, some in found.items()]
    return Group(
        name=boxes.dimension,
        words=DIMENSION_WORDS[boxes.dimension],
        cells=(*cells, Cell(code=LACKING, words="Not said yet", cases=tuple(lacking))),
        is_verified=boxes.is_verified,
    )


def _left(cases: Sequence[CountedCase]) -> Iterator[Cell]:
    for left in Left:
        some = tuple(case.reference for case in cases if case.counted.left is left)
        if some:
            yield Cell(code=left, words=LEFT_WORDS[left], cases=some)
    came_back = tuple(case.reference for case in cases if case.counted.came_back)
    if came_back:
        yield Cell(code=CAME_BACK, words="Opened again after it had left", cases=came_back)


def _not_counted(cases: Sequence[CountedCase]) -> Iterator[Cell]:
    for left in Left:
        some = tuple(case.reference for case in cases if case.counted.not_counted is left)
        if some:
            yield Cell(code=left, words=LEFT_WORDS[left], cases=some)


def _as_told(cases: Sequence[CountedCase]) -> Iterator[Cell]:
    """Each response once against the first time and once against the amended one: regulation 17(c) has both kept."""
    sent = [case for case in cases if case.is_answered and case.counted.not_counted is None]
    for each, words in AS_TOLD_WORDS.items():
        yield Cell(code=each, words=words, cases=tuple(case.reference for case in sent if _stands(case.told, each)))


def _stands(told: ResponsePeriod | None, how: AsTold) -> bool:
    match how:
        case AsTold.NOT_TOLD:
            return told is None
        case AsTold.WITHIN_FIRST | AsTold.AFTER_FIRST:
            return told is not None and told.within_original is (how is AsTold.WITHIN_FIRST)
        case AsTold.WITHIN_AMENDED | AsTold.AFTER_AMENDED:
            return told is not None and told.within_what_counts is (how is AsTold.WITHIN_AMENDED)
