"""Is what the UK GDPR asks of a letter that went astray owed by its hour, done, and shown in the register?

Tuesday 7 April 2026, half past nine, and 72 hours by the clock: Friday 10 April, half past nine. The clocks go back on
Sunday 25 October 2026 at two in the morning: from Saturday the 24th at noon to Tuesday the 27th at eleven are 72 hours.
"""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.follow_up_breach import FollowUp, follow_up_breach
from putright.casework.actions.judge_breach import judge_breach
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.record_breach import record_breach
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused
from putright.casework.queries.breach_register import breach_register
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import follow
from putright.casework.queries.worklist import Show, worklist_for
from putright.casework.verification import verify
from putright.domain.breaches import How, Risk, breaches_of
from putright.domain.chronology import Event
from tests.casework.offices import LONDON, MAUNDY_THURSDAY, Office, Story, a_story, an_office, at, received

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY, FRIDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 10)
HALF_PAST_NINE = time(9, 30)


def astray(story: Story, *, on: date = TUESDAY, **said: Any) -> int:
    """Record that a letter went to the neighbour; return the number of the entry."""
    plain = {"words": "The acknowledgement went to number 3.", "how": How.WRONG_ADDRESS, "known_at": HALF_PAST_NINE}
    story.does(record_breach, "mo", on, **{**plain, **said})
    entry = story.case.events.filter(event="breach_found").order_by("-number").first()
    assert entry is not None
    return entry.number


def owed(story: Story, on: date) -> dict[str, tuple[str, datetime | None]]:
    page = case_page(story.office.actor("mo", on), story.reference, on, now=at(on))
    mine = (shown.duty for shown in page.to_do if shown.duty.procedure == "data-breach")
    return {duty.step: (duty.state.value, duty.due_at) for duty in mine}


def judged(story: Story, breach: int, risk: Risk, on: date = WEDNESDAY) -> None:
    story.does(judge_breach, "mo", on, breach=breach, risk=risk, reasons="A neighbour who gave it back.")


def done(story: Story, breach: int, what: FollowUp, on: date = WEDNESDAY, **said: Any) -> None:
    story.does(follow_up_breach, "mo", on, breach=breach, done=what, words="Reference 4711.", **said)


class TestTheSeventyTwoHours:
    END = datetime(2026, 4, 10, 9, 30, tzinfo=LONDON)

    def test_are_owed_by_the_hour_and_stand_on_the_worklist(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(withdraw, "mo", TUESDAY)  # nothing else is due, and the duty outlives the case
        astray(story)

        assert owed(story, FRIDAY) == {"judge-breach": ("open", self.END), "report-breach": ("open", self.END)}
        assert {state for state, _ in owed(story, date(2026, 4, 11)).values()} == {"overdue"}
        (row,) = worklist_for(commisceo.actor("mo"), WEDNESDAY, show=Show.DUE).rows
        assert row.next is not None
        assert row.next.binding_on == FRIDAY

    def test_run_by_the_clock_when_the_clocks_go_back(self) -> None:
        found = Event(event="breach_found", on=date(2026, 10, 24), id="1", at=datetime(2026, 10, 24, 12, tzinfo=LONDON))
        (breach,) = breaches_of([found])

        assert breach.report_by == datetime(2026, 10, 27, 11, tzinfo=LONDON)

    def test_without_an_hour_end_with_the_last_day_on_which_they_can(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        astray(story, known_at=None)

        # Known at some time of Tuesday: at the latest 72 hours after its end, with Friday's.
        assert worklist_for(commisceo.actor("mo"), date(2026, 4, 11), show=Show.OVERDUE).counts[Show.OVERDUE] == 1
        assert owed(story, FRIDAY)["report-breach"][0] == "open"


class TestWhatIsOwedThen:
    def test_of_a_breach_without_risk_nothing(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        judged(story, astray(story), Risk.UNLIKELY)

        assert owed(story, WEDNESDAY) == {}

    def test_where_a_risk_is_likely_the_commissioner_is_told(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        breach = astray(story)
        judged(story, breach, Risk.LIKELY)
        assert set(owed(story, WEDNESDAY)) == {"report-breach"}
        done(story, breach, FollowUp.REPORTED)

        assert owed(story, WEDNESDAY) == {}

    def test_where_it_is_high_the_people_are_told_as_well(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        breach = astray(story)
        judged(story, breach, Risk.HIGH)
        done(story, breach, FollowUp.REPORTED)
        assert owed(story, WEDNESDAY) == {"tell-people-of-breach": ("open", None)}
        done(story, breach, FollowUp.TOLD)

        assert owed(story, WEDNESDAY) == {}
        assert verify(commisceo.means).misfits == ()

    def test_it_can_be_judged_again_when_more_is_known(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        breach = astray(story)
        judged(story, breach, Risk.UNLIKELY)
        judged(story, breach, Risk.HIGH, FRIDAY)
        (shown,) = breach_register(commisceo.actor("mo"))

        assert shown.risk is Risk.HIGH
        assert not shown.is_settled
        assert set(owed(story, FRIDAY)) == {"tell-people-of-breach"}

    def test_after_the_hours_the_report_says_what_delayed_it(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        breach = astray(story)
        with pytest.raises(ActionRefused) as refused:
            done(story, breach, FollowUp.REPORTED, FRIDAY)  # at ten, half an hour late
        assert refused.value.refusal.code == "reasons-for-delay"
        assert refused.value.refusal.authority == "UK GDPR art 33(1)"

        done(story, breach, FollowUp.REPORTED, FRIDAY, late_because="The post room was closed.")
        duty = story.case.duties.get(step="report-breach")
        assert (duty.state, duty.missed_on) == ("met-late", FRIDAY)


class TestALetterThatWentAstray:
    def sent(self, office: Office) -> tuple[Story, int]:
        story = a_story(office)
        letter = story.does(acknowledge, "mo", TUESDAY).letter
        story.does(post_letter, "mo", TUESDAY, letter=letter)
        return story, letter

    def test_is_owed_again_where_the_right_person_has_not_had_it(self, commisceo: Office) -> None:
        story, letter = self.sent(commisceo)
        assert story.case.duties.filter(step="acknowledge", state="met").exists()
        astray(story, letter=letter, not_had=True)

        assert not story.case.duties.filter(step="acknowledge", procedure="england-2009", state="met").exists()

    def test_counts_as_sent_where_they_have(self, commisceo: Office) -> None:
        story, letter = self.sent(commisceo)
        astray(story, letter=letter)

        assert story.case.duties.filter(step="acknowledge", state="met").exists()


class TestTheRegister:
    def test_shows_what_is_left_first_and_what_was_done(self, commisceo: Office) -> None:
        settled, open_still = a_story(commisceo), a_story(commisceo)
        first = astray(settled)
        judged(settled, first, Risk.UNLIKELY)
        done(settled, first, FollowUp.CONTAINED)
        astray(open_still, on=MAUNDY_THURSDAY, known_at=HALF_PAST_NINE, people=3)
        shown = breach_register(commisceo.actor("mo"))

        assert [each.reference for each in shown] == [open_still.reference, settled.reference]
        assert [each.is_settled for each in shown] == [False, True]
        assert (shown[0].people, shown[0].risk, shown[1].contained_on) == (3, None, WEDNESDAY)

    def test_shows_no_case_of_another_body_and_nothing_to_who_handles_none(
        self, commisceo: Office, tmp_path: Path
    ) -> None:
        astray(a_story(commisceo))
        other = an_office(tmp_path, code="another")

        assert breach_register(other.actor("mo")) == ()
        assert breach_register(commisceo.actor("ines")) == ()
        assert len(breach_register(commisceo.actor("olu"))) == 1

    def test_forgets_a_breach_that_was_none(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(correct_entry, "mo", WEDNESDAY, entry=astray(story), reason="It was the right person after all.")

        assert breach_register(commisceo.actor("mo")) == ()
        assert owed(story, WEDNESDAY) == {}


def test_the_person_who_follows_the_case_is_not_told_of_it_there(commisceo: Office) -> None:
    receipt = received(commisceo)
    astray(Story(commisceo, receipt.reference))
    told = follow(receipt.reference, receipt.secret, WEDNESDAY, now=at(WEDNESDAY))

    assert not any("breach" in each.promise for each in told.next)
