"""P1: what does one deadline cost: the date alone, the date moved by a pause, the date with the days left out?

Every side does the same three tasks on the same pairs of a day of receipt and a number of working days, each in a
process of its own. A library that has no explanation or pause is asked, through its own functions, for what makes one.
The answers are checked first: a million of ours against a loop from day to day, and every side's answers to every task.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from bench.measure import ROOT, Goal, Reading, Result, elsewhere, in_turns, peers_python, timed, versions_of

SEED, PAIRS = 20260402, 4_000
AMOUNTS = (1, 3, 3, 3, 5, 10, 10, 20, 25, 40)  # working days that published procedures promise
FIRST, LAST, LAST_START = date(2012, 1, 1), date(2028, 12, 31), date(2028, 6, 30)
ONE_DAY = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DATE, PAUSED, EXPLAINED, IN_WORDS = "date", "date and pause", "date and explanation", "explanation in words"
OURS, LIMIT = "putright", "dict and list"
PEERS = ("govuk-bank-holidays", "holidays", "workalendar")
TASKS = (DATE, PAUSED, EXPLAINED)
SIDES = [
    *((OURS, task) for task in (*TASKS, IN_WORDS)),
    (LIMIT, DATE),
    *((peer, task) for task in TASKS for peer in PEERS),
]


# A case: when it was received, what was promised, when its pause began and when that was over.
Case = tuple[date, int, date, date]


def cases() -> list[Case]:
    """The same cases for every side."""
    chance = random.Random(SEED)
    days = [FIRST + ONE_DAY * chance.randrange((LAST_START - FIRST).days) for _ in range(PAIRS)]
    return [(day, chance.choice(AMOUNTS), day + 3 * ONE_DAY, day + 8 * ONE_DAY) for day in days]


class Library(NamedTuple):
    """What a library can be asked about working days in England."""

    nth: Callable[[date, int], date]  # the n-th working day after a day
    counted: Callable[[date, date], int]  # the working days from a day on, before another
    worked: Callable[[date], bool]
    named: Callable[[date], str | None]  # the bank holiday of a day

    def task(self, name: str, given: list[Case]) -> list[Any]:
        """One of the tasks, done for every case."""
        match name:
            case "date":
                nth = self.nth
                return [nth(day, amount) for day, amount, _, _ in given]
            case "date and pause":
                return [self.paused(day, amount, begun, over) for day, amount, begun, over in given]
            case _:
                return [self.explained(day, amount) for day, amount, _, _ in given]

    def paused(self, day: date, amount: int, begun: date, over: date) -> date:
        due, took = self.nth(day, amount), self.counted(begun, over)
        return self.nth(due, took) if took else due

    def explained(self, day: date, amount: int) -> tuple[date, list[tuple[date, str]]]:
        due = self.nth(day, amount)
        between = [day + ONE_DAY * number for number in range(1, (due - day).days)]
        return due, [(d, self.named(d) or WEEKDAYS[d.weekday()]) for d in between if not self.worked(d)]


# --- The sides -------------------------------------------------------------------------------------------------------


def govuk() -> Library:
    from govuk_bank_holidays.bank_holidays import BankHolidays  # type: ignore[import-untyped]

    published = BankHolidays(use_cached_holidays=True)
    nation = published.ENGLAND_AND_WALES
    names = {event["date"]: event["title"] for event in published.get_holidays(division=nation)}
    return Library(
        lambda day, amount: next(islice(published.work_days_after(nation, day), amount - 1, None)),
        lambda begun, over: sum(published.is_work_day(day, nation) for day in every_day(begun, over - ONE_DAY)),
        lambda day: published.is_work_day(day, nation),
        names.get,
    )


def holidays_package() -> Library:
    import holidays

    england = holidays.country_holidays("GB", subdiv="ENG", years=range(2012, 2029))
    return Library(
        england.get_nth_working_day,
        lambda begun, over: england.get_working_days_count(begun, over - ONE_DAY),
        england.is_working_day,
        england.get,
    )


def workalendar_package() -> Library:
    from workalendar.europe import UnitedKingdom  # type: ignore[import-untyped]

    england = UnitedKingdom()
    names = {day: name for year in range(2012, 2029) for day, name in england.holidays(year)}
    return Library(
        england.add_working_days,
        lambda begun, over: england.get_working_days_delta(begun, over - ONE_DAY, include_start=True),
        england.is_working_day,
        names.get,
    )


LIBRARIES = dict(zip(PEERS, (govuk, holidays_package, workalendar_package), strict=True))


def dict_and_list() -> Library:
    """The least that a lookup can cost: one dict, one list; no rule, no refusal, no explanation."""
    working = [day for day in every_day(FIRST, LAST) if worked(day)]
    place, counted = {}, 0
    for day in every_day(FIRST, LAST):
        counted += worked(day)
        place[day] = counted
    return LOOP._replace(nth=lambda day, amount: working[place[day] + amount - 1])


def our_work(task: str) -> Callable[[], Any]:
    """One pass of Putright over the cases, through its public functions."""
    from putright.domain.periods import Period, Unit, count, lengthen
    from putright.gateways.calendar_files import calendar_named

    calendar = calendar_named("england-and-wales")
    rules = {amount: Period(amount=amount, unit=Unit.WORKING_DAYS) for amount in AMOUNTS}
    given = [(rules[amount], day, begun, over) for day, amount, begun, over in cases()]

    def paused(rule: Period, day: date, begun: date, over: date) -> date:
        took = calendar.working_days_in(begun, over)
        return lengthen(count(rule, day, calendar).due, rule.unit, took, calendar)

    def explained(rule: Period, day: date) -> tuple[object, ...]:
        counted = count(rule, day, calendar)
        return counted.due, counted.skipped, counted.convention

    return {
        DATE: lambda: [count(rule, day, calendar).due for rule, day, _, _ in given],
        PAUSED: lambda: [paused(rule, day, begun, over) for rule, day, begun, over in given],
        EXPLAINED: lambda: [explained(rule, day) for rule, day, _, _ in given],
        IN_WORDS: lambda: [count(rule, day, calendar).words() for rule, day, _, _ in given],
    }[task]


def work_of(side: str, task: str) -> Callable[[], Any]:
    """One pass of a side over the cases, everything that is made once already made."""
    if side == OURS:
        return our_work(task)
    library, given = dict_and_list() if side == LIMIT else LIBRARIES[side](), cases()
    return lambda: library.task(task, given)


# --- The truth: a loop from day to day over the published list -------------------------------------------------------


def every_day(first: date, last: date) -> Iterator[date]:
    return (first + ONE_DAY * number for number in range((last - first).days + 1))


@cache
def bank_holidays() -> frozenset[date]:
    """The published list, read without any code of ours or of a library."""
    lines = Path(ROOT / "calendars" / "england-and-wales.csv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(date.fromisoformat(line.split(",")[0]) for line in lines)


def worked(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays()


def stepped(start: date) -> Iterator[date]:
    """The working days from a day on, one step at a time."""
    return (day for day in every_day(start, LAST) if worked(day))


def stepped_back(start: date) -> Iterator[date]:
    """The working days from a day back, one step at a time."""
    while start >= FIRST:
        if worked(start):
            yield start
        start -= ONE_DAY


LOOP = Library(
    lambda day, amount: next(islice(stepped(day + ONE_DAY), amount - 1, None)),
    lambda begun, over: sum(map(worked, every_day(begun, over - ONE_DAY))),
    worked,
    lambda _: None,
)


def disagreements(amounts: int = 81) -> tuple[int, int]:
    """How many of how many pairs, 2012 to 2028 in each convention, Putright answers otherwise than the loop."""
    from putright.domain.periods import Counting, Period, Unit, count
    from putright.domain.working_days import CalendarEnds
    from putright.gateways.calendar_files import calendar_named

    calendar, asked, otherwise = calendar_named("england-and-wales"), 0, 0
    for counting in Counting:
        rules = [Period(amount=n, unit=Unit.WORKING_DAYS, counting=counting) for n in range(1, amounts + 1)]
        for start in every_day(FIRST, LAST):
            day_1 = start if counting is Counting.BEGINNING_WITH else start + ONE_DAY
            days = stepped_back(start - ONE_DAY) if counting is Counting.BEFORE else stepped(day_1)
            truth: list[date | None] = list(islice(days, amounts))
            truth += [None] * (amounts - len(truth))  # past the last year, or the first: to be refused
            for rule, expected in zip(rules, truth, strict=True):
                try:
                    answer = count(rule, start, calendar).due
                except CalendarEnds:
                    answer = None
                asked += 1
                otherwise += answer != expected
    return otherwise, asked


def dates_in(answer: Any) -> list[str]:
    """The dates of an answer, the due date first; names differ from library to library."""
    if isinstance(answer, date):
        return [str(answer)]
    due, left_out, *_ = answer
    return [str(due), *(str(day) for day, _ in left_out)]


# --- The run ---------------------------------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Checks every side's answers, measures the sides in turns, and keeps the result; 1 if one of ours is wrong."""
    match arguments:
        case ["--cost", side, task]:
            print(json.dumps(cost(side, task)))
            return 0
        case ["--answers", side, task]:
            given = [dates_in(answer) for answer in work_of(side, task)()]
            print(json.dumps({"answers": given, "versions": versions(side)}))
            return 0
    python = peers_python()
    checks, found = checked(python)
    if any(wrong for name, wrong in checks.items() if OURS in name or LIMIT in name):
        print(json.dumps(checks, indent=2), file=sys.stderr)
        return 1
    sides = {name(side, task): cost_elsewhere(side, task, python) for side, task in SIDES}
    limit = name(LIMIT, DATE)
    Result(
        workload="p1-deadline",
        question="one deadline through the public function",
        peers={name(OURS, task): [name(peer, task) for peer in PEERS] for task in TASKS},
        limits={name(OURS, task): [limit] for task in (*TASKS, IN_WORDS)},
        costs=in_turns(sides),
        goals=[
            *(Goal(name(OURS, task), name(peer, task), at_least=10) for task in TASKS for peer in PEERS),
            *(Goal(name(OURS, task), limit, at_most=15) for task in TASKS),
        ],
        checks=checks,
        versions=found,
    ).keep()
    return 0


def checked(python: Path) -> tuple[dict[str, int], dict[str, str]]:
    """How many answers of each side are wrong, and the versions that gave them."""
    otherwise, asked = disagreements()
    checks = {
        f"{OURS}, of {asked:,} pairs from 2012 to 2028 in each convention, unlike a loop from day to day": otherwise
    }
    found: dict[str, str] = {}
    for side, task in SIDES:
        if task == IN_WORDS:
            continue
        truth = [dates_in(answer) for answer in LOOP.task(task, cases())]
        given = elsewhere("bench.p1_deadline", "--answers", side, task, python=python if side in PEERS else None)
        wrong = sum(answer != expected for answer, expected in zip(given["answers"], truth, strict=True))
        checks[f"{name(side, task)}, wrong of {PAIRS:,}"] = wrong
        found |= given["versions"]
    return checks, found


def cost(side: str, task: str) -> dict[str, float]:
    """A reading of nearly a second, after a pass that is not counted."""
    work = work_of(side, task)
    passes = max(1, round(0.8 / max(timed(work, 1).cpu_seconds, 1e-6)))
    reading = timed(lambda: [work() is None for _ in range(passes)], passes * PAIRS)
    return {"operations": reading.operations, "cpu_seconds": reading.cpu_seconds}


def cost_elsewhere(side: str, task: str, python: Path) -> Callable[[], Reading]:
    """A side, measured in a process of its own."""
    of_its_own = python if side in PEERS else None
    return lambda: Reading(**elsewhere("bench.p1_deadline", "--cost", side, task, python=of_its_own))


def name(side: str, task: str) -> str:
    return f"{side}: {task}"


def versions(side: str) -> dict[str, str]:
    return {} if side == LIMIT else versions_of(side)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
