"""Are dates that cannot be right refused as the tables of docs/rules/entries.md say?"""

from datetime import date

import pytest

from putright.domain.chronology import Event
from putright.domain.duty import Refused
from putright.domain.entry import (
    why_not_a_promise,
    why_not_before_what_it_follows,
    why_not_happened_on,
    why_not_on,
    why_not_received_on,
    why_not_yet,
)
from tests.tables import a_day, named, table

RECEIVED_ON, TODAY = date(2026, 4, 2), date(2026, 4, 10)
DONE = table("entries.md", "Something done on a case")
RECEIPT = table("entries.md", "The day of receipt")
PROMISED = table("entries.md", "A day that is promised")


def code(refusal: Refused | None) -> str:
    return refusal.code if refusal else ""


@pytest.mark.parametrize("row", DONE, ids=named(DONE))
def test_something_is_done_between_receipt_and_today(row: dict[str, str]) -> None:
    assert code(why_not_on(a_day(row["Done on"]), received_on=RECEIVED_ON, today=TODAY)) == row["Refused as"]


@pytest.mark.parametrize("row", RECEIPT, ids=named(RECEIPT))
def test_a_complaint_is_received_within_the_last_years(row: dict[str, str]) -> None:
    assert code(why_not_received_on(a_day(row["Received on"]), today=TODAY)) == row["Refused as"]


@pytest.mark.parametrize("row", PROMISED, ids=named(PROMISED))
def test_a_promised_day_lies_ahead_within_five_years(row: dict[str, str]) -> None:
    assert code(why_not_a_promise(a_day(row["Promised for"]), on=RECEIVED_ON)) == row["Refused as"]


def test_nothing_that_people_complain_of_happened_before_there_was_a_health_service() -> None:
    assert code(why_not_happened_on(date(1948, 7, 4), today=TODAY)) == "too-long-ago"
    assert code(why_not_happened_on(date(1948, 7, 5), today=TODAY)) == ""
    assert code(why_not_happened_on(date(2026, 4, 11), today=TODAY)) == "in-the-future"


def test_an_answer_does_not_come_before_its_question() -> None:
    asked = Event(event="statement_requested", on=date(2026, 4, 8))

    refusal = why_not_before_what_it_follows(date(2026, 4, 7), (asked,))

    assert refusal is not None
    assert refusal.message == (
        "This comes after: a member of staff was asked for a statement, on Wednesday 8 April 2026. Check the date."
    )
    assert why_not_before_what_it_follows(date(2026, 4, 8), (asked,)) is None
    assert why_not_before_what_it_follows(date(2026, 4, 7), ()) is None


def test_what_meets_no_duty_is_never_too_early() -> None:
    assert why_not_yet(date(2026, 4, 2), ()) is None
