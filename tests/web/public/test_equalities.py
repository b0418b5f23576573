"""Can somebody say a little about themselves after they complained, and does nothing of it lead back to them?"""

from datetime import date

import pytest
from django.db import connection

from putright.casework.actions.count_about_person import count_about_person
from putright.casework.errors import ActionRefused, NotFound
from putright.domain.equalities import Question
from putright.gateways.clock import FixedClock
from putright.records.models import Body, EqualityCount
from tests.casework.offices import MAUNDY_THURSDAY, at
from tests.web.office.conftest import account_of, give_accounts
from tests.web.office.desk import Browser
from tests.web.public.telling import sent
from tests.web.reading import read

pytestmark = pytest.mark.django_db

ADDRESS = "/complain/about-you"
SAID = {"age": "35-49", "sex": "female", "ethnic_group": "rather-not"}


def counts():
    return {(row.question, row.answer): row.count for row in EqualityCount.objects.all()}


class TestSaying:
    def test_it_is_offered_after_sending_and_says_why(self, client, commisceo):
        assert sent(client).links["Answer some questions about you"] == ADDRESS
        page = read(client.get(ADDRESS))

        assert "You do not have to answer." in page.main
        assert "Nobody can find out later what you answered." in page.main

    def test_nobody_is_asked_before_they_complained(self, client, commisceo):
        assert client.get(ADDRESS).headers["Location"] == "/complain"

    def test_answers_are_counted_and_what_one_would_rather_not_say_is_not(self, client, commisceo):
        sent(client)
        response = client.post(ADDRESS, SAID)

        assert response.headers["Location"] == "/complain/sent"
        assert counts() == {("age", "35-49"): 1, ("sex", "female"): 1}
        assert {row.quarter for row in EqualityCount.objects.all()} == {date(2026, 4, 1)}

    def test_nobody_is_counted_twice_for_one_complaint(self, client, commisceo):
        sent(client)
        client.post(ADDRESS, SAID)

        assert client.post(ADDRESS, SAID).headers["Location"] == "/complain/sent"
        assert counts()["age", "35-49"] == 1
        assert "Answer some questions about you" not in read(client.get("/complain/sent")).links

    def test_it_can_be_said_once_the_link_is_put_away(self, client, commisceo):
        sent(client)
        client.post("/complain/sent")

        assert client.post(ADDRESS, SAID).headers["Location"] == "/complain/sent"
        assert counts()

    def test_nothing_at_all_is_an_answer_too(self, client, commisceo):
        sent(client)

        assert client.post(ADDRESS, {}).status_code == 302
        assert counts() == {}

    def test_what_is_no_answer_is_told_in_place(self, client, commisceo):
        sent(client)
        response = client.post(ADDRESS, SAID | {"sex": "cat"})

        assert response.status_code == 422
        assert read(response).problems == [("Choose one of the answers listed", "#sex")]
        assert counts() == {}


class TestWhatIsKept:
    def test_the_table_has_no_place_for_a_person_a_case_or_a_day(self):
        with connection.cursor() as cursor:
            columns = {
                each.name for each in connection.introspection.get_table_description(cursor, "records_equalitycount")
            }

        assert columns == {"id", "body_id", "quarter", "question", "answer", "count"}

    def test_what_remains_in_the_session_is_only_that_it_was_answered(self, client, commisceo):
        sent(client)
        client.post(ADDRESS, SAID)

        assert "35-49" not in str(dict(client.session))
        assert "female" not in str(dict(client.session))

    def test_what_is_no_answer_and_a_body_that_is_not_here_are_refused(self, commisceo):
        with pytest.raises(ActionRefused) as refused:
            count_about_person(body="commisceo", answers={Question.SEX: "cat"}, now=at(MAUNDY_THURSDAY))
        with pytest.raises(NotFound):
            count_about_person(body="atlantis", answers={}, now=at(MAUNDY_THURSDAY))

        assert refused.value.refusal.code == "no-such-answer"


class TestWhatStaffSee:
    def seen(self, office, day, who="mo"):
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 7, 1)))
        give_accounts(office)
        staff = Browser()
        staff.signs_in(account_of(office, who))
        return staff.comes_to("/equalities")

    def test_small_numbers_are_few_and_a_quarter_is_shown_once_over(self, commisceo, day):
        for answer, count in (("yes-a-lot", 20), ("yes-a-little", 3), ("no", 31)):
            EqualityCount.objects.create(
                body=Body.objects.get(),
                quarter=date(2026, 4, 1),
                question="disability",
                answer=answer,
                count=count,
            )
        EqualityCount.objects.create(
            body=Body.objects.get(), quarter=date(2026, 7, 1), question="sex", answer="female", count=50
        )
        page = read(self.seen(commisceo, day))

        assert "April to June 2026" in page.headings + page.texts("//h2")
        # The quarter that began on the day of the look ends on 30 September.
        assert "what is answered since 1 July 2026 is shown from 1 October 2026" in page.main
        assert page.texts("//td") == ["Yes, a lot harder", "few", "Yes, a little harder", "few", "No", "31"]
        assert "What is your sex? Too few people answered" in page.main
        assert "50" not in page.main

    def test_where_nobody_answered_it_says_when_people_are_asked(self, commisceo, day):
        page = read(self.seen(commisceo, day))

        assert (
            "Nobody answered in a quarter that is over. People are asked once they have sent a complaint" in page.main
        )
        assert page.texts("//main//table") == []

    def test_it_is_for_those_who_decide(self, commisceo, day):
        assert self.seen(commisceo, day, "olu").status_code == 403
