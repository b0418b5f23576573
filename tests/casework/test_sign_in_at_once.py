"""When the same secret is used twice at the same moment, does it open one door and no more?"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from putright.casework.actions.accept_invitation import accept_invitation
from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.begin_authenticator import begin_authenticator
from putright.casework.actions.confirm_authenticator import confirm_authenticator
from putright.casework.actions.invite_person import invite_person
from putright.casework.actions.set_up_body import StaffSaid
from putright.casework.errors import ActionRefused
from putright.casework.second_factor import check_code, check_recovery_code
from putright.casework.sign_in import Trying, authenticate
from putright.domain.access import Role
from putright.domain.guessing import FREE
from putright.domain.totp import code_at, step_of
from putright.records.models import Account, RecoveryCode, SignInLink
from tests.casework.offices import MAUNDY_THURSDAY, Office, an_office, at
from tests.casework.test_two_at_once import at_once

pytestmark = pytest.mark.usefixtures("committed")
NOW = at(MAUNDY_THURSDAY)
ADA = "ada@commisceo.example.nhs.uk"
HERE = Trying(where="192.0.2.1")


@pytest.fixture
def office(committed: None, tmp_path: Path) -> Office:
    return an_office(tmp_path)


@pytest.fixture
def app(office: Office) -> tuple[Account, bytes, tuple[str, ...]]:
    """Ada's account, the key of her app, and her codes for paper."""
    account = Account.objects.get(email=ADA)
    key = begin_authenticator(account=account, now=NOW, means=office.means)
    first = code_at(key, step_of(NOW) - 1)
    codes = confirm_authenticator(account=account, code=first, now=NOW, trying=HERE, means=office.means)
    return account, key, codes


def refusals(told: Sequence[object]) -> list[str]:
    return sorted(each.refusal.code for each in told if isinstance(each, ActionRefused))


def test_one_recovery_code_used_twice_at_once_opens_once(app: tuple[Account, bytes, tuple[str, ...]]) -> None:
    account, _, codes = app
    for code in codes[:4]:
        told = at_once(
            *[
                lambda place=place, code=code: check_recovery_code(
                    account, code, now=NOW, trying=Trying(where=f"192.0.2.{place}")
                )
                for place in range(4)
            ]
        )
        assert told.count(None) == 1
        assert refusals(told) == ["wrong-code"] * 3
    assert RecoveryCode.objects.filter(account=account, used_at__isnull=True).count() == 6


def test_one_code_of_an_app_used_twice_at_once_opens_once(app: tuple[Account, bytes, tuple[str, ...]]) -> None:
    account, key, _ = app
    code = code_at(key, step_of(NOW))
    told = at_once(
        *[
            lambda place=place: check_code(account, code, now=NOW, trying=Trying(where=f"192.0.2.{place}"))
            for place in range(4)
        ]
    )

    assert told.count(None) == 1
    assert refusals(told) == ["wrong-code"] * 3


def test_one_invitation_taken_up_twice_at_once_makes_one_account(office: Office) -> None:
    person = appoint_person(
        actor=office.actor("ada"),
        person=StaffSaid(name="Nia Newcomer", post="Officer", email="nia@example.nhs.uk"),
        role=Role.COMPLAINTS_OFFICER,
        on=MAUNDY_THURSDAY,
        now=NOW,
    )
    invite_person(actor=office.actor("ada"), person=person, email="nia@example.nhs.uk", now=NOW, means=office.means)
    link = SignInLink.objects.get(person=person).pk
    told = at_once(
        *[
            lambda number=number: accept_invitation(
                link=link, password=f"a long phrase, number {number}", now=NOW, trying=HERE
            )
            for number in range(4)
        ]
    )

    assert told.count(None) == 1
    assert Account.objects.filter(email="nia@example.nhs.uk").count() == 1


def test_many_guesses_at_once_are_no_more_than_one_after_another(office: Office) -> None:
    told = at_once(
        *[
            lambda number=number: authenticate(email=ADA, password=f"wrong {number}", now=NOW, trying=HERE)
            for number in range(12)
        ]
    )

    assert None not in told
    assert refusals(told).count("sign-in-refused") <= FREE
    assert refusals(told).count("locked-out") >= 12 - FREE
