"""Can whoever wants to go on with a complaint that was withdrawn be answered on a page, with what they said unasked?"""

import pytest

from putright.casework.actions.withdraw import withdraw
from putright.domain.channels import Channel
from tests.casework.offices import MAUNDY_THURSDAY, Story, a_story
from tests.web.office.desk import Desk


@pytest.fixture
def story(office) -> Story:
    story = a_story(office)
    story.posts("mo", MAUNDY_THURSDAY, story.does(withdraw, "mo", MAUNDY_THURSDAY, confirmed_by=Channel.LETTER))
    return story


def test_is_asked_how_they_said_so_and_the_letter_is_read_before_it_goes(signed_in, office, story):
    desk = Desk(signed_in(office, "mo"), story.reference)
    asked = desk.opens("answer-take-up")
    assert asked.tree.xpath("//*[@name='said_by']")
    assert asked.tree.xpath("//input[@name='accepted' and @value='yes' and @checked]")

    told = desk.does("answer-take-up", said_by="telephone", words="We ring you on Tuesday.")
    assert "The letter that says what happens now is ready" in told
    assert story.case.status == "open"
    assert story.case.events.get(event="take_up_asked").facts == {"channel": "telephone"}


def test_is_refused_with_the_last_day_of_the_law(signed_in, office, story):
    desk = Desk(signed_in(office, "mo"), story.reference)
    page = desk.answers("answer-take-up", said_by="telephone", accepted="no", words="It is long ago.")

    assert "Take it up again." in page.content.decode()
    assert story.case.status == "withdrawn"
