"""Do the pages of what follows an answer hold in a real browser, on a desk and on a phone?"""

from datetime import date
from pathlib import Path

import pytest

from putright.casework.actions.keep_file_longer import keep_file_longer
from putright.casework.actions.record_ombudsman_decision import record_ombudsman_decision
from putright.casework.actions.record_ombudsman_request import record_ombudsman_request
from putright.casework.actions.record_questions import record_questions
from putright.domain.ombudsman import Decision
from tests.casework.offices import Office, an_office
from tests.casework.test_afterwards import ASKED, answered
from tests.casework.test_keeping import CLAIM
from tests.casework.test_ombudsman import PAY, THE_FILE
from tests.web.accessibility import faults
from tests.web.office.conftest import give_accounts
from tests.web.office.desk import it_is
from tests.web.office.test_case_browser import (
    WIDTHS,
    _protected_at_the_end,
    browser,
    keep_picture,
    opened,
    served_and_swept,
)

__all__ = ["_protected_at_the_end", "browser", "served_and_swept"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def neighbour(served_and_swept: None, day: object, live_server: object, tmp_path: Path) -> Office:
    """An office whose procedure gives no review, as the browser meets it, everybody with an account."""
    made = an_office(tmp_path, procedure="living-well-partnership")
    give_accounts(made)
    return made


@pytest.fixture
def lived(neighbour, day):
    """A case on which everything that can follow an answer has."""
    story = answered(neighbour)
    story.does(record_questions, "mo", ASKED, words="Who was the nurse?")
    story.does(record_ombudsman_request, "mo", ASKED, **THE_FILE)
    story.does(record_ombudsman_decision, "mo", ASKED, decision=Decision.UPHELD, words="x", recommendations=(PAY,))
    story.does(keep_file_longer, "mo", ASKED, **{**CLAIM, "look_again_on": date(2027, 4, 30)})
    it_is(day, date(2026, 5, 1))
    return story


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(
    browser, live_server, signed_in, neighbour, lived, width
):
    page = opened(browser, live_server, signed_in(neighbour, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    case = f"/cases/{lived.reference}"
    acts = ("record-questions", "answer-questions", "open-round", "withdraw", "close-case", "keep-file-longer")
    ombudsman = ("record-ombudsman-request", "record-ombudsman-decision", "comply-with-ombudsman")
    for name, path in {
        "case": case,
        "keeping": "/keeping",
        "whole-file": f"{case}/whole-file",
        **{act: f"{case}/{act}" for act in (*acts, "keep-file-no-longer", *ombudsman)},
    }.items():
        page.goto(path)

        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        keep_picture(page, f"after-{width}-{name}")


def test_a_second_round_is_opened_without_scripts(browser, live_server, signed_in, neighbour, lived):
    page = opened(browser, live_server, signed_in(neighbour, "mo"), scripts=False)
    page.goto(f"/cases/{lived.reference}/open-round")
    page.get_by_label("Why are they not satisfied?").fill("It does not say who it was.")
    page.get_by_role("button", name="See the letter").click()
    # Twenty-five working days after Friday 1 May 2026: bank holidays on 4 and 25 May.
    assert "9 June 2026" in page.locator("main").inner_text()
    page.get_by_role("button", name="Put it in the print queue").click()

    assert "The same things are looked at once more" in page.locator("main").inner_text()
