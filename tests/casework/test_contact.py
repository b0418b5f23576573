"""Is contact limited after a talk and a warning, for a time, by rank, over all cases of a person, and no duty less?

Wednesday 8 April 2026 the talk, Thursday the 9th the warning, posted on Friday the 10th; on Monday the 13th it goes on,
on Tuesday the 14th contact is limited until Tuesday 14 July, and the letter is posted on Wednesday the 15th.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.answer_contact_appeal import answer_contact_appeal
from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.actions.limit_contact import limit_contact
from putright.casework.actions.match_person import match_person
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.record_contact_appeal import record_contact_appeal
from putright.casework.actions.review_contact_limit import review_contact_limit
from putright.casework.actions.set_up_body import StaffSaid
from putright.casework.actions.talk_about_contact import talk_about_contact
from putright.casework.actions.warn_about_contact import warn_about_contact
from putright.casework.actions.withdraw import withdraw
from putright.casework.contact_written import Considered
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.follow import FollowPage, page_shown
from putright.casework.verification import verify
from putright.domain.access import Role
from putright.domain.contact import ContactTerm
from putright.records.models import ContactStep, Duty
from tests.casework.offices import SET_UP_ON, Office, Story, a_story, at

pytestmark = pytest.mark.django_db

TALKED, WARNED, WARNING_WENT = date(2026, 4, 8), date(2026, 4, 9), date(2026, 4, 10)
AGAIN, LIMITED, LIMIT_WENT = date(2026, 4, 13), date(2026, 4, 14), date(2026, 4, 15)
UNTIL, THE_DAY_AFTER = date(2026, 7, 14), date(2026, 7, 15)
CONSIDERED = Considered(adjustments="We ring each Friday.", vulnerability="None that we know of.")
ALL_CONSIDERED = Considered(
    adjustments="We ring each Friday.",
    vulnerability="None that we know of.",
    meeting="Offered on 9 April; not wanted.",
    reprisal="The complaint goes on, and is with somebody else.",
)
WRITING = frozenset({ContactTerm.IN_WRITING, ContactTerm.ONE_PERSON})
ARRANGED = "Please write to Mo Manager at 1 Example Street. Mo answers within five days."


@pytest.fixture
def story(commisceo: Office) -> Story:
    appoint_person(
        actor=commisceo.actor("ada", SET_UP_ON),
        person=StaffSaid(name="Dee Delegate", post="Medical Director", email="dee@example.nhs.uk"),
        role=Role.RESPONSIBLE_PERSON,
        on=SET_UP_ON,
        now=at(SET_UP_ON),
    )
    return a_story(commisceo)


def noted(story: Story, on: date, words: str = "Rang twice within the hour and swore.") -> int:
    story.does(add_file_note, "mo", on, words=words)
    return story.case.chain_count


def talked(story: Story, on: date = TALKED) -> None:
    story.does(talk_about_contact, "mo", on, words="We asked Pat to ring once a week.", helps="A day that is fixed.")


def warned(story: Story, on: date = WARNED, posted: date | None = WARNING_WENT, **said: Any) -> None:
    entry = noted(story, on)
    plain = {"what_happened": "You rang 14 times.", "what_we_ask": "Ring once a week.", "considered": CONSIDERED}
    done = story.does(warn_about_contact, "mo", on, entries=(entry,), **{**plain, **said})
    if posted:
        story.posts("mo", posted, done)


def limited(story: Story, on: date = LIMITED, posted: date | None = LIMIT_WENT, who: str = "rosa", **said: Any) -> Any:
    entry = noted(story, AGAIN)
    plain = {
        "terms": WRITING,
        "arranged": ARRANGED,
        "until": UNTIL,
        "why": "You rang 20 times after we had warned you.",
        "entries": (entry,),
        "considered": ALL_CONSIDERED,
    }
    done = story.does(limit_contact, who, on, **{**plain, **said})
    if posted:
        story.posts("mo", posted, done)
    return done


def all_the_way(story: Story) -> None:
    talked(story)
    warned(story)
    limited(story)


def page(story: Story, on: date, who: str = "mo") -> CasePage:
    return case_page(story.office.actor(who, on), story.reference, on, now=at(on))


def followed(story: Story, on: date) -> FollowPage:
    return page_shown(story.case, on)


def refusal(story: Story, action: Any, who: str, on: date, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, who, on, **said)
    return refused.value.refusal.code


class TestTheLadder:
    def test_is_climbed_step_by_step(self, story: Story) -> None:
        all_the_way(story)

        shown = page(story, LIMIT_WENT).contact
        assert [(step.words, step.told_on) for step in shown.steps] == [
            ("Spoken to about it", None),
            ("Warned in writing", WARNING_WENT),
            ("Contact limited", LIMIT_WENT),
        ]
        assert shown.limit is not None
        assert (shown.limit.since, shown.limit.until, shown.limit.decided_by) == (LIMIT_WENT, UNTIL, "Rosa Responsible")
        assert shown.limit.arranged == ARRANGED
        assert verify(story.office.means).misfits == ()

    def test_a_limit_does_not_hold_before_its_letter_has_gone(self, story: Story) -> None:
        talked(story)
        warned(story)
        limited(story, posted=None)

        shown = page(story, LIMIT_WENT).contact
        assert (shown.limit, shown.waiting is not None) == (None, True)
        assert followed(story, LIMIT_WENT).contact is None

    def test_a_letter_put_aside_leaves_no_limit_and_another_can_be_decided(self, story: Story) -> None:
        talked(story)
        warned(story)
        done = limited(story, posted=None)
        story.does(cancel_letter, "mo", LIMIT_WENT, letter=done.letter)

        shown = page(story, LIMIT_WENT).contact
        assert (shown.limit, shown.waiting) == (None, None)
        limited(story, on=LIMIT_WENT)
        assert page(story, LIMIT_WENT).contact.limit is not None

    def test_a_warning_of_which_the_letter_waits_does_not_count(self, story: Story) -> None:
        talked(story)
        warned(story, posted=None)
        entry = noted(story, AGAIN)

        said = {"terms": WRITING, "arranged": ARRANGED, "until": UNTIL, "why": "More.", "considered": ALL_CONSIDERED}
        assert refusal(story, limit_contact, "rosa", LIMITED, entries=(entry,), **said) == "warning-first"

    def test_danger_does_not_wait_and_says_why(self, story: Story) -> None:
        limited(story, danger="A member of staff was followed to her car. The police know.")

        assert page(story, LIMIT_WENT).contact.limit is not None
        (paper,) = [one for one in page(story, LIMIT_WENT).papers if one.title == "Why contact is limited"]
        assert "followed to her car" in (paper.text or "")
        assert "13 April 2026" in (paper.text or "")  # the entry on which it rests


class TestTheEnd:
    def test_comes_by_itself_after_the_last_day(self, story: Story) -> None:
        all_the_way(story)

        assert page(story, UNTIL).contact.limit is not None
        assert page(story, THE_DAY_AFTER).contact.limit is None
        assert followed(story, THE_DAY_AFTER).contact is None
        assert refusal(
            story,
            review_contact_limit,
            "rosa",
            THE_DAY_AFTER,
            why="It goes on.",
            considered=ALL_CONSIDERED,
            until=date(2026, 9, 1),
            terms=WRITING,
            arranged=ARRANGED,
        ) == ("ended-by-itself")

    def test_stands_on_the_worklist_until_somebody_has_looked_and_not_for_ever(self, story: Story) -> None:
        all_the_way(story)
        story.does(withdraw, "mo", LIMIT_WENT)  # it outlives the case

        owed = Duty.objects.get(case=story.case, step="review-limit")
        assert (owed.binding_on, owed.counts) == (UNTIL, True)
        assert "review-limit" not in {shown.duty.step for shown in page(story, date(2026, 7, 16)).to_do}

    def test_is_put_off_by_a_decision_before_it(self, story: Story) -> None:
        all_the_way(story)
        until = date(2026, 9, 30)
        said = {"terms": WRITING, "arranged": ARRANGED, "until": until, "why": "On 1 July you swore at Olu."}
        done = story.does(review_contact_limit, "rosa", date(2026, 7, 6), considered=ALL_CONSIDERED, **said)
        story.posts("mo", date(2026, 7, 7), done)

        found = page(story, THE_DAY_AFTER).contact.limit
        assert found is not None
        assert found.until == until
        owed = {shown.duty.due_on for shown in page(story, THE_DAY_AFTER).to_do if shown.duty.step == "review-limit"}
        assert owed == {until}

    def test_comes_at_once_where_that_is_decided_though_the_letter_waits(self, story: Story) -> None:
        all_the_way(story)
        on = date(2026, 6, 1)
        story.does(review_contact_limit, "rosa", on, why="You kept to it.", considered=ALL_CONSIDERED)

        assert page(story, on).contact.limit is None
        assert followed(story, on).contact is None


class TestAnAppeal:
    MONDAY, ANSWER_BY = date(2026, 4, 20), date(2026, 5, 19)

    def test_is_owed_an_answer_and_answered_by_somebody_else(self, story: Story) -> None:
        all_the_way(story)
        story.does(record_contact_appeal, "mo", self.MONDAY, words="I cannot write: my hands shake.")

        # 20 working days after Monday 20 April: Monday 4 May is a holiday, so Tuesday 19 May.
        owed = {shown.duty.step: shown.duty.due_on for shown in page(story, self.MONDAY).to_do}
        assert owed["answer-appeal"] == self.ANSWER_BY
        assert refusal(story, answer_contact_appeal, "rosa", self.MONDAY, ends=False, why="No.") == "own-decision"
        assert page(story, self.MONDAY).contact.appealed_on == self.MONDAY

    def test_that_is_right_ends_the_limit_at_once(self, story: Story) -> None:
        all_the_way(story)
        story.does(record_contact_appeal, "mo", self.MONDAY, words="I cannot write: my hands shake.")
        story.office.people["dee"] = self._dee(story)
        done = story.does(answer_contact_appeal, "dee", self.MONDAY, ends=True, why="You cannot write.")

        assert page(story, self.MONDAY).contact.limit is None
        story.posts("mo", self.MONDAY, done)
        assert {shown.duty.step for shown in page(story, self.MONDAY).to_do} & {
            "answer-appeal",
            "review-limit",
        } == set()

    def test_that_is_not_leaves_it_to_its_last_day(self, story: Story) -> None:
        all_the_way(story)
        story.does(record_contact_appeal, "mo", self.MONDAY, words="It is unfair.")
        story.office.people["dee"] = self._dee(story)
        done = story.does(answer_contact_appeal, "dee", self.MONDAY, ends=False, why="The calls went on.")
        story.posts("mo", self.MONDAY, done)

        shown = page(story, self.MONDAY)
        assert shown.contact.limit is not None
        assert shown.contact.limit.until == UNTIL
        assert "answer-appeal" not in {one.duty.step for one in shown.to_do}

    @staticmethod
    def _dee(story: Story) -> int:
        from putright.records.models import Person

        return Person.objects.get(name="Dee Delegate").pk


class TestOverAllTheirCases:
    def test_it_counts_on_another_case_once_somebody_has_said_that_it_is_the_same_person(self, story: Story) -> None:
        all_the_way(story)
        other = a_story(story.office, on=LIMIT_WENT)

        assert page(other, LIMIT_WENT).contact.limit is None
        other.does(match_person, "mo", LIMIT_WENT, other=story.reference, is_same=True, why="The same address.")
        shown = page(other, LIMIT_WENT).contact
        assert shown.limit is not None
        assert {step.elsewhere for step in shown.steps} == {story.reference}
        assert followed(other, LIMIT_WENT).contact is not None

        other.does(match_person, "mo", LIMIT_WENT, other=story.reference, is_same=False, why="A namesake.")
        assert page(other, LIMIT_WENT).contact.limit is None
        assert page(story, LIMIT_WENT).contact.limit is not None

    def test_what_is_about_the_limit_is_done_where_it_was_decided(self, story: Story) -> None:
        all_the_way(story)
        other = a_story(story.office, on=LIMIT_WENT)
        other.does(match_person, "mo", LIMIT_WENT, other=story.reference, is_same=True, why="The same address.")

        assert refusal(other, record_contact_appeal, "mo", LIMIT_WENT, words="No.") == "on-another-case"

    def test_whom_any_of_their_complaints_names_decides_nothing(self, story: Story) -> None:
        talked(story)
        warned(story)
        other = a_story(story.office, on=LIMITED)
        other.does(match_person, "mo", LIMITED, other=story.reference, is_same=True, why="The same address.")
        other.does(name_staff, "mo", LIMITED, person=story.office.people["rosa"])
        entry = noted(story, AGAIN)

        said = {"terms": WRITING, "arranged": ARRANGED, "until": UNTIL, "why": "More.", "considered": ALL_CONSIDERED}
        code = refusal(story, limit_contact, "rosa", LIMITED, entries=(entry,), **said)
        assert code == "named-in-their-case"

    def test_a_step_on_a_case_that_somebody_may_not_see_gives_its_reference_to_nobody(self, story: Story) -> None:
        all_the_way(story)
        other = a_story(story.office, on=LIMIT_WENT)
        other.does(match_person, "mo", LIMIT_WENT, other=story.reference, is_same=True, why="The same address.")
        story.does(name_staff, "mo", LIMIT_WENT, person=story.office.people["olu"])

        shown = page(other, LIMIT_WENT, "olu").contact
        assert shown.limit is not None
        assert {step.elsewhere for step in shown.steps} == {""}


class TestNothingIsTakenFromAComplaint:
    def test_no_duty_of_a_case_is_less_or_later(self, story: Story) -> None:
        plain = a_story(story.office)
        all_the_way(story)

        assert duties(story, LIMIT_WENT) == duties(plain, LIMIT_WENT)

    def test_a_new_complaint_is_received_acknowledged_and_owed_as_any_other(self, story: Story) -> None:
        all_the_way(story)
        new, plain = a_story(story.office, on=LIMIT_WENT), a_story(story.office, on=LIMIT_WENT)
        new.does(match_person, "mo", LIMIT_WENT, other=story.reference, is_same=True, why="The same address.")

        assert duties(new, LIMIT_WENT) == duties(plain, LIMIT_WENT)
        new.does(acknowledge, "mo", LIMIT_WENT)
        shown = page(new, LIMIT_WENT)
        assert shown.choice("sign_response") == page(plain, LIMIT_WENT).choice("sign_response")

    def test_whoever_only_investigates_sees_what_holds_and_not_how_it_came_to_that(self, story: Story) -> None:
        all_the_way(story)
        story.case.__class__.objects.filter(pk=story.case.pk).update(handler=story.office.people["ines"])

        shown = page(story, LIMIT_WENT, "ines").contact
        assert shown.limit is not None
        assert shown.steps == ()


def duties(story: Story, on: date) -> set[tuple[str, str, date | None]]:
    """What is owed on a case besides what is owed about the limit itself."""
    shown = (each.duty for each in page(story, on).duties if each.duty.procedure != "contact")
    return {(duty.step, duty.state.value, duty.due_on) for duty in shown}


def test_every_step_is_kept_as_it_was(story: Story, tmp_path: Path) -> None:
    all_the_way(story)

    assert ContactStep.objects.count() == 3


NUMBER = "01632 960001"  # of the body, to which a handler without a number of their own is led


def written(story: Story, on: date, action: Any = acknowledge, **said: Any) -> str:
    """What a letter says that is written on a day, its head too; it is not kept."""
    laid_out: list[Any] = []
    Story(replace(story.office, means=replace(story.office.means, laid_out=laid_out)), story.reference).does(
        action, "rosa", on, **said
    )
    letter = laid_out[0]
    return "\n".join((*letter.channels, letter.markdown))


class TestTheTelephone:
    def test_is_in_no_letter_while_the_person_writes_and_in_every_one_afterwards(self, story: Story) -> None:
        assert NUMBER in written(story, TALKED)
        all_the_way(story)

        assert NUMBER not in written(story, LIMIT_WENT)
        assert "complaints@" in written(story, LIMIT_WENT)
        wanted = ("When it was",)
        assert "You can write to us or email us." in written(story, LIMIT_WENT, details_wanted=wanted)
        assert NUMBER in written(story, THE_DAY_AFTER)

    def test_stays_where_somebody_named_answers(self, story: Story) -> None:
        talked(story)
        warned(story)
        limited(story, terms=frozenset({ContactTerm.ONE_PERSON}))

        assert NUMBER in written(story, LIMIT_WENT)

    @pytest.mark.parametrize("term", [ContactTerm.IN_WRITING, ContactTerm.SET_TIMES])
    def test_is_not_in_the_letter_that_limits_it_and_is_in_the_one_that_ends_it(
        self, story: Story, term: ContactTerm
    ) -> None:
        talked(story)
        warned(story)
        entry = noted(story, AGAIN)
        said = {"terms": frozenset({term}), "arranged": "Write to Mo.", "until": UNTIL, "why": "More."}
        said |= {"entries": (entry,), "considered": ALL_CONSIDERED}
        assert NUMBER not in written(story, LIMITED, limit_contact, **said)

        limited(story, terms=frozenset({term}))
        assert NUMBER in written(story, LIMIT_WENT, review_contact_limit, why="It went well.")
