"""The calendar files hold every bank holiday that was published, and a slip in one is told with its line and cure."""

import csv
import doctest
from datetime import date
from pathlib import Path

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays  # type: ignore[import-untyped]

from putright.gateways import calendar_files
from putright.gateways.calendar_files import (
    calendar_from,
    calendar_named,
    calendar_names,
    closures_from,
    read_calendar,
    read_closures,
)
from putright.gateways.file_errors import FileRefused
from putright.gateways.shipped import shipped

HEADER = "date,name,notes,source,checked_on"
YEAR = (
    "2029-01-01,New Year’s Day",
    "2029-03-30,Good Friday",
    "2029-04-02,Easter Monday",
    "2029-05-07,Early May bank holiday",
    "2029-05-28,Spring bank holiday",
    "2029-08-27,Summer bank holiday",
    "2029-12-25,Christmas Day",
    "2029-12-26,Boxing Day",
)
NATIONS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
# Proclaimed on 3 February 2026; the first package was published before it was added to the list.
ONLY_LATER = {"scotland": {date(2026, 6, 15)}}


def a_file(*lines: str, without: int | None = None) -> str:
    rows = [f"{line},,GOV.UK,2026-11-21" for line in YEAR]
    if without is not None:
        del rows[without]
    return "\n".join((HEADER, *rows, *lines)) + "\n"


def the_faults(text: str) -> list[str]:
    with pytest.raises(FileRefused) as refused:
        calendar_from(text, file="england-and-wales.csv")
    return [str(error) for error in refused.value.errors]


class TestTheShippedCalendars:
    @pytest.mark.parametrize("nation", NATIONS)
    def test_hold_what_gov_uk_published(self, nation: str) -> None:
        published = BankHolidays(use_cached_holidays=True).get_holidays(division=nation)

        held = set(calendar_named(nation).holidays)

        assert held == {event["date"] for event in published} | ONLY_LATER.get(nation, set())

    @pytest.mark.parametrize(("nation", "subdivision"), NATIONS.items())
    def test_agree_day_for_day_with_an_independent_list(self, nation: str, subdivision: str) -> None:
        theirs = holidays.country_holidays("GB", subdiv=subdivision, years=range(2012, 2029))
        weekdays = {day for day in theirs if day.isoweekday() < 6}

        assert {day for day in calendar_named(nation).holidays if day.isoweekday() < 6} == weekdays

    @pytest.mark.parametrize("nation", NATIONS)
    def test_cover_the_same_whole_years(self, nation: str) -> None:
        calendar = calendar_named(nation)

        assert (calendar.first, calendar.last) == (date(2012, 1, 1), date(2028, 12, 31))
        assert calendar.name == nation

    @pytest.mark.parametrize("nation", NATIONS)
    def test_say_for_every_day_where_it_was_published_and_when_that_was_checked(self, nation: str) -> None:
        with (shipped("calendars") / f"{nation}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))

        assert len(rows) == len(calendar_named(nation).holidays)
        assert all(row["source"] and date.fromisoformat(row["checked_on"]) >= date(2026, 11, 21) for row in rows)

    def test_are_three_and_are_named_in_the_refusal_of_a_fourth(self) -> None:
        assert set(calendar_names()) == set(NATIONS)
        with pytest.raises(ValueError, match="choose one of england-and-wales, northern-ireland, scotland"):
            calendar_named("wales")

    def test_are_read_once(self) -> None:
        assert calendar_named("scotland") is calendar_named("scotland")

    def test_cannot_be_named_by_a_path(self) -> None:
        with pytest.raises(ValueError, match="There is no calendar"):
            calendar_named("../calendars/scotland")


class TestAGoodFile:
    def test_makes_a_calendar_of_its_whole_years(self) -> None:
        calendar = calendar_from(a_file(), file="england-and-wales.csv")

        assert (calendar.name, calendar.first, calendar.last) == (
            "england-and-wales",
            date(2029, 1, 1),
            date(2029, 12, 31),
        )
        assert calendar.add(date(2029, 3, 29), 1) == date(2029, 4, 3)

    def test_may_have_been_saved_by_a_spreadsheet(self, tmp_path: Path) -> None:
        saved = tmp_path / "england-and-wales.csv"
        saved.write_bytes(b"\xef\xbb\xbf" + a_file("", ",,,,").replace("\n", "\r\n").encode())

        assert read_calendar(saved) == calendar_from(a_file(), file="england-and-wales.csv")

    def test_may_have_a_comma_in_a_name_in_quotation_marks(self) -> None:
        text = a_file('2029-12-27,"Extra day, kept once",Extra bank holiday,GOV.UK,2026-11-21')

        assert calendar_from(text, file="x.csv").why_not_working(date(2029, 12, 27)) == "Extra day, kept once"

    def test_says_which_days_are_kept_in_place_of_a_weekend(self) -> None:
        text = a_file("2029-12-27,Boxing Day,Substitute day,GOV.UK,2026-11-21")

        assert calendar_from(text, file="x.csv").holidays[date(2029, 12, 27)] == "Boxing Day, substitute day"


class TestABadFile:
    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            ("27/12/2029,Extra day,,GOV.UK,2026-11-21", "10: “27/12/2029” is not a date: write it like 2026-12-25."),
            ("2029-02-30,Extra day,,GOV.UK,2026-11-21", "10: “2029-02-30” is not a date: write it like 2026-12-25."),
            ("20291227,Extra day,,GOV.UK,2026-11-21", "10: “20291227” is not a date: write it like 2026-12-25."),
            ("2029-12-27,,,GOV.UK,2026-11-21", "10: 2029-12-27 has no name: say why it is not worked."),
            ("2029-12-27,Extra day,,,2026-11-21", "10: 2029-12-27 has no source: say where it was published."),
            (
                "2029-12-27,Extra day,,GOV.UK,",
                "10: “” is not the date on which 2029-12-27 was checked: write it like 2026-11-21.",
            ),
            (
                "2029-12-29,Extra day,,GOV.UK,2026-11-21",
                "10: 2029-12-29 is a Saturday, and a bank holiday is kept on a weekday: "
                "give the substitute day that was published.",
            ),
            (
                "2029-12-27,Extra day,kept once,,GOV.UK,2026-11-21",
                "10: This line has 6 parts and must have 5, date,name,notes,source,checked_on: "
                "a name that holds a comma goes in double quotation marks.",
            ),
            (
                "2029-12-26,Boxing Day,,GOV.UK,2026-11-21",
                "10: 2029-12-26 is already on line 9: delete one of the two lines.",
            ),
            (
                "2029-06-15,Extra day,,GOV.UK,2026-11-21",
                "10: 2029-06-15 stands below 2029-12-26: put the days in order.",
            ),
            (
                '2029-12-27,"Extra day,,GOV.UK,2026-11-21',
                "10: This line is not CSV (unexpected end of data): check its quotation marks.",
            ),
            (
                "2030-01-01,New Year’s Day,,GOV.UK,2026-11-21",
                "10: 2030 has 1 bank holidays, and a year has at least 8: "
                "add the others, or leave the year out until all are published.",
            ),
        ],
    )
    def test_is_told_with_file_line_and_cure(self, line: str, fault: str) -> None:
        assert the_faults(a_file(line)) == [f"england-and-wales.csv:{fault}"]

    def test_tells_every_fault_at_once(self) -> None:
        told = the_faults(a_file("tomorrow,,,GOV.UK,2026-11-21", "2029-12-27,Extra day,,,today"))

        assert [fault.split(":")[1] for fault in told] == ["10", "10", "11", "11"]

    def test_lacks_a_day_of_its_only_year(self) -> None:
        assert "2029 has 7 bank holidays" in the_faults(a_file(without=3))[0]

    def test_lacks_a_whole_year_between_two(self) -> None:
        later = [f"{line.replace('2029', '2031')},,GOV.UK,2026-11-21" for line in YEAR if "-12-2" in line]

        told = the_faults(a_file(*later))

        assert "10: 2030 has 0 bank holidays" in told[0]
        assert "10: 2031 has 2 bank holidays" in told[1]

    @pytest.mark.parametrize("text", ["", "\n\n", "date,name\n2029-01-01,New Year’s Day\n"])
    def test_does_not_begin_with_the_columns(self, text: str) -> None:
        assert the_faults(text) == [f"england-and-wales.csv:1: The first line must be {HEADER}."]

    def test_has_no_days(self) -> None:
        assert "No bank holiday is given" in the_faults(HEADER + "\n")[0]

    def test_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileRefused, match=r"wales\.csv:1: The file cannot be read \(No such file or directory\)"):
            read_calendar(tmp_path / "wales.csv")

    def test_is_not_text(self, tmp_path: Path) -> None:
        saved = tmp_path / "wales.csv"
        saved.write_bytes(a_file().encode("cp1252"))

        with pytest.raises(FileRefused, match="save it as “CSV UTF-8”"):
            read_calendar(saved)


class TestClosures:
    @pytest.mark.parametrize("first", ["", "date,name\n", "\ufeffdate,name\r\n"])
    def test_are_one_day_a_line_with_or_without_a_heading(self, first: str, tmp_path: Path) -> None:
        given = tmp_path / "closures.csv"
        given.write_text(first + "2026-12-29, Office closed \n\n2026-12-30\n", encoding="utf-8")

        assert read_closures(given) == {date(2026, 12, 29): "Office closed", date(2026, 12, 30): "Closed"}

    def test_may_be_none(self) -> None:
        assert closures_from("", file="closures.csv") == {}

    def test_may_fall_on_a_weekend(self) -> None:
        assert closures_from("2026-12-27,Office closed", file="closures.csv")

    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            ("29 December 2026,Office closed", "2: “29 December 2026” is not a date"),
            ("2026-12-29,Office,closed", "2: This line has 3 parts and must have 2, date,name"),
            ("2026-12-29,", "2: 2026-12-29 has no name: say why it is not worked."),
            ("2026-12-28,Office closed", "2: 2026-12-28 is already on line 1"),
        ],
    )
    def test_are_told_with_file_line_and_cure(self, line: str, fault: str) -> None:
        with pytest.raises(FileRefused) as refused:
            closures_from(f"2026-12-28,Office closed\n{line}\n", file="closures.csv")

        assert str(refused.value).startswith(f"closures.csv:{fault}")


def test_the_examples_in_the_code_are_right() -> None:
    outcome = doctest.testmod(calendar_files)

    assert outcome.attempted > 0
    assert outcome.failed == 0
