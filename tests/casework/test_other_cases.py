"""Is one complaint that was entered twice found, put together with its clocks right, and told apart again?

Thursday 2 April 2026 is the day before Good Friday; Tuesday 7 April follows Easter Monday.
"""

from datetime import date
from pathlib import Path

import pytest

from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.link_case import link_case
from putright.casework.actions.merge_case import merge_case
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.unlink_case import unlink_case
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.possible_duplicates import possible_duplicates
from putright.casework.said import IssueSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain.issues import Subject
from putright.domain.likeness import Likeness
from putright.domain.raised_before import RaisedBefore
from putright.domain.vocabulary import CaseStatus
from putright.records.models import Document, ReadLog
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
PAT = PersonSaid(name="Pat Example", address=("2 Sample Road",), nhs_number="999 000 0018", born_on=date(1951, 3, 9))


def page(story: Story, on: date) -> CasePage:
    return case_page(story.office.actor("mo", on), story.reference, on, now=at(on))


def due(story: Story, on: date) -> dict[str, date | None]:
    return {one.duty.id: one.duty.due_on for one in page(story, on).to_do}


def code_of(story: Story, action: object, **said: object) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, "mo", WEDNESDAY, **said)
    return refused.value.refusal.code


@pytest.fixture
def first(commisceo: Office) -> Story:
    return a_story(commisceo, complainant=PAT)


@pytest.fixture
def second(commisceo: Office, first: Story) -> Story:
    """The same complaint, entered again on Tuesday."""
    return a_story(commisceo, complainant=PAT, on=TUESDAY)


class TestThatTheyMayBeTheSame:
    def test_is_found_with_what_they_have_in_common(self, first: Story, second: Story) -> None:
        found = possible_duplicates(second.office.actor("mo"), second.reference, now=at(TUESDAY))

        assert [one.reference for one in found] == [first.reference]
        assert found[0].alike == (
            *(Likeness.NHS_NUMBER, Likeness.NAME_AND_BIRTH),
            *(Likeness.WORDS, Likeness.SAME_DAY, Likeness.SUBJECT),
        )
        assert ReadLog.objects.filter(case=first.case, what="found").count() == 1

    def test_is_found_though_the_name_is_written_otherwise(self, commisceo: Office) -> None:
        first = a_story(commisceo, complainant=PersonSaid(name="Pat Example", address=("2 Sample Road",)))
        second = a_story(commisceo, complainant=PersonSaid(name="Pat Exampel", address=("2 Sample Rd",)), on=TUESDAY)

        found = possible_duplicates(commisceo.actor("mo"), second.reference, now=at(TUESDAY))

        assert [one.reference for one in found] == [first.reference]
        assert found[0].alike == (Likeness.NAME_LIKE, Likeness.WORDS, Likeness.SAME_DAY, Likeness.SUBJECT)

    def test_is_found_by_the_name_alone_where_the_person_says_that_they_complained_before(
        self, commisceo: Office
    ) -> None:
        first = a_story(commisceo, complainant=PersonSaid(name="Pat Example", address=("2 Sample Road",)))
        words = (IssueSaid(subject=Subject.ACCESS, words="It happened again."),)
        again = {"complainant": PersonSaid(name="Pat Example", address=("8 Other Road",)), "issues": words}
        day = {"occurred_on": TUESDAY, "known_on": TUESDAY, "on": TUESDAY}
        plain = a_story(commisceo, **again, **day)
        said = a_story(commisceo, **again, **day, raised_before=RaisedBefore.ANSWERED)

        mo = commisceo.actor("mo")
        assert first.reference not in {
            one.reference for one in possible_duplicates(mo, plain.reference, now=at(TUESDAY))
        }
        found = {one.reference: one.alike for one in possible_duplicates(mo, said.reference, now=at(TUESDAY))}
        assert found[first.reference] == (Likeness.NAME, Likeness.SAID_BEFORE)

    def test_is_not_told_of_somebody_elses_case(self, commisceo: Office, first: Story) -> None:
        stranger = PersonSaid(name="Sam Other", address=("9 Sample Road",))
        other = a_story(commisceo, complainant=stranger)

        assert possible_duplicates(commisceo.actor("mo"), other.reference, now=at(TUESDAY)) == ()

    def test_is_not_told_of_another_bodys_or_to_whoever_is_named(
        self, commisceo: Office, first: Story, second: Story, tmp_path: Path
    ) -> None:
        neighbour = an_office(tmp_path, code="another")
        theirs = a_story(neighbour, complainant=PAT)
        assert possible_duplicates(neighbour.actor("mo"), theirs.reference, now=at(TUESDAY)) == ()

        first.does(name_staff, "mo", TUESDAY, person=commisceo.people["olu"])
        assert possible_duplicates(commisceo.actor("olu"), second.reference, now=at(TUESDAY)) == ()


class TestPutTogether:
    def test_the_later_ends_and_the_earlier_goes_on_with_its_dates(self, first: Story, second: Story) -> None:
        before = due(first, WEDNESDAY)
        second.does(merge_case, "mo", WEDNESDAY, other=first.reference, why="She sent it twice.")

        assert page(second, WEDNESDAY).status is CaseStatus.CLOSED
        assert page(second, WEDNESDAY).to_do == ()
        assert due(first, WEDNESDAY) == before
        assert page(second, WEDNESDAY).intake.linked == {first.reference: "merged"}
        assert page(first, WEDNESDAY).intake.linked == {second.reference: "taken_in"}
        taken_in = Document.objects.get(case=first.case, kind="taken-in").text or ""
        assert taken_in.endswith("I was spoken to rudely at the desk.")
        assert verify(first.office.means).misfits == ()

    def test_tells_the_person_which_reference_counts(self, first: Story, second: Story) -> None:
        second.does(merge_case, "mo", WEDNESDAY, other=first.reference, why="She sent it twice.")

        assert first.case.letters.get().name == "put-together"
        assert not second.case.letters.exists()

    def test_one_that_came_late_counts_from_the_first_that_came_in_time(self, commisceo: Office) -> None:
        """Twelve months from Friday 4 April 2025 end with Saturday 4 April 2026, before Tuesday the 7th."""
        matter = {"complainant": PAT, "occurred_on": date(2025, 4, 4), "known_on": date(2025, 4, 4)}
        first, late = a_story(commisceo, **matter), a_story(commisceo, on=TUESDAY, **matter)
        assert "out-of-time" in {warned.code for warned in page(late, WEDNESDAY).warnings}

        found = possible_duplicates(commisceo.actor("mo"), late.reference, now=at(WEDNESDAY))
        assert [one.reference for one in found] == [first.reference]
        late.does(merge_case, "mo", WEDNESDAY, other=first.reference, why="She sent it twice.")
        assert "out-of-time" not in {warned.code for warned in page(first, WEDNESDAY).warnings}

    def test_tells_nobody_who_knows_of_one_alone(self, first: Story, second: Story) -> None:
        second.does(merge_case, "mo", WEDNESDAY, other=first.reference, why="Typed in twice.", tells=False)

        assert not first.case.letters.exists()

    def test_the_other_way_round_is_refused_for_the_dates(self, first: Story, second: Story) -> None:
        assert code_of(first, merge_case, other=second.reference, why="The same.") == "received-later"

    def test_keeps_away_whoever_either_names(self, commisceo: Office, first: Story, second: Story) -> None:
        second.does(name_staff, "mo", TUESDAY, person=commisceo.people["olu"])
        second.does(merge_case, "mo", WEDNESDAY, other=first.reference, why="The same.")

        with pytest.raises(NotFound):
            case_page(commisceo.actor("olu", WEDNESDAY), first.reference, WEDNESDAY, now=at(WEDNESDAY))

    def test_with_itself_or_with_what_cannot_be_seen_is_refused(self, second: Story, tmp_path: Path) -> None:
        theirs = a_story(an_office(tmp_path, code="another"))

        assert code_of(second, merge_case, other=second.reference, why="The same.") == "the-same-case"
        assert code_of(second, merge_case, other=theirs.reference, why="The same.") == "no-such-other-case"

    def test_is_not_corrected_on_one_of_the_two_alone(self, first: Story, second: Story) -> None:
        second.does(merge_case, "mo", WEDNESDAY, other=first.reference, why="The same.", tells=False)
        entry = first.case.events.get(event="taken_in").number

        assert code_of(first, correct_entry, entry=entry, reason="A slip.") == "not-correctable"

    def test_is_taken_back_with_every_date_of_both(self, first: Story, second: Story) -> None:
        before = due(first, WEDNESDAY), due(second, WEDNESDAY)
        second.does(merge_case, "mo", WEDNESDAY, other=first.reference, why="The same.", tells=False)
        second.does(unlink_case, "mo", WEDNESDAY, other=first.reference, why="They are about two days.")

        assert (due(first, WEDNESDAY), due(second, WEDNESDAY)) == before
        assert page(first, WEDNESDAY).intake.linked == {}
        assert second.case.is_open
        assert verify(first.office.means).misfits == ()


class TestLinked:
    def test_each_names_the_other_and_no_date_changes(self, first: Story, second: Story) -> None:
        before = due(first, WEDNESDAY), due(second, WEDNESDAY)
        first.does(link_case, "mo", WEDNESDAY, other=second.reference, why="Mother and son.")

        assert (due(first, WEDNESDAY), due(second, WEDNESDAY)) == before
        assert page(second, WEDNESDAY).intake.linked == {first.reference: "linked"}
        assert code_of(second, link_case, other=first.reference, why="Again.") == "already-linked"

        second.does(unlink_case, "mo", WEDNESDAY, other=first.reference, why="They are not.")
        assert page(first, WEDNESDAY).intake.linked == {}
        assert code_of(first, unlink_case, other=second.reference, why="Again.") == "not-linked"


def test_somebody_else_having_changed_the_case_is_noticed(first: Story, second: Story) -> None:
    from putright.casework.errors import StaleCase

    with pytest.raises(StaleCase):
        second.does(link_case, "mo", WEDNESDAY, other=first.reference, why="So.", version=99)

    assert first.events()[-1][0] != "linked"
    assert first.case.received_on == MAUNDY_THURSDAY
