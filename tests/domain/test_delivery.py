"""Does docs/rules/delivery.md say what happens to a letter that is to go by email?"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from putright.domain.delivery import (
    FOR_GOOD,
    OF_THE_SERVER,
    TROUBLE_WORDS,
    Addressee,
    Trouble,
    has_waited_too_long,
    next_try,
    office_hours_from,
    wait_after,
    why_not_to,
)
from putright.domain.working_days import WorkingCalendar
from putright.gateways.calendar_files import calendar_named
from tests.tables import a_day, named, table

PAGE = "delivery.md"
LONDON = ZoneInfo("Europe/London")
MAY = table(PAGE, "Who may be written to by email")
TROUBLES = table(PAGE, "What happens when it does not go")
WAITS = table(PAGE, "How long it waits before it is tried again")
GIVEN_UP = table(PAGE, "How long it waits before it is tried again", nth=1)
HOURS = table(PAGE, "When a reminder may go")


def an_instant(text: str) -> datetime:
    """The instant that “Thu 2 Apr 2026 10:00” names."""
    day, _, at = text.rpartition(" ")
    return datetime.combine(a_day(day), time.fromisoformat(at), LONDON)


@pytest.mark.parametrize("row", MAY, ids=named(MAY))
def test_who_may_be_written_to(row: dict[str, str]) -> None:
    addressee = Addressee(
        address=row["Address"],
        agreed_on=a_day(row["Agreed on"]) if row["Agreed on"] else None,
        is_staff=row["Who"] == "staff",
    )

    refusal = why_not_to(addressee, on=a_day(row["On"]))

    assert (refusal.code if refusal else "yes") == row["May it go?"]
    if refusal and refusal.code == "e-mail-not-agreed":
        assert refusal.authority == "SI 2009/309 reg 15"


@pytest.mark.parametrize("row", TROUBLES, ids=named(TROUBLES))
def test_what_becomes_of_it(row: dict[str, str]) -> None:
    trouble, now = Trouble(row["What happened"]), an_instant("Thu 2 Apr 2026 10:00")

    again = next_try(trouble, attempts=1, queued_at=now, now=now)

    assert (trouble in OF_THE_SERVER) is (row["Whose trouble"] == "server")
    assert ("for good" if again is None else "tried again") == row["Then"]


def test_every_trouble_has_a_row_and_words() -> None:
    assert [row["What happened"] for row in TROUBLES] == list(Trouble)
    assert set(TROUBLE_WORDS) == set(Trouble)
    assert not FOR_GOOD & OF_THE_SERVER


@pytest.mark.parametrize("row", WAITS, ids=named(WAITS))
def test_how_long_it_waits(row: dict[str, str]) -> None:
    assert wait_after(int(row["After this many attempts"])) == timedelta(minutes=int(row["It waits, in minutes"]))


@pytest.mark.parametrize("row", GIVEN_UP, ids=named(GIVEN_UP))
def test_when_it_is_given_up(row: dict[str, str]) -> None:
    queued_at, now = an_instant(row["Queued"]), an_instant(row["Now"])

    assert has_waited_too_long(queued_at, now) is (row["Given up?"] == "yes")
    again = next_try(Trouble.UNREACHABLE, attempts=9, queued_at=queued_at, now=now)
    assert again == (None if row["Given up?"] == "yes" else now + timedelta(hours=4))


@pytest.mark.parametrize("row", HOURS, ids=named(HOURS))
def test_when_a_reminder_goes(row: dict[str, str]) -> None:
    calendar = calendar_named("england-and-wales")

    assert office_hours_from(an_instant(row["From"]), calendar) == an_instant(row["It goes"])


def test_three_days_are_three_days_on_the_night_the_clocks_go_back() -> None:
    queued_at = datetime(2026, 10, 24, 12, tzinfo=LONDON)

    assert not has_waited_too_long(queued_at.astimezone(ZoneInfo("UTC")), datetime(2026, 10, 27, 10, 59, tzinfo=LONDON))
    assert has_waited_too_long(queued_at.astimezone(ZoneInfo("UTC")), datetime(2026, 10, 27, 12, tzinfo=LONDON))


def test_beyond_the_loaded_years_a_weekday_is_a_working_day() -> None:
    calendar = WorkingCalendar(name="short", first=date(2026, 1, 1), last=date(2026, 12, 31), holidays={})

    assert office_hours_from(datetime(2027, 1, 2, 9, tzinfo=LONDON), calendar) == datetime(2027, 1, 4, 8, tzinfo=LONDON)
