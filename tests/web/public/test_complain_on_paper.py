"""Does the form to print ask what the form on the web asks, and say where to send it?"""

import pytest

from putright.web.complaining.journey import COMPLAIN
from putright.web.complaining.on_paper import FOR_WHOM, OF_A_LIST, paper_questions
from putright.web.forms.drawing import look_of
from putright.web.journey.values import Answers, always
from tests.casework.offices import MAUNDY_THURSDAY
from tests.web.reading import read

pytestmark = pytest.mark.django_db

# A second thing goes on another sheet, which asks for the same of it.
FURTHER = [
    question for question in COMPLAIN.questions if question.name[-1].isdigit() or question.name == "anything-else"
]
ASKED = [question for question in COMPLAIN.questions if question not in FURTHER]


class TestTheQuestions:
    @pytest.mark.parametrize("question", ASKED, ids=lambda question: question.name)
    def test_each_one_of_the_web_stands_on_it_with_every_answer(self, client, commisceo, living_well, question):
        page = read(client.get("/complain/on-paper"))
        form = question.made(Answers({}), MAUNDY_THURSDAY)

        assert question.title in page.main
        for name, field in form.fields.items():
            assert (look_of(field).label in page.main) == (name not in OF_A_LIST), name

    def test_nothing_is_asked_twice_in_one_question(self, commisceo):
        for question in paper_questions(today=MAUNDY_THURSDAY):
            asked = [answer.label for answer in question.answers]

            assert sorted(asked) == sorted(set(asked)), question.title

    def test_no_answer_speaks_of_a_list_that_is_not_printed(self, client, commisceo):
        assert "in the list" not in read(client.get("/complain/on-paper")).main

    def test_each_one_that_not_everybody_is_asked_says_who_fills_it_in(self):
        of_some = {question.name for question in ASKED if question.asked is not always}

        assert of_some == set(FOR_WHOM)

    def test_what_is_told_at_length_has_room_and_a_choice_has_boxes(self, commisceo):
        questions = {question.title: question for question in paper_questions(today=MAUNDY_THURSDAY)}
        told = questions["What happened?"].answers
        before = questions["Have you complained about this before?"].answers

        assert (told[0].lines, told[1].lines) == (1, 10)
        assert [choice.partition(".")[0] for choice in before[0].choices] == [
            "No, this is the first time",
            "Yes, and they are still looking into it",
            "Yes, and they have answered",
        ]
        assert questions["About you"].answers[2].is_date


class TestWhereItGoes:
    def test_a_link_that_names_the_organisation_prints_its_address(self, client, commisceo, living_well):
        page = read(client.get("/complain/on-paper?to=commisceo"))

        assert "Send or hand this form to the complaints manager: The commisceo example" in page.main
        assert "Telephone 01632 960001" in page.main
        assert "Which organisation do you want to complain to?" not in page.main

    @pytest.mark.parametrize("address", ["/complain/on-paper", "/complain/on-paper?to=nobody"])
    def test_else_it_asks_and_offers_each(self, client, commisceo, living_well, address):
        page = read(client.get(address))

        assert "Which organisation do you want to complain to?" in page.main
        assert page.links["The commisceo example"] == "/complain/on-paper?to=commisceo"

    def test_there_is_a_form_where_no_organisation_is_here_yet(self, client, day):
        page = read(client.get("/complain/on-paper"))

        assert page.headings == ["Complaint form to print"]
        assert "Which organisation do you want to complain to?" in page.main

    def test_it_is_found_from_where_somebody_looks_for_it(self, client, commisceo):
        assert read(client.get("/without-the-web")).links["complaint form to print"] == "/complain/on-paper"
        assert read(client.get("/complain")).links["form to print"] == "/complain/on-paper?to=commisceo"
