"""Is what people say who do not complain kept, dealt with in time, found, kept from whom it is about, and taken up?"""

from datetime import date
from itertools import product
from typing import Any

import pytest

from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.change_feedback import change_feedback
from putright.casework.actions.close_feedback import close_feedback
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.note_feedback import note_feedback
from putright.casework.actions.receive_complaint import receive_complaint
from putright.casework.actions.record_feedback import FeedbackSaid, record_feedback
from putright.casework.actions.reopen_feedback import reopen_feedback
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.appointments import actor_of
from putright.casework.errors import ActionRefused, NotFound, StaleCase
from putright.casework.facts_of import parts_of
from putright.casework.queries.case_page import case_page
from putright.casework.queries.feedback import ShowFeedback, feedback_list, feedback_shown, find_feedback
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.access import Actor, Role
from putright.domain.channels import Channel
from putright.domain.feedback import Ending, FeedbackKind, FeedbackParts, FeedbackState, Rating, may_hear
from putright.domain.sought import sought
from putright.records.models import Case, Feedback, FeedbackEntry, FeedbackLook, NamedPerson, Restriction
from putright.records.visible_to import feedback_visible_to
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_complaint, a_story, an_office, at

pytestmark = pytest.mark.django_db

# Good Friday is 3 April and Easter Monday 6 April 2026: the next working day after Thursday 2 April is Tuesday the 7th.
TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
GWEN = PersonSaid(name="Gwen Example", telephone="01632 960123", email="gwen@example.org")


@pytest.fixture
def office(commisceo: Office) -> Office:
    return commisceo


def kept(office: Office, *, who: str = "olu", on: date = MAUNDY_THURSDAY, **said: Any) -> int:
    plain: dict[str, Any] = {
        "kind": FeedbackKind.CONCERN,
        "channel": Channel.TELEPHONE,
        "words": "Nobody tells me when the clinic rings.",
        "person": GWEN,
    }
    return record_feedback(actor=office.actor(who, on), said=FeedbackSaid(**{**plain, **said}), on=on, now=at(on))


def does(office: Office, action: Any, number: int, day: date = TUESDAY, who: str = "olu", **said: Any) -> None:
    action(actor=office.actor(who, day), feedback=number, now=at(day), **said)


def closes(office: Office, number: int, on: date = TUESDAY, **said: Any) -> None:
    plain = {"ending": Ending.PUT_RIGHT, "done": "The clinic rang her.", "on": on}
    does(office, close_feedback, number, on, **{**plain, **said})


def row(number: int) -> Feedback:
    return Feedback.objects.get(number=number)


class TestKeepingIt:
    def test_gives_each_of_a_body_a_number(self, office: Office) -> None:
        assert [kept(office), kept(office, kind=FeedbackKind.QUESTION)] == [1, 2]

    def test_a_concern_is_to_be_put_right_by_the_next_working_day(self, office: Office) -> None:
        assert row(kept(office)).due_on == TUESDAY

    @pytest.mark.parametrize("kind", [kind for kind in FeedbackKind if kind is not FeedbackKind.CONCERN])
    def test_of_nothing_else_a_time_is_promised(self, office: Office, kind: FeedbackKind) -> None:
        assert row(kept(office, kind=kind)).due_on is None

    def test_a_comment_needs_neither_a_name_nor_words(self, office: Office) -> None:
        number = kept(
            office,
            kind=FeedbackKind.FRIENDS_AND_FAMILY,
            words="",
            rating=Rating.GOOD,
            person=None,
            channel=Channel.LETTER,
        )

        shown = feedback_shown(office.actor("olu"), number, now=at(MAUNDY_THURSDAY))
        assert (shown.person, shown.line.rating) == (None, Rating.GOOD)

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"words": " "}, "nothing-written"),
            ({"words": "x" * 20_001}, "too-long"),
            ({"rating": Rating.GOOD}, "no-rating"),
            ({"person": PersonSaid(name="Gwen", agrees_to_email=True)}, "no-email"),
            ({"about": 0}, "no-such-person"),
            ({"about": "olu"}, "about-yourself"),
        ],
    )
    def test_is_refused_and_nothing_is_kept(self, office: Office, said: dict[str, Any], code: str) -> None:
        said = {name: office.people.get(value, value) if name == "about" else value for name, value in said.items()}

        with pytest.raises(ActionRefused) as refused:
            kept(office, **said)

        assert refused.value.refusal.code == code
        assert not Feedback.objects.exists()

    def test_of_tomorrow_is_refused(self, office: Office) -> None:
        with pytest.raises(ActionRefused) as refused:
            record_feedback(
                actor=office.actor("olu"),
                said=FeedbackSaid(kind=FeedbackKind.CONCERN, channel=Channel.LETTER, words="x"),
                on=TUESDAY,
                now=at(MAUNDY_THURSDAY),
            )

        assert refused.value.refusal.code == "in-the-future"

    @pytest.mark.parametrize("who", ["ines", "ada", "sam", "max"])
    def test_is_not_for_everybody(self, office: Office, who: str) -> None:
        with pytest.raises(ActionRefused) as refused:
            kept(office, who=who)

        assert refused.value.refusal.code == "not-your-role"


class TestDealingWithIt:
    def test_closes_it_with_what_was_done_and_nothing_is_due_any_more(self, office: Office) -> None:
        number = kept(office)
        does(office, note_feedback, number, words="I rang the clinic.")
        closes(office, number)

        shown = feedback_shown(office.actor("olu", TUESDAY), number, now=at(TUESDAY))
        assert (shown.line.state, shown.line.ending, shown.closed_on) == (
            FeedbackState.CLOSED,
            Ending.PUT_RIGHT,
            TUESDAY,
        )
        assert shown.line.due_on is None
        assert [step.note for step in shown.steps] == ["", "I rang the clinic.", "The clinic rang her."]

    def test_what_is_opened_again_is_open(self, office: Office) -> None:
        number = kept(office)
        closes(office, number)

        does(office, reopen_feedback, number, WEDNESDAY, reason="They did not ring.")

        assert row(number).state == "open"
        assert not row(number).ending

    def test_a_question_that_turns_out_a_concern_is_due_then(self, office: Office) -> None:
        number = kept(office, kind=FeedbackKind.QUESTION)
        same: dict[str, Any] = {"owner": office.people["olu"], "about": None}

        does(office, change_feedback, number, kind=FeedbackKind.CONCERN, **same)
        assert row(number).due_on == TUESDAY

        does(office, change_feedback, number, kind=FeedbackKind.COMPLIMENT, **same)
        assert row(number).due_on is None

    @pytest.mark.parametrize(
        ("action", "said", "code"),
        [
            (close_feedback, {"ending": Ending.PUT_RIGHT, "done": " ", "on": TUESDAY}, "nothing-written"),
            (close_feedback, {"ending": Ending.PUT_RIGHT, "done": "x", "on": date(2026, 4, 1)}, "not-on-that-day"),
            (close_feedback, {"ending": Ending.PUT_RIGHT, "done": "x", "on": WEDNESDAY}, "not-on-that-day"),
            (note_feedback, {"words": ""}, "nothing-written"),
            (note_feedback, {"words": "x" * 20_001}, "too-long"),
            (reopen_feedback, {"reason": "x"}, "not-closed"),
            (change_feedback, {"kind": FeedbackKind.CONCERN, "owner": "olu", "about": None}, "already-so"),
            (change_feedback, {"kind": FeedbackKind.CONCERN, "owner": "sam", "about": None}, "not-a-listener"),
            (change_feedback, {"kind": FeedbackKind.CONCERN, "owner": "mo", "about": "mo"}, "about-its-owner"),
        ],
    )
    def test_is_refused(self, office: Office, action: Any, said: dict[str, Any], code: str) -> None:
        number = kept(office)
        said = {name: office.people.get(value, value) for name, value in said.items()}

        with pytest.raises(ActionRefused) as refused:
            does(office, action, number, **said)

        assert refused.value.refusal.code == code
        assert FeedbackEntry.objects.count() == 1

    def test_nothing_is_done_to_what_is_closed_but_opening_it(self, office: Office) -> None:
        number = kept(office)
        closes(office, number)

        refused: tuple[tuple[Any, dict[str, Any]], ...] = (
            (note_feedback, {"words": "x"}),
            (reopen_feedback, {"reason": " "}),
        )
        for action, said in refused:
            with pytest.raises(ActionRefused):
                does(office, action, number, **said)

    def test_two_people_at_once_are_told(self, office: Office) -> None:
        number = kept(office)

        with pytest.raises(StaleCase):
            does(office, note_feedback, number, words="x", version=row(number).version - 1)


class TestTheList:
    def test_has_what_is_due_first_and_counts_what_it_shows(self, office: Office) -> None:
        question = kept(office, kind=FeedbackKind.QUESTION)
        concern = kept(office)
        closed = kept(office)
        closes(office, closed)

        shown = feedback_list(office.actor("olu", WEDNESDAY), WEDNESDAY)
        assert [line.number for line in shown.lines] == [concern, question]
        for show in ShowFeedback:
            found = feedback_list(office.actor("olu", WEDNESDAY), WEDNESDAY, show=show)
            assert len(found.lines) == shown.counts[show]
        assert shown.counts == {
            ShowFeedback.OPEN: 2,
            ShowFeedback.OVERDUE: 1,
            ShowFeedback.CLOSED: 1,
            ShowFeedback.COMPLAINT: 0,
        }
        compliments = feedback_list(office.actor("olu"), WEDNESDAY, kind=FeedbackKind.COMPLIMENT)
        assert compliments.lines == ()

    @pytest.mark.parametrize("typed", ["gwen", "Example, Gwen", "gwen@example.org", "01632 960123", "960123"])
    def test_is_found_by_who_said_it(self, office: Office, typed: str) -> None:
        number = kept(office)
        kept(office, person=None)

        found = find_feedback(office.actor("olu"), sought(typed), now=at(TUESDAY))

        assert [line.number for line in found] == [number]
        assert FeedbackLook.objects.get().was_found

    def test_looks_are_kept_and_shown_to_those_who_may_see_them(self, office: Office) -> None:
        number = kept(office)
        feedback_shown(office.actor("olu"), number, now=at(TUESDAY))

        assert feedback_shown(office.actor("olu"), number, now=at(TUESDAY)).lookers == ()
        assert feedback_shown(office.actor("rosa"), number, now=at(TUESDAY)).lookers == (("Olu Officer", 2),)


class TestWhoSeesIt:
    def test_nobody_whom_it_is_about(self, office: Office) -> None:
        number = kept(office, about=office.people["mo"])

        assert feedback_list(office.actor("mo"), TUESDAY).lines == ()
        with pytest.raises(NotFound):
            feedback_shown(office.actor("mo"), number, now=at(TUESDAY))
        assert find_feedback(office.actor("mo"), sought("gwen"), now=at(TUESDAY)) == ()
        with pytest.raises(NotFound):
            does(office, note_feedback, number, who="mo", words="x")

    def test_nobody_of_another_body(self, office: Office, tmp_path: Any) -> None:
        number = kept(office)
        there = an_office(tmp_path / "there", code="elsewhere")

        with pytest.raises(NotFound):
            feedback_shown(there.actor("olu"), number, now=at(TUESDAY))

    def test_the_list_and_the_rule_agree(self, office: Office) -> None:
        me = office.people["sam"]
        rows = []
        for about, named, restricted, mine in product((True, False), repeat=4):
            story = a_story(office)
            case = story.case
            if named:
                NamedPerson.objects.create(case=case, person_id=me, made_at=at(TUESDAY))
            if restricted:
                Restriction.objects.create(
                    case=case, body=case.body, made_by_id=office.people["rosa"], made_at=at(TUESDAY)
                )
            Case.objects.filter(pk=case.pk).update(handler_id=me if mine else None)
            rows.append((Feedback.objects.get(number=kept(office, about=me if about else None)), story.case))
        for feedback, case in rows[::2]:
            Feedback.objects.filter(pk=feedback.pk).update(case=case, state="complaint")
        for role in Role:
            actor = Actor(person_id=me, body_id=office.body.pk, roles=frozenset({role}), on=TUESDAY)
            seen = set(feedback_visible_to(actor).values_list("pk", flat=True))
            told = set()
            for feedback, _ in rows:
                fresh = Feedback.objects.get(pk=feedback.pk)
                parts = parts_of(fresh.case) if fresh.case else None
                if may_hear(actor, FeedbackParts(body_id=fresh.body_id, about_id=fresh.about_id, case=parts)):
                    told.add(fresh.pk)
            assert seen == told, role


class TestBecomingAComplaint:
    def becomes(self, office: Office, number: int, on: date = WEDNESDAY, who: str = "olu") -> Story:
        receipt = receive_complaint(
            actor=office.actor(who, on),
            body=office.code,
            complaint=a_complaint(),
            channel=Channel.TELEPHONE,
            on=on,
            now=at(WEDNESDAY),
            feedback=number,
            means=office.means,
        )
        return Story(office, receipt.reference)

    def test_both_name_each_other_and_the_days_are_told_apart(self, office: Office) -> None:
        number = kept(office)

        story = self.becomes(office, number)

        assert story.case.received_on == WEDNESDAY
        assert ("concern_raised", MAUNDY_THURSDAY) in story.events()
        shown = feedback_shown(office.actor("olu", WEDNESDAY), number, now=at(WEDNESDAY))
        assert (shown.line.state, shown.line.case, shown.sees_case) == (
            FeedbackState.COMPLAINT,
            story.reference,
            True,
        )
        page = case_page(office.actor("olu", WEDNESDAY), story.reference, WEDNESDAY, now=at(WEDNESDAY))
        # Three working days after Wednesday 8 April 2026 is Monday the 13th: the clock begins with the complaint.
        assert {one.duty.due_on for one in page.duties if one.duty.procedure == "england-2009"} >= {date(2026, 4, 13)}
        assert verify(office.means).misfits == ()

    def test_one_that_was_dealt_with_can_too(self, office: Office) -> None:
        number = kept(office)
        closes(office, number)

        self.becomes(office, number)

        assert row(number).state == "complaint"

    def test_once(self, office: Office) -> None:
        number = kept(office)
        self.becomes(office, number)

        with pytest.raises(ActionRefused) as refused:
            self.becomes(office, number)

        assert refused.value.refusal.code == "already-a-complaint"
        assert Case.objects.count() == 1

    def test_not_before_it_was_said(self, office: Office) -> None:
        number = kept(office, on=TUESDAY)

        with pytest.raises(ActionRefused) as refused:
            self.becomes(office, number, on=MAUNDY_THURSDAY)

        assert refused.value.refusal.code == "before-the-concern"

    def test_is_hidden_from_whom_the_case_names_and_where_it_is_restricted(self, office: Office) -> None:
        ada = office.actor("ada")
        pals = appoint_person(
            actor=ada,
            person=office.people["sam"],
            role=Role.PALS_OFFICER,
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
        )
        number = kept(office)
        story = self.becomes(office, number)
        sam = actor_of(pals, office.body.pk, on=WEDNESDAY)

        shown = feedback_shown(sam, number, now=at(WEDNESDAY))
        assert (shown.line.case, shown.sees_case) == (story.reference, False)
        story.does(restrict_case, "rosa", WEDNESDAY, reason="They work here.")
        with pytest.raises(NotFound):
            feedback_shown(sam, number, now=at(WEDNESDAY))
        assert feedback_shown(office.actor("rosa", WEDNESDAY), number, now=at(WEDNESDAY)).sees_case

        second = kept(office)
        other = self.becomes(office, second)
        other.does(name_staff, "mo", WEDNESDAY, person=office.people["sam"])
        with pytest.raises(NotFound):
            feedback_shown(sam, second, now=at(WEDNESDAY))

    def test_of_what_is_about_whoever_enters_it_is_not_there(self, office: Office) -> None:
        number = kept(office, about=office.people["mo"])

        with pytest.raises(NotFound):
            self.becomes(office, number, who="mo")
        assert not Case.objects.exists()
