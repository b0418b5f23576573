"""How are the days that were not counted told to somebody: each holiday by its name, many weekends in one breath?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from putright.domain.periods import LISTED_ONE_BY_ONE, MONTH_NAMES, in_words
from putright.domain.working_days import WEEKDAYS

Skipped = Sequence[tuple[date, str]]
_ONE_DAY: Final = timedelta(days=1)
_A_WEEKEND: Final = 2


def days_named(skipped: Skipped) -> str:
    """Every day by its name and date; of more than a few, the weekends by the days of the month.

    >>> days_named([(date(2026, 4, 3), "Good Friday"), (date(2026, 4, 4), "Saturday")])
    'Friday 3 April 2026 (Good Friday), Saturday 4 April 2026'
    """
    if len(skipped) <= LISTED_ONE_BY_ONE:
        return ", ".join(_named(day, reason) for day, reason in skipped)
    holidays = [_named(day, reason) for day, reason in skipped if reason not in WEEKDAYS]
    return ", ".join([*holidays, *_folded(_runs([day for day, reason in skipped if reason in WEEKDAYS]))])


def _named(day: date, reason: str) -> str:
    return in_words(day) if reason in WEEKDAYS else f"{in_words(day)} ({reason})"


def _runs(days: Sequence[date]) -> list[list[date]]:
    """Days that follow one another, together."""
    runs: list[list[date]] = []
    for day in days:
        if runs and runs[-1][-1] + _ONE_DAY == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _folded(runs: Sequence[Sequence[date]]) -> Iterator[str]:
    weekends = [run for run in runs if _is_weekend_of_a_month(run)]
    if weekends:
        yield f"the weekend{'s' if len(weekends) > 1 else ''} of {_by_month(weekends)}"
    for run in runs:
        if not _is_weekend_of_a_month(run):
            yield ", ".join(map(in_words, run))


def _is_weekend_of_a_month(run: Sequence[date]) -> bool:
    """Two days of one month; a weekend in two months is told day by day."""
    return len(run) == _A_WEEKEND and run[0].month == run[-1].month


def _by_month(weekends: Sequence[Sequence[date]]) -> str:
    """“4–5, 11–12 and 18–19 April; 2–3 and 9–10 May 2026”: the year once, after its last month."""
    months = [list(group) for _, group in groupby(weekends, key=lambda run: (run[0].year, run[0].month))]
    said = []
    for place, group in enumerate(months):
        first = group[0][0]
        is_last = place + 1 == len(months) or months[place + 1][0][0].year != first.year
        said.append(f"{_days(group)} {MONTH_NAMES[first.month - 1]}{f' {first.year}' if is_last else ''}")
    return "; ".join(said)


def _days(group: Sequence[Sequence[date]]) -> str:
    *first, last = [f"{run[0].day}–{run[-1].day}" for run in group]
    return f"{', '.join(first)} and {last}" if first else last
