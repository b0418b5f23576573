"""How does a person withdraw their complaint, or say how it went for them, on the page by which they follow it?"""

from datetime import date

import pytest

from putright.casework.said import PersonSaid
from putright.domain.experience import ASKED_WORDS
from putright.domain.standing import Basis
from putright.records.models import Event, ExperienceAnswer
from tests.casework.offices import Story, received
from tests.casework.test_refusals import answered
from tests.web.public.test_follow import on, opened
from tests.web.reading import read

pytestmark = pytest.mark.django_db

WITHDRAW, HOW = "Withdraw your complaint", "Tell us how it went for you"
WEDNESDAY = date(2026, 4, 8)


class TestWithdrawing:
    def test_is_asked_once_and_can_be_undone_on_the_same_page(self, client, commisceo):
        page = opened(client, received(commisceo))
        asked = read(client.get(page.links[WITHDRAW]))
        assert "Nobody may ask you to withdraw a complaint" in asked.main
        assert read(client.post(page.links[WITHDRAW], {})).problems == [
            ("Choose whether you want to withdraw your complaint", "#sure")
        ]

        told = read(client.post(page.links[WITHDRAW], {"sure": "yes", "words": "It is too much."}, follow=True))
        assert "We confirm that in writing." in told.main
        assert "Go on with your complaint" in told.links
        assert WITHDRAW not in told.links

    def test_whoever_thinks_better_of_it_changes_nothing(self, client, commisceo):
        page = opened(client, received(commisceo))
        told = read(client.post(page.links[WITHDRAW], {"sure": "no"}, follow=True))

        assert "Your complaint goes on. Nothing has changed." in told.main
        assert not Event.objects.filter(event="withdrawn").exists()

    def test_of_another_persons_complaint_the_patient_is_asked(self, client, commisceo):
        rosa = PersonSaid(name="Rosa Quill", address=("3 Sample Row",), born_on=date(1950, 5, 5))
        page = opened(client, received(commisceo, basis=Basis.REQUESTED, patient=rosa))
        assert "we ask them what they want" in read(client.get(page.links[WITHDRAW])).main

        told = read(client.post(page.links[WITHDRAW], {"sure": "yes"}, follow=True))
        assert "We ask the patient, and until then the complaint goes on." in told.main
        assert "We are looking into your complaint." in told.main
        assert WITHDRAW not in told.links


class TestHowItWent:
    @pytest.fixture
    def case(self, commisceo, day):
        """A complaint to Commisceo that was answered on Tuesday 7 April 2026, on the day after."""
        case = received(commisceo)
        answered(Story(commisceo, case.reference))
        on(day, WEDNESDAY)
        return case

    def test_is_asked_once_after_the_answer(self, client, case, commisceo):
        page = opened(client, case)
        asked = read(client.get(page.links[HOW]))
        assert all(words in asked.main for words in ASKED_WORDS.values())

        told = read(client.post(page.links[HOW], {"safe": "2", "words": "You rang."}, follow=True))
        assert "Thank you. What you told us helps us to do better." in told.main
        assert HOW not in told.links
        assert ExperienceAnswer.objects.get().answers == {"safe": 2}
        assert HOW not in opened(client, received(commisceo)).links

    def test_with_nothing_said_it_is_asked_for_something(self, client, case):
        opened(client, case)
        told = read(client.post("/following/how-it-went", {}))

        words = "Answer at least one question, or write something. You can leave out the rest."
        assert [text for text, _ in told.problems] == [words]
        assert not ExperienceAnswer.objects.exists()
