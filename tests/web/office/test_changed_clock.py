"""Does a visit last as long as it should when the clock is changed under it: a day on, an hour back, on the night?"""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from putright.gateways.clock import LONDON, FixedClock
from tests.casework.offices import PASSWORD
from tests.web.office.second_steps import TEN, gives_password


def it_is(day, now: datetime) -> None:
    """Let it be another moment."""
    day.PUTRIGHT_CLOCK = FixedClock(now.astimezone(LONDON))


def opens(client: Client) -> bool:
    """Whether the worklist opens in a browser without signing in anew."""
    return client.get("/work").status_code == 200


def test_put_on_by_a_day_a_visit_is_over_and_another_begins(office, day) -> None:
    client = gives_password(office, "mo")
    it_is(day, TEN + timedelta(days=1))

    assert not opens(client)
    assert opens(gives_password(office, "mo"))


def test_put_back_by_an_hour_a_visit_goes_on_and_nobody_waits_for_what_is_yet_to_come(office, day) -> None:
    client, wrong = gives_password(office, "mo"), Client()
    tried = {"email": office.person("olu").email, "password": "another long phrase"}
    statuses = [wrong.post("/sign-in", tried).status_code for _ in range(6)]
    assert statuses[-1] == 429
    it_is(day, TEN - timedelta(hours=1))

    assert opens(client)
    assert wrong.post("/sign-in", tried | {"password": PASSWORD}).status_code == 302


@pytest.mark.parametrize(("minutes", "is_open"), [(59, True), (61, False)])
def test_on_the_night_the_clocks_go_back_an_hour_is_an_hour(office, day, minutes: int, is_open: bool) -> None:
    """They go back at two in the morning of Sunday 25 October 2026, to one: half past one comes twice."""
    half_past_one = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    it_is(day, half_past_one)
    client = gives_password(office, "mo")
    it_is(day, half_past_one + timedelta(minutes=minutes))

    assert opens(client) is is_open


@pytest.mark.parametrize(("minutes", "is_open"), [(59, True), (61, False)])
def test_on_the_night_they_go_on_an_hour_is_an_hour(office, day, minutes: int, is_open: bool) -> None:
    """They go on at one in the morning of Sunday 28 March 2027, to two."""
    half_past_twelve = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    it_is(day, half_past_twelve)
    client = gives_password(office, "mo")
    it_is(day, half_past_twelve + timedelta(minutes=minutes))

    assert opens(client) is is_open
