"""What do the tests of the staff's pages share? Two offices whose people can sign in, on the day before Good Friday."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings

from putright.gateways.clock import FixedClock
from putright.records.models import Account, Person
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, Office, an_office, at
from tests.web.office.desk import Browser

SignedIn = Callable[..., Browser]


@pytest.fixture
def day(settings: LazySettings, tmp_path: Path) -> LazySettings:
    """Serve as at 10 in the morning of Thursday 2 April 2026, and return the settings to change further."""
    settings.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY))
    settings.MEDIA_ROOT = tmp_path
    return settings


@pytest.fixture
def office(db: None, day: LazySettings, tmp_path: Path) -> Office:
    """Commisceo's office, everybody with an account."""
    made = an_office(tmp_path, procedure="commisceo")
    give_accounts(made)
    return made


@pytest.fixture
def neighbour(db: None, day: LazySettings, tmp_path: Path) -> Office:
    """Another body's office, everybody with an account."""
    made = an_office(tmp_path, procedure="living-well-partnership")
    give_accounts(made)
    return made


@pytest.fixture
def signed_in() -> SignedIn:
    """Give a browser in which somebody of an office has signed in."""

    def browser(office: Office, who: str) -> Browser:
        client = Browser()
        client.signs_in(account_of(office, who))
        return client

    return browser


def give_accounts(office: Office) -> None:
    """Let everybody of an office sign in who cannot yet."""
    for person in Person.objects.filter(pk__in=office.people.values(), account=None):
        account = Account(email=person.email, name=person.name, made_at=person.made_at)
        account.set_password(PASSWORD)
        account.save()
        person.account = account
        person.save()


def account_of(office: Office, who: str) -> Account:
    """The account of somebody of an office."""
    account = office.person(who).account
    assert account is not None
    return account
