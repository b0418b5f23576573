"""How does a procedure's timetable look as a picture that works in print and for a screen reader?"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from putright.domain.explain import in_plain
from putright.domain.expressions import CountFrom, Due, EarlierOf, LaterOf, NoLaterThan, NotBefore
from putright.domain.periods import Period, Unit
from putright.domain.programme import Programme, Rule

WIDTH: Final = 960
ROW: Final = 44
LEFT: Final = 360  # where the bars begin
RIGHT: Final = 24
LONGEST_NAME: Final = 44
DAYS: Final = {
    Unit.WORKING_DAYS: 1.4,
    Unit.DAYS: 1,
    Unit.WEEKS: 7,
    Unit.MONTHS: 30.4,
    Unit.YEARS: 365,
    Unit.HOURS: 1 / 24,
}


def as_svg(programme: Programme) -> str:
    """A bar for each promise, as long as its time, on a scale that keeps short ones visible; its words beside it."""
    rules = sorted(programme.rules, key=lambda rule: programme.order.index(rule.name))
    height = 72 + ROW * len(rules)
    longest = max((_days(rule.due) for rule in rules), default=1.0) or 1.0
    title = f"Timetable: {programme.procedure.title}"
    described = "; ".join(f"{_name(rule)}, {in_plain(str(rule.due))}" for rule in rules)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
            'role="img" aria-labelledby="timetable-title timetable-words" font-family="Arial, sans-serif">',
            f'<title id="timetable-title">{escape(title)}</title>',
            f'<desc id="timetable-words">{escape(described)}</desc>',
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            f'<text x="16" y="34" font-size="22" font-weight="bold" fill="#212b32">{escape(title)}</text>',
            *_rows(rules, longest),
            "</svg>",
        ]
    )


def _rows(rules: Sequence[Rule], longest: float) -> Iterable[str]:
    for number, rule in enumerate(rules):
        y = 64 + ROW * number
        days = _days(rule.due)
        # The square root keeps a day visible beside six months; the words carry the exact time.
        length = max(6.0, (WIDTH - LEFT - RIGHT) * (days / longest) ** 0.5) if days else 0
        yield f'<text x="16" y="{y + 14}" font-size="16" fill="#212b32">{escape(_name(rule))}</text>'
        if length:
            yield f'<rect x="{LEFT}" y="{y}" width="{length:.0f}" height="16" fill="#005eb8"/>'
        yield f'<text x="{LEFT}" y="{y + 32}" font-size="13" fill="#4c6272">{escape(in_plain(str(rule.due)))}</text>'


def _name(rule: Rule) -> str:
    name = rule.name.replace("-", " ")
    return name[0].upper() + name[1:LONGEST_NAME]


def _days(due: Due) -> float:
    """About how many calendar days a rule gives, for the length of its bar only."""
    match due:
        case CountFrom(period=period):
            return _length(period)
        case LaterOf(parts):
            return max(map(_days, parts))
        case EarlierOf(parts):
            return min(map(_days, parts))
        case NoLaterThan(first, _):
            return _days(first)
        case NotBefore(first, earliest):
            return _days(first or earliest)
        case _:
            return 0.0


def _length(period: Period) -> float:
    return period.amount * DAYS[period.unit]
