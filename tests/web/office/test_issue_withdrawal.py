"""Is a part of a complaint withdrawn, and taken up again, on pages that say what goes on?"""

from datetime import date

import pytest

from putright.casework.said import IssueSaid
from putright.domain.issues import Subject
from tests.casework.offices import a_story
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read

TUESDAY = date(2026, 4, 7)
SAID = {"issue": "2", "said_by": "telephone", "note": "The wait does not matter any more."}


@pytest.fixture
def desk(signed_in, neighbour, day):
    issues = (
        IssueSaid(subject=Subject.VALUES, words="I was shouted at."),
        IssueSaid(subject=Subject.WAITING_TIMES, words="I waited three hours."),
    )
    story = a_story(neighbour, issues=issues)
    it_is(day, TUESDAY)
    return Desk(signed_in(neighbour, "mo"), story.reference)


def test_a_part_is_withdrawn_and_taken_up_again(desk):
    letter = read(desk.answers("withdraw-issue", **SAID))
    assert "The rest of your complaint goes on as before." in letter.main

    assert "It is recorded that a part was withdrawn" in desk.does("withdraw-issue", **SAID)
    assert "the person withdrew it" in desk.page.main
    (number,) = [
        each.get("href").rsplit("/", 1)[1] for each in desk.page.tree.xpath("//a[contains(@href,'post-letter/')]")
    ][:1]
    desk.does("post-letter", int(number))
    assert "It is looked into again" in desk.does("resume-issue")
    assert "the person withdrew it" not in desk.page.main


def test_what_was_typed_is_not_lost(desk):
    page = read(desk.answers("withdraw-issue", note="She rang."))

    assert "Choose what is withdrawn" in page.main
    assert "She rang." in page.main


def test_there_is_nothing_to_take_up(desk):
    page = read(desk.client.comes_to(desk.address("resume-issue")))

    assert "Choose what" not in page.main
    assert "cannot" in page.main
