"""Is the text message with a code one message, which tells whoever else reads the screen nothing?"""

from datetime import datetime

from putright.gateways.clock import LONDON
from putright.letters.covering_pages import code_texted

ONE_MESSAGE = 160  # characters of the basic set, GSM 03.38
BASIC = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?'\"()%&/+-=*#@_")
SAID = code_texted(code="012345", until=datetime(2026, 4, 7, 14, 30, tzinfo=LONDON))


def test_it_is_one_message_of_plain_letters() -> None:
    assert len(SAID) <= ONE_MESSAGE
    assert set(SAID) <= BASIC


def test_it_begins_with_the_code_and_says_until_when() -> None:
    assert SAID.startswith("012345 is your code.")
    assert "until 14:30" in SAID


def test_it_does_not_say_what_it_is_about_and_leads_nowhere() -> None:
    for word in ("omplain", "NHS", "http", "www", "urgery", "ospital", "ractice", "health"):
        assert word not in SAID
