"""Is what a person sends from their page put before whoever handles the case, to be read and answered there?"""

import re

import pytest

from putright.casework.actions.ask_for_update import ask_for_update
from putright.casework.actions.change_contact import ContactSaid, change_contact
from putright.casework.actions.send_message import send_message
from putright.casework.actions.withdraw import withdraw
from putright.casework.follow_links import link_of
from tests.casework.offices import MAUNDY_THURSDAY, Story, at, received
from tests.web.office.desk import Desk
from tests.web.reading import read

NOW = at(MAUNDY_THURSDAY, 9)


@pytest.fixture
def case(office):
    return received(office)


@pytest.fixture
def desk(signed_in, office, case):
    return Desk(signed_in(office, "mo"), case.reference)


@pytest.fixture
def by_link(office, case):
    """What says by which link, when and with what a person does something."""
    link = link_of(case.secret)
    assert link is not None
    return {"link": link.pk, "on": MAUNDY_THURSDAY, "now": NOW, "means": office.means}


def card_of(desk, words):
    (card,) = desk.page.tree.xpath(f"//li[contains(@class, 'app-duty')][.//h3[contains(., '{words}')]]")
    return card


def test_a_message_is_due_with_its_words_and_read_with_its_button(desk, by_link):
    send_message(**by_link, words="My daughter saw it.")
    card = card_of(desk, "We read what you sent us")
    assert "My daughter saw it." in card.text_content()
    hrefs = card.xpath(".//a/@href")
    assert [re.sub(r"[/\d]*$", "", href.rpartition(f"{desk.reference}/")[2]) for href in hrefs] == [
        "read-from-page",
        "write-to-person",
    ]

    number = int(hrefs[0].rsplit("/", 1)[1])
    assert "My daughter saw it." in desk.opens("read-from-page", number).main
    assert desk.does("read-from-page", number).startswith("It is recorded that it was read")
    assert "We read what you sent us" not in " ".join(desk.page.texts("//li[contains(@class, 'app-duty')]"))
    assert desk.client.get(desk.address("read-from-page")).status_code == 422


def test_an_answer_is_written_beside_it_and_says_whether_an_email_tells_of_it(desk, by_link):
    send_message(**by_link, words="My daughter saw it.")
    assert "My daughter saw it." in desk.opens("write-to-person").main
    said = desk.does("write-to-person", words="Thank you.")

    assert said.startswith("The message stands on the person’s page")
    assert "No email tells the person of it" in said
    assert read(desk.answers("write-to-person", words="")).problems == [("Write the message", "#words")]


def test_news_that_was_asked_for_is_asked_about_and_given(desk, by_link):
    ask_for_update(**by_link)
    wrong = read(desk.answers("write-to-person", words="We spoke with two of the staff."))
    assert wrong.problems == [("Choose whether it tells the person how it is going", "#is_update")]
    desk.does("write-to-person", words="We spoke with two of the staff.", is_update="yes")

    assert "You asked how it is going" not in " ".join(desk.page.texts("//li[contains(@class, 'app-duty')]"))


def test_new_details_are_due_with_what_stood_before(desk, by_link):
    change_contact(**by_link, said=ContactSaid(address=("7 New Street", "Exampleton")))

    assert "Address: 2 Sample Road" in card_of(desk, "We use your new contact details").text_content()
    assert "7 New Street" in desk.page.main


def test_somebody_who_withdrew_is_written_to_as_well(desk, office, case):
    Story(office, case.reference).does(withdraw, "mo", MAUNDY_THURSDAY)

    assert desk.does("write-to-person", words="We are sorry that it came to this.")
