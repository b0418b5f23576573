"""Does signing in let in those who may, and tell nobody else anything?"""

from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from django.contrib.auth.hashers import MD5PasswordHasher

from putright.casework.errors import ActionRefused
from putright.casework.sign_in import Trying, authenticate
from putright.domain.guessing import FREE, WAITS
from putright.records.models import Account, SignInAttempt
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, Office, at

ADA = "ada@commisceo.example.nhs.uk"
NOBODY = "nobody@commisceo.example.nhs.uk"
NOON = at(MAUNDY_THURSDAY, 12)
THERE = Trying(where="192.0.2.1")


def told(email: str, password: str = "not the password", now: datetime = NOON) -> tuple[str, str]:
    with pytest.raises(ActionRefused) as refused:
        authenticate(email=email, password=password, now=now, trying=THERE)
    return refused.value.refusal.code, refused.value.refusal.message


def test_the_right_address_and_password_open_the_account(commisceo: Office) -> None:
    account = authenticate(email=f" {ADA.upper()} ", password=PASSWORD, now=NOON)

    assert account == Account.objects.get(email=ADA)


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(commisceo: Office) -> None:
    assert told(ADA) == told(NOBODY)


def test_after_five_failures_each_address_is_locked_alike_and_the_right_password_does_not_help(
    commisceo: Office,
) -> None:
    for _ in range(FREE):
        assert told(ADA)[0] == told(NOBODY)[0] == "sign-in-refused"

    assert told(ADA, PASSWORD) == told(NOBODY)
    assert told(ADA, PASSWORD)[0] == "locked-out"


def test_the_lock_opens_by_itself(commisceo: Office) -> None:
    for _ in range(FREE):
        told(ADA)

    account = authenticate(email=ADA, password=PASSWORD, now=NOON + WAITS[0], trying=THERE)

    assert account.email == ADA


def test_a_success_ends_the_count_of_failures(commisceo: Office) -> None:
    for minute in range(10):
        told(ADA, now=NOON + timedelta(minutes=minute))
        authenticate(email=ADA, password=PASSWORD, now=NOON + timedelta(minutes=minute, seconds=1), trying=THERE)


def test_an_account_that_was_switched_off_is_not_opened(commisceo: Office) -> None:
    Account.objects.update(is_active=False)

    assert told(ADA, PASSWORD)[0] == "sign-in-refused"


class CountedHasher(MD5PasswordHasher):
    """The hasher of the tests, which counts how often it is asked: that is where the time goes."""

    asked = 0

    def encode(self, password: str, salt: str) -> str:
        CountedHasher.asked += 1
        return super().encode(password, salt)


@pytest.mark.parametrize("who", ["known", "unknown", "closed", "invited"])
def test_every_refusal_takes_as_long_as_any_other(commisceo: Office, settings: LazySettings, who: str) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountedHasher"]
    account = Account.objects.get(email=ADA)
    account.is_active = who != "closed"
    if who == "invited":
        account.set_unusable_password()
    account.save()
    CountedHasher.asked = 0

    told(NOBODY if who == "unknown" else ADA)

    assert CountedHasher.asked == 1


def test_what_is_kept_of_an_attempt_names_nobody(commisceo: Office) -> None:
    told(NOBODY)

    assert all("@" not in who for who in SignInAttempt.objects.values_list("who", flat=True))
