"""Is a safety flag read by whoever may meet or ring the person, by nobody else, and no longer than it stands?

April 2026: Easter Monday is the 6th. A flag is set on Tuesday the 7th until Wednesday 6 May.
"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.flag_safety import flag_safety
from putright.casework.actions.lift_safety_flag import lift_safety_flag
from putright.casework.actions.match_person import match_person
from putright.casework.actions.review_safety_flag import review_safety_flag
from putright.casework.destruction import take_away
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.before_meeting import before_meeting
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.queries.safety_shown import SafetyShown
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.access import Role
from putright.domain.deaths import Who
from putright.domain.looks import Look
from putright.domain.safety import Danger
from putright.domain.standing import Basis
from putright.records.models import Document, ReadLog, SafetyFlag
from tests.casework.offices import Office, Story, a_story, at, received
from tests.casework.test_who_may_come_near import appointed

pytestmark = pytest.mark.django_db

TUESDAY, UNTIL, DAY_AFTER, AGAIN = date(2026, 4, 7), date(2026, 5, 6), date(2026, 5, 7), date(2026, 6, 3)
SECRETS = ("Two of us, at the surgery.", "He lifted a chair at the desk.")
FLAG = {"whose": Who.COMPLAINANT, "danger": Danger.VIOLENCE, "what_to_do": SECRETS[0], "why": SECRETS[1]}


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


def flagged(story: Story, who: str = "olu", **said: Any) -> int:
    story.does(flag_safety, who, TUESDAY, **{**FLAG, "review_on": UNTIL, **said})
    return story.case.chain_count


def seen(story: Story, who: str, on: date = TUESDAY) -> SafetyShown:
    return case_page(story.office.actor(who, on), story.reference, on, now=at(on)).safety


def sheet(story: Story, who: str, on: date = TUESDAY) -> SafetyShown:
    return before_meeting(story.office.actor(who, on), story.reference, on, now=at(on)).safety


def looks(story: Story) -> int:
    return ReadLog.objects.filter(case=story.case, what=Look.SAFETY).count()


class TestWhoReadsIt:
    def test_whoever_may_meet_the_person_reads_what_to_do_on_the_case_and_why_on_the_sheet(self, story: Story) -> None:
        entry = flagged(story)
        (flag,) = seen(story, "mo").flags
        (told,) = sheet(story, "mo").flags

        assert (flag.entry, flag.name, flag.danger) == (entry, "Pat Example", "Somebody was hurt or threatened")
        assert (flag.what_to_do, flag.by, flag.since, flag.review_on) == (SECRETS[0], "Olu Officer", TUESDAY, UNTIL)
        assert flag.steps == ()
        assert [step.why for step in told.steps] == [SECRETS[1]]

    def test_the_investigator_who_was_given_the_case_reads_it_and_may_set_one(self, story: Story) -> None:
        story.does(assign_handler, "mo", TUESDAY, handler=story.office.people["ines"])
        flagged(story, "ines")

        assert len(sheet(story, "ines").flags) == 1

    def test_whoever_meets_nobody_is_told_only_to_ask(self, story: Story) -> None:
        appointed(story.office, "audrey", Role.AUDITOR)
        flagged(story)

        assert seen(story, "audrey") == SafetyShown(is_hidden=True)
        with pytest.raises(ActionRefused) as refused:
            sheet(story, "audrey")
        assert refused.value.refusal.code == "not-your-role"
        assert not seen(story, "audrey", DAY_AFTER).is_hidden

    def test_nobody_of_another_body_finds_the_sheet(self, story: Story, living_well: Office) -> None:
        flagged(story)
        with pytest.raises(NotFound):
            before_meeting(living_well.actor("mo"), story.reference, TUESDAY, now=at(TUESDAY))

    def test_that_its_reasons_were_read_is_kept_and_nothing_where_there_is_none(self, story: Story) -> None:
        sheet(story, "mo")
        assert looks(story) == 0

        flagged(story)
        seen(story, "mo")
        assert looks(story) == 0
        sheet(story, "mo")
        assert looks(story) == 1

    def test_it_is_in_no_entry_no_paper_no_letter_and_not_on_the_page_of_the_person(self, story: Story) -> None:
        flagged(story)
        letter = story.does(acknowledge, "mo", TUESDAY).letter
        assert letter is not None
        texts = " ".join(filter(None, Document.objects.filter(case=story.case).values_list("text", flat=True)))
        shown = repr(page_shown(story.case, TUESDAY))
        entries = repr(list(story.case.events.values_list("event", "facts")))

        for secret in (*SECRETS, "violence"):
            assert secret not in texts
            assert secret not in shown
            assert secret not in entries
        assert "flag" not in shown.lower()


class TestUntilWhen:
    def test_it_lapses_after_its_day_and_is_shown_as_lapsed_until_somebody_looks(self, story: Story) -> None:
        flagged(story)

        assert [flag.has_lapsed for flag in seen(story, "mo", UNTIL).flags] == [False]
        assert [flag.has_lapsed for flag in seen(story, "mo", DAY_AFTER).flags] == [True]

    def test_it_is_kept_by_whoever_decides_with_what_to_do_now(self, story: Story) -> None:
        entry = flagged(story)
        said = {"what_to_do": "Three of us.", "why": "Again on Monday.", "review_on": AGAIN}
        story.does(review_safety_flag, "mo", DAY_AFTER, flag=entry, **said)
        (flag,) = sheet(story, "mo", DAY_AFTER).flags

        assert (flag.what_to_do, flag.review_on, flag.has_lapsed, flag.by) == (
            "Three of us.",
            AGAIN,
            False,
            "Mo Manager",
        )
        assert [step.why for step in flag.steps] == [SECRETS[1], "Again on Monday."]
        assert flag.since == TUESDAY
        # It is pointed at by the entry that kept it as well as by the one that set it.
        story.does(lift_safety_flag, "mo", DAY_AFTER, flag=story.case.chain_count, why="He moved away.")
        assert seen(story, "mo", DAY_AFTER) == SafetyShown()

    def test_what_is_lifted_is_read_no_more_and_leaves_the_chain_whole(self, story: Story) -> None:
        entry = flagged(story)
        story.does(lift_safety_flag, "mo", TUESDAY, flag=entry, why="It was a mistake.")

        assert seen(story, "mo") == SafetyShown()
        assert SafetyFlag.objects.filter(case=story.case).count() == 2
        assert verify(story.office.means).misfits == ()

    def test_two_flags_are_told_apart(self, commisceo: Office) -> None:
        patient = PersonSaid(name="Viv Example", address=("2 Sample Road",), born_on=date(1950, 5, 5))
        story = a_story(commisceo, basis=Basis.REQUESTED, patient=patient)
        first = flagged(story)
        story.does(
            flag_safety,
            "olu",
            TUESDAY,
            **{**FLAG, "whose": Who.PATIENT, "danger": Danger.UNSAFE_TO_RING, "review_on": AGAIN},
        )
        story.does(lift_safety_flag, "mo", TUESDAY, flag=first, why="It was a mistake.")

        assert [(flag.name, flag.danger) for flag in seen(story, "mo").flags] == [
            ("Viv Example", "A call or a message may put them in danger")
        ]


class TestOnAnotherCase:
    def test_it_is_shown_once_somebody_has_said_that_it_is_the_same_person(self, story: Story) -> None:
        flagged(story)
        other = Story(story.office, received(story.office, on=TUESDAY).reference)
        assert seen(other, "mo") == SafetyShown()

        other.does(match_person, "mo", TUESDAY, other=story.reference, is_same=True, why="The same address.")
        (flag,) = seen(other, "mo").flags

        assert (flag.entry, flag.what_to_do) == (None, SECRETS[0])
        assert sheet(other, "mo").flags[0].steps == ()  # why is read where it was set
        other.does(match_person, "mo", TUESDAY, other=story.reference, is_same=False, why="A namesake.")
        assert seen(other, "mo") == SafetyShown()


def test_destroying_a_file_takes_its_words_away(story: Story) -> None:
    flagged(story)
    take_away(story.case, on=TUESDAY)

    assert not SafetyFlag.objects.filter(case=story.case).exists()
