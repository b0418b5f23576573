"""What is written to the log, and what never is?"""

import logging
import sys

import pytest

from putright.config.logging import PrivateFormatter, logging_for, redacted

# 128 random bits, in the three ways they are usually written.
SECRETS = ["q83vASNFZ4mrze8BI0VniQ", "00112233445566778899aabbccddeeff", "5E8KQ2Z7N0V4XHJ3M6R1TBWCY9"]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("around", ["GET /follow/7KQ29XMD/{}/ 200 4ms", "Not Found: /follow/{}", "'/follow/{}', 3"])
def test_a_secret_in_an_address_is_not_logged(secret: str, around: str) -> None:
    line = redacted(around.format(secret))

    assert secret not in line
    assert "[secret]" in line


@pytest.mark.parametrize(
    "line",
    [
        "GET /cases/7KQ29XMD/ask-for-details 200 4ms",
        "GET /cases/7KQ29XMD/agree-response-period 200 4ms",
        "POST /complain/living-well-partnership/check-your-answers 302 9ms",
    ],
)
def test_an_address_that_holds_no_secret_is_logged_whole(line: str) -> None:
    assert redacted(line) == line


def test_a_query_is_not_logged() -> None:
    assert redacted("Not Found: /search/?q=Example+Person&page=2 there") == "Not Found: /search/?[query] there"


def test_of_an_exception_its_place_is_logged_and_never_its_words() -> None:
    text = _formatted_failure()

    assert "KeyError" in text
    assert "ValueError" in text
    assert "which led to" in text
    assert "in _fail" in text
    assert "Example" not in text


def test_a_text_that_another_handler_made_is_not_used() -> None:
    record = _failed_record()
    logging.Formatter().format(record)  # keeps the whole text on the record
    assert "Example" in (record.exc_text or "")

    assert "Example" not in PrivateFormatter().format(record)


def test_requests_are_logged_at_info_and_the_web_server_at_warning() -> None:
    said = logging_for("info")

    assert said["root"]["level"] == "INFO"
    assert said["loggers"]["gunicorn.access"]["handlers"] == []
    assert {handler["formatter"] for handler in said["handlers"].values()} == {"private"}


def _fail() -> None:
    try:
        rows: dict[str, int] = {}
        rows["Example Person"]
    except KeyError as error:
        message = "no row for Example Person"
        raise ValueError(message) from error


def _failed_record() -> logging.LogRecord:
    try:
        _fail()
    except ValueError:
        return logging.LogRecord("putright", logging.ERROR, __file__, 1, "it failed", None, sys.exc_info())
    raise AssertionError


def _formatted_failure() -> str:
    return PrivateFormatter().format(_failed_record())
