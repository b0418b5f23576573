"""Does a form of many pages remember, go back, change, and send once?"""

from datetime import datetime

import pytest
from django.contrib.sessions.models import Session

from putright.gateways.clock import LONDON, FixedClock
from tests.web.gallery import urls
from tests.web.reading import read

pytestmark = pytest.mark.django_db

PATIENT = {
    "patient_name": "Rosa Quill",
    "patient_born_on-day": "5",
    "patient_born_on-month": "may",
    "patient_born_on-year": "1950",
}


@pytest.fixture(autouse=True)
def sent(gallery):
    gallery.PUTRIGHT_CLOCK = FixedClock(datetime(2026, 4, 9, 10, tzinfo=LONDON))
    urls.SENT.clear()
    return urls.SENT


def tell(client, question, answer, **more):
    response = client.post(f"/told/{question}", answer | more)
    return response.headers.get("Location", response.status_code)


class TestGoingForward:
    def test_each_answer_leads_to_the_next_question_and_the_last_to_checking(self, client):
        assert tell(client, "whose", {"whose": "other"}) == "/told/patient"
        assert tell(client, "patient", PATIENT) == "/told/story"
        assert tell(client, "story", {"story": "They did not ring."}) == "/told/check"

    def test_a_question_that_does_not_arise_is_left_out(self, client):
        assert tell(client, "whose", {"whose": "mine"}) == "/told/story"
        assert client.get("/told/patient").headers["Location"] == "/told/story"

    def test_a_wrong_answer_stays_on_its_page_with_what_was_typed(self, client):
        tell(client, "whose", {"whose": "other"})
        response = client.post("/told/patient", PATIENT | {"patient_born_on-day": "32"})
        page = read(response)

        assert response.status_code == 422
        assert page.title == "Error: About the patient - Make a complaint - Putright"
        assert page.problems == [("The date of birth must be a real date. May has 31 days", "#patient_born_on-day")]
        assert page.tree.xpath("//input[@id='patient_born_on-month']/@value") == ["may"]

    def test_nobody_gets_ahead_of_the_questions(self, client):
        assert client.get("/told/story").headers["Location"] == "/told/whose"
        assert client.get("/told/check").headers["Location"] == "/told/whose"
        assert client.get("/told/nothing").status_code == 404

    def test_an_answer_sent_after_the_session_ran_out_is_kept_until_its_turn(self, client):
        assert tell(client, "story", {"story": "An hour of typing."}) == "/told/whose"

        tell(client, "whose", {"whose": "mine"})

        assert read(client.get("/told/story")).texts("//textarea") == ["An hour of typing."]

    def test_a_page_takes_no_other_method(self, client):
        assert client.put("/told/whose").status_code == 405


class TestGoingBack:
    def test_each_page_leads_back_to_the_one_before_with_its_answer(self, client):
        tell(client, "whose", {"whose": "other"})
        tell(client, "patient", PATIENT)

        assert read(client.get("/told/story")).links["Back"] == "/told/patient"
        patient = read(client.get("/told/patient"))
        assert patient.links["Back"] == "/told/whose"
        assert patient.tree.xpath("//input[@id='patient_name']/@value") == ["Rosa Quill"]
        whose = read(client.get("/told/whose"))
        assert whose.links["Back"] == "/"
        assert whose.tree.xpath("//input[@checked]/@value") == ["other"]

    def test_a_single_question_is_the_heading_of_its_page(self, client):
        page = read(client.get("/told/whose"))

        assert page.headings == ["Make a complaint Whose care is it about?"]
        assert page.tree.xpath("//fieldset//h1")


class TestChecking:
    def all_told(self, client):
        tell(client, "whose", {"whose": "other"})
        tell(client, "patient", PATIENT)
        tell(client, "story", {"story": "They did not ring.\r\nTwice."})

    def test_every_answer_is_shown_in_words_with_a_way_to_change_it(self, client):
        self.all_told(client)
        page = read(client.get("/told/check"))

        assert list(zip(page.texts("//dt"), page.texts("//dd[contains(@class, '__value')]"), strict=True)) == [
            ("Whose care is it about?", "Someone else's"),
            ("Name of the patient", "Rosa Quill"),
            ("Date of birth", "5 May 1950"),
            ("What happened?", "They did not ring. Twice."),
        ]
        assert page.links["Change the answer to: Name of the patient"] == "/told/patient?changing=1"

    def test_a_change_leads_straight_back_to_checking(self, client):
        self.all_told(client)
        page = read(client.get("/told/story?changing=1"))

        assert page.links["Back"] == "/told/check"
        assert tell(client, "story", {"story": "They rang late."}, changing="1") == "/told/check"

    def test_a_change_that_raises_a_question_leads_to_that_question(self, client):
        tell(client, "whose", {"whose": "mine"})
        tell(client, "story", {"story": "They did not ring."})

        assert tell(client, "whose", {"whose": "other"}, changing="1") == "/told/patient?changing=1"
        assert tell(client, "patient", PATIENT, changing="1") == "/told/check"

    def test_an_answer_that_no_longer_applies_is_not_sent(self, client, sent):
        self.all_told(client)
        tell(client, "whose", {"whose": "mine"}, changing="1")
        client.post("/told/check")

        assert "patient_name" not in sent[0]

    def test_what_an_optional_question_was_not_told_is_shown_as_not_given(self, client):
        tell(client, "whose", {"whose": "other"})
        tell(client, "patient", {"patient_name": "Rosa Quill"})
        tell(client, "story", {"story": "x"})

        assert "Not given" in read(client.get("/told/check")).main


class TestSending:
    def test_what_is_sent_are_the_checked_values(self, client, sent):
        TestChecking().all_told(client)

        assert client.post("/told/check").headers["Location"] == "/told/done"
        assert sent[0]["patient_born_on"].isoformat() == "1950-05-05"
        assert sent[0]["story"] == "They did not ring.\nTwice."
        assert len(sent[0]["token"]) == 32
        assert "PR4K7M2X" in read(client.get("/told/done")).main

    def test_going_back_and_sending_again_sends_nothing(self, client, sent):
        TestChecking().all_told(client)
        client.post("/told/check")

        assert client.post("/told/check").headers["Location"] == "/told/done"
        assert client.get("/told/check").headers["Location"] == "/told/done"
        assert len(sent) == 1

    def test_nothing_of_the_answers_is_kept_after_sending(self, client):
        TestChecking().all_told(client)
        client.post("/told/check")

        assert dict(client.session) == {"journey:told": {"outcome": {"reference": "PR4K7M2X"}}}

    def test_a_second_complaint_begins_from_nothing(self, client, sent):
        TestChecking().all_told(client)
        client.post("/told/check")

        assert tell(client, "whose", {"whose": "mine"}) == "/told/story"
        assert read(client.get("/told/story")).texts("//textarea") == [""]
        tell(client, "story", {"story": "Another matter."})
        client.post("/told/check")
        assert sent[0]["token"] != sent[1]["token"]

    def test_an_answer_that_the_days_have_made_wrong_is_asked_again(self, client, sent, gallery):
        tell(client, "whose", {"whose": "other"})
        tell(client, "patient", PATIENT | {"patient_born_on-month": "4", "patient_born_on-year": "2026"})
        tell(client, "story", {"story": "x"})
        gallery.PUTRIGHT_CLOCK = FixedClock(datetime(2026, 4, 4, 10, tzinfo=LONDON))

        assert client.post("/told/check").headers["Location"] == "/told/patient"
        assert read(client.get("/told/patient")).problems[0][0].startswith("The date of birth must be today or earlier")
        assert not sent

    def test_what_others_left_unsent_is_swept_out_when_its_time_is_up(self, client):
        tell(client, "whose", {"whose": "mine"})
        Session.objects.update(expire_date=datetime(2020, 1, 1, tzinfo=LONDON))
        tell(type(client)(), "whose", {"whose": "mine"})

        assert Session.objects.count() == 1

    def test_two_people_never_see_each_others_answers(self, client):
        TestChecking().all_told(client)

        assert type(client)().get("/told/check").headers["Location"] == "/told/whose"
