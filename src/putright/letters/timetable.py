"""How does a procedure's timetable look as a picture that works in print and for a screen reader?"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from jinja2 import Environment, PackageLoader

from putright.domain.expressions import ByTier, CountFrom, Due, EarlierOf, LaterOf, NoLaterThan, NotBefore
from putright.domain.periods import Period, Unit
from putright.domain.programme import Programme
from putright.letters.published_facts import Published, published
from putright.letters.published_steps import StepShown

WIDTH: Final = 960
LEFT: Final = 300  # where the bars begin
RIGHT: Final = 936
TITLE_LETTERS, LABEL_LETTERS, WORDS_LETTERS = 74, 30, 91  # as many as fit on a line
LINE: Final = 19
DAYS: Final = {
    Unit.WORKING_DAYS: 1.4,
    Unit.DAYS: 1,
    Unit.WEEKS: 7,
    Unit.MONTHS: 30.4,
    Unit.YEARS: 365.25,
    Unit.HOURS: 1 / 24,
}
_SCALE: Final = (
    *((1, "a day"), (7, "a week"), (30.4, "a month"), (91, "3 months"), (182.6, "6 months"), (365.25, "a year")),
    *((730.5, "2 years"), (1826, "5 years")),
)
_TEMPLATES: Final = Environment(
    loader=PackageLoader("putright.letters"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text: where it stands, and of which kind it is."""

    y: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A time as a bar, the procedure's or the law's; one of no length has no set time, and is a mark."""

    y: int
    length: int
    is_law: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A length of time on the scale."""

    x: int
    words: str


@dataclass(slots=True)
class Picture:
    """What is drawn, from the top down."""

    title: tuple[str, ...]
    described: str
    longest: float
    texts: list[Text]
    bars: list[Bar]
    y: int
    ticks: tuple[Tick, ...] = ()
    top: int = 0

    @property
    def height(self) -> int:
        """How high it is in the end."""
        return self.y + 16


def as_svg(programme: Programme, law: Programme | None = None) -> str:
    """A bar for each promise and for the law's time beside it, on a scale that keeps short ones visible."""
    return svg_of(published(programme, law))


def svg_of(page: Published) -> str:
    """The same of a page that is already made."""
    steps = [step for stage in page.stages for step in stage.steps]
    title = tuple(wrap(f"Timetable: {page.title}", TITLE_LETTERS))
    dues = [due for step in steps for due in (step.due, step.law_due) if due is not None]
    picture = Picture(
        title=title,
        described=" ".join(_described(step) for step in steps),
        longest=max(map(_days, dues), default=1.0) or 1.0,
        texts=[],
        bars=[],
        y=44 + 26 * len(title),
    )
    picture.top = picture.y + 22
    picture.ticks = tuple(_ticks(picture.longest))
    picture.y += 40
    for stage in page.stages:
        _draw_stage(picture, stage.heading if len(page.stages) > 1 else "", stage.steps)
    return _TEMPLATES.get_template("timetable.svg.jinja").render(picture=picture, width=WIDTH, left=LEFT, right=RIGHT)


def _described(step: StepShown) -> str:
    law = f" The law: {step.law}." if step.law else ""
    return f"{step.label}: {step.when}.{law}"


def _ticks(longest: float) -> Iterator[Tick]:
    last = 0
    for days, words in _SCALE:
        x = LEFT + _length(days, longest)
        if x <= RIGHT and x - last > 56:  # noqa: PLR2004 # room for the words of one between two
            last = x
            yield Tick(x=x, words=words)


def _draw_stage(picture: Picture, heading: str, steps: Sequence[StepShown]) -> None:
    if heading and steps:
        picture.texts.append(Text(y=picture.y + 16, kind="stage", words=heading))
        picture.y += 34
    for step in steps:
        _draw(picture, step)


def _draw(picture: Picture, step: StepShown) -> None:
    """The name on the left; on the right the bar and its words, and under them the law's."""
    begins, y = picture.y, picture.y
    for line in wrap(step.label, LABEL_LETTERS):
        picture.texts.append(Text(y=y + 14, kind="label", words=line))
        y += LINE
    right = begins
    for due, words, is_law in ((step.due, step.when, False), (step.law_due, f"The law: {step.law}", True)):
        if due is not None:
            days = _days(due)
            length = max(6, _length(days, picture.longest)) if days else 0
            picture.bars.append(Bar(y=right + 3, length=length, is_law=is_law))
            right += LINE + 1
            for line in wrap(words, WORDS_LETTERS):
                picture.texts.append(Text(y=right + 12, kind="law" if is_law else "words", words=line))
                right += LINE - 2
            right += 5
    picture.y = max(y, right) + 10


def _length(days: float, longest: float) -> int:
    # The square root keeps a day visible beside six months; the words carry the exact time.
    return round((RIGHT - LEFT) * math.sqrt(days / longest))


def _days(due: Due) -> float:
    """About how many calendar days a rule gives, for the length of its bar only."""
    match due:
        case CountFrom(period=period):
            return _period(period)
        case LaterOf(parts):
            return max(map(_days, parts))
        case EarlierOf(parts):
            return min((days for days in map(_days, parts) if days), default=0.0)
        case NoLaterThan(first, ceiling):
            return _days(first) or _days(ceiling)
        case NotBefore(first, earliest):
            return _days(first or earliest)
        case ByTier(tiers):
            return max(_days(part) for _, part in tiers)
        case _:
            return 0.0


def _period(period: Period) -> float:
    return period.amount * DAYS[period.unit]
