"""Is a letter written with what it came from, and is what it means recorded on the day it goes?"""

from datetime import date, datetime

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.actions.mark_printed import mark_printed
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.take_back_posting import take_back_posting
from putright.casework.actions.tell_next_steps import tell_next_steps
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.papers import document_for
from putright.casework.queries.print_queue import print_queue
from putright.casework.queries.print_run import print_run_of
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.access import Actor
from putright.domain.channels import Channel
from putright.records.models import OutboxLetter, ReadLog
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9)


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


def written(story: Story) -> int:
    """An acknowledgement, waiting to be posted."""
    letter = story.does(acknowledge, "mo", TUESDAY).letter
    assert isinstance(letter, int)
    return letter


class TestALetterThatWaits:
    def test_has_recorded_that_it_was_written_and_nothing_more(self, story: Story) -> None:
        written(story)

        assert story.events()[-1] == ("letter_prepared", TUESDAY)
        assert story.case.duties.get(procedure="england-2009", step="acknowledge").state == "open"

    def test_is_in_the_queue_of_those_who_may_post_it(self, story: Story) -> None:
        number = written(story)

        (waiting,) = print_queue(story.office.actor("olu", TUESDAY))
        assert (waiting.reference, waiting.number, waiting.is_printed) == (story.reference, number, False)
        assert print_queue(story.office.actor("max", TUESDAY)) == ()

    def test_is_a_pdf_that_can_be_opened_and_whose_reading_is_logged(self, story: Story) -> None:
        number = written(story)

        paper = document_for(
            story.office.actor("olu", TUESDAY), story.reference, number, now=at(TUESDAY), means=story.office.means
        )

        assert paper.content.startswith(b"%PDF-")
        assert paper.media_type == "application/pdf"
        assert ReadLog.objects.get().document == number

    def test_can_be_marked_as_printed(self, story: Story) -> None:
        number = written(story)
        officer = story.office.actor("olu", TUESDAY)

        assert mark_printed(actor=officer, letters=((story.reference, number),), now=at(TUESDAY)) == 1

        assert [letter.is_printed for letter in print_queue(officer)] == [True]

    def test_can_be_put_aside_and_written_again(self, story: Story) -> None:
        story.does(cancel_letter, "mo", TUESDAY, letter=written(story))

        again = written(story)

        assert story.events()[-2:] == [("letter_cancelled", TUESDAY), ("letter_prepared", TUESDAY)]
        assert [letter.number for letter in print_queue(story.office.actor("mo", TUESDAY))] == [again]


class TestPosting:
    def test_records_what_the_letter_means_on_the_day_it_went(self, story: Story) -> None:
        number = written(story)

        story.does(post_letter, "olu", WEDNESDAY, letter=number)

        assert story.events()[-3:] == [
            ("acknowledged", WEDNESDAY),
            ("discussion_offered", WEDNESDAY),
            ("next_steps_told", WEDNESDAY),
        ]
        assert story.case.duties.get(procedure="england-2009", step="acknowledge").done_on == WEDNESDAY
        assert OutboxLetter.objects.get().posted_on == WEDNESDAY

    def test_does_not_record_again_what_was_done_in_another_way_meanwhile(self, story: Story) -> None:
        number = written(story)
        story.does(tell_next_steps, "mo", TUESDAY)

        story.does(post_letter, "mo", WEDNESDAY, letter=number)

        assert [event for event, _ in story.events()].count("next_steps_told") == 1

    def test_is_not_before_the_letter_was_written(self, story: Story) -> None:
        number = written(story)

        with pytest.raises(ActionRefused) as refused:
            story.does(post_letter, "mo", MAUNDY_THURSDAY, letter=number)

        assert refused.value.refusal.code == "posted-before-written"

    def test_happens_once(self, story: Story) -> None:
        number = written(story)
        story.does(post_letter, "mo", WEDNESDAY, letter=number)

        with pytest.raises(ActionRefused) as refused:
            story.does(post_letter, "mo", THURSDAY, letter=number)

        assert refused.value.refusal.code == "already-posted"

    def test_of_what_was_put_aside_is_refused(self, story: Story) -> None:
        number = written(story)
        story.does(cancel_letter, "mo", TUESDAY, letter=number)

        with pytest.raises(ActionRefused) as refused:
            story.does(post_letter, "mo", WEDNESDAY, letter=number)

        assert refused.value.refusal.code == "already-put-aside"


class TestTakingBack:
    def test_undoes_the_mark_and_says_that_it_was_a_mistake(self, story: Story) -> None:
        number = written(story)
        story.does(mark_printed_of, "mo", TUESDAY, letter=number)
        story.does(post_letter, "mo", WEDNESDAY, letter=number)

        story.does(take_back_posting, "mo", WEDNESDAY, letter=number)

        assert [letter.is_printed for letter in print_queue(story.office.actor("mo", WEDNESDAY))] == [True]
        assert story.events()[-3:] == [("entered_in_error", WEDNESDAY)] * 3
        assert story.case.duties.get(procedure="england-2009", step="acknowledge").state == "open"
        assert verify(story.office.means).misfits == ()
        story.does(post_letter, "mo", THURSDAY, letter=number)
        assert story.case.duties.get(procedure="england-2009", step="acknowledge").done_on == THURSDAY

    def test_is_for_the_day_of_the_mark_and_once(self, story: Story) -> None:
        number = written(story)
        assert refusal_of(story, WEDNESDAY, number) == "not-posted"
        story.does(post_letter, "mo", WEDNESDAY, letter=number)
        assert refusal_of(story, THURSDAY, number) == "too-late"
        story.does(take_back_posting, "mo", WEDNESDAY, letter=number)
        assert refusal_of(story, WEDNESDAY, number) == "not-posted"

    def test_of_what_was_printed_lets_it_be_printed_again(self, story: Story) -> None:
        number = written(story)
        officer = story.office.actor("olu", TUESDAY)
        mark_printed(actor=officer, letters=((story.reference, number),), now=at(TUESDAY))

        assert mark_printed(actor=officer, letters=((story.reference, number),), now=at(TUESDAY), undo=True) == 1
        assert [letter.is_printed for letter in print_queue(officer)] == [False]


def mark_printed_of(*, actor: Actor, case: str, now: datetime, letter: int, **_rest: object) -> None:
    """Mark one letter as printed, called as actions on a case are."""
    mark_printed(actor=actor, letters=((case, letter),), now=now)


def refusal_of(story: Story, on: date, number: int) -> str:
    """Why a mark is not taken back."""
    with pytest.raises(ActionRefused) as refused:
        story.does(take_back_posting, "mo", on, letter=number)
    return refused.value.refusal.code


class TestAPrintRun:
    def test_is_the_letters_of_a_day_and_their_reading_is_logged(self, story: Story) -> None:
        written(story)
        other = a_story(story.office)
        other.does(acknowledge, "mo", WEDNESDAY)
        officer = story.office.actor("olu", WEDNESDAY)

        run = print_run_of(officer, TUESDAY, now=at(WEDNESDAY), means=story.office.means)

        assert run.startswith(b"%PDF-")
        assert list(ReadLog.objects.values_list("case__reference", flat=True)) == [story.reference]

    def test_is_not_found_on_a_day_without_letters_or_by_who_may_not_handle_them(self, story: Story) -> None:
        written(story)

        for who, day in (("olu", WEDNESDAY), ("max", TUESDAY), ("ines", TUESDAY)):
            with pytest.raises(NotFound):
                print_run_of(story.office.actor(who, day), day, now=at(day), means=story.office.means)


def test_a_letter_by_email_has_gone_at_once_to_somebody_who_agreed_to_it(commisceo: Office) -> None:
    story = a_story(
        commisceo, complainant=PersonSaid(name="Pat Example", email="pat@example.org", agrees_to_email=True)
    )

    story.does(acknowledge, "mo", TUESDAY, channel=Channel.EMAIL)

    assert [event for event, _ in story.events()][-3:] == ["acknowledged", "discussion_offered", "next_steps_told"]
    assert story.case.events.get(event="acknowledged").facts == {"channel": "email"}
    assert print_queue(commisceo.actor("mo", TUESDAY)) == ()
    assert verify(commisceo.means).misfits == ()


def test_the_same_letter_written_again_is_the_same_bytes(commisceo: Office) -> None:
    story = a_story(commisceo)
    first = written(story)
    story.does(cancel_letter, "mo", TUESDAY, letter=first)
    second = written(story)

    def content(number: int) -> bytes:
        actor = commisceo.actor("mo", TUESDAY)
        return document_for(actor, story.reference, number, now=at(TUESDAY), means=commisceo.means).content

    assert content(first) == content(second)
