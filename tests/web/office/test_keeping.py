"""Are files to keep or destroy listed for those who handle cases, and is one destroyed from its case by two?"""

from datetime import date
from typing import Any

import pytest

from tests.casework.test_afterwards import answered
from tests.casework.test_keeping import TIME_UP, WITHDRAWN, ended
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read


@pytest.fixture
def story(office):
    return ended(office)


def page(client):
    return read(client.get("/keeping"))


def test_a_file_is_proposed_by_one_and_destroyed_by_another(signed_in, office, story, day):
    it_is(day, TIME_UP)
    mo = Desk(signed_in(office, "mo"), story.reference)
    (row,) = page(mo.client).texts("//table/tbody/tr")
    assert "14 April 2036" in row
    assert "To look at" in row

    assert "Somebody else looks at it now" in mo.does("propose-destruction", words="Nobody needs it.")
    assert "Proposed" in page(mo.client).texts("//table/tbody/tr")[0]
    assert "You proposed it yourself" in read(mo.client.get(mo.address("destroy-file"))).main

    rosa = Desk(signed_in(office, "rosa"), story.reference)
    assert read(rosa.answers("destroy-file")).problems[0][0] == "Confirm that you have looked at the proposal"
    assert "The file is destroyed" in rosa.does("destroy-file", sure="understood")
    assert "Pat Example" not in rosa.page.main
    assert page(rosa.client).texts("//table/tbody/tr") == []


def test_a_file_is_kept_for_longer_and_no_longer(signed_in, office, story, day):
    it_is(day, WITHDRAWN)
    mo = Desk(signed_in(office, "mo"), story.reference)
    said: dict[str, Any] = {"why": "claim", "words": "A solicitor wrote.", "look_again_on": date(2027, 4, 14)}
    assert "The file is kept for longer" in mo.does("keep-file-longer", **said)
    assert "There is a claim, or one is likely, looked at again 14 April 2027" in page(mo.client).main
    assert "There is a claim" in mo.opens("keep-file-no-longer").main

    mo.does("keep-file-no-longer", words="The claim is over.")
    assert "No file is kept for longer." in page(mo.client).main


def test_a_day_to_look_again_that_has_passed_is_refused_with_what_was_typed(signed_in, office, story, day):
    it_is(day, WITHDRAWN)
    mo = Desk(signed_in(office, "mo"), story.reference)
    shown = read(
        mo.answers("keep-file-longer", why="claim", words="A solicitor wrote.", look_again_on=date(2026, 4, 1))
    )

    assert shown.problems
    assert "A solicitor wrote." in shown.main


def test_who_handles_no_cases_has_no_list(signed_in, office):
    assert signed_in(office, "ines").get("/keeping").status_code == 403


class TestClosing:
    @pytest.fixture
    def desk(self, signed_in, neighbour, day):
        story = answered(neighbour)
        it_is(day, date(2026, 6, 11))  # thirty working days after Tuesday 28 April end on Thursday 11 June
        return Desk(signed_in(neighbour, "mo"), story.reference)

    def test_is_proposed_once_nothing_came_for_its_time_and_is_done_by_somebody(self, desk, day):
        assert "No case waits to be closed." in page(desk.client).main
        it_is(day, date(2026, 6, 12))
        desk.client.comes_to("/work")
        (row,) = page(desk.client).texts("//table/tbody/tr")
        assert "28 April 2026" in row
        assert "Close the case" in row

        assert "The case is closed" in desk.does("close-case")
        assert "No case waits to be closed." in page(desk.client).main

    def test_says_what_is_left_undone(self, desk):
        desk.does("add-file-note", words="A call.", promised="yes", promise="A leaflet.", by=date(2026, 6, 19))
        shown = desk.opens("close-case").main
        assert "We do what we said we would do. This stays owed, and on the worklist." in shown
        problems = read(desk.answers("close-case")).problems
        assert problems[0][0] == "Tick each thing that is still to be done, to show that you have seen it"

        assert "The case is closed" in desk.does("close-case", seen="1")
