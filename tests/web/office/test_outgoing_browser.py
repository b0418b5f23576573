"""Do the pages of the outgoing post hold in a real browser, at a desk and on a phone?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.post_letter import post_letter
from putright.casework.job_book import enter_jobs, enter_result, take_up
from putright.casework.workers import say_seen
from putright.gateways.schedule import schedule
from putright.jobs.work import one_pass
from tests.browser import launched
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at
from tests.gateways.mail_servers import Box, mail_server
from tests.jobs.working import MAIL, SteppedClock, a_letter, a_mail_server_at, a_worker
from tests.web.office.conftest import give_accounts
from tests.web.office.test_case_browser import opened
from tests.web.office.test_office_browser import WIDTHS, wrong_with
from tests.web.office.test_outgoing import Ticking
from tests.web.public.conftest import _protected_at_the_end, served_and_swept

__all__ = ["_protected_at_the_end", "served_and_swept"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOW = at(MAUNDY_THURSDAY)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, in which Django would refuse to clear its tables afterwards.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        running = launched(playwright)
        yield running
        running.close()


@pytest.fixture
def office(served_and_swept: None, day, live_server: object, tmp_path: Path) -> Office:
    """An office with mail, and with a letter in every state that there is."""
    day.PUTRIGHT_MAIL, day.PUTRIGHT_CLOCK = MAIL, Ticking()
    made = an_office(tmp_path, procedure="commisceo")
    made = replace(made, means=replace(made.means, mail=MAIL))
    give_accounts(made)
    a_story(made).does(acknowledge, "mo", MAUNDY_THURSDAY)
    posted = a_story(made)
    number = posted.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
    posted.does(post_letter, "mo", MAUNDY_THURSDAY, letter=number)
    for says in ({}, {"RCPT": "550 no such person"}, {"RCPT": "450 later"}):
        a_letter(made, on=MAUNDY_THURSDAY)
        with mail_server(Box(says=says)) as (_, port):
            one_pass(a_worker(made, SteppedClock(NOW), a_mail_server_at(port), tmp_path))
    a_letter(made, on=MAUNDY_THURSDAY)
    return made


@pytest.fixture
def held_up(office: Office) -> Story:
    """The case whose letter is held up."""
    from putright.records.models import Delivery

    return Story(office, Delivery.objects.get(progress="held-up").letter.case.reference)  # type: ignore[union-attr]


@pytest.fixture
def jobs(office: Office) -> None:
    """A book of jobs, one of which failed, and a worker that is missed."""
    enter_jobs(schedule(), now=NOW - timedelta(days=1))
    for job in schedule():
        assert take_up(job, worker="worker-1", now=NOW)
        failed = job.name == "keep-heads"
        result = "Not as it was recorded: 1. Run: putright verify" if failed else "Cases looked at again: 12"
        enter_result(job, worker="worker-1", now=NOW, result=result, failed=failed)
    say_seen("worker-1", began_at=NOW, now=NOW - timedelta(minutes=40))


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(
    browser, live_server, signed_in, office, held_up, jobs, width
):
    case = f"/cases/{held_up.reference}"
    number = held_up.case.letters.get().document.number
    pages = {
        "mo": ("/letters", case, f"{case}/change-email-agreement", f"{case}/send-by-post/{number}"),
        "ada": ("/administration", "/administration/background-work"),
    }
    wrong: list[str] = []
    for who, addresses in pages.items():
        page = opened(browser, live_server, signed_in(office, who))
        page.set_viewport_size({"width": width, "height": 900})
        for address in addresses:
            page.goto(address)
            wrong += wrong_with(page, f"outgoing-{address.replace(held_up.reference, 'case').replace('/', '-')}")
        page.context.close()

    assert wrong == []


def test_a_mark_is_taken_back_with_two_clicks(browser, live_server, signed_in, office):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.goto("/letters")
    page.locator("#marked-1").check()
    page.get_by_role("button", name="Take back").click()

    assert "1 letter taken back" in page.get_by_role("alert").inner_text()
    assert page.get_by_text("Marked as posted today").count() == 0
    page.context.close()
