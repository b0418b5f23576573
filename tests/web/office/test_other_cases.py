"""Is a complaint that was entered twice shown at once, and put together in one page?"""

import pytest

from putright.casework.said import PersonSaid
from putright.domain.vocabulary import CaseStatus
from tests.casework.offices import a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read

PAT = PersonSaid(name="Pat Example", address=("2 Sample Road",), telephone="01632 960777")


@pytest.fixture
def first(office):
    """A complaint of Thursday 2 April 2026."""
    return a_story(office, complainant=PAT)


@pytest.fixture
def second(office, first):
    """The same again."""
    return a_story(office, complainant=PAT)


@pytest.fixture
def mo(signed_in, office, second):
    """The service manager at their desk, with the later one."""
    return Desk(signed_in(office, "mo"), second.reference)


def shown(story):
    return f"{story.reference[:4]}-{story.reference[4:]}"


def test_a_new_case_says_what_it_may_be_the_same_as_until_it_is_acknowledged(mo, first):
    assert "This may be the same complaint as" in mo.page.main
    assert mo.page.links["See which, and put them together"] == mo.address("merge-case")
    assert "The same telephone number" in mo.opens("merge-case").main

    mo.does("acknowledge", channel="telephone")
    assert "This may be the same complaint as" not in mo.page.main


def test_it_is_said_when_the_complaint_has_just_been_entered(mo, first):
    form = filled(read(mo.client.get("/complaints/new"))) | {
        "full_name": "Pat Example",
        "telephone": "01632 960777",
        "subject_1": "values",
        "words_1": "Once more.",
    }
    main = read(mo.client.post("/complaints/new", form)).main

    assert "Complaint entered" in main
    assert "This may be the same complaint as" in main


def test_the_two_are_put_together_with_the_one_that_is_offered(mo, first, second):
    page = mo.opens("merge-case")
    assert page.tree.xpath("//input[@name='which']/@value") == [first.reference, "another"]

    mo.does("merge-case", which=first.reference, why="She sent it twice.", tells="yes")
    assert second.case.status == CaseStatus.CLOSED
    assert f"Put together with {shown(first)}" in mo.page.main
    mo.does("unlink-case", why="They are about two days.")
    assert second.case.status == CaseStatus.OPEN


def test_any_other_case_is_named_by_its_reference(mo, first):
    assert read(mo.answers("link-case", which="another", why="A family.")).problems == [
        ("Enter the reference of the other case", "#reference")
    ]
    mo.does("link-case", which="another", reference=shown(first).lower(), why="A family.")

    assert f"Linked with {shown(first)}" in mo.page.main
