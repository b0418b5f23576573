"""Are no more codes sent than three an hour and ten a day?"""

from datetime import UTC, datetime, timedelta

import pytest

from putright.domain.follow_codes import have_been_enough

NOON = datetime(2026, 4, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes_ago", "enough"),
    [
        ((), False),
        ((1, 2), False),
        ((1, 2, 59), True),
        ((1, 2, 60), False),  # an hour ago is no longer in this hour
        (tuple(range(70, 70 + 9 * 61, 61)), False),
        (tuple(range(70, 70 + 10 * 61, 61)), True),
        ((*range(70, 70 + 9 * 61, 61), 24 * 60), False),
        ((*range(70, 70 + 9 * 61, 61), 24 * 60 - 1), True),
    ],
)
def test_an_hour_and_a_day_have_a_most(minutes_ago: tuple[int, ...], enough: bool) -> None:
    assert have_been_enough([NOON - timedelta(minutes=ago) for ago in minutes_ago], now=NOON) is enough
