"""Can somebody at a desk link what else goes on, let an issue wait for it, look again, and take it up?"""

import pytest

from putright.casework.said import IssueSaid
from putright.domain.issues import Subject
from tests.casework.offices import a_story
from tests.web.office.desk import Desk


@pytest.fixture
def story(office):
    """A complaint of Thursday 2 April 2026 about two things."""
    subjects = (Subject.CLINICAL_TREATMENT, Subject.COMMUNICATIONS)
    return a_story(office, issues=tuple(IssueSaid(subject=one, words=f"It was {one.value}.") for one in subjects))


@pytest.fixture
def mo(signed_in, office, story):
    """The service manager at their desk."""
    return Desk(signed_in(office, "mo"), story.reference)


def entry(story, event):
    return story.case.events.filter(event=event).latest("number").number


INQUEST = {"process": "inquest", "words": "It opens in May.", "reference": "C/26/417", "contact": "01632 960123"}
HOLD = {
    "issues": ["1"],
    "prejudice": "The coroner hears the nurse.",
    "asked_by": "The coroner’s officer",
    "asked_how": "telephone",
    "explanation": "The coroner will ask the nurse first.",
}


def test_what_to_do_at_once_stands_before_the_form(mo):
    main = mo.opens("link-process").main

    assert main.index("ring 999") < main.index("What else is going on?")
    assert "A claim, or the wish to make one, is never by itself a reason to stop" in main


def test_an_inquest_is_linked_and_an_issue_waits_for_it_until_it_is_taken_up(mo, story):
    assert "It is linked with the case" in mo.does("link-process", **INQUEST)
    process = entry(story, "process_started")
    assert "Inquest" in mo.page.main
    assert mo.page.links["Let an issue wait for: Inquest"] == mo.address("hold-issues", process)

    page = mo.opens("hold-issues", process)
    assert "For a claim" not in page.main
    assert "Does the person agree" not in page.main
    done = mo.does("hold-issues", process, **HOLD)
    assert "It is decided what waits; all else goes on." in done
    assert "Held It waits for: Inquest." in mo.page.main
    assert "Issue 1 waits for it since 2 April 2026" in mo.page.main

    mo.does("post-letter", letter_of(story))
    hold = entry(story, "hold_set")
    mo.does("review-hold", hold, words="It is put off.", explanation="The coroner needs longer.")
    mo.does("post-letter", letter_of(story))
    mo.does("lift-hold", hold, words="The coroner is done.")
    assert "Held It waits for" not in mo.page.main


def letter_of(story):
    return story.case.letters.get(state="queued").document.number


def test_the_letter_is_read_before_anything_is_kept(mo, story):
    mo.does("link-process", **INQUEST)
    response = mo.answers("hold-issues", entry(story, "process_started"), **HOLD)

    assert "The coroner will ask the nurse first." in response.content.decode()
    assert not story.case.events.filter(event="hold_set").exists()


def test_a_reason_that_is_none_is_refused_with_its_authority_and_keeps_what_was_typed(mo, story):
    mo.does("link-process", process="claim", words="A letter before action.")
    process = entry(story, "process_started")
    response = mo.answers("hold-issues", process, **HOLD)

    text = response.content.decode()
    assert "A claim alone is no reason to stop." in text
    assert "clarification on litigation" in text
    assert "The coroner hears the nurse." in text


def test_of_a_disciplinary_matter_nothing_is_explained(mo, story):
    mo.does("link-process", process="disciplinary", words="Personnel has it.")
    page = mo.opens("hold-issues", entry(story, "process_started"))

    assert "How is it explained to the person?" not in page.main
    assert "The person who complained is told nothing of it" in mo.page.main


def test_safeguarding_is_due_today_with_its_button(mo, story):
    mo.does("link-process", process="safeguarding", words="A bruise.")

    assert "Whoever may be in danger is referred to the safeguarding team on the same day." in mo.page.main
    address = mo.address("follow-up-process", entry(story, "safeguarding_raised"))
    assert address in mo.page.tree.xpath("//*[@class='app-duty__foot']/a/@href")
    mo.does("follow-up-process", entry(story, "safeguarding_raised"), done="referred", words="The council.")
    assert "Passed on 2 April 2026" in mo.page.main


def test_the_duty_of_candour_asks_for_its_two_steps(mo, story):
    mo.does("link-process", process="duty-of-candour", words="A broken hip.")
    process = entry(story, "process_started")
    assert "The person was told face to face" in mo.opens("follow-up-process", process).main

    mo.does("follow-up-process", process, done="told", words="At home.")
    mo.does("follow-up-process", entry(story, "candour_told"), done="written", words="Our letter.")
    assert "Told face to face 2 April 2026. Written 2 April 2026" in mo.page.main
    mo.does("end-process", process, words="Told and written.")
    assert "Ended 2 April 2026" in mo.page.main


def test_a_process_that_ends_takes_up_what_waited_for_it(mo, story):
    mo.does("link-process", **INQUEST)
    process = entry(story, "process_started")
    mo.does("hold-issues", process, **HOLD)
    mo.does("post-letter", letter_of(story))
    mo.does("end-process", process, words="A narrative conclusion.")

    assert story.case.letters.get(state="queued").name == "hold-lifted"
    assert "Held It waits for" not in mo.page.main


def test_what_cannot_be_done_says_why(mo):
    page = mo.client.get(mo.address("hold-issues"))
    assert page.status_code == 422
    assert "Nothing else is known to go on about the same matter, so link it first" in page.content.decode()
