"""Can somebody at a desk split a complaint in two and put it back, with one letter and nothing typed again?"""

import re

import pytest

from putright.casework.said import IssueSaid
from putright.domain.issues import Subject
from putright.records.models import Case
from tests.casework.offices import a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read


@pytest.fixture
def story(office):
    """A complaint of Thursday 2 April 2026 about two things."""
    subjects = (Subject.CLINICAL_TREATMENT, Subject.COMMUNICATIONS)
    return a_story(office, issues=tuple(IssueSaid(subject=one, words=f"It was {one.value}.") for one in subjects))


@pytest.fixture
def mo(signed_in, office, story):
    """The service manager at their desk."""
    return Desk(signed_in(office, "mo"), story.reference)


def shown(reference):
    return f"{reference[:4]}-{reference[4:]}"


def test_a_part_becomes_a_case_of_its_own_and_goes_back(mo, story):
    page = mo.opens("split-case")
    assert "Which procedure is the new case for?" not in page.main  # the body has no other

    done = mo.does("split-case", issues=["2"], why="It is about another clinic.")
    new = Case.objects.latest("pk")
    assert f"The new case is {shown(new.reference)}." in done
    assert f"Split off from this one: {shown(new.reference)}" in mo.page.main
    assert "2. Communication" not in mo.page.main

    there = Desk(mo.client, new.reference)
    assert f"Split off from {shown(story.reference)}" in there.page.main
    assert "1. Communication" in there.page.main
    assert "This may be the same complaint" not in there.page.main

    there.does("take-back-split", why="It is one matter.")
    assert "2. Communication" in mo.page.main
    assert f"Went back to {shown(story.reference)}" in there.page.main


def test_the_letter_names_both_references_before_anything_is_kept(mo, story):
    cases = Case.objects.count()
    response = mo.answers("split-case", issues=["2"], why="It is about another clinic.")
    text = response.content.decode()

    assert "We look into your complaint in two parts" in text
    assert shown(story.reference) in text
    assert "It is about another clinic." in text
    assert Case.objects.count() == cases

    read_before = re.search(r"We use the reference <strong>(\w{4}-\w{4})</strong>", text)
    mo.client.post(mo.address("split-case"), filled(read(response)) | {"step": "send"})
    assert read_before is not None
    assert shown(Case.objects.latest("pk").reference) == read_before[1]


def test_everything_cannot_go(mo):
    response = mo.answers("split-case", issues=["1", "2"], why="It is about another clinic.")

    assert "One issue at least stays here." in response.content.decode()


def test_a_complaint_about_one_thing_says_why_it_cannot_be_split(signed_in, office):
    desk = Desk(signed_in(office, "mo"), a_story(office).reference)
    page = desk.client.get(desk.address("split-case"))

    assert page.status_code == 422
    assert "This case is about one thing" in page.content.decode()
