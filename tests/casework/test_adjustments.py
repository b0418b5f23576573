"""Is what somebody needs on the case, kept to by letters, and kept in its versions?

April 2026: Maundy Thursday is the 2nd; Tuesday the 7th follows Easter.
"""

from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import Call, add_file_note
from putright.casework.actions.change_email_agreement import change_email_agreement
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.record_adjustments import record_adjustments
from putright.casework.actions.set_response_period import set_response_period
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.print_queue import print_queue
from putright.casework.queries.print_run import print_run_of
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.adjustments import Adjustment, Need
from putright.domain.calls import Direction, SpokenWith
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.domain.standing import Basis
from putright.records.models import OutboxLetter
from tests.casework.offices import Office, Story, a_story, at
from tests.letters.reading import all_text, opened, page_text

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
LARGE_PRINT = Need(adjustment=Adjustment.LARGE_PRINT)
POLISH = Need(adjustment=Adjustment.INTERPRETER, detail="Polish")
NOT_HOME = Need(adjustment=Adjustment.NO_LETTERS_HOME)
ELSEWHERE = Need(adjustment=Adjustment.NO_LETTERS_HOME, detail="c/o The Library\nExampleton\nEX1 2EX")


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


def needs(story: Story, *each: Need, whose: Who = Who.COMPLAINANT, on: date = TUESDAY, words: str = "She rang.") -> str:
    return story.does(record_adjustments, "mo", on, whose=whose, needs=each, words=words).then


def words_on_the_letter(story: Story) -> str:
    row = OutboxLetter.objects.select_related("document").latest("pk")
    return all_text(opened(story.office.means.files.read(row.document.stored_as or "")))


class TestWhatIsRecorded:
    def test_stands_on_the_case_with_the_day_and_keeps_what_was_before(self, story: Story) -> None:
        needs(story, LARGE_PRINT)
        needs(story, LARGE_PRINT, POLISH, on=WEDNESDAY)
        page = case_page(story.office.actor("mo"), story.reference, WEDNESDAY, now=at(WEDNESDAY))

        assert page.complainant.adjustments == (LARGE_PRINT, POLISH)
        assert page.complainant.adjustments_on == WEDNESDAY
        kept = [paper.text for paper in page.papers if paper.kind == "adjustments"]
        assert kept == [
            "- Letters in large print\n\nShe rang.",
            "- Letters in large print\n- An interpreter: Polish\n\nShe rang.",
        ]
        assert [entry.event for entry in page.chronology].count("adjustments_recorded") == 2
        assert verify(story.office.means).misfits == ()

    def test_can_be_nothing_which_was_asked_all_the_same(self, story: Story) -> None:
        needs(story, words="")

        assert story.case.complainant.adjustments_on == TUESDAY
        assert story.case.documents.get(kind="adjustments").text == "Nothing in particular."

    def test_is_not_repeated_for_nothing(self, story: Story) -> None:
        needs(story, LARGE_PRINT)

        with pytest.raises(ActionRefused) as refused:
            needs(story, LARGE_PRINT, words="")

        assert refused.value.refusal.code == "already-recorded"
        assert needs(story, LARGE_PRINT, words="She confirmed it.") == ""

    def test_is_each_persons_own(self, commisceo: Office) -> None:
        patient = PersonSaid(name="Wim Example", address=("2 Sample Road",), born_on=date(1950, 5, 5))
        story = a_story(commisceo, patient=patient, basis=Basis.REQUESTED)
        needs(story, POLISH, whose=Who.PATIENT)

        assert story.case.patient.adjustments == [["interpreter", "Polish"]]
        assert story.case.complainant.adjustments == []

    def test_comes_with_the_complaint_where_the_person_says_so(self, commisceo: Office) -> None:
        said = PersonSaid(name="Pat Example", address=("2 Sample Road",), adjustments=(LARGE_PRINT,))
        story = a_story(commisceo, complainant=said)

        assert story.case.complainant.adjustments == [["large-print", ""]]
        assert story.case.complainant.adjustments_on == date(2026, 4, 2)


class TestALetter:
    def test_does_not_go_to_a_home_that_it_may_not_go_to(self, story: Story) -> None:
        needs(story, NOT_HOME)

        with pytest.raises(ActionRefused) as refused:
            story.does(acknowledge, "mo", WEDNESDAY)

        assert refused.value.refusal.code == "no-letters-home"
        assert "by hand" in refused.value.refusal.message
        assert not OutboxLetter.objects.exists()
        by_hand = {"respond_by": date(2026, 5, 29), "how_handled": "By asking.", "channel": Channel.IN_PERSON}
        assert story.does(set_response_period, "mo", WEDNESDAY, **by_hand).letter

    def test_goes_to_the_address_that_was_named_instead(self, story: Story) -> None:
        needs(story, ELSEWHERE)
        story.does(acknowledge, "mo", WEDNESDAY)
        shown = words_on_the_letter(story)

        assert "The Library" in shown
        assert "Sample Road" not in shown

    @pytest.mark.parametrize("need", [NOT_HOME, ELSEWHERE])
    def test_that_waits_for_the_post_is_put_aside(self, story: Story, need: Need) -> None:
        done = story.does(acknowledge, "mo", TUESDAY)
        then = needs(story, need, on=WEDNESDAY)

        assert then.endswith("write them again.")
        assert OutboxLetter.objects.get().state == "cancelled"
        assert ("letter_cancelled", WEDNESDAY) in story.events()
        with pytest.raises(ActionRefused):
            story.does(post_letter, "mo", WEDNESDAY, letter=done.letter)

    def test_that_waits_stays_where_only_its_form_is_another(self, story: Story) -> None:
        story.does(acknowledge, "mo", TUESDAY)
        needs(story, LARGE_PRINT)

        assert OutboxLetter.objects.get().state == "queued"

    def test_says_in_the_queue_and_on_the_sheet_what_is_wanted(self, story: Story) -> None:
        needs(story, LARGE_PRINT, Need(adjustment=Adjustment.NO_PHONE))
        story.does(acknowledge, "mo", TUESDAY)
        actor = story.office.actor("mo", TUESDAY)

        assert [letter.wanted for letter in print_queue(actor)] == [("Letters in large print",)]
        sheet = print_run_of(actor, TUESDAY, now=at(TUESDAY), means=story.office.means)

        pdf = opened(sheet)
        assert "Letters in large print" in page_text(pdf.pages[0])

    def test_by_email_needs_the_persons_agreement_still(self, commisceo: Office) -> None:
        said = PersonSaid(name="Pat Example", address=("2 Sample Road",), email="pat@example.org")
        story = a_story(commisceo, complainant=said)
        needs(story, NOT_HOME)
        story.does(change_email_agreement, "mo", TUESDAY, agrees=True)

        assert story.does(acknowledge, "mo", WEDNESDAY, channel=Channel.EMAIL).letter


class TestACall:
    @pytest.mark.parametrize(
        ("direction", "spoken_with", "warned"),
        [
            (Direction.WE_RANG, SpokenWith.COMPLAINANT, True),
            (Direction.NO_ANSWER, SpokenWith.COMPLAINANT, True),
            (Direction.THEY_RANG, SpokenWith.COMPLAINANT, False),
            (Direction.WE_RANG, SpokenWith.COLLEAGUE, False),
        ],
    )
    def test_to_somebody_who_is_not_to_be_rung_is_on_record_with_a_word_of_it(
        self, story: Story, direction: Direction, spoken_with: SpokenWith, warned: bool
    ) -> None:
        needs(story, Need(adjustment=Adjustment.NO_PHONE))
        call = Call(direction=direction, spoken_with=spoken_with)
        done = story.does(add_file_note, "mo", WEDNESDAY, words="We spoke.", call=call)

        assert ("asked not to be telephoned" in done.then) is warned
        assert story.case.events.filter(event="note_made").exists()
