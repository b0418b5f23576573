"""Can a call be noted in two clicks, and is what was promised in it put before whoever begins the day?"""

from datetime import date

import pytest

from tests.casework.offices import a_story
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read

FRIDAY = date(2026, 4, 10)


@pytest.fixture
def desk(signed_in, office):
    return Desk(signed_in(office, "mo"), a_story(office).reference)


def test_two_clicks_lead_from_the_worklist_to_a_note(desk):
    row = read(desk.client.get("/work")).links
    leads = row[next(text for text in row if text.startswith("Note a call"))]
    assert leads == desk.address("add-file-note")

    said = desk.does("add-file-note", words="She asked how it stands.")

    assert said.startswith("The note is on the file")
    assert "She asked how it stands." in desk.page.main
    assert "They rang us" in desk.page.main


def test_what_was_promised_is_due_with_its_words_and_done_with_its_button(desk, day):
    desk.does(
        "add-file-note", words="She asked for the name.", promised="yes", promise="Ring back with the name.", by=FRIDAY
    )
    page = desk.page
    card = page.tree.xpath("//li[contains(@class, 'app-duty')][.//h3[contains(., 'what we said')]]")[0]
    words = " ".join(card.text_content().split())

    assert "Ring back with the name." in words
    assert "What was promised in passing" in words
    assert "Friday 10 April 2026" in words
    it_is(day, date(2026, 4, 9))
    href = card.xpath(".//a[contains(@class, 'nhsuk-button')]/@href")[0]
    number = int(href.rsplit("/", 1)[1])
    assert "By 10 April 2026: Ring back with the name." in desk.opens("keep-promise", number).main
    assert desk.does("keep-promise", number).startswith("It is recorded that the promise was kept")
    assert "Ring back" not in " ".join(desk.page.texts("//li[contains(@class, 'app-duty')]"))


def test_the_promise_is_asked_for_where_something_was_promised_and_there_alone(desk):
    problems = read(desk.answers("add-file-note", words="A call.", promised="yes")).problems

    assert [text for text, _ in problems] == ["Write what was promised", "Enter the day by which it was promised"]
    assert desk.does("add-file-note", words="A call.", promised="no", promise="forgotten")
    assert "forgotten" not in desk.page.main


def test_somebody_else_is_named_and_a_conversation_has_no_minutes(desk):
    wrong = read(desk.answers("add-file-note", words="A call.", spoken_with="somebody-else")).problems
    assert wrong == [("Say who it was", "#name")]

    desk.does("add-file-note", words="He came by.", channel="in-person", spoken_with="somebody-else", name="A son")
    assert "They rang us" not in desk.page.main
    assert "Somebody else" in desk.page.main


def test_without_a_promise_there_is_none_to_keep(desk):
    response = desk.client.get(desk.address("keep-promise"))

    assert response.status_code == 422
    assert "Nothing was promised in passing" in read(response).main
