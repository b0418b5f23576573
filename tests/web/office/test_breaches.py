"""Is a letter that went astray recorded, judged and followed up from the case, and read in the register?"""

from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.post_letter import post_letter
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read


@pytest.fixture
def desk(signed_in, office):
    story = a_story(office)
    story.does(post_letter, "mo", MAUNDY_THURSDAY, letter=story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter)
    return Desk(signed_in(office, "mo"), story.reference)


def records_one(desk, **typed):
    return desk.does(
        "record-breach", words="The letter went to number 3.", how="wrong-address", known_at="9:15am", **typed
    )


def cards(desk):
    """The duties that are still to be done, each in a line."""
    return [text for text in desk.page.texts("//li[contains(@class, 'app-duty')]") if "breach" in text]


def test_a_breach_is_owed_to_the_hour_and_leads_on_step_by_step(desk, day):
    assert "Next" in records_one(desk, people="2")
    judge, report = cards(desk)
    assert "The letter went to number 3. The 72 hours end at 9:15am on 5 April 2026." in judge
    assert "UK GDPR art 33(1)" in report

    it_is(day, date(2026, 4, 3))
    number = int(desk.page.tree.xpath("//a[contains(@href, '/judge-breach/')]/@href")[0].rsplit("/", 1)[1])
    desk.does("judge-breach", number, risk="high", reasons="It tells of her illness.")
    report, _ = cards(desk)
    assert "Record what was done about a breach" in report
    pointed = [href for href in desk.page.tree.xpath("//a[contains(@href, '/follow-up-breach/')]/@href")]
    for href, done in zip(pointed, ("reported", "told"), strict=True):
        desk.does("follow-up-breach", int(href.rsplit("/", 1)[1]), done=done, words="Reference 4711.")
    assert cards(desk) == []


def test_the_letter_that_went_astray_can_be_named_and_is_owed_again(desk):
    page = desk.opens("record-breach")
    letters = page.tree.xpath("//select[@id='letter']/option/@value")
    assert "acknowledge" not in "".join(letters)

    before = len(desk.page.texts("//li[contains(@class, 'app-duty')]"))
    records_one(desk, letter=letters[-1], not_had="no")
    assert "A letter or message did not arrive" in desk.page.main
    assert len(desk.page.texts("//li[contains(@class, 'app-duty')]")) > before + 2


def test_the_register_says_what_is_left(desk):
    assert "No breach has been recorded." in read(desk.client.get("/breaches")).main
    records_one(desk)
    page = read(desk.client.get("/breaches"))
    (row,) = page.texts("//table/tbody/tr")

    assert "To be told by 9:15am on 5 April 2026" in row
    assert "Not judged yet" in row
    assert "Register of breaches" in read(desk.client.get("/work")).links
    assert page.tree.xpath("//tbody//a/@href") == [f"/cases/{desk.reference}"]


def test_who_handles_no_cases_has_no_register(signed_in, office):
    assert signed_in(office, "ines").get("/breaches").status_code == 403


def test_without_a_breach_there_is_none_to_judge(desk):
    assert (
        "Nothing on this case says that personal details went astray"
        in read(desk.client.get(desk.address("judge-breach"))).main
    )
