"""Does `putright letin` let in again who has nobody to ask, and nobody else?"""

import re
from pathlib import Path

import pytest
from django.test import Client

from putright.casework.actions.begin_authenticator import begin_authenticator
from putright.casework.actions.confirm_authenticator import confirm_authenticator
from putright.casework.actions.let_in_again import let_in_again
from putright.casework.errors import NotFound
from putright.casework.second_factor import means_of
from putright.casework.throttle import Trying
from putright.domain.totp import code_at, step_of
from putright.gateways.clock import FixedClock
from putright.records.models import AccessEntry, Account
from tests.casework.offices import MAUNDY_THURSDAY, Office, an_office, at
from tests.demonstration import demonstration, putright

NOW = at(MAUNDY_THURSDAY)
ADA = "ada@commisceo.example.nhs.uk"
NEW = {"password": "a new and long enough phrase", "again": "a new and long enough phrase"}


@pytest.fixture
def office(db: None, tmp_path: Path) -> Office:
    return an_office(tmp_path)


@pytest.fixture
def ada(office: Office) -> Account:
    """The only administrator, with an app."""
    account = Account.objects.get(email=ADA)
    key = begin_authenticator(account=account, now=NOW, means=office.means)
    confirm_authenticator(account=account, code=code_at(key, step_of(NOW)), now=NOW, trying=Trying())
    return account


def test_the_link_lets_its_holder_choose_a_password(ada: Account, settings, client: Client) -> None:
    settings.PUTRIGHT_CLOCK = FixedClock(NOW)
    link = let_in_again(email=f" {ADA.upper()}", forget_second_step=False, now=NOW)
    client.get(f"/sign-in/link/{link.secret}")
    response = client.post("/sign-in/choose-password", NEW)

    assert response.headers["Location"] == "/sign-in/code"
    ada.refresh_from_db()
    assert ada.check_password(NEW["password"])


def test_the_second_step_is_forgotten_only_if_asked(ada: Account) -> None:
    let_in_again(email=ADA, forget_second_step=False, now=NOW)
    assert means_of(ada.pk).has_app

    let_in_again(email=ADA, forget_second_step=True, now=NOW)
    assert not means_of(ada.pk).any
    events = AccessEntry.objects.filter(account=ada).order_by("id").values_list("event", flat=True)
    assert list(events)[-3:] == ["password-link-given", "second-factor-reset", "password-link-given"]


@pytest.mark.parametrize("email", ["nobody@example.org", "", "olu@commisceo.example.nhs.uk"])
def test_an_address_that_nobody_signs_in_with_is_not_found(office: Office, email: str) -> None:
    with pytest.raises(NotFound):
        let_in_again(email=email, forget_second_step=True, now=NOW)


def test_the_command_prints_a_link_or_says_what_is_wrong(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    data = demonstration(tmp_path_factory, tmp_path / "data")
    done = putright("letin", "priya.penrose@livingwell.example.nhs.uk", "--data", data)
    wrong = putright("letin", "nobody@example.org", "--data", data)

    assert done.returncode == 0, done.stderr
    assert re.match(r"http://127\.0\.0\.1:8000/sign-in/link/[A-Za-z0-9_-]{22}\nIt is good once", done.stdout)
    assert (wrong.returncode, wrong.stderr) == (2, "putright: nobody signs in with this address\n")
