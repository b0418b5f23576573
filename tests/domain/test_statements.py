"""Does docs/rules/statements.md say who may be asked for a statement, and when they are reminded of it?"""

from datetime import date

import pytest

from putright.domain.statements import (
    ASKED_WORDS,
    DECLINING_WORDS,
    LADDER,
    STANDING_WORDS,
    Asked,
    Declining,
    Notice,
    Request,
    Standing,
    notices_due,
    why_not_ask,
    working_days_from,
)
from putright.gateways.calendar_files import calendar_named
from tests.tables import a_day, table

PAGE = "statements.md"
MAY = table(PAGE, "Who may be asked")
SENT = table(PAGE, "What is sent on a day")
CALENDAR = calendar_named("england-and-wales")


@pytest.mark.parametrize("row", MAY, ids=lambda row: row["May they be asked?"])
def test_who_may_be_asked(row: dict[str, str]) -> None:
    refusal = why_not_ask(
        is_asker=bool(row["Asks themselves"]),
        handles=bool(row["Handles the case"]),
        has_left=bool(row["Has left"]),
        waits=bool(row["Asked already, no answer yet"]),
    )

    assert (refusal.code if refusal else "yes") == row["May they be asked?"]


@pytest.mark.parametrize("row", SENT, ids=lambda row: f"{row['Last day']}, {row['Today']}: {row['Sent today']}")
def test_what_is_sent(row: dict[str, str]) -> None:
    request = Request(
        asked_on=a_day(row["Asked"]),
        due_on=a_day(row["Last day"]),
        sent=the_notices(row["Sent already"]),
        can_answer=row["Can answer"] == "yes",
    )

    assert notices_due(request, today=a_day(row["Today"]), calendar=CALENDAR) == the_notices(row["Sent today"])


def the_notices(cell: str) -> tuple[Notice, ...]:
    return tuple(Notice(each.strip()) for each in cell.split(",") if each.strip())


def test_every_reminder_is_in_the_table() -> None:
    sent = {notice for row in SENT for notice in the_notices(row["Sent today"])}

    assert sent == {notice for notice, _ in LADDER} | {Notice.ESCALATED}


def test_where_the_bank_holidays_are_not_known_weekdays_count() -> None:
    last = date(2031, 1, 3)  # a Friday, past the end of every list that is published

    assert working_days_from(last, 1, CALENDAR) == date(2031, 1, 6)
    assert working_days_from(last, -2, CALENDAR) == date(2031, 1, 1)


def test_everything_has_words() -> None:
    assert STANDING_WORDS.keys() == set(Standing)
    assert ASKED_WORDS.keys() == set(Asked)
    assert DECLINING_WORDS.keys() == set(Declining)
