"""Which day do people mean by what they type in three boxes, and what are they told when no day can be meant?"""

from datetime import date

import pytest
from django.utils import translation
from django.utils.translation import gettext
from hypothesis import given
from hypothesis import strategies as st

from putright.web.forms import DateField, PageForm
from putright.web.forms.dates import TypedDate, Unreadable, read_date
from putright.web.language import Language
from putright.web.wording import MONTHS

TODAY = date(2026, 4, 9)
SECOND_OF_APRIL = date(2026, 4, 2)

MEANT = [
    # day             month         year     the day
    ("2",             "4",          "2026",  SECOND_OF_APRIL),
    ("02",            "04",         "2026",  SECOND_OF_APRIL),
    (" 2 ",           " 4",         "2026 ", SECOND_OF_APRIL),
    ("2",             "April",      "2026",  SECOND_OF_APRIL),
    ("2nd",           "apr",        "2026",  SECOND_OF_APRIL),
    ("1",             "SEPT",       "2026",  date(2026, 9, 1)),
    ("29",            "2",          "2024",  date(2024, 2, 29)),
    ("2/4/2026",      "",           "",      SECOND_OF_APRIL),
    ("2 April 2026",  "",           "",      SECOND_OF_APRIL),
    ("2026-04-02",    "",           "",      SECOND_OF_APRIL),
]  # fmt: skip

REFUSED = [
    # day    month     year     what is said                                              the boxes to look at
    ("",     "4",      "2026",  "must include a day",                                     ("day",)),
    ("2",    "",       "2026",  "must include a month",                                   ("month",)),
    ("2",    "",       "",      "must include a month and a year",                        ("month", "year")),
    ("two",  "4",      "2026",  "must have a day that is a number, like 27",              ("day",)),
    ("2",    "13",     "2026",  "must have a month from 1 to 12, or its name",            ("month",)),
    ("2",    "0",      "2026",  "must have a month from 1 to 12, or its name",            ("month",)),
    ("2",    "Avril",  "2026",  "must have a month from 1 to 12, or its name",            ("month",)),
    ("2",    "4",      "26",    "must have a year of 4 numbers, like 2026",               ("year",)),
    ("2",    "4",      "0000",  "must have a year of 4 numbers, like 2026",               ("year",)),
    ("31",   "6",      "2026",  "must be a real date. June has 30 days",                  ("day",)),
    ("29",   "2",      "2026",  "must be a real date. February has 28 days in 2026",      ("day",)),
    ("30",   "2",      "2024",  "must be a real date. February has 29 days in 2024",      ("day",)),
    ("0",    "4",      "2026",  "must be a real date. April has 30 days",                 ("day",)),
    ("²",    "4",      "2026",  "must have a day that is a number, like 27",              ("day",)),
    ("-2",   "4",      "2026",  "must have a day that is a number, like 27",              ("day",)),
    ("2",    "4",      "20266", "must have a year of 4 numbers, like 2026",               ("year",)),
]  # fmt: skip


class HappenedForm(PageForm):
    happened_on = DateField(
        "When did it happen?", name="The date it happened", required="Enter the date it happened", not_after_today=True
    )
    by = DateField("By when?", name="The new date", not_before_today=True)


def posted(day: str, month: str, year: str, field: str = "happened_on") -> dict[str, str]:
    return {f"{field}-day": day, f"{field}-month": month, f"{field}-year": year}


def said(data: dict[str, str], today: date = TODAY) -> list[str]:
    return [problem.text for problem in HappenedForm(data, today=today).problems]


@pytest.mark.parametrize(("day", "month", "year", "meant"), MEANT)
def test_a_day_that_can_be_meant_is_read(day, month, year, meant):
    assert read_date(TypedDate(day, month, year)) == meant


@pytest.mark.parametrize(("day", "month", "year", "because", "parts"), REFUSED)
def test_a_day_that_cannot_be_meant_says_what_to_do(day, month, year, because, parts):
    assert read_date(TypedDate(day, month, year), "That day") == Unreadable(f"That day {because}", parts)


@pytest.mark.parametrize(
    ("day", "month", "year"), [("2", "Ebrill", "2026"), ("2", "ebr", "2026"), ("2 Ebrill 2026", "", "")]
)
def test_a_month_is_known_by_its_name_in_any_language_of_ours(day, month, year):
    assert read_date(TypedDate(day, month, year)) == SECOND_OF_APRIL
    with translation.override("cy"):
        assert read_date(TypedDate(day, month, year)) == SECOND_OF_APRIL
        assert read_date(TypedDate("2", "April", "2026")) == SECOND_OF_APRIL


def test_no_beginning_of_a_month_means_two_of_them():
    beginnings: dict[str, set[int]] = {}
    for language in Language:
        with translation.override(language.value):
            for number, name in enumerate(MONTHS, 1):
                beginnings.setdefault(gettext(name)[:3].lower(), set()).add(number)

    assert [(word, numbers) for word, numbers in beginnings.items() if len(numbers) > 1] == []


def test_what_is_wrong_is_said_in_the_language_of_the_page():
    with translation.override("cy"):
        (june, february) = (read_date(TypedDate("31", month, "2026"), "Y dyddiad") for month in ("6", "2"))

    assert june == Unreadable("Y dyddiad: nid oes dyddiad o’r fath. Mae 30 diwrnod ym mis Mehefin", ("day",))
    assert february == Unreadable(
        "Y dyddiad: nid oes dyddiad o’r fath. Mae 28 diwrnod ym mis Chwefror yn 2026", ("day",)
    )


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_as_it_is_shown(day):
    assert read_date(TypedDate.of(day)) == day
    assert read_date(TypedDate(str(day.day), MONTHS[day.month - 1], str(day.year))) == day
    assert read_date(TypedDate(day=day.isoformat())) == day


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_nothing_that_can_be_typed_is_a_fault_of_ours(day, month, year):
    assert isinstance(read_date(TypedDate(day, month, year)), date | Unreadable)


class TestADateFieldOnAForm:
    def test_takes_today_and_refuses_tomorrow_naming_today(self):
        assert HappenedForm(posted("9", "4", "2026"), today=TODAY).is_valid()
        assert said(posted("10", "4", "2026")) == [
            "The date it happened must be today or earlier. Today is 9 April 2026"
        ]

    def test_refuses_yesterday_where_the_day_is_to_come(self):
        data = posted("9", "4", "2026") | posted("8", "4", "2026", "by")

        assert said(data) == ["The new date must be today or later. Today is 9 April 2026"]

    def test_follows_the_day_of_each_request_not_the_day_the_site_started(self):
        assert said(posted("10", "4", "2026"), today=date(2026, 4, 9))
        assert not said(posted("10", "4", "2026"), today=date(2026, 4, 10))

    def test_asks_for_a_missing_day_in_its_own_words(self):
        assert said({}) == ["Enter the date it happened"]
        assert said(posted(" ", "", "")) == ["Enter the date it happened"]

    def test_refuses_a_day_nobody_living_remembers(self):
        assert said(posted("2", "4", "1026")) == ["The date it happened must be on or after 1 January 1900"]

    def test_leads_to_the_box_that_is_wrong(self):
        form = HappenedForm(posted("31", "6", "2026"), today=TODAY)

        assert form.problems[0].href == "#happened_on-day"
        assert HappenedForm(posted("2", "4", "26"), today=TODAY).problems[0].href == "#happened_on-year"

    def test_needs_to_be_told_the_day_it_is_compared_with(self):
        field = DateField("When?", not_after_today=True)

        with pytest.raises(ValueError, match="given no day"):
            field.clean(TypedDate("2", "4", "2026"))
