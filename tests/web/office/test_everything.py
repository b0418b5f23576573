"""Is all that somebody may do on a case linked from its page or from the list of everything, and found there?"""

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.register import register
from putright.casework.queries.case_page import case_page
from putright.web.acts.every import GROUPS
from putright.web.acts.in_few_words import IN_FEW_WORDS
from putright.web.casefile.steps import DAILY
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.web.office.desk import Desk
from tests.web.reading import read

PEOPLE = ("mo", "olu", "rosa")


@pytest.fixture
def story(office):
    """A complaint to Commisceo by letter of Thursday 2 April 2026, entered and acknowledged by a letter that waits."""
    made = a_story(office)
    made.does(register, "mo", MAUNDY_THURSDAY)
    made.does(acknowledge, "mo", MAUNDY_THURSDAY)
    return made


@pytest.fixture
def mo(signed_in, office, story):
    """The service manager at their desk."""
    return Desk(signed_in(office, "mo"), story.reference)


def everything(desk, words=""):
    """The list of all, or what a word finds in it."""
    return read(desk.client.get(desk.address("do"), {"words": words} if words else {}))


@pytest.mark.parametrize("who", PEOPLE)
def test_what_somebody_may_do_is_linked_from_one_of_the_two_pages(signed_in, office, story, who):
    desk = Desk(signed_in(office, who), story.reference)
    led = {*desk.page.links.values(), *everything(desk).links.values()}
    case = case_page(office.actor(who), story.reference, MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY))
    may = {desk.address(act.address) for _, acts in GROUPS for act in acts if act.why_not(case) is None}

    assert len(may) > 30
    assert may <= led


def test_what_cannot_be_done_is_left_out_of_the_case_and_explained_in_the_list(mo):
    refused = everything(mo).texts("//ul[contains(@class, 'app-refused')]/li")

    assert "app-refused" not in mo.client.get(f"/cases/{mo.reference}").content.decode()
    assert any(
        text.startswith("Close the case The case cannot be closed before the complaint is answered")
        and text.endswith("SI 2009/309 reg 14(2)")
        for text in refused
    )
    assert any(text.startswith("Sign the response Your role does not let you") for text in refused)


def test_the_case_offers_few_things_each_with_what_it_does(mo):
    offered = mo.page.texts("//ul[contains(@class, 'app-daily')]/li")

    assert len(offered) == len(DAILY)
    assert offered[0] == "Add a note or a call A call, a talk, an email, and what was promised in it."


def test_the_groups_of_the_case_lead_to_their_headings_in_the_list(mo):
    led = {href.partition("#")[2] for href in mo.page.tree.xpath("//ul[contains(@class, 'app-groups')]//a/@href")}

    assert len(led) > 15
    assert led <= set(everything(mo).tree.xpath("//h2/@id"))


class TestAWord:
    def test_finds_what_is_called_so_or_does_so_whether_it_can_be_done_or_not(self, mo):
        page = everything(mo, "letters")
        offers = page.texts("//section[contains(@class, 'app-offers')]//a")

        assert page.title.startswith("Everything that can be done: “letters”")
        assert "Ask for details" in offers
        assert "Set a task" not in offers
        assert any("Write after the meeting" in text for text in page.texts("//ul[contains(@class, 'app-refused')]/li"))
        assert page.links["Show everything"] == mo.address("do")

    def test_of_two_finds_what_holds_both(self, mo):
        assert everything(mo, "task DAY").texts("//section[contains(@class, 'app-offers')]//a") == ["Set a task"]

    def test_that_nothing_is_called_leaves_a_way_on(self, mo):
        page = everything(mo, "zzz")

        assert "Nothing is called so" in page.main
        assert page.tree.xpath("//input[@name='words']/@value") == ["zzz"]


def test_the_list_of_another_bodys_case_is_not_there(signed_in, neighbour, office, mo):
    assert signed_in(neighbour, "mo").get(mo.address("do")).status_code == 404


def test_every_action_says_in_a_few_words_what_it_does():
    grouped = {act.name for _, acts in GROUPS for act in acts}

    assert {name for name in grouped if not IN_FEW_WORDS.get(name)} == set(), "add it to web/acts/in_few_words.py"
    assert max(map(len, IN_FEW_WORDS.values())) <= 80
