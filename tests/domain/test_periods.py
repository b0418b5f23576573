"""Periods end where docs/rules/periods.md says they end, and say why in the same breath."""

import doctest
import re
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain import periods
from putright.domain.periods import (
    Counting,
    Period,
    Unit,
    convention_of,
    count,
    earliest_of,
    end_of,
    hours_after,
    in_words,
    lengthen,
    next_office_close,
)
from putright.gateways.calendar_files import calendar_named
from tests.tables import a_day, named, table

PAGE = "periods.md"
LONDON = ZoneInfo("Europe/London")
ENGLAND = calendar_named("england-and-wales")
CONVENTIONS = table(PAGE, "The conventions")
WRITTEN, REFUSED = (table(PAGE, "How a period is written", nth=nth) for nth in (0, 1))
MONTHS = [*table(PAGE, "Months and years"), *table(PAGE, "Months and years", nth=1)]
DAYS = [*table(PAGE, "Days and weeks"), *table(PAGE, "Counted back")]
RANGES = table(PAGE, "Ranges")
INSTANTS, HOURS_OF_A_DAY = (table(PAGE, "Hours", nth=nth) for nth in (0, 1))
CALL_BACKS = table(PAGE, "Office hours")
PAUSES = table(PAGE, "Pauses")
WORDS = table(PAGE, "In plain words")
LEFT_OUT = table("working-days.md", "The days that were left out")

ONE_DAY = timedelta(days=1)
WITHOUT_A_ZONE = datetime(2026, 4, 2, 9)  # noqa: DTZ001 - the fault is what is tested


def a_period(text: str) -> Period:
    """The period that a cell names, such as “2-5 (working) days” or “6 months beginning with”."""
    found = re.fullmatch(
        r"(?:(\d+)-)?(\d+) (?:(\(?)(working|calendar)\)? )?(hour|day|week|month|year)s?( beginning with| before)?", text
    )
    assert found, f"“{text}” is not written like 3 working days"
    least, amount, reading, kind, noun, beginning = found.groups()
    return Period(
        amount=int(amount),
        unit=Unit.WORKING_DAYS if kind == "working" else Unit(f"{noun}s"),
        counting=Counting((beginning or " after").strip().replace(" ", "-")),
        least=int(least) if least else None,
        reading=bool(reading),
    )


def from_columns(row: dict[str, str]) -> Period:
    least, _, amount = row["Amount"].rpartition("-") if row["Amount"][0] != "-" else ("", "", row["Amount"])
    return Period(
        amount=int(amount),
        unit=Unit(row["Unit"]),
        counting=Counting(row["Counting"]),
        least=int(least) if least else None,
        reading=row["Reading"] == "yes",
    )


def an_instant(text: str) -> datetime:
    """The instant that “Thu 2 Apr 2026 16:00 BST” names."""
    day, clock, zone = text.rsplit(" ", 2)
    offset = {"GMT": timedelta(0), "BST": timedelta(hours=1)}[zone]
    local = datetime.combine(a_day(day), time.fromisoformat(clock))
    return (local - offset).replace(tzinfo=UTC)


def as_written(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b %Y %H:%M %Z}"


class TestThePage:
    @pytest.mark.parametrize("row", CONVENTIONS, ids=named(CONVENTIONS))
    def test_names_the_convention(self, row: dict[str, str]) -> None:
        period = Period(amount=1, unit=Unit(row["Unit"]), counting=Counting(row["Counting"]))

        assert convention_of(period) == row["Convention"]
        assert count(period, date(2026, 4, 2), ENGLAND).convention == row["Convention"]

    def test_names_every_convention_there_is(self) -> None:
        listed = {(row["Unit"], row["Counting"]) for row in CONVENTIONS}

        assert listed == {(u, c) for u in Unit for c in Counting} - {("hours", "beginning-with"), ("hours", "before")}

    @pytest.mark.parametrize("row", WRITTEN, ids=[row["Written"] for row in WRITTEN])
    def test_says_how_a_period_is_written(self, row: dict[str, str]) -> None:
        assert str(from_columns(row)) == row["Written"]
        assert a_period(row["Written"]) == from_columns(row)

    @pytest.mark.parametrize("row", REFUSED, ids=named(REFUSED))
    def test_says_which_periods_nobody_can_have_meant(self, row: dict[str, str]) -> None:
        with pytest.raises(ValueError, match=re.escape(row["Refused because"])):
            from_columns(row)

    @pytest.mark.parametrize("row", [*MONTHS, *DAYS, *HOURS_OF_A_DAY], ids=named([*MONTHS, *DAYS, *HOURS_OF_A_DAY]))
    def test_says_which_day_is_the_last(self, row: dict[str, str]) -> None:
        period, start = a_period(row["Period"]), a_day(row["Start"])

        assert end_of(period, start, ENGLAND) == a_day(row["Last day"])
        assert count(period, start, ENGLAND).skipped == ()

    @pytest.mark.parametrize("row", RANGES, ids=named(RANGES))
    def test_shows_both_ends_of_a_range(self, row: dict[str, str]) -> None:
        period, start = a_period(row["Period"]), a_day(row["Start"])
        earliest = a_day(row["Earliest"]) if row["Earliest"] else None

        assert earliest_of(period, start, ENGLAND) == count(period, start, ENGLAND).earliest == earliest
        assert end_of(period, start, ENGLAND) == a_day(row["Last day"])

    @pytest.mark.parametrize("row", INSTANTS, ids=named(INSTANTS))
    def test_counts_hours_as_they_go_by(self, row: dict[str, str]) -> None:
        assert as_written(hours_after(an_instant(row["From"]), int(row["Hours"]))) == row["Until"]

    @pytest.mark.parametrize("row", CALL_BACKS, ids=named(CALL_BACKS))
    def test_says_when_a_call_back_is_owed(self, row: dict[str, str]) -> None:
        by = next_office_close(an_instant(row["Message left"]), time(8, 30), time(17, 30), ENGLAND)

        assert as_written(by) == row["Call back by"]

    @pytest.mark.parametrize("row", PAUSES, ids=named(PAUSES))
    def test_says_what_a_pause_moves(self, row: dict[str, str]) -> None:
        unit, paused, resumed = Unit(row["Clock"]), a_day(row["Paused on"]), a_day(row["Resumed on"])
        working = unit is Unit.WORKING_DAYS
        took = ENGLAND.working_days_in(paused, resumed) if working else (resumed - paused).days

        assert took == int(row["Moved by"])
        assert lengthen(a_day(row["Was due"]), unit, took, ENGLAND) == a_day(row["Now due"])

    @pytest.mark.parametrize("row", LEFT_OUT, ids=named(LEFT_OUT))
    def test_names_the_days_that_were_left_out(self, row: dict[str, str]) -> None:
        counted = count(a_period(row["Period"]), a_day(row["From"]), ENGLAND)
        expected = [re.fullmatch(r"(.+?) \((.+)\)", cell) for cell in filter(None, row["Not counted"].split("; "))]

        assert counted.due == a_day(row["Last day"])
        assert counted.skipped == tuple((a_day(found[1]), found[2]) for found in expected if found)

    @pytest.mark.parametrize("row", WORDS, ids=named(WORDS))
    def test_says_it_in_plain_words(self, row: dict[str, str]) -> None:
        assert count(a_period(row["Period"]), a_day(row["Start"]), ENGLAND).words() == row["Words"]


days = st.dates(date(2024, 1, 1), date(2027, 6, 30))
instants = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 - the zone is given below
    datetime(2027, 12, 1),  # noqa: DTZ001
    timezones=st.just(LONDON),
)
FORWARD = (Counting.AFTER, Counting.BEGINNING_WITH)
limits = {Unit.WORKING_DAYS: 250, Unit.DAYS: 800, Unit.WEEKS: 100, Unit.MONTHS: 48, Unit.YEARS: 8, Unit.HOURS: 5000}
every_period = st.one_of(
    [
        st.builds(Period, amount=st.integers(1, limit), unit=st.just(unit), counting=st.sampled_from(FORWARD))
        for unit, limit in limits.items()
        if unit is not Unit.HOURS
    ]
    + [st.builds(Period, amount=st.integers(0, limits[Unit.HOURS]), unit=st.just(Unit.HOURS))]
)
working_periods = st.builds(
    Period,
    amount=st.integers(1, 250),
    unit=st.just(Unit.WORKING_DAYS),
    counting=st.sampled_from(FORWARD),
)


class TestProperties:
    @given(period=every_period, start=days)
    def test_a_period_never_ends_before_it_starts(self, period: Period, start: date) -> None:
        assert end_of(period, start, ENGLAND) >= start

    @given(period=every_period, start=days)
    def test_a_period_counted_ends_where_it_ends(self, period: Period, start: date) -> None:
        assert count(period, start, ENGLAND).due == end_of(period, start, ENGLAND)

    @given(period=every_period, start=days)
    def test_beginning_with_never_ends_later_than_after(self, period: Period, start: date) -> None:
        after = Period(amount=period.amount, unit=period.unit)

        assert end_of(period, start, ENGLAND) <= end_of(after, start, ENGLAND)

    @given(period=every_period, start=days, later=st.integers(1, 60))
    def test_a_later_start_never_ends_earlier(self, period: Period, start: date, later: int) -> None:
        assert end_of(period, start + timedelta(days=later), ENGLAND) >= end_of(period, start, ENGLAND)

    @given(period=every_period, start=days, more=st.integers(1, 30))
    def test_a_longer_period_never_ends_earlier(self, period: Period, start: date, more: int) -> None:
        longer = Period(amount=period.amount + more, unit=period.unit, counting=period.counting)

        assert end_of(longer, start, ENGLAND) >= end_of(period, start, ENGLAND)

    @given(period=working_periods, start=days)
    def test_working_days_end_on_a_working_day(self, period: Period, start: date) -> None:
        assert ENGLAND.is_working(end_of(period, start, ENGLAND))

    @given(period=working_periods, start=days)
    def test_the_days_counted_and_the_days_left_out_make_the_whole(self, period: Period, start: date) -> None:
        counted = count(period, start, ENGLAND)
        whole = (counted.due - start).days + (period.counting is Counting.BEGINNING_WITH)

        assert whole == period.amount + len(counted.skipped)

    @given(period=every_period, start=days)
    def test_the_words_name_the_very_days_of_the_calculation(self, period: Period, start: date) -> None:
        counted = count(period, start, ENGLAND)
        words = counted.words()

        assert f"{in_words(start)}: {in_words(counted.due)}. {counted.convention}" in words
        for day, reason in counted.skipped:
            weekend = reason in ("Saturday", "Sunday")
            assert weekend or f"{in_words(day)} ({reason})" in words

    @given(period=working_periods, start=days, closed=st.sets(days, max_size=20))
    def test_a_bodys_closed_days_never_bring_a_date_forward(
        self, period: Period, start: date, closed: set[date]
    ) -> None:
        with_closures = ENGLAND.with_closures(dict.fromkeys(closed, "Closed"))

        assert end_of(period, start, with_closures) >= end_of(period, start, ENGLAND)

    @given(start=days, months=st.integers(1, 48))
    def test_months_keep_their_number_or_end_their_month(self, start: date, months: int) -> None:
        end = end_of(Period(amount=months, unit=Unit.MONTHS), start, ENGLAND)

        assert (end.year - start.year) * 12 + end.month - start.month == months
        assert end.day == start.day or (end.day < start.day and (end + ONE_DAY).day == 1)

    @given(start=days, months=st.integers(1, 48))
    def test_beginning_with_ends_the_day_before_unless_the_month_ends_first(self, start: date, months: int) -> None:
        after = end_of(Period(amount=months, unit=Unit.MONTHS), start, ENGLAND)
        beginning = Period(amount=months, unit=Unit.MONTHS, counting=Counting.BEGINNING_WITH)

        assert end_of(beginning, start, ENGLAND) == (after - ONE_DAY if after.day == start.day else after)

    @given(start=days, years=st.integers(1, 8), counting=st.sampled_from(FORWARD))
    def test_a_year_is_twelve_months(self, start: date, years: int, counting: Counting) -> None:
        in_years = Period(amount=years, unit=Unit.YEARS, counting=counting)
        in_months = Period(amount=12 * years, unit=Unit.MONTHS, counting=counting)

        assert end_of(in_years, start, ENGLAND) == end_of(in_months, start, ENGLAND)

    @given(at=instants, hours=st.integers(0, 300))
    def test_as_many_hours_go_by_as_were_promised(self, at: datetime, hours: int) -> None:
        until = hours_after(at, hours)

        assert until.timestamp() - at.timestamp() == hours * 3600
        assert str(until.tzinfo) == "Europe/London"

    @given(
        start=st.dates(date(2026, 1, 1), date(2026, 12, 30)),
        seconds=st.integers(0, 22 * 3600),
        hours=st.integers(1, 300),
    )
    def test_hours_from_a_known_time_never_run_out_after_the_day_they_would_if_it_were_not_known(
        self, start: date, seconds: int, hours: int
    ) -> None:
        at = hours_after(datetime.combine(start, time.min, tzinfo=LONDON), 0) + timedelta(seconds=seconds)
        known = hours_after(at, hours)

        assert known.date() <= end_of(Period(amount=hours, unit=Unit.HOURS), start, ENGLAND)

    @given(at=instants)
    def test_a_call_back_is_owed_at_closing_time_of_a_later_working_day(self, at: datetime) -> None:
        by = next_office_close(at, time(8, 30), time(17, 30), ENGLAND)

        assert (by.hour, by.minute) == (17, 30)
        assert ENGLAND.is_working(by.date())
        assert ENGLAND.working_days_between(at.date(), by.date()) == 1

    @given(day=days, by=st.integers(0, 60), unit=st.sampled_from(Unit))
    def test_a_pause_never_brings_a_date_forward(self, day: date, by: int, unit: Unit) -> None:
        assert lengthen(day, unit, by, ENGLAND) >= day


class TestWhatIsRefused:
    def test_an_instant_without_a_time_zone(self) -> None:
        with pytest.raises(ValueError, match="does not say its time zone"):
            hours_after(WITHOUT_A_ZONE, 24)
        with pytest.raises(ValueError, match="does not say its time zone"):
            next_office_close(WITHOUT_A_ZONE, time(8, 30), time(17, 30), ENGLAND)

    def test_an_office_that_closes_before_it_opens(self) -> None:
        with pytest.raises(ValueError, match="cannot close at 08:30"):
            next_office_close(datetime(2026, 4, 2, 9, tzinfo=UTC), time(17, 30), time(8, 30), ENGLAND)
        with pytest.raises(ValueError, match="cannot close at 08:30"):
            next_office_close(datetime(2026, 4, 2, 9, tzinfo=UTC), time(8, 30), time(8, 30), ENGLAND)

    def test_a_pause_that_would_shorten(self) -> None:
        with pytest.raises(ValueError, match="would shorten it"):
            lengthen(date(2026, 4, 9), Unit.WORKING_DAYS, -1, ENGLAND)

    def test_working_days_that_run_past_the_last_year(self) -> None:
        with pytest.raises(ValueError, match="bank holidays of 2029 are not loaded"):
            count(a_period("10 working days"), date(2028, 12, 20), ENGLAND)


def test_a_period_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        a_period("3 working days").amount = 10  # type: ignore[misc]


class TestAnExplanation:
    def test_gives_the_year_of_every_day_when_the_period_crosses_new_year(self) -> None:
        words = count(a_period("1 working day"), date(2026, 12, 31), ENGLAND).words()

        assert words.endswith(
            "Not counted: Friday 1 January 2027 (New Year’s Day), Saturday 2 January 2027, Sunday 3 January 2027."
        )

    def test_names_a_bodys_own_closed_days(self) -> None:
        closed = ENGLAND.with_closures({date(2026, 4, 8): "Staff training"})

        counted = count(a_period("1 working day"), date(2026, 4, 7), closed)

        assert counted.due == date(2026, 4, 9)
        assert counted.words().endswith("Not counted: Wednesday 8 April 2026 (Staff training).")

    def test_names_the_only_day_of_a_weekend_among_many_closed_days(self) -> None:
        closed = {date(2026, 3, day): "Refurbishment" for day in range(23, 29)}  # a Monday to the Saturday

        counted = count(a_period("1 working day"), date(2026, 3, 22), ENGLAND.with_closures(closed))

        assert counted.due == date(2026, 3, 30)
        assert len(counted.skipped) == 7
        assert counted.words().endswith("Saturday 28 March 2026 (Refurbishment), Sunday 29 March 2026.")

    def test_begins_on_the_first_day_that_is_loaded(self) -> None:
        counted = count(a_period("1 working day beginning with"), date(2012, 1, 1), ENGLAND)

        assert counted.due == date(2012, 1, 3)
        assert [reason for _, reason in counted.skipped] == ["Sunday", "New Year’s Day, substitute day"]


def test_the_examples_in_the_code_are_right() -> None:
    outcome = doctest.testmod(periods)

    assert outcome.attempted > 0
    assert outcome.failed == 0


class TestCountedBack:
    @given(amount=st.integers(1, 120), start=days)
    def test_working_days_are_struck_off_one_by_one(self, amount: int, start: date) -> None:
        day, left = start, amount
        while left:
            day -= ONE_DAY
            left -= ENGLAND.is_working(day)
        counted = count(Period(amount=amount, unit=Unit.WORKING_DAYS, counting=Counting.BEFORE), start, ENGLAND)

        assert counted.due == day
        assert [on for on, _ in counted.skipped] == [
            on for on in (day + timedelta(days=n) for n in range((start - day).days)) if not ENGLAND.is_working(on)
        ]

    @given(unit=st.sampled_from((Unit.DAYS, Unit.WEEKS)), amount=st.integers(1, 90), start=days)
    def test_days_and_weeks_lead_back_to_where_they_were_counted_from(
        self, unit: Unit, amount: int, start: date
    ) -> None:
        back = end_of(Period(amount=amount, unit=unit, counting=Counting.BEFORE), start, ENGLAND)

        assert end_of(Period(amount=amount, unit=unit), back, ENGLAND) == start

    @given(amount=st.integers(1, 48), start=days)
    def test_months_keep_their_number_or_end_their_month(self, amount: int, start: date) -> None:
        back = end_of(Period(amount=amount, unit=Unit.MONTHS, counting=Counting.BEFORE), start, ENGLAND)

        assert (start.year - back.year) * 12 + start.month - back.month == amount
        assert back.day == start.day or (back.day < start.day and (back + ONE_DAY).day == 1)
