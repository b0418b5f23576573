"""Is a safety flag read before an invitation is written, set and looked at again on pages, and printed on a sheet?"""

from datetime import date

import pytest

from putright.casework.actions.flag_safety import flag_safety
from putright.domain.access import Role
from putright.domain.deaths import Who
from putright.domain.safety import Danger
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.casework.test_who_may_come_near import appointed
from tests.web.office.conftest import give_accounts
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read

UNTIL = date(2026, 5, 6)
WHAT, WHY = "Two of us, at the surgery.", "He lifted a chair at the desk."


@pytest.fixture
def story(office):
    """A complaint to Commisceo by letter of Thursday 2 April 2026."""
    return a_story(office)


@pytest.fixture
def desk(signed_in, office, story):
    """The service manager at their desk."""
    return Desk(signed_in(office, "mo"), story.reference)


def flagged(story):
    """A flag is set until Wednesday 6 May 2026."""
    said = {"whose": Who.COMPLAINANT, "danger": Danger.VIOLENCE, "what_to_do": WHAT, "why": WHY, "review_on": UNTIL}
    story.does(flag_safety, "olu", MAUNDY_THURSDAY, **said)
    return story.case.chain_count


def test_it_is_set_on_a_page_and_stands_above_everything_on_the_case(desk):
    typed = {"danger": "violence", "what_to_do": WHAT, "why": WHY, "review_on": UNTIL}

    assert desk.does("flag-safety", **typed).startswith("The flag is set.")
    main = desk.page.main
    assert f"Before you meet or ring Pat Example Somebody was hurt or threatened {WHAT}" in main
    assert main.index(WHAT) < main.index("What is due")
    assert WHY not in main
    assert "It is looked at again whether the safety flag is still needed." in main
    assert desk.page.links["Look again at a safety flag"].endswith(f"/review-safety-flag/{4}")


@pytest.mark.parametrize("action", ["offer-meeting", "record-interview", "add-file-note"])
def test_it_is_read_before_anybody_is_met_or_rung(desk, story, action):
    flagged(story)

    assert WHAT in read(desk.client.get(desk.address(action))).main


def test_the_sheet_says_why_and_what_they_need_and_leads_to_the_next_look(desk, story):
    entry = flagged(story)
    page = read(desk.client.get(desk.page.links["Why, and a sheet to print"]))

    assert page.headings == [f"{story.reference[:4]}-{story.reference[4:]}, Pat Example - Before you meet or ring"]
    assert WHY in page.main
    assert "Whom you meet or ring Pat Example" in page.main
    assert page.links["Lift it : Somebody was hurt or threatened"] == desk.address("lift-safety-flag", entry)


def test_it_is_kept_with_what_it_said_before_and_lifted(desk, story, day):
    entry = flagged(story)
    it_is(day, date(2026, 5, 7))
    assert "Safety flag that has lapsed" in desk.page.main

    told = desk.does("review-safety-flag", entry, why="Again on Monday.", review_on=date(2026, 6, 3))
    assert told.startswith("The flag stands until its new day")
    assert WHAT in desk.page.main
    assert desk.does("lift-safety-flag", why="He moved away.").startswith("The flag is lifted")
    assert WHAT not in desk.page.main


def test_whoever_meets_nobody_is_told_to_ask_and_finds_no_sheet(signed_in, office, story):
    appointed(office, "audrey", Role.AUDITOR)
    give_accounts(office)
    flagged(story)
    client = signed_in(office, "audrey")
    main = read(client.get(f"/cases/{story.reference}")).main

    assert "There is something to know before anybody of this case is met or rung." in main
    assert WHAT not in main
    assert client.get(f"/cases/{story.reference}/before-meeting").status_code in (403, 422)


def test_a_case_without_one_has_a_sheet_all_the_same(desk):
    page = read(desk.client.get(desk.page.links["Before you meet or ring"]))

    assert "No safety flag is set about the people of this case." in page.main
