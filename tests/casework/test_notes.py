"""Is a call noted with what was promised in it, and does what was promised stand on the worklist until it is done?

April 2026: Good Friday is the 3rd, Easter Monday the 6th.
"""

from datetime import date

import pytest

from putright.casework.actions.add_file_note import Call, Promise, add_file_note
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.keep_promise import keep_promise
from putright.casework.actions.let_promise_go import let_promise_go
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import follow
from putright.casework.queries.worklist import Show, worklist_for
from putright.casework.verification import verify
from putright.domain.calls import Direction, SpokenWith
from putright.domain.channels import Channel
from putright.records.models import CaseProcedure, Document
from tests.casework.offices import Office, Story, a_story, at, received

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY, FRIDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 10)
BACK_BY_FRIDAY = Promise(words="Ring back with the name of the ward sister.", by=FRIDAY)
THEY_RANG = Call(direction=Direction.THEY_RANG, minutes=12)


def noted(story: Story, *, promise: Promise | None = BACK_BY_FRIDAY, on: date = TUESDAY, **said: object) -> int:
    """Note a call, and return the number of the entry of what was promised in it, or of the note."""
    story.does(add_file_note, "mo", on, words="She asked who was there.", call=THEY_RANG, promise=promise, **said)
    entry = story.case.events.order_by("-number").first()
    assert entry is not None
    return entry.number


def owed(story: Story, on: date) -> list[tuple[str, str, date | None]]:
    page = case_page(story.office.actor("mo", on), story.reference, on, now=at(on))
    return [
        (shown.duty.promise, shown.duty.state.value, shown.duty.binding_on)
        for shown in page.to_do
        if shown.duty.procedure == "promises"
    ]


class TestACall:
    def test_says_who_rang_and_how_long_and_keeps_the_name_out_of_the_chronology(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        call = Call(direction=Direction.WE_RANG, spoken_with=SpokenWith.SOMEBODY_ELSE, name="Nia Neighbour", minutes=4)
        story.does(add_file_note, "mo", TUESDAY, words="She will pass it on.", call=call)
        entry = story.case.events.order_by("-number").first()
        assert entry is not None

        assert entry.facts == {
            "channel": "telephone",
            "direction": "we-rang",
            "with": "somebody-else",
            "minutes": 4,
        }
        paper = Document.objects.get(case=story.case, kind="file-note")
        assert paper.text == "With Nia Neighbour.\n\nShe will pass it on."
        assert verify(commisceo.means).misfits == ()

    def test_a_note_of_anything_else_has_no_direction(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(add_file_note, "mo", TUESDAY, words="She came by.", channel=Channel.IN_PERSON, call=Call())
        entry = story.case.events.order_by("-number").first()
        assert entry is not None

        assert entry.facts == {"channel": "in-person", "with": "complainant"}


class TestAPromise:
    def test_is_due_on_its_day_and_overdue_after_it(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        noted(story)

        for day, state in ((TUESDAY, "open"), (FRIDAY, "open"), (date(2026, 4, 11), "overdue")):
            assert owed(story, day) == [("We do what we said we would do.", state, FRIDAY)]

    def test_stands_on_the_worklist(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(withdraw, "mo", TUESDAY)  # so that nothing is due but its confirmation, on Tuesday 14 April
        (before,) = worklist_for(commisceo.actor("mo"), TUESDAY, show=Show.DUE).rows
        assert before.next is not None
        assert before.next.binding_on == date(2026, 4, 14)
        noted(story)
        (row,) = worklist_for(commisceo.actor("mo"), WEDNESDAY, show=Show.DUE).rows

        assert row.next is not None
        assert (row.next.promise, row.next.binding_on) == ("We do what we said we would do.", FRIDAY)
        assert worklist_for(commisceo.actor("mo"), date(2026, 4, 13), show=Show.OVERDUE).rows[0].reference == (
            story.reference
        )

    def test_is_owed_no_more_once_it_is_kept(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        made = noted(story)
        story.does(keep_promise, "mo", WEDNESDAY, promise=made, note="Rang her: it is Sister Example.")

        assert owed(story, date(2026, 4, 13)) == []
        assert story.case.duties.get(step="promise").state == "met"
        assert verify(commisceo.means).misfits == ()

    def test_of_two_the_one_that_was_kept_is_meant(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        first = noted(story)
        noted(story, promise=Promise(words="Send the leaflet.", by=date(2026, 4, 20)))
        story.does(keep_promise, "mo", WEDNESDAY, promise=first)

        assert [day for _, _, day in owed(story, WEDNESDAY)] == [date(2026, 4, 20)]
        assert CaseProcedure.objects.filter(case=story.case, procedure__name="promises").count() == 1

    def test_is_owed_no_more_once_it_is_let_go_or_was_a_mistake(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        first, second = noted(story), noted(story)
        story.does(let_promise_go, "mo", WEDNESDAY, promise=first, reason="She found it out herself.")
        story.does(correct_entry, "mo", WEDNESDAY, entry=second, reason="It was entered twice.")

        assert owed(story, WEDNESDAY) == []

    def test_outlives_the_case(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        made = noted(story)
        story.does(withdraw, "mo", TUESDAY)

        assert len(owed(story, WEDNESDAY)) == 1
        story.does(keep_promise, "mo", WEDNESDAY, promise=made)
        assert owed(story, WEDNESDAY) == []

    def test_can_be_made_in_a_call_after_the_case_was_closed(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(withdraw, "mo", TUESDAY)
        noted(story, on=WEDNESDAY)

        assert len(owed(story, WEDNESDAY)) == 1

    def test_is_told_to_the_person_who_follows_the_case(self, commisceo: Office) -> None:
        receipt = received(commisceo)
        noted(Story(commisceo, receipt.reference))
        told = follow(receipt.reference, receipt.secret, WEDNESDAY, now=at(WEDNESDAY))

        assert ("We do what we said we would do.", FRIDAY) in [(each.promise, each.by) for each in told.next]

    @pytest.mark.parametrize(
        ("by", "code"),
        [(date(2026, 4, 6), "promised-in-the-past"), (date(2036, 4, 8), "promised-too-far")],
    )
    def test_for_a_day_that_cannot_be_is_refused(self, commisceo: Office, by: date, code: str) -> None:
        story = a_story(commisceo)
        with pytest.raises(ActionRefused) as refused:
            noted(story, promise=Promise(words="Ring back.", by=by))

        assert refused.value.refusal.code == code
        assert story.case.version == 1
        assert not CaseProcedure.objects.filter(procedure__name="promises").exists()


def test_a_note_of_today_about_last_week_may_tell_of_a_promise_that_is_past(commisceo: Office) -> None:
    story = a_story(commisceo)
    add_file_note(
        actor=commisceo.actor("mo", date(2026, 4, 14)),
        case=story.reference,
        on=TUESDAY,
        now=at(date(2026, 4, 14)),
        means=commisceo.means,
        words="She rang last week.",
        promise=BACK_BY_FRIDAY,
    )

    assert owed(story, date(2026, 4, 14)) == [("We do what we said we would do.", "overdue", FRIDAY)]
