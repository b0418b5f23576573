"""Does the guide say of everything that can be guessed how often it can, and is it so?"""

import re

import pytest
from django.test import Client

from putright.casework import open_link, throttle
from putright.casework.actions.ask_for_password_link import MOST_IN_AN_HOUR
from putright.casework.follow_links import SECRET_BYTES as FOLLOW_BYTES
from putright.casework.sign_in_links import SECRET_BYTES as LINK_BYTES
from putright.domain.guessing import FREE, MOST_TOGETHER, WAITS
from putright.gateways.set_up_code import GROUP, GROUPS
from tests.architecture.source import ROOT
from tests.casework.offices import PASSWORD
from tests.tables import tables
from tests.web.office.second_steps import TEN, code_of, gives_password, key_on

(ROWS,) = tables(ROOT / "docs/guide/safe-to-use.md", "What can be guessed, and how often")
LIMITS = {row["What"]: row for row in ROWS}
WRONG_LINK = "/sign-in/link/AAAAAAAAAAAAAAAAAAAAAA"


def test_the_guide_says_how_often() -> None:
    waits = [int(wait.total_seconds() // 60) for wait in WAITS]
    of_password = LIMITS["the password of an account"]

    assert of_password["Wrong tries before a wait"] == str(FREE)
    assert [int(number) for number in re.findall(r"\d+", of_password["The wait"])] == waits
    assert f"{MOST_TOGETHER} of all unknown places" in of_password["Counted for"]
    assert (
        f"{MOST_IN_AN_HOUR} emails an hour"
        in LIMITS["which addresses have an account, by asking for a link"]["Wrong tries before a wait"]
    )
    for what in (
        "an invitation, or a link to choose a password",
        "a link to follow a complaint, typed or opened",
    ):
        assert LIMITS[what]["Wrong tries before a wait"] == str(open_link.MOST_WRONG)
        assert f"until {open_link.COUNTED_FOR.total_seconds() // 60:.0f} minutes" in LIMITS[what]["The wait"]
        assert LIMITS[what]["How many there are"].endswith(f" {8 * LINK_BYTES}")
    assert LINK_BYTES == FOLLOW_BYTES
    assert LIMITS["the code for setting up"]["How many there are"].endswith(f" {5 * GROUP * GROUPS}")
    assert throttle.KNOWN_FOR.days == 90
    assert throttle.KEPT_FOR.days == 30


class TestTheFirstCodeOfANewApp:
    @pytest.fixture
    def asked(self, day, office) -> tuple[Client, bytes]:
        """A browser in which Mo sets up an app, and its key."""
        day.PUTRIGHT_SECOND_FACTOR = True
        client = gives_password(office, "mo")
        return client, key_on(client.get("/security/authenticator"))

    def test_cannot_be_guessed_for_long(self, asked):
        client, key = asked
        statuses = [client.post("/security/authenticator", {"code": f"{n:06}"}).status_code for n in range(FREE)]

        assert statuses == [422] * FREE
        assert client.post("/security/authenticator", {"code": code_of(key, TEN)}).status_code == 429

    def test_of_one_person_makes_nobody_else_wait(self, asked, office):
        client, _ = asked
        for number in range(FREE + 1):
            client.post("/security/authenticator", {"code": f"{number:06}"})
        olu = gives_password(office, "olu")
        key = key_on(olu.get("/security/authenticator"))

        assert olu.post("/security/authenticator", {"code": code_of(key, TEN)}).status_code == 200


def test_links_are_counted_by_place_and_keep_nobody_elsewhere_waiting(office) -> None:
    guesser = Client(REMOTE_ADDR="192.0.2.7")
    statuses = [guesser.get(WRONG_LINK).status_code for _ in range(open_link.MOST_WRONG + 1)]

    assert statuses == [404] * open_link.MOST_WRONG + [429]
    assert Client(REMOTE_ADDR="192.0.2.8").get(WRONG_LINK).status_code == 404
    # Nor do they keep anybody from signing in, even there.
    signs_in = {"email": office.person("mo").email, "password": PASSWORD}
    assert Client(REMOTE_ADDR="192.0.2.7").post("/sign-in", signs_in).status_code == 302
