"""Is a death recorded from the case, told at its head, and the complaint let go on?"""

import pytest

from putright.casework.actions.acknowledge import acknowledge
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.office.desk import Desk
from tests.web.reading import read


@pytest.fixture
def desk(signed_in, office):
    story = a_story(office)
    story.does(acknowledge, "mo", MAUNDY_THURSDAY)
    return Desk(signed_in(office, "mo"), story.reference)


def test_a_death_stops_letters_until_somebody_speaks_for_the_complaint(desk):
    assert "put aside" in desk.does("record-death", words="Her daughter rang.")
    page = desk.page
    assert "Pat Example has died. No letter goes to them." in page.main
    assert "Has died" in page.main
    problems = read(desk.answers("acknowledge")).problems
    assert "has died, so no letter goes to them" in problems[0][0]

    desk.does(
        "let-speak",
        full_name="Dora Example",
        telephone="01632 960002",
        basis="deceased",
        words="The executor.",
    )
    page = desk.page
    assert page.headings[0].endswith("Dora Example")
    assert "Say who speaks for the complaint now, under" not in page.main
    assert desk.does("acknowledge").startswith("The acknowledgement")


def test_who_speaks_must_be_reached_somehow(desk):
    desk.does("record-death", words="Her daughter rang.")
    problems = read(
        desk.answers("let-speak", full_name="Dora Example", basis="deceased", words="The executor.")
    ).problems

    assert problems[0][0].startswith("Say how to reach the person")
