"""What time is it in London?"""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from putright.gateways.clock import FixedClock, SystemClock, noon_on


@pytest.mark.parametrize(
    ("instant", "in_london"),
    [
        ("2026-01-15T23:30+00:00", "2026-01-15T23:30:00+00:00"),  # winter: London keeps UTC
        ("2026-07-15T23:30+00:00", "2026-07-16T00:30:00+01:00"),  # summer: the next day already
        ("2026-03-29T00:59:59+00:00", "2026-03-29T00:59:59+00:00"),  # the last second before the clocks go forward
        ("2026-03-29T01:00+00:00", "2026-03-29T02:00:00+01:00"),
        ("2026-10-25T00:30+00:00", "2026-10-25T01:30:00+01:00"),  # half past one, the first time
        ("2026-10-25T01:30+00:00", "2026-10-25T01:30:00+00:00"),  # and the second
    ],
)
def test_both_clocks_tell_the_time_of_london(instant: str, in_london: str) -> None:
    at = datetime.fromisoformat(instant)

    with time_machine.travel(at, tick=False):
        assert SystemClock().now().isoformat() == in_london
    assert FixedClock(at).now().isoformat() == in_london


def test_a_fixed_clock_stands_still() -> None:
    clock = FixedClock(noon_on(date(2026, 4, 2)))

    assert clock.now() == clock.now() == datetime.fromisoformat("2026-04-02T12:00+01:00")


def test_a_clock_is_not_fixed_at_an_instant_of_no_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(datetime(2026, 4, 2, 12))  # noqa: DTZ001 - that it is refused is what is tested


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 31)])
def test_noon_is_on_its_day_whatever_the_clocks_do(day: date) -> None:
    assert noon_on(day).date() == day
    assert noon_on(day).hour == 12
    assert noon_on(day + timedelta(days=1)).date() - day == timedelta(days=1)
