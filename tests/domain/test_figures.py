"""Do the days and the ages that figures count follow the tables of docs/rules/figures.md?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.figures import (
    AGE_WORDS,
    DUE_WORDS,
    MEASURED_WORDS,
    PERIOD_WORDS,
    CaseAge,
    DueWhen,
    Figure,
    FigureGroup,
    FigurePeriod,
    MeasuredBy,
    Timeliness,
    days_of,
    figure_named,
    received_in,
)
from tests.tables import a_day, named, table

PERIODS = table("figures.md", "Over which days")
AGES = table("figures.md", "How old an open case is")
TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize("row", PERIODS, ids=named(PERIODS))
def test_a_period_has_its_days(row: dict[str, str]) -> None:
    found = days_of(FigurePeriod(row["Period"]), a_day(row["Today"]))

    assert (found.first, found.last) == (a_day(row["First day"]), a_day(row["Last day"]))


@pytest.mark.parametrize("row", AGES, ids=named(AGES))
def test_a_case_has_its_age(row: dict[str, str]) -> None:
    assert ages_of(a_day(row["Received"]), TODAY) == [row["Age"]]


def ages_of(received: date, today: date) -> list[str]:
    found = ((age, *received_in(age, today)) for age in CaseAge)
    return [age.value for age, first, last in found if (first is None or first <= received) and received <= last]


@given(received=DAYS, today=DAYS)
def test_every_case_that_was_received_by_now_has_one_age(received: date, today: date) -> None:
    assert len(ages_of(received, today)) == (1 if received <= today else 0)


@given(period=st.sampled_from(FigurePeriod), today=DAYS)
def test_no_period_has_a_day_that_is_still_to_come(period: FigurePeriod, today: date) -> None:
    found = days_of(period, today)

    assert found.first <= found.last <= today


def test_a_figure_is_known_by_its_name_and_nothing_else_is() -> None:
    every = [
        *(Figure(group=FigureGroup.DUE, part=part.value) for part in DueWhen),
        *(Figure(group=FigureGroup.AGE, part=part.value) for part in CaseAge),
        Figure(group=FigureGroup.RECEIVED),
        Figure(group=FigureGroup.PERSON, part="12"),
        Figure(group=FigureGroup.ACKNOWLEDGED, by=MeasuredBy.PROMISE, part=Timeliness.LATE.value),
        Figure(group=FigureGroup.ANSWERED, by=MeasuredBy.STATUTE, part=Timeliness.IN_TIME.value),
        Figure(group=FigureGroup.ANSWERED, by=MeasuredBy.AGREED, part=Timeliness.TO_DO.value),
    ]

    assert [figure_named(figure.name) for figure in every] == every
    for other in (
        "",
        "due",
        "due.never",
        "age",
        "person.",
        "person.x",
        "person.-1",
        "answered.late",
        "received.all",
        "acknowledged.agreed.late",
    ):
        assert figure_named(other) is None, other


def test_each_has_its_words() -> None:
    assert set(PERIOD_WORDS) == set(FigurePeriod)
    assert set(DUE_WORDS) == set(DueWhen)
    assert set(AGE_WORDS) == set(CaseAge)
    assert set(MEASURED_WORDS) == set(MeasuredBy)
