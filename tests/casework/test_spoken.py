"""Is what was spoken to anybody of the body written down as theirs, counted from that day, and put right by the person?

Thursday 2 April 2026 is the day before Good Friday; Tuesday 7 April follows Easter Monday.
"""

from datetime import date

import pytest

from putright.casework.actions.answer_written_record import answer_written_record
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.send_written_record import send_written_record
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import CasePage, case_page
from putright.domain.channels import Channel
from putright.records.models import Document
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_complaint, at
from tests.letters.reading import all_text, opened

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)


@pytest.fixture
def story(commisceo: Office) -> Story:
    """Said to a nurse on Thursday, and entered by the office on Tuesday."""
    from putright.casework.actions.receive_complaint import receive_complaint

    receipt = receive_complaint(
        actor=commisceo.actor("mo", TUESDAY),
        body=commisceo.code,
        complaint=a_complaint(taken_by="Lee Example, the nurse in charge of Ward 4"),
        channel=Channel.IN_PERSON,
        on=MAUNDY_THURSDAY,
        now=at(TUESDAY),
        means=commisceo.means,
    )
    return Story(commisceo, receipt.reference)


def page(story: Story, on: date) -> CasePage:
    return case_page(story.office.actor("mo", on), story.reference, on, now=at(on))


def copy_posted(story: Story) -> None:
    done = story.does(send_written_record, "mo", TUESDAY)
    story.does(post_letter, "mo", TUESDAY, letter=done.letter)


def test_the_day_on_which_the_ward_took_it_is_the_day_of_receipt(story: Story) -> None:
    law = {one.duty.step: one.duty for one in page(story, TUESDAY).duties if one.duty.procedure == "england-2009"}

    assert law["acknowledge"].due_on == date(2026, 4, 9)  # Tuesday, Wednesday, Thursday
    assert law["respond"].due_on == date(2026, 10, 1)


def test_the_copy_says_to_whom_it_was_spoken(story: Story) -> None:
    copy_posted(story)
    paper = Document.objects.get(letter__case=story.case)
    text = " ".join(all_text(opened(story.office.means.files.read(paper.stored_as or ""))).split())

    assert "You spoke to Lee Example, the nurse in charge of Ward 4." in text


def test_the_person_agrees_with_the_copy(story: Story) -> None:
    copy_posted(story)
    story.does(answer_written_record, "mo", WEDNESDAY, agrees=True)

    assert story.events()[-1] == ("written_record_agreed", WEDNESDAY)


def test_or_puts_it_right_in_their_own_words(story: Story) -> None:
    copy_posted(story)
    story.does(answer_written_record, "mo", WEDNESDAY, agrees=False, words="It was the other desk.")

    assert story.events()[-1] == ("written_record_corrected", WEDNESDAY)
    assert Document.objects.get(kind="written-record-corrected").text == "It was the other desk."


def test_nobody_agrees_with_a_copy_that_has_not_been_sent(story: Story) -> None:
    story.does(send_written_record, "mo", TUESDAY)
    with pytest.raises(ActionRefused) as refused:
        story.does(answer_written_record, "mo", WEDNESDAY, agrees=True)

    assert refused.value.refusal.code == "not-written-record-sent"
