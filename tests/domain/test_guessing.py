"""Does whoever guesses wait longer each time, and never for ever?"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.guessing import COUNTED_FOR, WAITS, minutes_to_wait, wait_together_until, wait_until

NOON = datetime(2026, 4, 2, 12, tzinfo=UTC)
ago = st.timedeltas(min_value=timedelta(days=-2), max_value=timedelta(days=3)).map(lambda before: NOON - before)


def failures(count: int, last: datetime = NOON) -> list[datetime]:
    """So many failures, a second apart."""
    return [last - timedelta(seconds=number) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "minutes"),
    [(0, 0), (1, 0), (4, 0), (5, 1), (6, 2), (7, 4), (8, 8), (9, 15), (10, 15), (200, 15)],
)
def test_the_wait_after_so_many_failures(count: int, minutes: int) -> None:
    expected = NOON + timedelta(minutes=minutes) if minutes else None

    assert wait_until(failures(count), now=NOON) == expected


def test_the_wait_is_counted_from_the_last_failure_and_then_over() -> None:
    until = NOON + timedelta(minutes=1)

    assert wait_until(failures(5), now=until - timedelta(seconds=1)) == until
    assert wait_until(failures(5), now=until) is None


def test_what_is_a_day_old_is_forgotten() -> None:
    assert wait_until(failures(9), now=NOON + COUNTED_FOR) is None


def test_a_failure_in_the_future_makes_nobody_wait() -> None:
    assert wait_until(failures(9, NOON + timedelta(hours=3)), now=NOON) is None


@given(st.lists(ago, max_size=40))
def test_nobody_waits_longer_than_the_longest_wait(several: list[datetime]) -> None:
    until = wait_until(several, now=NOON)

    assert until is None or NOON < until <= NOON + WAITS[-1]


@given(st.lists(ago, max_size=40), ago)
def test_one_more_failure_never_shortens_the_wait(several: list[datetime], another: datetime) -> None:
    before, after = wait_until(several, now=NOON), wait_until([*several, another], now=NOON)

    assert before is None or (after is not None and after >= before)


@given(st.lists(ago, max_size=40))
def test_the_order_of_failures_does_not_matter(several: list[datetime]) -> None:
    assert wait_until(several, now=NOON) == wait_until(sorted(several), now=NOON)


@given(st.lists(ago, max_size=40), st.integers(min_value=1, max_value=20))
def test_many_places_together_wait_until_few_enough_are_recent(several: list[datetime], most: int) -> None:
    until = wait_together_until(several, now=NOON, most=most)

    if until is not None:
        assert NOON < until <= NOON + timedelta(minutes=15)
        assert wait_together_until([at for at in several if at <= NOON], now=until, most=most) is None


def test_in_a_day_some_hundred_tries_are_possible_and_no_more() -> None:
    tried: list[datetime] = []
    now = NOON
    while now < NOON + timedelta(days=1):
        if wait_until(tried, now=now) is None:
            tried.append(now)
        now += timedelta(seconds=30)

    assert len(tried) == 5 + 5 + (24 * 60 - 30 - 1) // 15


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (60, 1), (61, 2), (900, 15)])
def test_begun_minutes_count_as_whole(seconds: int, minutes: int) -> None:
    assert minutes_to_wait(NOON + timedelta(seconds=seconds), now=NOON) == minutes
