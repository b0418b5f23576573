"""What does a patient see who is asked whether somebody may complain for them, and what becomes of their answer?"""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.open_link import MOST_WRONG
from putright.config.logging import redacted
from putright.gateways.clock import FixedClock
from putright.records.models import OutboxLetter
from tests.casework.offices import Office, Story, at
from tests.web.public.consenting import ASKED, a_story_for_gwen, codes_of_letter
from tests.web.reading import Read, read

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)  # the first working day after Easter 2026
ENDED = "This code does not open a form"


@pytest.fixture
def story(commisceo: Office, day: Any) -> Story:
    """A complaint that Pat makes for Gwen, seen on the Tuesday after Easter."""
    day.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    return a_story_for_gwen(commisceo)


def code_of_letter(story: Story, **said: Any) -> str:
    return codes_of_letter(story, TUESDAY, **said)[0]


def came_in(client: Client, story: Story, **said: Any) -> Read:
    """The form as it stands once its code was typed."""
    back = client.post("/consent", {"consent_code": code_of_letter(story, **said)})
    assert back.headers["Location"] == "/consent/answer"
    return read(client.get("/consent/answer"))


def answered(client: Client, **answers: Any) -> Read:
    return read(client.post("/consent/answer", {"full_name": "Gwen Example", **answers}, follow=True))


class TestTheForm:
    def test_asks_no_more_than_the_letter_and_shows_nothing_else_of_the_case(
        self, client: Client, story: Story
    ) -> None:
        page = came_in(client, story)

        assert page.headings[0].endswith("May Pat Example complain for you?")
        for words in (*ASKED["information"], *ASKED["shared_with"], ASKED["about"], "Nobody may push you"):
            assert words in page.main
        assert "I was spoken to rudely" not in page.main

    def test_yes_to_all_of_it_is_thanked_for_and_can_be_taken_back(self, client: Client, story: Story) -> None:
        came_in(client, story)
        page = answered(client, answer="whole")

        assert "We have your answer. Thank you." in page.main
        assert "On Tuesday 7 April 2026 you agreed that Pat Example may complain for you." in page.main
        assert "your blood tests" in page.main
        assert story.case.events.latest("number").event == "consent_given"

        page = read(client.post("/consent/take-back", {"words": "He told my brother."}, follow=True))
        assert "you took back what you had agreed to" in page.main
        assert story.case.events.latest("number").event == "consent_withdrawn"
        assert client.get("/consent/take-back").headers["Location"] == "/consent/answer"

    def test_yes_to_some_of_it_keeps_what_was_ticked_on_an_error(self, client: Client, story: Story) -> None:
        came_in(client, story)
        page = answered(client, answer="part", may_tell=["2"], full_name="")

        assert "Enter your full name" in page.main
        assert "Tick who we may tell, or choose No" in page.main
        page = answered(client, answer="part", may_tell=["2"], may_tell_whom=["1"])
        assert "your blood tests" in page.main
        assert "what your notes say about that day" not in page.main
        assert "Example Hospital" not in page.main

    @pytest.mark.parametrize(
        ("answer", "says"),
        [
            ("no", "We tell Pat Example only that you do not agree, and not why."),
            ("unaware", "Somebody from us talks with you alone, by the end of the next working day."),
        ],
    )
    def test_any_other_answer_says_what_happens(self, client: Client, story: Story, answer: str, says: str) -> None:
        came_in(client, story)

        assert says in answered(client, answer=answer).main

    def test_of_one_thing_for_one_person_has_no_part(self, client: Client, story: Story) -> None:
        page = came_in(client, story, information=("your blood tests",), shared_with=())

        assert "Yes, to some of it" not in page.main
        assert "you agreed that" in answered(client, answer="whole").main

    def test_is_answered_with_an_answer(self, client: Client, story: Story) -> None:
        came_in(client, story)

        assert "Choose what you want to answer" in answered(client).main

    def test_is_closed_in_this_browser_when_it_is_wanted(self, client: Client, story: Story) -> None:
        came_in(client, story)
        page = read(client.post("/consent/end", follow=True))

        assert "Your code still works." in page.main
        assert client.get("/consent/answer").headers["Location"] == "/consent"


class TestACodeThatOpensNothing:
    def test_says_the_same_as_one_that_has_ended(self, client: Client, story: Story) -> None:
        first = code_of_letter(story)
        _put_aside(story)
        wrong, ended = (
            read(client.post("/consent", {"consent_code": code})).main for code in ("AAAA-AAAA-AAAA-AAAA", first)
        )
        assert "This code does not open a form. Check it." in wrong
        assert wrong.replace("AAAA-AAAA-AAAA-AAAA", first) == ended

    def test_in_an_address_leaves_no_trace_of_it(self, client: Client, story: Story) -> None:
        code = code_of_letter(story)
        response = client.get(f"/consent/code/{code}")
        assert (response.headers["Location"], response.headers["Referrer-Policy"]) == ("/consent/answer", "no-referrer")
        assert code not in redacted(f"GET /consent/code/{code} 302")
        assert ENDED in read(client.get("/consent/code/AAAA-AAAA-AAAA-AAAA")).main

    def test_stops_whoever_guesses(self, client: Client, story: Story) -> None:
        for _ in range(MOST_WRONG):
            client.post("/consent", {"consent_code": "AAAA-AAAA-AAAA-AAAA"})

        assert client.post("/consent", {"consent_code": "AAAA-AAAA-AAAA-AAAA"}).status_code == 429

    def test_is_forgotten_where_it_ends_meanwhile(self, client: Client, story: Story) -> None:
        came_in(client, story)
        _put_aside(story)

        assert ENDED in answered(client, answer="whole").main
        assert client.get("/consent/answer").headers["Location"] == "/consent"


def _put_aside(story: Story) -> None:
    (letter,) = OutboxLetter.objects.filter(case=story.case).values_list("document__number", flat=True)
    story.does(cancel_letter, "mo", TUESDAY, letter=letter)
