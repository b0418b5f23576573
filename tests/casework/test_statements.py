"""Does a page of their own let somebody who is asked for a statement answer it, once, and see nothing else?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.add_to_statement import add_to_statement
from putright.casework.actions.decline_statement import decline_statement
from putright.casework.actions.give_statement import give_statement
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.put_off_statement import put_off_statement
from putright.casework.actions.record_statement import record_statement
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.save_statement import save_statement
from putright.casework.actions.set_up_body import StaffSaid
from putright.casework.actions.take_back_request import take_back_request
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused, NotFound, StaleCase
from putright.casework.queries.case_page import case_page
from putright.casework.said import FileSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.statements import Declining, Standing
from putright.records.models import Appointment, AskedStatement, CasePart, Person
from tests.casework.offices import Office, a_story, at
from tests.casework.statements import TUESDAY, WEDNESDAY, Asking, can_sign_in
from tests.jobs.working import MAIL

THURSDAY = date(2026, 4, 9)
FILE = FileSaid(name="rota.txt", media_type="text/plain", content=b"On duty: Sam")


@pytest.fixture
def asking(commisceo: Office) -> Asking:
    can_sign_in(commisceo, "sam")
    return Asking(a_story(commisceo))


@pytest.fixture
def asked(asking: Asking) -> Asking:
    asking.asks()
    return asking


class TestAsking:
    def test_the_day_is_the_procedures(self, asked: Asking) -> None:
        # 5 working days after Tuesday 7 April 2026.
        assert asked.row.due_on == date(2026, 4, 14)
        assert asked.story.case.duties.get(step="staff-reply").due_on == date(2026, 4, 14)

    def test_they_may_state_and_see_nothing(self, asked: Asking) -> None:
        actor = asked.story.office.actor("sam", TUESDAY)

        assert {role.value for role in actor.roles} == {"staff"}
        assert CasePart.objects.get(case=asked.story.case).entry == asked.row.entry
        with pytest.raises(NotFound):
            case_page(actor, asked.story.reference, TUESDAY, now=at(TUESDAY))

    def test_somebody_complained_about_is_asked_like_anybody_else(self, asking: Asking) -> None:
        asking.story.does(name_staff, "mo", TUESDAY, person=asking.story.office.people["sam"])

        asking.asks(standing=Standing.COMPLAINED_ABOUT)
        asking.does(give_statement, words="I was short with them.")

        assert asking.row.state == "given"

    def test_an_outside_expert_is_entered_and_asked(self, asking: Asking) -> None:
        asking.story.office = replace(asking.story.office, means=replace(asking.story.office.means, mail=MAIL))
        expert = StaffSaid(name="Eve Expert", post="Independent nurse adviser", email="eve@adviser.example.org")

        asking.asks(person=expert, standing=Standing.EXPERT)

        person = Person.objects.get(name="Eve Expert")
        assert asking.row.person == person
        assert Appointment.objects.get(person=person).role == "staff"
        assert person.sign_in_links.get().email == "eve@adviser.example.org"

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("no-such-issue", {"shown": (7,)}),
            ("nothing-asked", {"questions": (" ",)}),
            ("nothing-written", {"about": ""}),
            ("no-such-person", {"person": 0}),
            ("known-already", {"person": StaffSaid(name="Sam", post="x", email="SAM@commisceo.example.nhs.uk")}),
            ("cannot-sign-in", {"person": StaffSaid(name="Eve", post="Adviser", email="eve@example.org")}),
            ("no-name", {"person": StaffSaid(name="", post="Adviser", email="eve@example.org")}),
        ],
    )
    def test_it_is_refused(self, asking: Asking, code: str, said: dict[str, Any]) -> None:
        with pytest.raises(ActionRefused) as refused:
            asking.asks(**said)

        assert refused.value.refusal.code == code
        assert not AskedStatement.objects.exists()
        assert not Appointment.objects.filter(role="staff").exists()

    def test_nobody_is_asked_twice_at_once(self, asked: Asking) -> None:
        with pytest.raises(ActionRefused) as refused:
            asked.asks(WEDNESDAY)

        assert refused.value.refusal.code == "already-asked"

    def test_one_who_left_is_not_asked(self, asking: Asking) -> None:
        Person.objects.filter(pk=asking.story.office.people["sam"]).update(left_on=date(2026, 4, 6))

        with pytest.raises(ActionRefused) as refused:
            asking.asks()

        assert refused.value.refusal.code == "has-left"

    def test_a_page_is_asked_on_today(self, asking: Asking) -> None:
        office = asking.story.office
        with pytest.raises(ActionRefused) as refused:
            request_statement(
                actor=office.actor("mo", WEDNESDAY),
                case=asking.story.reference,
                on=TUESDAY,
                now=at(WEDNESDAY),
                means=office.means,
                person=office.people["sam"],
                about="A talk",
                questions=("What?",),
                channel=Channel.ONLINE,
            )

        assert refused.value.refusal.code == "not-today"


class TestWriting:
    def test_what_is_written_is_kept_until_it_is_sent(self, asked: Asking) -> None:
        saves = asked.does(save_statement, words="I came in at", saves=0)
        saves = asked.does(save_statement, words="I came in at nine.", saves=saves)

        assert (asked.row.draft, saves, asked.row.saves) == ("I came in at nine.", 2, 2)
        assert [event for event, _ in asked.story.events()].count("statement_received") == 0

    def test_another_window_does_not_write_over_it(self, asked: Asking) -> None:
        asked.does(save_statement, words="Written in one window.", saves=0)

        with pytest.raises(StaleCase):
            asked.does(save_statement, words="Written in another.", saves=0)

        assert asked.row.draft == "Written in one window."

    def test_the_same_words_are_no_conflict(self, asked: Asking) -> None:
        asked.does(save_statement, words="The same.", saves=0)

        assert asked.does(save_statement, words="The same.", saves=0) == 1

    def test_what_another_window_wrote_is_not_lost_by_sending(self, asked: Asking) -> None:
        asked.does(save_statement, words="Much more.", saves=0)

        with pytest.raises(StaleCase):
            asked.does(give_statement, words="Little.", saves=0)

        assert asked.row.state == "waiting"

    def test_too_much_is_refused_and_what_was_saved_stays(self, asked: Asking) -> None:
        asked.does(save_statement, words="Short.", saves=0)

        with pytest.raises(ActionRefused) as refused:
            asked.does(save_statement, words="x" * 100_001, saves=1)

        assert refused.value.refusal.code == "too-long"
        assert asked.row.draft == "Short."


class TestSending:
    def test_it_is_on_the_case_and_meets_what_was_owed(self, asked: Asking) -> None:
        asked.does(save_statement, words="I was there.", saves=0)
        asked.does(give_statement, words="I was there.", saves=1, files=(FILE,))

        case = asked.story.case
        papers = case.documents.filter(kind="statement").order_by("number")
        assert [paper.title for paper in papers] == ["The statement", "rota.txt"]
        assert papers[0].text == "I was there."
        assert case.duties.get(step="staff-reply").state == "met"
        assert asked.row.state == "given"
        assert asked.row.draft == ""
        assert case.events.get(event="statement_received").by_id == asked.story.office.people["sam"]
        assert verify(asked.story.office.means).misfits == ()

    def test_it_is_sent_once_and_added_to_after(self, asked: Asking) -> None:
        asked.does(give_statement, words="I was there.")
        with pytest.raises(ActionRefused) as refused:
            asked.does(give_statement, THURSDAY, words="I was not there.")
        asked.does(add_to_statement, THURSDAY, words="It was at ten, not at nine.")

        assert refused.value.refusal.code == "already-given"
        texts = asked.story.case.documents.filter(kind="statement").order_by("number").values_list("text", flat=True)
        assert list(texts) == ["I was there.", "It was at ten, not at nine."]
        assert ("statement_added", THURSDAY) in asked.story.events()

    def test_nothing_is_not_sent(self, asked: Asking) -> None:
        with pytest.raises(ActionRefused) as refused:
            asked.does(give_statement, words="  ")

        assert refused.value.refusal.code == "nothing-written"

    def test_nothing_is_added_before_it_is_sent(self, asked: Asking) -> None:
        with pytest.raises(ActionRefused) as refused:
            asked.does(add_to_statement, words="One more thing.")

        assert refused.value.refusal.code == "not-given-yet"

    def test_nobody_else_can_answer_whatever_their_role(self, asked: Asking) -> None:
        for who in ("mo", "olu", "rosa", "ada", "ines"):
            with pytest.raises(NotFound):
                asked.does(give_statement, who=who, words="I know what happened.")

        assert asked.row.state == "waiting"

    def test_it_is_refused_once_the_case_has_ended(self, asked: Asking) -> None:
        asked.story.does(withdraw, "mo", WEDNESDAY)

        with pytest.raises(ActionRefused) as refused:
            asked.does(give_statement, THURSDAY, words="Too late.")

        assert refused.value.refusal.code == "case-withdrawn"

    def test_it_is_refused_to_one_who_has_left(self, asked: Asking) -> None:
        Appointment.objects.filter(person=asked.story.office.people["sam"]).update(until_on=WEDNESDAY)

        with pytest.raises(ActionRefused) as refused:
            asked.does(give_statement, THURSDAY, words="I was there.")

        assert refused.value.refusal.code == "not-your-role"

    def test_one_that_came_in_another_way_is_given_and_what_was_begun_stays(self, asked: Asking) -> None:
        asked.does(save_statement, words="Begun here.", saves=0)
        asked.story.does(record_statement, "mo", WEDNESDAY, request=asked.row.entry, words="Told by phone.")

        assert (asked.row.state, asked.row.draft) == ("given", "Begun here.")
        asked.does(add_to_statement, THURSDAY, words="Begun here, and ended.")
        assert asked.row.draft == ""


class TestDeclining:
    def test_nothing_is_owed_any_more_and_why_is_on_the_case(self, asked: Asking) -> None:
        asked.does(decline_statement, reason=Declining.ADVISED_NOT_TO, words="My union says so.")

        case = asked.story.case
        assert case.duties.get(step="staff-reply").state == "cancelled"
        assert "My union says so." in (case.documents.get(kind="statement-declined").text or "")
        assert asked.said_of("statement_declined") == [{"channel": "online", "reason": "advised-not-to"}]

    def test_who_thinks_better_of_it_may_still_answer(self, asked: Asking) -> None:
        asked.does(save_statement, words="I was", saves=0)
        asked.does(decline_statement, reason=Declining.DOES_NOT_REMEMBER)
        asked.does(give_statement, THURSDAY, words="I was there after all.", saves=1)

        assert asked.row.state == "given"

    @pytest.mark.parametrize(
        ("code", "first", "reason"),
        [
            ("no-reason", None, Declining.OTHER),
            ("already-declined", decline_statement, Declining.NOT_ABLE),
            ("already-given", give_statement, Declining.NOT_ABLE),
        ],
    )
    def test_it_is_refused(self, asked: Asking, code: str, first: object, reason: Declining) -> None:
        if first is decline_statement:
            asked.does(decline_statement, reason=Declining.CONFLICT)
        elif first is give_statement:
            asked.does(give_statement, words="I was there.")

        with pytest.raises(ActionRefused) as refused:
            asked.does(decline_statement, reason=reason)

        assert refused.value.refusal.code == code


class TestTakingBack:
    def test_nothing_is_owed_and_nothing_can_be_sent(self, asked: Asking) -> None:
        asked.story.does(take_back_request, "mo", WEDNESDAY, request=asked.row.entry, reason="They were on leave.")

        assert asked.story.case.duties.get(step="staff-reply").state == "cancelled"
        for action, said in (
            (give_statement, {"words": "I was there."}),
            (save_statement, {"words": "I was", "saves": 0}),
            (decline_statement, {"reason": Declining.NOT_ABLE}),
        ):
            with pytest.raises(ActionRefused) as refused:
                asked.does(action, THURSDAY, **said)
            assert refused.value.refusal.code == "taken-back"

    def test_then_they_can_be_asked_anew(self, asked: Asking) -> None:
        asked.story.does(take_back_request, "mo", WEDNESDAY, request=asked.row.entry, reason="A slip.")
        asked.asks(THURSDAY)
        asked.does(give_statement, THURSDAY, words="I was there.")

        assert asked.row.state == "given"
        assert AskedStatement.objects.count() == 2

    def test_what_is_answered_is_not_taken_back(self, asked: Asking) -> None:
        entry = asked.row.entry
        asked.does(give_statement, words="I was there.")

        with pytest.raises(ActionRefused) as refused:
            asked.story.does(take_back_request, "mo", THURSDAY, request=entry, reason="A slip.")

        assert refused.value.refusal.code == "already-statement-received"


class TestMoreTime:
    def test_the_day_is_put_off_and_the_procedures_stays(self, asked: Asking) -> None:
        asked.story.does(
            put_off_statement, "mo", WEDNESDAY, request=asked.row.entry, due_on=date(2026, 4, 21), reason="On leave."
        )

        assert asked.row.due_on == date(2026, 4, 21)
        assert asked.story.case.duties.get(step="staff-reply").due_on == date(2026, 4, 14)

    @pytest.mark.parametrize(("code", "due_on"), [("same-day", date(2026, 4, 14)), ("promised-in-the-past", TUESDAY)])
    def test_it_is_refused(self, asked: Asking, code: str, due_on: date) -> None:
        with pytest.raises(ActionRefused) as refused:
            asked.story.does(
                put_off_statement, "mo", WEDNESDAY, request=asked.row.entry, due_on=due_on, reason="On leave."
            )

        assert refused.value.refusal.code == code
