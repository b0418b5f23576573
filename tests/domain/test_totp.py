"""Do codes come out as RFC 6238 prints them, and is each good for its time and once?"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.totp import DRIFT, STEP_SECONDS, address_for_app, code_at, step_matching, step_of

SECRET = b"12345678901234567890"
NOON = datetime(2026, 4, 2, 12, 0, 10, tzinfo=UTC)
NOW = step_of(NOON)


# RFC 6238, appendix B, the rows of SHA-1.
@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1_111_111_109, "07081804"),
        (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"),
        (20_000_000_000, "65353130"),
    ],
)
def test_the_codes_of_the_standard(seconds: int, code: str) -> None:
    step = step_of(datetime.fromtimestamp(seconds, tz=UTC))

    assert code_at(SECRET, step, digits=8) == code
    assert code_at(SECRET, step) == code[-6:]


@pytest.mark.parametrize(("off", "is_good"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_wrong_by_one_step(off: int, is_good: bool) -> None:
    found = step_matching(SECRET, code_at(SECRET, NOW + off), now=NOON, after=0)

    assert found == (NOW + off if is_good else None)


def test_spaces_do_not_matter() -> None:
    code = code_at(SECRET, NOW)

    assert step_matching(SECRET, f" {code[:3]} {code[3:]} ", now=NOON, after=0) == NOW


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "१२३४५६", "0x1234"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert step_matching(SECRET, typed, now=NOON, after=0) is None


@given(st.integers(min_value=-DRIFT, max_value=DRIFT), st.integers(min_value=0, max_value=3))
def test_a_code_once_used_and_those_before_it_are_good_no_more(used: int, later: int) -> None:
    now = NOON + timedelta(seconds=STEP_SECONDS * later)

    assert step_matching(SECRET, code_at(SECRET, NOW + used), now=now, after=NOW + used) is None


@given(st.binary(min_size=20, max_size=20), st.integers(min_value=0, max_value=7_000_000_000))
def test_every_code_is_good_at_its_moment(secret: bytes, seconds: int) -> None:
    now = datetime.fromtimestamp(seconds, tz=UTC)

    assert step_matching(secret, code_at(secret, step_of(now)), now=now, after=-2) is not None


def test_what_the_app_reads_says_whose_the_secret_is() -> None:
    address = address_for_app(SECRET, account="ada o'hara@example.nhs.uk", issuer="Putright")

    assert address == (
        "otpauth://totp/Putright%3Aada%20o%27hara@example.nhs.uk"
        "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Putright&digits=6"
    )
