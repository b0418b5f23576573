"""What does a person see and do with our answer, on the page by which they follow their complaint?"""

import io
import zipfile
from datetime import date

import pytest

from putright.casework.actions.close_case import close_case
from putright.records.models import Event
from tests.casework.offices import Story, received
from tests.casework.test_refusals import answered
from tests.web.public.test_follow import on, opened
from tests.web.reading import read

pytestmark = pytest.mark.django_db

WEDNESDAY = date(2026, 4, 8)
ACTS = {
    "Say that our answer is enough for you": "accept-answer",
    "Ask us about our answer": "ask-about-answer",
    "Ask us to look again": "ask-for-review",
    "Take it to the Ombudsman": "ombudsman",
}


@pytest.fixture
def case(commisceo, day):
    """A complaint to Commisceo that was answered on Tuesday 7 April 2026, on the day after."""
    case = received(commisceo)
    answered(Story(commisceo, case.reference))
    on(day, WEDNESDAY)
    return case


def test_the_answer_is_read_on_the_page_and_so_is_no_other_paper(client, case):
    page = opened(client, case)
    letter = client.get(page.links["Read our answer (PDF)"])

    assert letter.content.startswith(b"%PDF-")
    assert letter.headers["Content-Disposition"].startswith("inline")
    assert "no-store" in letter.headers["Cache-Control"]
    assert client.get("/following/letter/1").status_code == 404
    client.post("/following/end")
    assert client.get(page.links["Read our answer (PDF)"]).headers["Location"] == "/follow"


def test_everything_that_can_be_done_with_it_is_offered_once_there_is_one(client, case, commisceo):
    assert set(ACTS) <= set(opened(client, case).links)

    other = received(commisceo)
    assert not set(ACTS) & set(opened(client, other).links)
    for address in ("our-answer/enough", "our-answer/questions", "our-answer/look-again", "ombudsman"):
        assert "This cannot be done now." in read(client.get(f"/following/{address}", follow=True)).main


@pytest.mark.parametrize(
    ("words", "typed", "event", "said", "then"),
    [
        (
            "Say that our answer is enough for you",
            "",
            "answer_accepted",
            "Thank you for telling us.",
            "is enough for you.",
        ),
        (
            "Ask us about our answer",
            "Who rang?",
            "questions_asked",
            "We have your questions.",
            "Wednesday 22 April 2026",
        ),
        (
            "Ask us to look again",
            "You left it out.",
            "review_requested",
            "want us to look again",
            "Wednesday 22 April 2026",
        ),
    ],
)
def test_each_is_done_on_a_page_of_its_own_and_said(client, case, words, typed, event, said, then):
    address = opened(client, case).links[words]
    assert client.get(address).status_code == 200
    told = read(client.post(address, {"words": typed}, follow=True))

    assert said in told.main
    assert then in told.main
    assert Event.objects.filter(event=event, by=None).count() == 1


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("our-answer/questions", "Write what you want to ask"),
        ("our-answer/look-again", "Write what you think we got wrong. A few words are enough"),
    ],
)
def test_nothing_is_sent_without_words(client, case, address, problem):
    opened(client, case)

    assert read(client.post(f"/following/{address}", {"words": " "})).problems == [(problem, "#words")]


def test_the_road_to_the_ombudsman_has_its_last_day_and_all_papers(client, case):
    page = read(client.get(opened(client, case).links["Take it to the Ombudsman"]))
    # A year from 16 March 2026, when it happened and was known.
    assert "Go there by Tuesday 16 March 2027" in page.main
    assert "Parliamentary and Health Service Ombudsman" in page.main
    assert page.links["www.ombudsman.org.uk"] == "https://www.ombudsman.org.uk"

    taken = client.get(page.links["Save your file"])
    assert taken.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(b"".join(taken.streaming_content))) as packed:
        assert packed.testzip() is None
        assert "1 Read this first.html" in packed.namelist()


def test_a_closed_case_tells_each_way_that_is_left_with_its_last_day(client, case, commisceo):
    Story(commisceo, case.reference).does(close_case, "mo", WEDNESDAY)
    page = opened(client, case)

    assert [words.split(" There is")[0] for words in page.texts("//ul[@id='left']/li")][1:] == [
        "Ask us about our answer For what you do not understand, or what we left out.",
        "Take it to the Ombudsman Go there by Tuesday 16 March 2027 . That is a year after the day you first knew what"
        " went wrong.",
    ]
    again = page.texts("//ul[@id='left']/li")[0]
    assert again.startswith("Ask us to look again ")
    assert again.endswith("There is no last day for this.")
    asked = read(client.get(page.links["Ask us to look again"]))
    assert "Your complaint was closed. If you ask, it is opened again." in asked.main
    told = read(client.post("/following/our-answer/look-again", {"words": "You left it out."}, follow=True))
    assert "We know that you want us to look again." in told.main
    assert "This is what you can still do:" not in told.main


def test_whoever_comes_after_the_year_is_told_that_it_ended_and_that_they_can_still_ask(client, case, commisceo, day):
    Story(commisceo, case.reference).does(close_case, "mo", WEDNESDAY)
    on(day, date(2027, 3, 17))

    last = opened(client, case).texts("//ul[@id='left']/li")[-1]
    assert "For you that year ended on Tuesday 16 March 2027 ." in last
    assert "You can still ask." in last
