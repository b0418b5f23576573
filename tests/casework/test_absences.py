"""While somebody is away: who sees their work, whom do letters name, and does it end with the absence?

April 2026: Maundy Thursday is the 2nd; Tuesday the 7th follows Easter. Friday the 17th ends the second week after it.
"""

from datetime import date
from pathlib import Path

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.end_absence import end_absence
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.record_absence import Covered, record_absence
from putright.casework.actions.record_leaving import record_leaving
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actions.set_task import set_task
from putright.casework.correspondence import correspondence
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.perform import performing
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.queries.waiting_list import waiting_list
from putright.casework.queries.worklist import worklist_for
from putright.domain.access import Deed
from putright.records.models import Absence, CasePart, Task
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
FRIDAY, LAST_DAY, MONDAY_AFTER = date(2026, 4, 10), date(2026, 4, 17), date(2026, 4, 20)


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo, by="olu")


def away(
    office: Office,
    who: str = "olu",
    cover: str = "mo",
    *,
    by: str = "",
    on: date = TUESDAY,
    from_on: date = WEDNESDAY,
    until_on: date | None = LAST_DAY,
) -> Covered:
    return record_absence(
        actor=office.actor(by or who, on),
        person=office.people[who],
        cover=office.people[cover],
        from_on=from_on,
        until_on=until_on,
        now=at(on),
        means=office.means,
    )


def mine(office: Office, who: str, on: date) -> list[str]:
    return [row.reference for row in worklist_for(office.actor(who, on), on, person=office.people[who]).rows]


class TestTheCover:
    @pytest.mark.parametrize(
        ("on", "sees"), [(TUESDAY, False), (WEDNESDAY, True), (LAST_DAY, True), (MONDAY_AFTER, False)]
    )
    def test_has_the_cases_on_their_own_list_on_the_days_of_the_absence(
        self, story: Story, on: date, sees: bool
    ) -> None:
        away(story.office)

        assert mine(story.office, "mo", on) == ([story.reference] if sees else [])
        assert mine(story.office, "olu", on) == [story.reference]

    def test_has_the_tasks_too(self, story: Story) -> None:
        away(story.office)
        story.does(set_task, "mo", TUESDAY, owner=story.office.people["olu"], what="Read it.", due_on=FRIDAY)

        listed = waiting_list(story.office.actor("mo", WEDNESDAY), WEDNESDAY, person=story.office.people["mo"])

        assert [row.owner for row in listed.rows] == ["Olu Officer"]

    def test_is_given_for_these_days_what_their_role_does_not_open(self, story: Story) -> None:
        office = story.office
        covered = away(office, "olu", "ines")

        assert (covered.given, covered.kept_away) == (1, 0)
        assert [row.from_on for row in CasePart.objects.filter(person=office.people["ines"])] == [WEDNESDAY]
        seen = {on: mine(office, "ines", on) for on in (TUESDAY, WEDNESDAY, LAST_DAY, MONDAY_AFTER)}
        assert seen == {
            TUESDAY: [],
            WEDNESDAY: [story.reference],
            LAST_DAY: [story.reference],
            MONDAY_AFTER: [],
        }
        assert ("case_given", TUESDAY) in story.events()

    def test_is_not_given_what_names_them_or_is_restricted(self, commisceo: Office) -> None:
        named, restricted = a_story(commisceo, by="olu"), a_story(commisceo, by="olu")
        named.does(name_staff, "mo", TUESDAY, person=commisceo.people["ines"])
        restricted.does(restrict_case, "rosa", TUESDAY, reason="They work here.")

        covered = away(commisceo, "olu", "ines")

        assert (covered.given, covered.kept_away) == (0, 2)
        assert not CasePart.objects.filter(person=commisceo.people["ines"]).exists()


class TestWhoIsNamed:
    def handler_of_a_letter(self, story: Story, by: str, on: date) -> str:
        actor = story.office.actor(by, on)
        office = story.office
        with performing(
            Deed.HANDLE, actor=actor, case=story.reference, on=on, now=at(on), version=None, means=office.means
        ) as hand:
            named = correspondence(hand, to=hand.case.complainant).handler.name
            hand.note("note_made")
        return named

    def test_a_letter_names_the_cover_on_these_days_alone(self, story: Story) -> None:
        away(story.office)

        assert self.handler_of_a_letter(story, "mo", TUESDAY) == "Olu Officer"
        assert self.handler_of_a_letter(story, "mo", WEDNESDAY) == "Mo Manager"
        assert self.handler_of_a_letter(story, "mo", MONDAY_AFTER) == "Olu Officer"

    def test_whoever_writes_themselves_is_there(self, story: Story) -> None:
        away(story.office)

        assert self.handler_of_a_letter(story, "olu", WEDNESDAY) == "Olu Officer"

    def test_the_person_sees_whom_to_ask_and_until_when(self, story: Story) -> None:
        away(story.office)

        before, meanwhile, after = (page_shown(story.case, on) for on in (TUESDAY, WEDNESDAY, MONDAY_AFTER))

        assert (before.handler, before.stands_in_for) == ("Olu Officer", "")
        assert (meanwhile.handler, meanwhile.stands_in_for, meanwhile.back_after) == (
            "Mo Manager",
            "Olu Officer",
            LAST_DAY,
        )
        assert (after.handler, after.stands_in_for) == ("Olu Officer", "")

    def test_the_page_of_the_case_says_who_is_there(self, story: Story) -> None:
        away(story.office)

        def page(on: date) -> tuple[str, date | None]:
            found = case_page(story.office.actor("mo", on), story.reference, on, now=at(on))
            return found.cover, found.back_after

        assert page(TUESDAY) == ("", None)
        assert page(WEDNESDAY) == ("Mo Manager", LAST_DAY)


class TestTheEnd:
    def test_takes_back_what_the_cover_was_given(self, story: Story) -> None:
        covered = away(story.office, "olu", "ines")
        office = story.office

        end_absence(actor=office.actor("olu", FRIDAY), absence=covered.absence, now=at(FRIDAY), means=office.means)

        assert mine(office, "ines", FRIDAY) == []
        assert Absence.objects.get().until_on == date(2026, 4, 9)
        assert ("case_taken_back", FRIDAY) in story.events()

    def test_of_one_that_has_not_begun_leaves_nothing(self, story: Story) -> None:
        covered = away(story.office)
        office = story.office

        end_absence(actor=office.actor("olu", TUESDAY), absence=covered.absence, now=at(TUESDAY), means=office.means)

        assert not Absence.objects.exists()

    def test_cannot_be_told_twice(self, story: Story) -> None:
        office = story.office
        covered = away(office)
        end_absence(actor=office.actor("olu", FRIDAY), absence=covered.absence, now=at(FRIDAY), means=office.means)

        with pytest.raises(ActionRefused) as refused:
            end_absence(actor=office.actor("olu", FRIDAY), absence=covered.absence, now=at(FRIDAY), means=office.means)

        assert refused.value.refusal.code == "already-back"


class TestWhoMaySay:
    @pytest.mark.parametrize("by", ["olu", "mo", "ada", "rosa"])
    def test_whoever_is_away_a_manager_or_an_administrator(self, story: Story, by: str) -> None:
        assert away(story.office, by=by).absence

    @pytest.mark.parametrize("by", ["ines", "max"])
    def test_nobody_else(self, story: Story, by: str) -> None:
        with pytest.raises(ActionRefused) as refused:
            away(story.office, by=by)

        assert refused.value.refusal.code == "not-your-role"
        assert not Absence.objects.exists()

    def test_nobody_of_another_body(self, story: Story, tmp_path: Path) -> None:
        covered = away(story.office)
        other = an_office(tmp_path / "other", code="another")

        with pytest.raises(NotFound):
            end_absence(actor=other.actor("ada", TUESDAY), absence=covered.absence, now=at(TUESDAY), means=other.means)

    @pytest.mark.parametrize(
        ("cover", "code"), [("olu", "covers-for-themselves"), ("sam", "not-a-handler"), ("ada", "not-a-handler")]
    )
    def test_only_somebody_who_may_have_cases_is_there(self, story: Story, cover: str, code: str) -> None:
        with pytest.raises(ActionRefused) as refused:
            away(story.office, cover=cover)

        assert refused.value.refusal.code == code


class TestWhoeverLeaves:
    def leaves(self, office: Office, who: str, successors: dict[str, int]) -> None:
        record_leaving(
            actor=office.actor("ada", WEDNESDAY),
            person=office.people[who],
            last_day=WEDNESDAY,
            successors=successors,
            now=at(WEDNESDAY),
            means=office.means,
        )

    def test_leaves_no_task_without_a_name(self, story: Story) -> None:
        office = story.office
        other = a_story(office, by="mo")
        for each in (story, other):
            each.does(set_task, "mo", TUESDAY, owner=office.people["olu"], what="Read it.", due_on=FRIDAY)

        self.leaves(office, "olu", {story.reference: office.people["ines"]})

        owners = dict(Task.objects.values_list("case__reference", "owner__name"))
        assert owners == {story.reference: "Ines Investigator", other.reference: "Mo Manager"}
        listed = waiting_list(office.actor("mo", WEDNESDAY), WEDNESDAY)
        assert {row.reference: row.owner for row in listed.rows} == owners

    def test_leaves_what_nobody_has_for_everybody_to_see(self, story: Story) -> None:
        office = story.office
        story.does(set_task, "mo", TUESDAY, owner=office.people["olu"], what="Read it.", due_on=FRIDAY)

        self.leaves(office, "olu", {})

        listed = waiting_list(office.actor("mo", WEDNESDAY), WEDNESDAY, person=0)
        assert [row.owner for row in listed.rows] == [""]
        assert page_shown(story.case, WEDNESDAY).handler == ""

    def test_is_there_for_nobody_any_more(self, story: Story) -> None:
        office = story.office
        away(office)

        self.leaves(office, "mo", {})

        assert not Absence.objects.exists()
        assert page_shown(story.case, WEDNESDAY).handler == "Olu Officer"

    def test_keeps_the_letters_of_the_case_named(self, story: Story) -> None:
        office = story.office
        self.leaves(office, "olu", {story.reference: office.people["mo"]})
        story.does(acknowledge, "mo", WEDNESDAY)

        assert story.case.handler_id == office.people["mo"]


def test_an_investigator_who_is_there_for_another_sees_their_cases(commisceo: Office) -> None:
    story = a_story(commisceo)
    story.does(assign_handler, "mo", MAUNDY_THURSDAY, handler=commisceo.people["ines"])

    covered = away(commisceo, "ines", "olu")

    assert (covered.given, covered.kept_away) == (0, 0)
    assert mine(commisceo, "olu", WEDNESDAY) == [story.reference]
