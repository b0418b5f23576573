"""Can a remedy be decided on a page, told in the answer, and seen by whoever follows their complaint?"""

from datetime import date

import pytest

from tests.casework.offices import a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read

FRIDAY = date(2026, 4, 24)


@pytest.fixture
def desk(signed_in, office):
    return Desk(signed_in(office, "mo"), a_story(office).reference)


def decided(desk, **said):
    plain = {"kind": "repayment", "words": "We pay back your fares.", "amount": "£42.50", "by": FRIDAY}
    return desk.does("decide-remedy", **{**plain, **said})


def test_is_owed_with_its_words_and_given_with_its_button(desk):
    assert decided(desk).startswith("It is recorded, and the response will say so")
    card = desk.page.tree.xpath("//li[contains(@class, 'app-duty')][.//h3[contains(., 'put things right')]]")[0]

    assert "We pay back your fares." in card.text_content()
    assert "£42.50" in desk.page.main  # on the chronology
    href = card.xpath(".//a[contains(@class, 'nhsuk-button')]/@href")[0]
    number = int(href.rsplit("/", 1)[1])
    assert filled(desk.opens("give-remedy", number))["remedy"] == str(number)
    said = desk.does("give-remedy", number, words="Payment 4711.")
    assert said.startswith("It is recorded that the remedy was given")


def test_begins_with_the_only_remedy_and_says_what_the_person_said(desk):
    decided(desk)

    assert desk.does("record-remedy-answer", answer="declines", words="No money.").startswith("It is recorded what")
    assert "put things right" not in " ".join(desk.page.texts("//li[contains(@class, 'app-duty')]"))


@pytest.mark.parametrize("typed", ["a lot", "12.5", "-3", "1,00"])
def test_an_amount_that_is_none_is_said_at_its_box_and_kept(desk, typed):
    page = read(desk.answers("decide-remedy", kind="repayment", words="Fares.", amount=typed, by=FRIDAY))

    assert page.problems == [("Enter an amount in pounds, such as 250 or 1,250.50", "#amount")]
    assert filled(page)["amount"] == typed


def test_what_the_rule_refuses_is_said_above_the_form(desk):
    page = read(desk.answers("decide-remedy", kind="repayment", words="Fares.", by=FRIDAY))

    assert page.problems[0][0].startswith("Say how much is paid, in pounds.")


def test_there_is_nothing_to_give_before_something_was_decided(desk):
    response = desk.client.get(desk.address("give-remedy"))

    assert response.status_code == 422
    assert "No remedy was decided on this case" in read(response).main
