"""Does an entry for a calendar keep to RFC 5545, and say nothing of what the meeting is about?"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from putright.letters.calendar_entry import CalendarEntry, as_calendar

LONDON = ZoneInfo("Europe/London")


def an_entry(**said: object) -> bytes:
    plain = {
        "uid": "0a1b",
        "made_at": datetime(2026, 4, 7, 10, tzinfo=LONDON),
        "starts": datetime.combine(date(2026, 4, 21), time(14, 30), LONDON),
        "lasts": timedelta(hours=1),
        "title": "Meeting with The Example Practice",
        "place": "Room 1, first floor; ring at the door",
    }
    return as_calendar(CalendarEntry(**{**plain, **said}))  # type: ignore[arg-type]  # as the test says


def test_it_says_when_and_where() -> None:
    lines = an_entry().decode().split("\r\n")

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART:20260421T133000Z" in lines  # half past two in summer
    assert "DTEND:20260421T143000Z" in lines
    assert r"LOCATION:Room 1\, first floor\; ring at the door" in lines


def test_an_hour_over_the_change_of_the_clocks_is_an_hour() -> None:
    # On Sunday 25 October 2026 the clocks go back at 2am: 1:30am comes twice.
    lines = an_entry(starts=datetime(2026, 10, 25, 1, 30, tzinfo=LONDON)).decode().split("\r\n")

    assert {"DTSTART:20261025T003000Z", "DTEND:20261025T013000Z"} <= set(lines)


def test_no_line_is_too_long_and_no_character_is_cut_in_two() -> None:
    place = "Ystafell gyfarfod â’r uned, " * 12
    made = an_entry(place=place)

    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    unfolded = made.decode().replace("\r\n ", "")
    assert place.replace(",", "\\,") in unfolded


def test_nobody_can_write_a_line_of_their_own_into_it() -> None:
    made = an_entry(place="Room 1\r\nATTENDEE:mailto:x@example.org").decode()

    assert "\r\nATTENDEE" not in made


def test_it_was_made_at_an_instant() -> None:
    assert "DTSTAMP:20260407T090000Z" in an_entry(made_at=datetime(2026, 4, 7, 9, tzinfo=UTC)).decode()
