"""Can a note be moved to the right case on a page, and is it read there alone?"""

import pytest

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.said import PersonSaid
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.office.desk import Desk
from tests.web.reading import read

WORDS = "She said that her sister has been taken ill."


@pytest.fixture
def right(office):
    return a_story(office, complainant=PersonSaid(name="Ana Other", telephone="01632 960777"))


@pytest.fixture
def desk(signed_in, office, right):
    story = a_story(office)
    story.does(add_file_note, "mo", MAUNDY_THURSDAY, words=WORDS)
    return Desk(signed_in(office, "mo"), story.reference)


def test_a_note_goes_to_the_case_that_is_named(desk, right):
    assert WORDS in desk.page.main
    said = desk.does("move-entry", which="another", reference=right.reference, why="The two calls were mixed up.")
    there = read(desk.client.get(f"/cases/{right.reference}")).main

    assert said.startswith("The entry is on the other case")
    assert "record that personal details went astray" in said
    assert WORDS not in desk.page.main
    assert "An entry was moved to another case" in desk.page.main
    assert WORDS in there
    assert "An entry was moved here from another case" in there


def test_only_what_says_something_is_offered(desk):
    offered = desk.opens("move-entry").texts("//select[@name='entry']/option")

    assert [words for words in offered if words[:1].isdigit()] == [f"{offered[-1]}"]
    assert "note" in offered[-1].lower()


def test_a_wrong_reference_keeps_what_was_typed(desk):
    page = read(desk.answers("move-entry", which="another", reference="0000-0000", why="Mixed up."))

    assert page.problems[0][0].startswith("There is no case of that reference")
    assert "Mixed up." in page.main


def test_where_nothing_could_be_moved_the_page_says_so(signed_in, office, right):
    there = Desk(signed_in(office, "mo"), right.reference)
    response = there.client.get(there.address("move-entry"))

    assert response.status_code == 422
    assert "no note and no message on this case" in read(response).main
