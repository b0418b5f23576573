"""Can a person stop letters by email on the page of their complaint, whatever we know of their address?"""

from typing import Any

import pytest
from django.test import Client

from putright.casework.said import PersonSaid
from putright.domain.adjustments import Adjustment, Need, as_stored
from putright.records.models import Person
from tests.casework.offices import received
from tests.web.reading import read

pytestmark = pytest.mark.django_db
ADDRESS = "/following/stop-email"
LINK = "Stop letters by email"
DONE = "We send you no more letters by email. Our letters come by post from now on."


@pytest.fixture
def case(commisceo: Any, day: Any) -> Any:
    """A complaint of somebody who agreed to letters by email, and gave no postal address."""
    return received(commisceo, complainant=PersonSaid(name="Pat Example", email="p@example.org", agrees_to_email=True))


@pytest.fixture
def follower(case: Any) -> Client:
    """A browser in which the complaint is open."""
    browser = Client()
    browser.get(f"/follow/{case.secret}")
    return browser


def pat(**values: Any) -> None:
    Person.objects.filter(name="Pat Example").update(**values)


def test_one_button_where_we_know_where_letters_may_go(follower: Client) -> None:
    pat(address="2 Sample Road\nExampleton")
    assert read(follower.get("/following")).links[LINK] == ADDRESS
    page = follower.get(ADDRESS)
    assert b"Sample Road" not in page.content  # a link that somebody found does not say where the person lives
    assert read(page).links["tell us your new address"] == "/following/contact"
    done = follower.post(ADDRESS, follow=True)
    assert DONE in read(done).main
    assert LINK not in read(done).links
    assert follower.get(ADDRESS).headers["Location"] == "/following"


def test_an_address_is_asked_for_and_what_was_typed_is_kept(follower: Client) -> None:
    assert "We have no postal address for you" in read(follower.get(ADDRESS)).main
    empty = read(follower.post(ADDRESS, {"address": "  "}))
    assert empty.problems == [("Enter an address for our letters", "#address")]
    long = read(follower.post(ADDRESS, {"address": "x" * 301}))
    assert [where for _, where in long.problems] == ["#address"]
    assert "x" * 301 in long.tree.xpath("string(//textarea)")
    assert DONE in read(follower.post(ADDRESS, {"address": "7 New Street\r\nExampleton"}, follow=True)).main
    assert Person.objects.get(name="Pat Example").address == "7 New Street\nExampleton"


def test_an_address_that_must_not_be_used_is_refused_with_what_to_do(follower: Client) -> None:
    pat(address="2 Sample Road", adjustments=as_stored([Need(adjustment=Adjustment.NO_LETTERS_HOME)]))
    assert "You asked us not to write to your home." in read(follower.get(ADDRESS)).main
    page = read(follower.post(ADDRESS, {"address": "2 Sample Road"}))
    assert page.problems[0][0] == "You asked us not to write to this address. Give another one, or telephone us."
    assert DONE in read(follower.post(ADDRESS, {"address": "c/o The Library"}, follow=True)).main


def test_whoever_follows_nothing_is_asked_for_their_link(client: Client, commisceo: Any) -> None:
    assert client.post(ADDRESS).headers["Location"] == "/follow"


def test_whoever_never_agreed_is_not_asked(follower: Client) -> None:
    pat(email_agreed_on=None)
    assert LINK not in read(follower.get("/following")).links
    assert "This cannot be done now." in read(follower.get(ADDRESS, follow=True)).main
