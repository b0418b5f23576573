"""A second walk through the demonstration: what is done with care before something goes out or somebody is met.

As at Thursday 2 April 2026. A copy is begun and a name taken out of it; all else is opened and looked at.
"""

from datetime import date

import pytest

from tests.journeys.test_tour import OFFICER, colleague, finds
from tests.journeys.visitor import Site, Visitor

pytestmark = pytest.mark.browser

DAY = date(2026, 4, 2)
TRUST = "bronwen.castlegate@hospitals.example.nhs.uk"
BOARD = "nora.thistlewood@board.example.nhs.uk"
SCHEME = "marcus.bellweather@commisceo.example.nhs.uk"


def test_what_is_done_with_care_is_as_the_guide_shows_it(site: Site) -> None:
    with site.on(DAY) as officer:
        goes_in_without_the_form(officer)
        officer.signs_in(OFFICER)
        takes_a_name_out(officer)
        writes_in_easy_read(officer)
        lets_one_thing_go(officer)
        with colleague(officer, TRUST) as manager:
            asks_before_meeting(manager)
        with colleague(officer, BOARD) as manager:
            sees_the_choice_team(manager)
        with colleague(officer, SCHEME) as manager:
            tells_an_appeal_apart(manager)


def goes_in_without_the_form(person: Visitor) -> None:
    """Somebody asks to be called back, and sees the form to print."""
    person.opens("/call-me")
    person.pictured("call-me", start="h1", end="main form button")
    person.opens("/complain/on-paper?to=living-well-partnership")
    person.reads("Send or hand this form to the complaints manager")
    person.pictured("on-paper", start="h1", end="section >> nth=0")


def takes_a_name_out(officer: Visitor) -> None:
    """A copy for the person is begun, and a name goes from every paper of it."""
    case = finds(officer, "Lorcan Anybody")
    officer.begins(case, "begin-copy")
    officer.answers(to="person", why="He asked for everything that we hold about him.")
    officer.submits()
    officer.begins(case, "mark-copy")
    officer.answers(words="Olivia", why="staff-private")
    officer.submits()
    officer.opens(f"/cases/{case}/copies")
    officer.reads("Copy 1: The person who complains", "“Olivia”", "It is private to a member of staff")
    officer.pictured("a-copy", start="h1", end="section >> nth=1")


def writes_in_easy_read(officer: Visitor) -> None:
    """The answer that waits for a signature, in short lines."""
    officer.begins(finds(officer, "Jocelyn Pretend"), "write-easy-read")
    officer.pictured("easy-read", start="h1", end="main form button")


def lets_one_thing_go(officer: Visitor) -> None:
    """One of two things is withdrawn, the other goes on."""
    officer.begins(finds(officer, "Amara Exampleton"), "withdraw-issue")
    officer.pictured("withdraw-one-thing", start="h1", end="main form button")


def asks_before_meeting(manager: Visitor) -> None:
    """What stands on the sheet before somebody is met."""
    case = finds(manager, "Elspeth Fictional")
    manager.opens(f"/cases/{case}/before-meeting")
    manager.pictured("before-you-meet", start="h1", end="main")


def sees_the_choice_team(manager: Visitor) -> None:
    """A complaint about choice that NHS England's team has in hand beside the board."""
    finds(manager, "Otto Pretence")
    manager.pictured("choice-team", start="h1", end="#due-1")


def tells_an_appeal_apart(manager: Visitor) -> None:
    """What came as a complaint is said to be an appeal against being on the scheme."""
    manager.begins(finds(manager, "Owen Allothers"), "tell-appeal-apart")
    manager.pictured("an-appeal", start="h1", end="main form button")
