"""Is what a body changes owed by its day, made by whoever sees to it, read by everybody, and told to the person?

Tuesday 7 April 2026 is the day after Easter Monday. Ten working days after Tuesday 5 May is Tuesday 19 May.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.change_improvement import change_improvement
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.end_improvement import end_improvement
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.plan_improvement import plan_improvement
from putright.casework.actions.record_leaving import record_leaving
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actions.tell_improvements import tell_improvements
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.improvements_due import improvements_due
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.queries.improvements import ImprovementsShown, improvement, improvements
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.access import Role
from putright.domain.improvements import ImprovementState
from putright.records.models import Improvement, OutboxLetter
from tests.casework.offices import Office, Story, a_story, an_office, at

TUESDAY, FRIDAY, THE_5TH, THE_19TH = date(2026, 4, 7), date(2026, 5, 1), date(2026, 5, 5), date(2026, 5, 19)
BELL = {"what": "A bell at the desk.", "due_on": FRIDAY, "lesson": "Nobody hears who waits outside.", "tells": True}


@pytest.fixture
def story(commisceo: Office) -> Story:
    appointed(commisceo, "sam", Role.STAFF)
    return a_story(commisceo)


def appointed(office: Office, who: str, role: Role) -> None:
    on = TUESDAY
    appoint_person(actor=office.actor("ada", on), person=office.people[who], role=role, on=on, now=at(on))


def planned(story: Story, **said: Any) -> int:
    said = {"owner": story.office.people["sam"], **BELL, **said}
    story.does(plan_improvement, "mo", TUESDAY, **said)
    row = Improvement.objects.order_by("-pk").first()
    assert row is not None
    return row.pk


def ended(story: Story, number: int, who: str = "sam", on: date = THE_5TH, **said: Any) -> None:
    said = {"is_made": True, "words": "It stands on the left.", **said}
    office = story.office
    end_improvement(actor=office.actor(who, on), improvement=number, on=on, now=at(on), means=office.means, **said)


def refusal(action: Any, *args: Any, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        action(*args, **said)
    return refused.value.refusal.code


def owed(story: Story, on: date) -> list[tuple[str, str, date | None]]:
    page = case_page(story.office.actor("mo", on), story.reference, on, now=at(on))
    mine = (one.duty for one in page.to_do if one.duty.procedure == "improvements")
    return [(duty.step, duty.state.value, duty.due_on) for duty in mine]


def listed(story: Story, who: str, show: ImprovementsShown = ImprovementsShown.OPEN, on: date = THE_5TH) -> list[str]:
    return [line.what for line in improvements(story.office.actor(who, on), on, show=show).lines]


class TestWhatIsPlanned:
    def test_is_owed_by_its_day_though_the_complaint_is_over(self, story: Story) -> None:
        planned(story)
        story.does(withdraw, "mo", TUESDAY)

        assert ("improve", "open", FRIDAY) in owed(story, FRIDAY)
        assert ("improve", "overdue", FRIDAY) in owed(story, date(2026, 5, 2))

    def test_is_ended_by_whose_it_is_who_cannot_see_the_case(self, story: Story) -> None:
        number = planned(story)
        with pytest.raises(NotFound):
            case_page(story.office.actor("sam", THE_5TH), story.reference, THE_5TH, now=at(THE_5TH))

        line = improvement(story.office.actor("sam", THE_5TH), number, THE_5TH)
        assert (line.reference, line.reference_shown, line.may_end) == ("", "", True)
        ended(story, number)

        assert improvement(story.office.actor("sam", THE_5TH), number, THE_5TH).state is ImprovementState.DONE
        assert story.case.events.get(event="improvement_made").by_id == story.office.people["sam"]
        assert verify(story.office.means).misfits == ()

    def test_is_ended_by_whoever_handles_the_case_and_by_nobody_else(self, story: Story) -> None:
        number = planned(story)

        assert refusal(ended, story, number, "ines") == "not-yours"
        ended(story, number, "olu", is_made=False, words="The desk was closed.")
        assert owed(story, THE_5TH) == []
        assert refusal(ended, story, number) == "already-ended"

    def test_is_not_there_for_another_body(self, story: Story, tmp_path: Path) -> None:
        number = planned(story)
        other = an_office(tmp_path / "other", procedure="living-well-partnership")

        with pytest.raises(NotFound):
            improvement(other.actor("rosa", THE_5TH), number, THE_5TH)
        assert improvements(other.actor("rosa", THE_5TH), THE_5TH, show=ImprovementsShown.OPEN).lines == ()

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"what": "A bell for Mr Example."}, "names-somebody"),
            ({"lesson": "PAT waited outside."}, "names-somebody"),
            ({"lesson": "See 999 000 0018."}, "names-somebody"),
            ({"what": " "}, "nothing-written"),
            ({"what": "x" * 2_001}, "too-long"),
            ({"due_on": date(2026, 4, 6)}, "promised-in-the-past"),
            ({"owner": 0}, "no-such-person"),
        ],
    )
    def test_is_refused_where_it_cannot_be(self, story: Story, said: dict[str, Any], code: str) -> None:
        said = {"owner": story.office.people["sam"], **BELL, **said}

        assert refusal(story.does, plan_improvement, "mo", TUESDAY, **said) == code

    def test_names_no_member_of_staff_whom_the_complaint_names(self, story: Story) -> None:
        story.does(name_staff, "mo", TUESDAY, person=story.office.people["ines"])
        said = {"owner": story.office.people["sam"], **BELL, "what": "Training for Ines."}

        assert refusal(story.does, plan_improvement, "mo", TUESDAY, **said) == "names-somebody"

    def test_may_use_a_word_that_is_also_a_name(self, commisceo: Office) -> None:
        appointed(commisceo, "sam", Role.STAFF)
        story = a_story(commisceo, complainant=PersonSaid(name="Ann Bell", address=("2 Sample Road",)))

        assert refusal(planned, story, what="Ring for Mrs Bell.") == "names-somebody"
        planned(story, what="A bell at the desk.")

    def test_cannot_be_wished_away_by_a_correction(self, story: Story) -> None:
        planned(story)
        entry = story.case.events.get(event="improvement_planned").number

        assert refusal(story.does, correct_entry, "mo", TUESDAY, entry=entry, reason="x") == "not-correctable"

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"words": " "}, "no-evidence"),
            ({"words": "Pat was glad of it."}, "names-somebody"),
            ({"on": date(2026, 4, 6)}, "before-what-it-follows"),
            ({"on": date(2026, 4, 1)}, "before-receipt"),
        ],
    )
    def test_needs_something_that_shows_it(self, story: Story, said: dict[str, Any], code: str) -> None:
        number = planned(story)

        assert refusal(ended, story, number, "mo", **said) == code


class TestTheList:
    def test_is_read_by_whoever_works_there_with_the_case_for_those_who_see_it(self, story: Story) -> None:
        number = planned(story)
        story.does(restrict_case, "rosa", TUESDAY, reason="They work here.")

        for who in ("ada", "sam", "ines", "max", "mo", "olu", "rosa"):
            line = improvement(story.office.actor(who, THE_5TH), number, THE_5TH)
            assert (line.what, line.reference) == (BELL["what"], story.reference if who in ("mo", "rosa") else ""), who

    @pytest.mark.parametrize(
        "role", [Role.ADVOCATE, Role.COMMISSIONERS_OFFICER, Role.OMBUDSMAN_CASEWORKER, Role.STAND_IN]
    )
    def test_is_not_for_who_comes_from_outside(self, story: Story, role: Role) -> None:
        planned(story)
        actor = story.office.actor("sam", THE_5TH)
        outside = type(actor)(person_id=actor.person_id, body_id=actor.body_id, roles=frozenset({role}), on=actor.on)

        assert improvements(outside, THE_5TH, show=ImprovementsShown.OPEN).lines == ()

    def test_has_views_for_what_is_overdue_mine_made_and_learnt(self, story: Story) -> None:
        late = planned(story)
        planned(story, what="A sign.", due_on=THE_19TH, lesson="", owner=story.office.people["ines"])
        views = ImprovementsShown

        assert listed(story, "sam") == [BELL["what"], "A sign."]
        assert listed(story, "sam", views.OVERDUE, FRIDAY) == []
        assert listed(story, "sam", views.OVERDUE, date(2026, 5, 2)) == [BELL["what"]]
        assert listed(story, "ines", views.MINE) == ["A sign."]
        assert listed(story, "max", views.LESSONS) == [BELL["what"]]
        ended(story, late)
        assert listed(story, "max", views.MADE) == [BELL["what"]]
        assert listed(story, "max") == ["A sign."]

    def test_reminds_whose_it_is_within_a_week_and_once_it_is_late(self, story: Story) -> None:
        planned(story)
        sam = story.office.people["sam"]

        assert improvements_due(sam, date(2026, 4, 23)) == ((), ())
        assert [one.promise for one in improvements_due(sam, date(2026, 4, 24))[1]] == [BELL["what"]]
        assert [one.promise for one in improvements_due(sam, date(2026, 5, 2))[0]] == [BELL["what"]]
        assert improvements_due(story.office.people["mo"], FRIDAY) == ((), ())


class TestThePerson:
    def test_is_told_once_it_is_made_where_they_want_to_hear(self, story: Story) -> None:
        ended(story, planned(story))

        assert owed(story, THE_5TH) == [("tell-improvement", "open", THE_19TH)]
        assert any("what has changed" in each.promise for each in page_shown(story.case, THE_5TH).next)
        done = story.does(tell_improvements, "olu", THE_5TH, words="Please try it.")
        story.posts("olu", THE_5TH, done)

        assert owed(story, THE_5TH) == []
        assert OutboxLetter.objects.get(case=story.case, name="improvements-made").posted_on == THE_5TH
        assert refusal(story.does, tell_improvements, "olu", THE_5TH) == "nothing-to-tell"

    def test_is_told_also_once_the_complaint_is_over(self, story: Story) -> None:
        number = planned(story)
        story.does(withdraw, "mo", TUESDAY)
        ended(story, number)

        story.posts("olu", THE_5TH, story.does(tell_improvements, "olu", THE_5TH))
        assert ("tell-improvement", "open", THE_19TH) not in owed(story, THE_5TH)

    def test_is_owed_no_word_of_what_they_did_not_ask_for_or_was_not_made(self, story: Story) -> None:
        ended(story, planned(story, tells=False))
        ended(story, planned(story), is_made=False, words="The desk was closed.")

        assert owed(story, THE_5TH) == []
        assert refusal(story.does, tell_improvements, "olu", THE_5TH) == "nothing-to-tell"

    def test_does_not_read_of_what_the_office_owes_itself(self, story: Story) -> None:
        planned(story)

        assert all("we said we would change" not in each.promise for each in page_shown(story.case, TUESDAY).next)


def changed(story: Story, number: int, who: str = "sam", on: date = THE_5TH, **said: Any) -> None:
    row = Improvement.objects.get(pk=number)
    said = {"owner": row.owner_id, "due_on": row.due_on, "reason": "The bell has not come.", **said}
    office = story.office
    change_improvement(actor=office.actor(who, on), improvement=number, on=on, now=at(on), means=office.means, **said)


class TestWhatIsChanged:
    def test_moves_the_day_that_is_owed_and_keeps_the_first_one(self, story: Story) -> None:
        number = planned(story)
        assert owed(story, THE_5TH) == [("improve", "overdue", FRIDAY)]
        changed(story, number, due_on=THE_19TH)

        assert owed(story, THE_5TH) == [("improve", "open", THE_19TH)]
        assert story.case.duties.get(step="improve").original_due_on == FRIDAY
        line = improvement(story.office.actor("max", THE_5TH), number, THE_5TH)
        assert (line.due_on, line.first_due_on, line.is_overdue, line.had_before) == (THE_19TH, FRIDAY, False, ())
        assert [(one.on, one.by, one.reason) for one in line.changes] == [
            (THE_5TH, "Sam Staff", "The bell has not come.")
        ]
        assert verify(story.office.means).misfits == ()

    def test_gives_it_to_somebody_else_with_who_had_it_before(self, story: Story) -> None:
        number, ines = planned(story), story.office.people["ines"]
        changed(story, number, "olu", owner=ines)
        changed(story, number, "ines", owner=story.office.people["rosa"], due_on=THE_19TH)

        (line,) = improvements(story.office.actor("max", THE_5TH), THE_5TH, show=ImprovementsShown.OPEN).lines
        assert (line.owner, line.had_before, line.first_due_on) == (
            "Rosa Responsible",
            ("Ines Investigator", "Sam Staff"),
            FRIDAY,
        )
        assert refusal(changed, story, number, "sam", due_on=FRIDAY) == "not-yours"
        assert improvements_due(ines, THE_19TH) == ((), ())

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({}, "nothing-changed"),
            ({"due_on": THE_19TH, "reason": " "}, "no-reason"),
            ({"due_on": date(2026, 5, 4)}, "promised-in-the-past"),
            ({"due_on": THE_19TH, "reason": "Pat has not answered."}, "names-somebody"),
            ({"due_on": THE_19TH, "reason": "x" * 2_001}, "too-long"),
            ({"owner": 0}, "no-such-person"),
        ],
    )
    def test_is_refused_where_it_cannot_be(self, story: Story, said: dict[str, Any], code: str) -> None:
        number = planned(story)

        assert refusal(changed, story, number, **said) == code
        assert improvement(story.office.actor("max", THE_5TH), number, THE_5TH).changes == ()

    def test_is_refused_of_what_has_ended(self, story: Story) -> None:
        number = planned(story)
        ended(story, number)

        assert refusal(changed, story, number, due_on=THE_19TH) == "already-ended"

    def test_is_given_to_whoever_has_the_case_where_somebody_leaves(self, story: Story) -> None:
        number = planned(story)
        alone = planned(story, what="A sign.", owner=story.office.people["mo"])
        left(story.office, "sam")
        left(story.office, "mo")

        views = ImprovementsShown
        mine = improvement(story.office.actor("max", THE_5TH), number, THE_5TH)
        assert (mine.owner, mine.had_before, mine.changes[0].reason) == (
            "Mo Manager",
            ("Sam Staff",),
            "Whoever saw to it has left.",
        )
        # The case has nobody any more, so what Mo saw to is listed until somebody takes it.
        assert listed(story, "max", views.OF_NOBODY) == [BELL["what"], "A sign."]
        changed(story, alone, "rosa", owner=story.office.people["olu"])
        assert listed(story, "max", views.OF_NOBODY) == [BELL["what"]]
        assert refusal(changed, story, number, "rosa", due_on=THE_19TH) == "no-such-person"


def left(office: Office, who: str) -> None:
    record_leaving(
        actor=office.actor("ada", THE_5TH),
        person=office.people[who],
        last_day=date(2026, 5, 4),
        successors={},
        now=at(THE_5TH),
        means=office.means,
    )
