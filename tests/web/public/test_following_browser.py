"""Do the pages on which a person answers us hold in a real browser: a meeting, our answer, the end, how it went?"""

from datetime import date, time

import pytest

from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.domain.channels import Channel
from putright.gateways.clock import FixedClock
from putright.letters.facts import MeetingTime
from tests.casework.offices import MAUNDY_THURSDAY, Story, at, received
from tests.casework.test_refusals import answered
from tests.web.public.test_public_browser import WIDTHS, Walker, browser, page_of, site

__all__ = ["browser", "page_of", "site"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def meet(walker: Walker) -> None:
    """Come to the meeting at one of its times, with a mistake on the way."""
    page = walker.page
    page.get_by_role("link", name="Answer about the meeting").click()
    walker.at("following-meeting")
    walker.go()
    walker.at("following-meeting-mistake")
    walker.choose("I come, at one of the times you offered")
    walker.choose("Thursday 23 April 2026 at 10am")
    page.get_by_label("Is anybody coming with you?").fill("My sister Rosa")
    page.get_by_label("Do you need anything there?").fill("A hearing loop.")
    walker.at("following-meeting-answer")
    walker.go()
    walker.at("following-meeting-agreed")
    assert page.get_by_role("link", name="Put it into your calendar").is_visible()


def say_it_went(walker: Walker) -> None:
    """Say how it went, with a mistake on the way."""
    walker.page.get_by_role("link", name="Tell us how it went for you").click()
    walker.go()
    walker.at("following-how-it-went-mistake")
    walker.choose("Mostly")
    walker.go()
    walker.at("following-how-it-went-said")


def go_further(walker: Walker) -> None:
    """Read what the Ombudsman needs, ask us to look again with a mistake on the way, and then withdraw."""
    page = walker.page
    page.get_by_role("link", name="Take it to the Ombudsman").first.click()
    walker.at("following-ombudsman")
    page.go_back()
    page.get_by_role("link", name="Say that our answer is enough for you").first.click()
    walker.at("following-enough")
    page.go_back()
    page.get_by_role("link", name="Ask us about our answer").first.click()
    walker.at("following-questions")
    page.go_back()
    page.get_by_role("link", name="Ask us to look again").first.click()
    walker.go()
    walker.at("following-look-again-mistake")
    page.get_by_label("What do you think we got wrong?").fill("You did not ask my sister.")
    walker.go()
    walker.at("following-look-again-asked")
    page.get_by_role("link", name="Withdraw your complaint").first.click()
    walker.go()
    walker.at("following-withdraw-mistake")
    walker.choose("Yes, I want to withdraw it")
    walker.at("following-withdraw")
    walker.go()
    walker.at("following-withdrawn")


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_what_a_person_says_to_us(page_of, site, settings, width: int) -> None:
    case = received(site)
    story = Story(site, case.reference)
    meeting = Meeting(
        meet_with=("Sam Staff, Receptionist",),
        times=(
            MeetingTime(on=date(2026, 4, 21), starts=time(14, 30)),
            MeetingTime(on=date(2026, 4, 23), starts=time(10)),
        ),
        place="Room 1, first floor, 1 Example Street",
        safety_considered=True,
        reply_by=date(2026, 4, 10),
    )
    story.does(offer_meeting, "mo", MAUNDY_THURSDAY, meeting=meeting, channel=Channel.IN_PERSON)
    walker = page_of(width)
    walker.page.goto(f"/follow/{case.secret}")
    walker.at("following-meeting-offered")
    meet(walker)
    answered(story)
    settings.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 4, 8)))
    walker.page.goto("/following")
    walker.at("following-our-answer")
    say_it_went(walker)
    go_further(walker)

    assert walker.met == []
