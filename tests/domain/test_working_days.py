"""Working days are counted as docs/rules/working-days.md says, and as a person with a calendar would."""

import doctest
from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain import working_days
from putright.domain.working_days import CalendarEnds, WorkingCalendar, working_calendar
from putright.gateways.calendar_files import calendar_named
from putright.gateways.shipped import shipped
from tests.tables import a_day, named, table

PAGE = "working-days.md"
NATIONS = {
    "England and Wales": "england-and-wales",
    "Scotland": "scotland",
    "Northern Ireland": "northern-ireland",
}
ENGLAND = calendar_named("england-and-wales")
IS_IT = [*table(PAGE, "Is it a working day"), *table(PAGE, "Is it a working day", nth=1)]
WHEN_DUE = [*table(PAGE, "When it is due"), *table(PAGE, "When it is due", nth=1)]
THREE_NATIONS = table(PAGE, "Three nations")
DISAGREE = [(days, row) for nth, days in ((0, 3), (1, 10)) for row in table(PAGE, "Where systems disagree", nth=nth)]
CLOSED = table(PAGE, "A body's own closed days")
MEASURED, COUNTED_BACK, ROLLED = (table(PAGE, "Measuring and counting back", nth=nth) for nth in range(3))
ENDS = table(PAGE, "Where the calendar ends")

OFFICE_CLOSED = {date(2026, 12, 29): "Office closed", date(2026, 12, 30): "Office closed"}


def a_calendar(*holidays: date, years: tuple[int, int] = (2024, 2028), weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)):
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    return working_calendar("example", dict.fromkeys(holidays, "Holiday"), first, last, working_weekdays=weekdays)


def days_of(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def days_from_the_file(nation: str) -> set[date]:
    """The days of a calendar file, read without any of our own code."""
    lines = Path(shipped("calendars") / f"{nation}.csv").read_text(encoding="utf-8").splitlines()[1:]
    return {date(int(line[:4]), int(line[5:7]), int(line[8:10])) for line in lines}


class TestThePage:
    @pytest.mark.parametrize("row", IS_IT, ids=named(IS_IT))
    def test_says_which_days_are_working_days_and_why_not(self, row: dict[str, str]) -> None:
        day = a_day(row["Day"])

        for column, nation in NATIONS.items():
            calendar = calendar_named(nation)
            assert calendar.is_working(day) == (row[column] == "yes")
            assert calendar.why_not_working(day) == (None if row[column] == "yes" else row["Because"])

    @pytest.mark.parametrize("row", WHEN_DUE, ids=named(WHEN_DUE))
    def test_says_when_it_is_due(self, row: dict[str, str]) -> None:
        received = a_day(row["Received"])
        counted = {column: cell for column, cell in row.items() if column.endswith(("working day", "working days"))}

        assert len(counted) >= 3
        for column, cell in counted.items():
            assert ENGLAND.add(received, int(column.split()[0])) == a_day(cell)

    @pytest.mark.parametrize("row", THREE_NATIONS, ids=named(THREE_NATIONS))
    def test_says_what_each_nation_makes_of_it(self, row: dict[str, str]) -> None:
        received, days = a_day(row["Received"]), int(row["Working days"])

        for column, nation in NATIONS.items():
            assert calendar_named(nation).add(received, days) == a_day(row[column])

    @pytest.mark.parametrize(("days", "row"), DISAGREE, ids=[f"{row['Received']}, {days}" for days, row in DISAGREE])
    def test_says_how_others_count_and_that_we_do_not(self, days: int, row: dict[str, str]) -> None:
        received = a_day(row["Received"])
        weekends_only = a_calendar(years=(2026, 2027))

        assert ENGLAND.add(received, days) == a_day(row["Day 0, not moved"])
        assert ENGLAND.add(received, days - ENGLAND.is_working(received)) == a_day(row["Beginning with"])
        assert ENGLAND.add(ENGLAND.roll_forward(received), days) == a_day(row["Moved first"])
        assert ENGLAND.roll_forward(weekends_only.add(received, days)) == a_day(row["Weekends only"])

    @pytest.mark.parametrize("row", CLOSED, ids=named(CLOSED))
    def test_says_what_a_bodys_own_closed_days_change(self, row: dict[str, str]) -> None:
        start, days = a_day(row["From"]), int(row["Working days"])

        assert ENGLAND.add(start, days) == a_day(row["By the law"])
        assert ENGLAND.with_closures(OFFICE_CLOSED).add(start, days) == a_day(row["By the body"])

    @pytest.mark.parametrize("row", MEASURED, ids=named(MEASURED))
    def test_says_how_many_lie_between_two_days(self, row: dict[str, str]) -> None:
        start, end = a_day(row["From"]), a_day(row["To"])

        assert ENGLAND.working_days_between(start, end) == int(row["After"])
        assert ENGLAND.working_days_in(start, end) == int(row["In a pause"])

    @pytest.mark.parametrize("row", COUNTED_BACK, ids=named(COUNTED_BACK))
    def test_says_how_to_count_back(self, row: dict[str, str]) -> None:
        assert ENGLAND.add(a_day(row["Day"]), int(row["Working days"])) == a_day(row["Gives"])

    @pytest.mark.parametrize("row", ROLLED, ids=named(ROLLED))
    def test_says_which_working_day_comes_first(self, row: dict[str, str]) -> None:
        assert ENGLAND.roll_forward(a_day(row["Day"])) == a_day(row["First working day"])

    @pytest.mark.parametrize("row", ENDS, ids=named(ENDS))
    def test_says_where_the_calendar_ends(self, row: dict[str, str]) -> None:
        start, days = a_day(row["From"]), int(row["Working days"])

        if row["Gives"]:
            assert ENGLAND.add(start, days) == a_day(row["Gives"])
        else:
            with pytest.raises(CalendarEnds, match=f"bank holidays of {row['Refused for want of']} are not"):
                ENGLAND.add(start, days)


class TestAgainstASlowLoop:
    """Every date of five years, every nation, up to forty working days on and back."""

    @pytest.mark.parametrize("nation", NATIONS.values())
    def test_every_date_is_what_stepping_day_by_day_gives(self, nation: str) -> None:
        calendar, not_worked = calendar_named(nation), days_from_the_file(nation)

        for start in days_of(date(2024, 1, 1), date(2028, 9, 30)):
            day, counted = start, 0
            while counted < 40:
                day += timedelta(days=1)
                if day.isoweekday() < 6 and day not in not_worked:
                    counted += 1
                    assert calendar.add(start, counted) == day

    @pytest.mark.parametrize("nation", NATIONS.values())
    def test_counting_back_is_what_stepping_back_gives(self, nation: str) -> None:
        calendar, not_worked = calendar_named(nation), days_from_the_file(nation)

        for start in days_of(date(2024, 3, 1), date(2028, 12, 31)):
            day, counted = start, 0
            while counted < 20:
                day -= timedelta(days=1)
                if day.isoweekday() < 6 and day not in not_worked:
                    counted += 1
                    assert calendar.add(start, -counted) == day

    def test_the_days_left_out_are_the_others_in_order(self) -> None:
        not_worked = days_from_the_file("england-and-wales")
        start, end = date(2024, 1, 1), date(2026, 12, 31)

        left_out = ENGLAND.non_working(start, end)

        rest = days_of(start + timedelta(days=1), end)
        others = [day for day in rest if day.isoweekday() > 5 or day in not_worked]
        assert [day for day, _ in left_out] == others


days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
amounts = st.integers(0, 150)
calendars = st.builds(
    lambda holidays, weekdays: a_calendar(*holidays, weekdays=tuple(weekdays)),
    st.sets(st.dates(date(2024, 1, 1), date(2028, 12, 31)), max_size=60),
    st.sets(st.integers(0, 6), min_size=3),
)


class TestProperties:
    @given(calendar=calendars, day=days, amount=st.integers(1, 100))
    def test_a_deadline_is_always_a_working_day_after_the_start(
        self, calendar: WorkingCalendar, day: date, amount: int
    ) -> None:
        deadline = calendar.add(day, amount)

        assert calendar.is_working(deadline)
        assert deadline > day

    @given(calendar=calendars, day=days, amount=amounts, one_more=st.dates(date(2024, 1, 1), date(2028, 12, 31)))
    def test_one_more_closed_day_never_brings_a_date_forward(
        self, calendar: WorkingCalendar, day: date, amount: int, one_more: date
    ) -> None:
        fewer_days = calendar.with_closures({one_more: "Closed"})

        assert fewer_days.add(day, amount) >= calendar.add(day, amount)
        assert fewer_days.roll_forward(day) >= calendar.roll_forward(day)

    @given(calendar=calendars, day=days, amount=amounts)
    def test_what_was_added_is_what_is_measured(self, calendar: WorkingCalendar, day: date, amount: int) -> None:
        assert calendar.working_days_between(day, calendar.add(day, amount)) == amount
        assert calendar.working_days_in(calendar.add(day, -amount), day) == amount

    @given(calendar=calendars, day=days, first=st.integers(1, 60), then=st.integers(0, 60))
    def test_adding_in_two_steps_is_adding_at_once(
        self, calendar: WorkingCalendar, day: date, first: int, then: int
    ) -> None:
        assert calendar.add(calendar.add(day, first), then) == calendar.add(day, first + then)

    @given(calendar=calendars, day=days, amount=st.integers(1, 100))
    def test_every_day_on_the_way_is_either_counted_or_named(
        self, calendar: WorkingCalendar, day: date, amount: int
    ) -> None:
        deadline = calendar.add(day, amount)

        left_out = calendar.non_working(day, deadline)

        assert (deadline - day).days == amount + len(left_out)
        assert not any(calendar.is_working(other) for other, _ in left_out)
        assert all(reason == calendar.why_not_working(other) for other, reason in left_out)

    @given(calendar=calendars, start=days, middle=days, end=days)
    def test_pauses_one_after_the_other_add_up(
        self, calendar: WorkingCalendar, start: date, middle: date, end: date
    ) -> None:
        whole = calendar.working_days_in(start, end)

        assert calendar.working_days_in(start, middle) + calendar.working_days_in(middle, end) == whole

    @given(calendar=calendars, day=st.dates(date(2020, 1, 1), date(2032, 12, 31)), amount=st.integers(-900, 900))
    def test_every_question_is_answered_inside_the_years_or_refused(
        self, calendar: WorkingCalendar, day: date, amount: int
    ) -> None:
        said = ""
        try:
            year = calendar.add(day, amount).year
        except CalendarEnds as ends:
            year, said = ends.year, str(ends)

        assert (year in range(2024, 2029)) == (said == "")
        assert not said or f"bank holidays of {year} are not loaded" in said


class TestACalendar:
    def test_is_refused_outside_its_years_whatever_is_asked(self) -> None:
        calendar, outside = a_calendar(), date(2029, 5, 1)

        for ask in (
            lambda: calendar.is_working(outside),
            lambda: calendar.roll_forward(outside),
            lambda: calendar.why_not_working(outside),
            lambda: calendar.working_days_between(date(2028, 1, 1), outside),
            lambda: calendar.working_days_in(outside, date(2028, 1, 1)),
            lambda: calendar.non_working(date(2028, 1, 1), outside),
            lambda: calendar.add(outside, 0),
        ):
            with pytest.raises(CalendarEnds, match="bank holidays of 2029 are not loaded"):
                ask()

    def test_says_which_years_it_has_and_what_to_do(self) -> None:
        with pytest.raises(CalendarEnds) as refused:
            ENGLAND.add(date(2028, 12, 29), 1)

        assert str(refused.value) == (
            "The bank holidays of 2029 are not loaded: the calendar “england-and-wales” covers 2012 to 2028. "
            "Add every bank holiday published for 2029 to that calendar, and for any year between."
        )
        assert (refused.value.year, refused.value.calendar) == (2029, "england-and-wales")

    def test_does_not_take_an_instant_for_a_date(self) -> None:
        at = datetime(2026, 4, 2, tzinfo=UTC)

        with pytest.raises(TypeError, match="is an instant"):
            ENGLAND.add(at, 3)
        with pytest.raises(TypeError, match="is an instant"):
            ENGLAND.is_working(at)

    def test_can_work_at_weekends_and_rest_on_fridays(self) -> None:
        shop = a_calendar(weekdays=(5, 6, 0))

        assert shop.add(date(2026, 4, 2), 1) == date(2026, 4, 4)
        assert shop.why_not_working(date(2026, 4, 3)) == "Friday"

    def test_keeps_the_name_of_a_bank_holiday_on_which_a_body_is_closed_too(self) -> None:
        closed = ENGLAND.with_closures({date(2026, 4, 3): "Office closed", date(2026, 4, 7): "Office closed"})

        assert closed.non_working(date(2026, 4, 2), date(2026, 4, 7)) == (
            (date(2026, 4, 3), "Good Friday"),
            (date(2026, 4, 4), "Saturday"),
            (date(2026, 4, 5), "Sunday"),
            (date(2026, 4, 6), "Easter Monday"),
            (date(2026, 4, 7), "Office closed"),
        )

    def test_cannot_be_changed(self) -> None:
        holidays = {date(2026, 4, 3): "Good Friday"}
        calendar = working_calendar("example", holidays, date(2026, 1, 1), date(2026, 12, 31))

        holidays[date(2026, 4, 7)] = "Added later"

        assert calendar.is_working(date(2026, 4, 7))
        with pytest.raises(TypeError):
            calendar.holidays[date(2026, 4, 7)] = "Added later"  # type: ignore[index]
        with pytest.raises(FrozenInstanceError):
            calendar.name = "another"  # type: ignore[misc]

    def test_is_equal_to_another_of_the_same_days_and_can_be_a_key(self) -> None:
        one, same, other = a_calendar(date(2026, 4, 3)), a_calendar(date(2026, 4, 3)), a_calendar()

        assert one == same
        assert one != other
        assert {one: "kept"}[same] == "kept"

    @pytest.mark.parametrize(
        ("holidays", "first", "last", "weekdays", "because"),
        [
            ({}, date(2026, 1, 1), date(2026, 12, 31), (), "at least one working weekday"),
            ({}, date(2026, 1, 1), date(2026, 12, 31), (7,), "at least one working weekday"),
            ({}, date(2026, 1, 2), date(2026, 12, 31), (0,), "whole years"),
            ({}, date(2026, 1, 1), date(2026, 12, 30), (0,), "whole years"),
            ({}, date(2027, 1, 1), date(2026, 12, 31), (0,), "whole years"),
            ({date(2027, 1, 1): "New Year"}, date(2026, 1, 1), date(2026, 12, 31), (0,), "outside the years"),
            ({date(2026, 1, 1): " "}, date(2026, 1, 1), date(2026, 12, 31), (0,), "no reason is given"),
            (
                {datetime(2026, 1, 1, tzinfo=UTC): "New Year"},
                date(2026, 1, 1),
                date(2026, 12, 31),
                (0,),
                "as an instant",
            ),
        ],
    )
    def test_that_could_not_be_counted_on_is_refused(self, holidays, first, last, weekdays, because) -> None:
        with pytest.raises(ValueError, match=because):
            working_calendar("example", holidays, first, last, working_weekdays=weekdays)

    def test_with_no_working_day_at_all_is_refused_instead_of_searched_for_ever(self) -> None:
        every_day = days_of(date(2026, 1, 1), date(2026, 12, 31))

        with pytest.raises(ValueError, match="has no working day at all"):
            a_calendar(*every_day, years=(2026, 2026))

    def test_may_have_a_single_working_day(self) -> None:
        only = date(2026, 6, 1)
        others = (day for day in days_of(date(2026, 1, 1), date(2026, 12, 31)) if day != only)

        calendar = a_calendar(*others, years=(2026, 2026))

        assert [day for day in days_of(calendar.first, calendar.last) if calendar.is_working(day)] == [only]
        assert calendar.working_days_in(calendar.first, calendar.last) == 1
        assert calendar.working_days_in(only, only) == 0
        assert calendar.add(date(2026, 1, 1), 1) == calendar.add(date(2026, 12, 31), -1) == only


def test_the_examples_in_the_code_are_right() -> None:
    outcome = doctest.testmod(working_days)

    assert outcome.attempted > 0
    assert outcome.failed == 0
