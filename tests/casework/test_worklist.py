"""Does the worklist show what is due, soonest first, to those who may see it, and nothing else?"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.register import register
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.set_severity import set_severity
from putright.casework.actions.tell_next_steps import tell_next_steps
from putright.casework.actions.withdraw import withdraw
from putright.casework.queries.worklist import Kind, Show, Worklist, worklist_for
from putright.domain.channels import Channel
from putright.domain.triage import Severity
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)


class Said(NamedTuple):
    """How grave, and on which path, is asked for."""

    severity: str | None = None
    path: str | None = None


def seen_by(office: Office, who: str, on: date = TUESDAY, **asked: object) -> Worklist:
    return worklist_for(office.actor(who, on), on, **asked)  # type: ignore[arg-type]


def references(worklist: Worklist) -> list[str]:
    return [row.reference for row in worklist.rows]


class TestTheOrder:
    def test_is_by_the_date_that_binds_the_soonest_first(self, commisceo: Office) -> None:
        later = a_story(commisceo, on=TUESDAY)
        sooner = a_story(commisceo, on=MAUNDY_THURSDAY)

        assert references(seen_by(commisceo, "mo")) == [sooner.reference, later.reference]

    def test_names_the_promise_with_its_own_date_and_the_one_that_binds(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(register, "mo", TUESDAY)
        story.does(tell_next_steps, "mo", TUESDAY)

        (row,) = seen_by(commisceo, "mo").rows

        # The policy promises ten working days, to 20 April; the law's third working day is the 9th, and binds.
        assert row.next is not None
        assert (row.next.step, row.next.due_on, row.next.binding_on) == (
            "acknowledge",
            date(2026, 4, 20),
            date(2026, 4, 9),
        )
        assert not row.next.is_overdue

    def test_calls_a_thing_late_once_the_binding_date_has_passed(self, commisceo: Office) -> None:
        a_story(commisceo)

        today, tomorrow = seen_by(commisceo, "mo", TUESDAY), seen_by(commisceo, "mo", WEDNESDAY)

        assert [row.next.is_overdue for row in today.rows if row.next] == [False]
        assert [row.next.is_overdue for row in tomorrow.rows if row.next] == [True]
        assert (today.counts[Show.OVERDUE], tomorrow.counts[Show.OVERDUE]) == (0, 1)


class TestWhoSees:
    def test_an_investigator_only_what_they_were_given(self, commisceo: Office) -> None:
        a_story(commisceo)
        mine = a_story(commisceo)
        mine.does(assign_handler, "mo", TUESDAY, handler=commisceo.people["ines"])

        assert references(seen_by(commisceo, "ines")) == [mine.reference]

    def test_the_medical_director_nothing_before_a_review_is_asked_for(self, commisceo: Office) -> None:
        a_story(commisceo)

        assert references(seen_by(commisceo, "max")) == []

    def test_an_administrator_nothing(self, commisceo: Office) -> None:
        a_story(commisceo)

        assert references(seen_by(commisceo, "ada")) == []

    def test_nobody_what_names_them(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        olu = commisceo.people["olu"]
        story.does(request_statement, "mo", TUESDAY, person=olu, about="A talk", questions=("What?",))

        assert references(seen_by(commisceo, "olu")) == []
        assert references(seen_by(commisceo, "mo")) == [story.reference]

    def test_nobody_what_is_another_bodys(self, commisceo: Office, tmp_path: Path) -> None:
        other = an_office(tmp_path, code="another")
        a_story(commisceo)

        worklist = seen_by(other, "mo")

        assert worklist.rows == ()
        assert set(worklist.counts.values()) == {0}


class TestNarrowing:
    def test_to_one_handler_and_to_nobody(self, commisceo: Office) -> None:
        theirs = a_story(commisceo, by="olu")
        a_story(commisceo, by="mo")

        assert references(seen_by(commisceo, "mo", person=commisceo.people["olu"])) == [theirs.reference]
        assert references(seen_by(commisceo, "mo", person=0)) == []

    def test_to_how_grave_and_on_which_path(self, commisceo: Office) -> None:
        grave, other = a_story(commisceo), a_story(commisceo)
        grave.does(set_severity, "mo", MAUNDY_THURSDAY, severity=Severity.HIGH, reason="Somebody fell.")
        found = {
            said: seen_by(commisceo, "mo", kind=Kind(**said._asdict()))
            for said in (Said("high"), Said("low"), Said(""), Said(None, ""), Said("high", "closer-look"))
        }

        assert references(found[Said("high")]) == [grave.reference]
        assert references(found[Said("low")]) == []
        assert references(found[Said("")]) == [other.reference]
        assert references(found[Said(None, "")]) == [grave.reference, other.reference]
        assert references(found[Said("high", "closer-look")]) == []
        assert [found[said].counts[Show.DUE] for said in found] == [1, 0, 1, 2, 0]

    def test_to_what_is_closed(self, commisceo: Office) -> None:
        over = a_story(commisceo)
        over.does(withdraw, "mo", TUESDAY)
        a_story(commisceo)

        worklist = seen_by(commisceo, "mo", show=Show.CLOSED)

        assert references(worklist) == [over.reference]
        # The withdrawal is still to be confirmed in writing, so the case is among those with something due as well.
        assert (worklist.counts[Show.DUE], worklist.counts[Show.CLOSED]) == (2, 1)

    def test_to_what_is_due_soon(self, commisceo: Office) -> None:
        soon = a_story(commisceo)

        assert references(seen_by(commisceo, "mo", show=Show.SOON)) == [soon.reference]
        assert references(seen_by(commisceo, "mo", WEDNESDAY, show=Show.SOON)) == []


class TestPages:
    def test_follow_one_another_without_gap_or_repeat(self, commisceo: Office) -> None:
        made = {a_story(commisceo).reference for _ in range(7)}

        pages = [seen_by(commisceo, "mo", page=page, size=3) for page in (1, 2, 3)]

        assert [len(page.rows) for page in pages] == [3, 3, 1]
        assert [page.has_more for page in pages] == [True, True, False]
        assert {reference for page in pages for reference in references(page)} == made

    def test_beyond_the_last_are_empty(self, commisceo: Office) -> None:
        a_story(commisceo)

        assert references(seen_by(commisceo, "mo", page=99)) == []
        assert len(references(seen_by(commisceo, "mo", page=-1))) == 1


def test_a_row_says_how_many_letters_wait(commisceo: Office) -> None:
    story: Story = a_story(commisceo)
    story.does(acknowledge, "mo", TUESDAY, channel=Channel.LETTER)

    assert [row.letters_waiting for row in seen_by(commisceo, "mo").rows] == [1]
