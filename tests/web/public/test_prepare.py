"""Does whoever meets the organisation find on one page what they said, can ask and bring, and their advocate too?"""

from datetime import time

import pytest
from django.test import Client

from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.domain.channels import Channel
from putright.letters.facts import MeetingTime
from putright.records.models import ReadLog
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story
from tests.web.public.test_advocate_pages import Pair, comes_in, mailed, pair
from tests.web.public.test_follow_meeting import SECOND
from tests.web.reading import read

__all__ = ["mailed", "pair"]  # fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(pair: Pair, commisceo: Office) -> Pair:
    """A meeting on Thursday 23 April 2026 that Pat said yes to."""
    meeting = Meeting(
        meet_with=("Sam Staff, Receptionist",),
        times=(MeetingTime(on=SECOND, starts=time(10)),),
        place="Room 1, first floor",
        safety_considered=True,
    )
    story = Story(commisceo, pair.reference)
    story.does(offer_meeting, "mo", MAUNDY_THURSDAY, meeting=meeting, channel=Channel.IN_PERSON)
    said = {"answer": "come", "comes_with": "My sister Ada", "needs": "A hearing loop."}
    assert "We know that you come." in pair.says("meeting", **said).main
    return pair


def sheet(pair: Pair, person: Client | None = None) -> str:
    return read((person or pair.person).get("/following/prepare")).main


def test_the_person_finds_all_that_they_said_and_what_to_ask_and_bring(agreed):
    page = read(agreed.person.get("/following"))
    assert page.links["Prepare for the meeting"] == "/following/prepare"
    found = sheet(agreed)

    for words in (
        "We meet on Thursday 23 April 2026 at 10am .",
        "Where: Room 1, first floor",
        "Sam Staff, Receptionist",
        "My sister Ada",
        "A hearing loop.",
        "What you complained about",
        "Write down the three things that matter most to you.",
        "What to bring",
    ):
        assert words in found, words


def test_the_advocate_who_may_read_finds_the_same_and_who_of_them_comes(agreed):
    comes_in(agreed)
    agreed.advocate.post(f"/advocate/{agreed.reference}/write/questions", {"words": "Who saw me?", "step": "hand"})
    draft = read(agreed.person.get("/following")).links["Nia Example wrote questions for the meeting for you"]
    (seen,) = read(agreed.person.get(draft)).tree.xpath("//input[@name='seen']/@value")
    assert "Who saw me?" not in sheet(agreed)
    agreed.person.post(draft, {"words": "Who saw me, and when?", "what": "send", "seen": seen})
    agreed.advocate.post(f"/advocate/{agreed.reference}/meeting", {"comes": "yes"})
    looks = ReadLog.objects.filter(advocate__isnull=False).count()
    assert agreed.page().links["Prepare for the meeting"] == f"/advocate/{agreed.reference}/prepare"
    theirs = agreed.page("/prepare").main

    assert ReadLog.objects.filter(advocate__isnull=False).count() == looks + 2
    for words in ("You sent us these questions: Who saw me, and when?", "Nia Example, Example Advocates . They come."):
        assert words in theirs.replace("Advocates.", "Advocates ."), words
        assert words in sheet(agreed).replace("Advocates.", "Advocates ."), words
    for words in ("My sister Ada", "A hearing loop.", "What you complained about"):
        assert words in theirs


def test_an_advocate_who_may_only_come_reads_when_and_where_and_nothing_that_was_said(agreed):
    comes_in(agreed, helps=["meet"])
    theirs = agreed.page("/prepare").main

    assert "Room 1, first floor" in theirs
    assert "What to bring" in theirs
    for words in ("My sister Ada", "A hearing loop.", "What you complained about", "Sam Staff"):
        assert words not in theirs


def test_it_is_not_there_for_an_advocate_who_may_not_come_nor_once_it_is_over(agreed):
    comes_in(agreed, helps=["read", "write"])
    address = f"/advocate/{agreed.reference}/prepare"

    assert agreed.advocate.get(address).status_code == 404
    assert Client().get(address).headers["Location"].startswith("/sign-in?")


def test_it_is_there_while_the_meeting_is_ahead(agreed):
    comes_in(agreed, helps=["meet"])
    agreed.says("meeting", answer="not-meet")

    assert agreed.person.get("/following/prepare").headers["Location"] == "/following"
    assert agreed.advocate.get(f"/advocate/{agreed.reference}/prepare").status_code == 404
    assert Client().get("/following/prepare").headers["Location"] == "/follow"
