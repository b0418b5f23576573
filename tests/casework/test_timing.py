"""Can what only some procedures ask for be done: levels, longer times agreed, stopped clocks, events of their own?

The procedure is that of the acute trust (docs/examples/acute-trust.md), whose cases were worked out by hand. Received
on Tuesday 1 September 2026; there is no bank holiday in England between 31 August and 25 December.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.agree_extension import agree_extension
from putright.casework.actions.pause_clocks import pause_clocks
from putright.casework.actions.record_named_event import record_named_event
from putright.casework.actions.request_meeting import request_meeting
from putright.casework.actions.resume_clocks import resume_clocks
from putright.casework.actions.set_tier import set_tier
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.timing_shown import levels_shown
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.reasons import DelayReason
from tests.architecture.source import ROOT
from tests.casework.offices import Story, a_story, an_office, at

pytestmark = pytest.mark.django_db

RECEIVED, MONDAY = date(2026, 9, 1), date(2026, 9, 7)
GREEN, AMBER = date(2026, 10, 6), date(2026, 10, 27)  # 25 and 40 working days after 1 September
MEETING_FIRST = {"reason": DelayReason.ANOTHER_BODY, "explanation": "So that we can meet first."}
TRUST = ROOT / "procedures/examples/acute-trust.yaml"
PAUSES = "pauses: {steps: [answer], clause: '9'}\n"
OF_ITS_OWN = "  panel_fixed: {words: The day of the panel was fixed, facts: {date: date, open: flag, room: code}}\n"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A complaint that the trust received online, under a text that lets its answer be paused as well."""
    text = TRUST.read_text().replace("events:\n", f"{PAUSES}\nevents:\n{OF_ITS_OWN}")
    (tmp_path / "trust.yaml").write_text(text)
    office = an_office(tmp_path / "files", procedure=str(tmp_path / "trust.yaml"), code="ravensmoor-vale")
    story = a_story(office, on=RECEIVED, channel=Channel.ONLINE)
    story.does(acknowledge, "mo", date(2026, 9, 4), channel=Channel.TELEPHONE)
    return story


def page(story: Story, on: date) -> CasePage:
    return case_page(story.office.actor("mo", on), story.reference, on, now=at(on))


def due(story: Story, step: str, on: date) -> date | None:
    """The date in force of a promise of the trust itself."""
    return next(each.duty.due_on for each in page(story, on).duties if each.duty.step == step)


def refusal(story: Story, action, on: date, **said) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, "mo", on, **said)
    return refused.value.refusal.code


def letter(story: Story, action, on: date, **said) -> str:
    """The letter that an action would write, as it is read before it goes."""
    laid_out: list = []
    rehearsed = Story(replace(story.office, means=replace(story.office.means, laid_out=laid_out)), story.reference)
    rehearsed.does(action, "mo", on, **said)
    return laid_out[0].markdown


def level(story: Story, name: str, on: date) -> None:
    story.posts("mo", on, story.does(set_tier, "mo", on, tier=name, why="One service, and few facts in dispute."))


class TestALevel:
    def test_brings_the_time_for_the_answer_and_is_told_in_writing(self, story):
        assert due(story, "answer", MONDAY) is None

        said = {"tier": "green", "why": "One service, and few facts in dispute."}
        words = letter(story, set_tier, MONDAY, **said)
        story.posts("mo", MONDAY, story.does(set_tier, "mo", MONDAY, **said))

        assert "You will have our answer by **6 October 2026**." in words
        assert "One service, and few facts in dispute." in words
        assert due(story, "answer", MONDAY) == GREEN
        assert due(story, "respond-as-told", MONDAY) == GREEN
        states = {each.duty.step: each.duty.state for each in page(story, MONDAY).duties}
        assert states["assess"] == "met"  # 5 working days after 1 September are up on Tuesday 8
        assert verify(story.office.means).misfits == ()

    def test_is_offered_with_the_day_that_it_brings(self, story):
        shown = levels_shown(story.office.actor("mo", MONDAY), story.reference, MONDAY)

        assert [(each.name, each.due_on) for each in shown] == [
            ("green", GREEN),
            ("amber", AMBER),
            ("red", date(2026, 11, 24)),  # 60 working days
        ]
        assert not any(each.is_in_force for each in shown)

    def test_can_be_set_again_and_the_first_date_stays_on_the_file(self, story):
        level(story, "green", MONDAY)
        level(story, "amber", date(2026, 9, 14))

        assert due(story, "answer", date(2026, 9, 14)) == AMBER
        answer = next(each.duty for each in page(story, date(2026, 9, 14)).duties if each.duty.step == "answer")
        assert answer.original_due_on == GREEN

    def test_that_it_has_or_that_nobody_knows_is_refused(self, story):
        level(story, "green", MONDAY)

        assert refusal(story, set_tier, MONDAY, tier="green", why="The same.") == "already-this-level"
        assert refusal(story, set_tier, MONDAY, tier="purple", why="Odd.") == "no-such-level"
        assert refusal(story, set_tier, MONDAY, tier="red", why=" ") == "nothing-written"


class TestALongerTime:
    def test_that_was_agreed_in_time_moves_the_answer_and_is_confirmed_in_writing(self, story):
        level(story, "green", MONDAY)
        agreed_on, new_date = date(2026, 9, 21), date(2026, 10, 30)

        said = {"step": "answer", "new_date": new_date, "agreed_words": "Yes.", **MEETING_FIRST}
        words = letter(story, agree_extension, agreed_on, **said)
        story.posts("mo", date(2026, 9, 22), story.does(agree_extension, "mo", agreed_on, **said))

        assert "On 21 September 2026 you agreed to another day. It is now **30 October 2026**." in words
        assert due(story, "answer", agreed_on) == new_date
        assert due(story, "respond-as-told", agreed_on) == new_date
        assert due(story, "respond", agreed_on) == date(2027, 2, 28)  # the law's six months stay
        assert ("extension_confirmed", date(2026, 9, 22)) in story.events()
        assert verify(story.office.means).misfits == ()

    def test_that_was_agreed_on_the_last_day_is_in_time(self, story):
        level(story, "green", MONDAY)
        story.does(agree_extension, "mo", GREEN, step="answer", new_date=date(2026, 10, 30), **MEETING_FIRST)

        assert due(story, "answer", GREEN) == date(2026, 10, 30)

    def test_that_was_agreed_a_day_too_late_moves_nothing_and_says_what_to_do(self, story):
        level(story, "green", MONDAY)

        with pytest.raises(ActionRefused) as refused:
            story.does(
                agree_extension,
                "mo",
                date(2026, 10, 7),
                step="answer",
                new_date=date(2026, 10, 30),
                **MEETING_FIRST,
            )

        assert refused.value.refusal.code == "move-too-late"
        assert "6 October 2026, had passed" in refused.value.refusal.message
        assert "explain the delay" in refused.value.refusal.message
        assert due(story, "answer", date(2026, 10, 7)) == GREEN

    def test_that_was_agreed_in_time_can_be_entered_afterwards(self, story):
        """The call was on the last day; it is written up on the next."""
        level(story, "green", MONDAY)
        agree_extension(
            actor=story.office.actor("mo", date(2026, 10, 7)),
            case=story.reference,
            on=GREEN,
            now=at(date(2026, 10, 7)),
            means=story.office.means,
            step="answer",
            new_date=date(2026, 10, 30),
            **MEETING_FIRST,  # type: ignore[arg-type]  # a reason and its words
        )

        assert due(story, "answer", date(2026, 10, 7)) == date(2026, 10, 30)

    @pytest.mark.parametrize(
        ("step", "new_date", "code"),
        [
            # 80 working days after 1 September: Tuesday 22 December.
            ("answer", date(2026, 12, 23), "move-past-ceiling"),
            ("answer", date(2026, 9, 20), "promised-in-the-past"),
            ("meeting-letter", date(2026, 10, 30), "nothing-to-move"),
        ],
    )
    def test_that_cannot_be_is_refused(self, story, step, new_date, code):
        level(story, "green", MONDAY)

        said = {"step": step, "new_date": new_date, **MEETING_FIRST}
        assert refusal(story, agree_extension, date(2026, 9, 21), **said) == code


class TestAMeetingThatIsWanted:
    def test_is_held_in_the_time_that_runs_from_the_asking(self, story):
        asked_on = date(2026, 9, 10)
        story.does(request_meeting, "mo", asked_on, words="She would like to meet the ward sister.")

        # 20 working days after Thursday 10 September.
        assert due(story, "meeting", asked_on) == date(2026, 10, 8)


class TestAClock:
    def test_stands_still_and_runs_again_with_the_days_between_added(self, story):
        level(story, "green", MONDAY)
        story.does(pause_clocks, "mo", date(2026, 9, 14), steps=("answer",), why="She asked us to wait for her.")
        assert due(story, "answer", date(2026, 9, 16)) is None
        assert due(story, "respond", date(2026, 9, 16)) == date(2027, 2, 28)  # the law's clock never stops

        story.does(resume_clocks, "mo", date(2026, 9, 21), steps=("answer",))

        # Monday 14 to Friday 18 September are five working days: 7, 8, 9, 12 and 13 October.
        assert due(story, "answer", date(2026, 9, 21)) == date(2026, 10, 13)
        entries = {entry.event: dict(entry.said) for entry in page(story, date(2026, 9, 21)).chronology}
        assert entries["paused"]["Clocks"].startswith("We answer in writing within 25, 40 or 60 working days")

    def test_that_the_procedure_does_not_let_stop_goes_on(self, story):
        level(story, "green", MONDAY)

        assert refusal(story, pause_clocks, MONDAY, steps=("assess",), why="Busy.") == "cannot-be-paused"
        assert refusal(story, pause_clocks, MONDAY, steps=("respond",), why="Busy.") == "cannot-be-paused"
        assert refusal(story, pause_clocks, MONDAY, steps=(), why="Busy.") == "nothing-to-pause"
        assert refusal(story, resume_clocks, MONDAY, steps=("answer",)) == "not-paused"

    def test_that_runs_already_does_not_run_twice(self, story):
        level(story, "green", MONDAY)
        story.does(pause_clocks, "mo", MONDAY, steps=("answer",), why="She asked us to wait.")

        assert refusal(story, pause_clocks, MONDAY, steps=("answer",), why="Again.") == "nothing-to-pause"
        assert refusal(story, resume_clocks, MONDAY, steps=("assess",)) == "no-such-clock"


class TestAnEventOfTheProceduresOwn:
    def test_is_recorded_with_what_it_says(self, story):
        facts = {"date": date(2026, 10, 1), "open": True, "room": "blue"}
        story.does(record_named_event, "mo", MONDAY, event="panel_fixed", facts=facts, words="By letter of today.")

        entry = next(each for each in page(story, MONDAY).chronology if each.event == "panel_fixed")
        assert entry.words == "The day of the panel was fixed"
        assert dict(entry.said) == {"Date given": "Thursday 1 October 2026", "Open": "Yes", "Room": "Blue"}
        assert verify(story.office.means).misfits == ()

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"event": "acknowledged"}, "no-such-event"),
            ({"event": "nothing_known"}, "no-such-event"),
            ({"event": "panel_fixed"}, "fact-missing"),
            (
                {"event": "panel_fixed", "facts": {"date": date(2026, 10, 1), "open": "yes", "room": "x"}},
                "fact-missing",
            ),
            ({"event": "lapse_told", "facts": {"date": date(2026, 10, 1)}}, "no-such-fact"),
        ],
    )
    def test_that_is_not_one_or_says_too_little_is_refused(self, story, said, code):
        assert refusal(story, record_named_event, MONDAY, **said) == code


class TestWhereAProcedureHasNothingOfTheKind:
    def test_each_is_refused_with_why(self, tmp_path):
        story = a_story(an_office(tmp_path, procedure="commisceo"))
        refused = {each.action: each.refusal.code for each in page(story, date(2026, 4, 2)).choices if each.refusal}

        assert refused["set_tier"] == "no-levels"
        assert refused["pause_clocks"] == "cannot-be-paused"
        assert refused["resume_clocks"] == "not-paused"
        assert refused["record_named_event"] == "no-event-of-its-own"
