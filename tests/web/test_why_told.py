"""Is the day of a promise explained in Welsh, with its beginning, its length, its end and the holidays between?"""

from datetime import date

import pytest
from django.utils import translation

from putright.casework.queries.follow_promises import Promised
from putright.domain.periods import Counting, Period, Unit, count
from putright.domain.working_days import working_calendar
from putright.web.why_told import why_told

# Thursday 2 April is the day before Good Friday 2026; the Monday after it is a holiday, and the 13th this body's own.
DAYS = {
    date(2026, 4, 3): "Good Friday",
    date(2026, 4, 6): "Easter Monday",
    date(2026, 4, 13): "Training day",
}
CALENDAR = working_calendar("example", DAYS, date(2026, 1, 1), date(2027, 12, 31))
MAUNDY_THURSDAY = date(2026, 4, 2)


def promised(*periods: Period, **changes: object) -> Promised:
    """A promise of which it is counted so from Maundy Thursday, when the complaint came."""
    said: dict[str, object] = {
        **dict.fromkeys(("promise", "clause", "law", "law_words"), ""),
        **dict.fromkeys(("law_by", "not_before", "their_own_date"), None),
        **dict.fromkeys(("is_aim", "is_law_alone", "is_paused", "is_late", "yours"), False),
        "by": date(2026, 4, 9),
        "why": (),
        "begins_on": MAUNDY_THURSDAY,
        "began": "We received your complaint.",
        "counts": tuple(count(period, MAUNDY_THURSDAY, CALENDAR) for period in periods),
    }
    return Promised(**{**said, **changes})  # type: ignore[arg-type]


def told(what: Promised) -> tuple[str, ...]:
    with translation.override("cy"):
        return why_told(what)


def test_on_a_page_in_english_the_rule_says_it_all() -> None:
    assert why_told(promised(Period(amount=3, unit=Unit.WORKING_DAYS))) == ()


def test_working_days_are_told_with_the_holidays_between() -> None:
    # Tuesday 7, Wednesday 8, Thursday 9 April.
    assert told(promised(Period(amount=3, unit=Unit.WORKING_DAYS))) == (
        "Yr hyn y cyfrifir ohono: Cawsom eich cwyn.",
        "Dechrau’r cyfrif: dydd Iau 2 Ebrill 2026. Am ba hyd: 3 diwrnod gwaith. "
        "Y diwrnod olaf: dydd Iau 9 Ebrill 2026.",
        "Heb eu cyfrif: penwythnosau, a’r rhain: dydd Gwener 3 Ebrill 2026 (Gwener y Groglith); "
        "dydd Llun 6 Ebrill 2026 (Llun y Pasg).",
    )


def test_a_day_that_an_organisation_keeps_for_itself_is_called_as_it_calls_it() -> None:
    # The fifth working day would be Monday the 13th, and is Tuesday the 14th.
    *_, counted, closed = told(promised(Period(amount=5, unit=Unit.WORKING_DAYS)))

    assert counted.endswith("Y diwrnod olaf: dydd Mawrth 14 Ebrill 2026.")
    assert closed.endswith('dydd Llun 13 Ebrill 2026 (<span lang="en-GB">Training day</span>).')


@pytest.mark.parametrize(
    ("period", "length", "last"),
    [
        # A range: Wednesday 8 to Wednesday 15 April, Monday the 13th left out.
        (Period(amount=6, least=2, unit=Unit.WORKING_DAYS), "2–6 diwrnod gwaith", "dydd Mercher 15 Ebrill 2026"),
        (Period(amount=2, unit=Unit.WORKING_DAYS), "2 ddiwrnod gwaith", "dydd Mercher 8 Ebrill 2026"),
        (Period(amount=4, unit=Unit.WEEKS), "4 wythnos", "dydd Iau 30 Ebrill 2026"),
        (Period(amount=6, unit=Unit.MONTHS), "6 mis", "dydd Gwener 2 Hydref 2026"),
        (Period(amount=2, unit=Unit.MONTHS), "2 fis", "dydd Mawrth 2 Mehefin 2026"),
        (
            Period(amount=1, unit=Unit.YEARS, counting=Counting.BEGINNING_WITH),
            "1 flwyddyn",
            "dydd Iau 1 Ebrill 2027",
        ),
    ],
)
def test_a_length_is_told_in_its_unit(period: Period, length: str, last: str) -> None:
    _, counted, *_ = told(promised(period))

    assert f"Am ba hyd: {length}. Y diwrnod olaf: {last}." in counted


@pytest.mark.parametrize(
    ("what", "sentences"),
    [
        (promised(begins_on=None, by=None), ("Mae’n dechrau pan fydd rhywbeth arall wedi digwydd yn gyntaf.",)),
        (promised(by=None), ("Nid oes amser wedi’i bennu ar ei gyfer.",)),
        (promised(), ("Cafodd y diwrnod hwn ei roi, ac nid ei gyfrif.",)),
        (
            promised(law="reg 14(3)", law_by=date(2026, 4, 9)),
            (
                "Nid oes diwrnod gan yr addewid ei hun. Dyma’r diwrnod y mae’r gyfraith yn ei roi:"
                ' <span lang="en-GB">reg 14(3)</span>.',
            ),
        ),
        (
            promised(by=None, paused_since=date(2026, 4, 8)),
            ("Mae’r cloc wedi sefyll ers y diwrnod hwn: dydd Mercher 8 Ebrill 2026.",),
        ),
    ],
)
def test_where_nothing_is_counted_it_is_said_why(what: Promised, sentences: tuple[str, ...]) -> None:
    assert told(what) == sentences
