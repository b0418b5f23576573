"""Is the person reached only where they may be, and does another organisation come in as they wish?

Maundy Thursday is 2 April 2026; the tenth working day after it is Monday 20 April: Good Friday, the weekend and Easter
Monday are not worked, so that Tuesday the 7th is the first.
"""

from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.join_complaint import join_complaint
from putright.casework.errors import ActionRefused
from putright.casework.facts_of import chronology_of, programmes_of
from putright.casework.other_bodies import UNLISTED, BodyTold, bodies_to_choose
from putright.casework.queries.case_page import case_page
from putright.domain.joint import JointPart
from putright.domain.right_body import sharing_with
from putright.records.models import Case, Document, OutboxLetter
from tests.casework.offices import MAUNDY_THURSDAY, at
from tests.letters.reading import all_text, opened
from tests.web.public.telling import Answer, a_telling, sent, tell_all
from tests.web.reading import read

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)


def done_by_mo(office, action, on=TUESDAY, **said):
    """What the complaints manager does on the one case there is."""
    given = {"actor": office.actor("mo", on), "case": Case.objects.get().reference, "on": on, "now": at(on)}
    return action(**given, means=office.means, **said)


def shown(office, on=TUESDAY):
    return case_page(office.actor("mo", on), Case.objects.get().reference, on, now=at(on))


class TestReachedSafely:
    def test_letters_go_to_the_address_of_a_friend(self, client, commisceo):
        sent(client, a_telling(safely={"safely": ["no-letters-home"], "other_address": "c/o A Friend\r\n9 Other Row"}))
        done_by_mo(commisceo, acknowledge)
        row = OutboxLetter.objects.select_related("document").get()
        words = all_text(opened(commisceo.means.files.read(row.document.stored_as or "")))

        assert "9 Other Row" in words
        assert "3 Sample Row" not in words

    def test_with_no_other_address_no_letter_goes_home(self, client, commisceo):
        sent(client, a_telling(safely={"safely": ["no-letters-home"]}))

        with pytest.raises(ActionRefused) as refused:
            done_by_mo(commisceo, acknowledge)
        assert refused.value.refusal.code == "no-letters-home"
        assert not OutboxLetter.objects.exists()

    def test_each_is_kept_by_the_code_that_calls_and_letters_go_by(self, client, commisceo):
        safely: Answer = {"safely": ["no-messages", "time-to-call"], "times": "Tuesdays, 10am to 2pm"}
        needs: Answer = {"needs": ["somebody-with-them"], "who_with": "Lee Example, 01632 960123"}
        sent(client, a_telling(safely=safely, needs=needs))

        assert Case.objects.get().complainant.adjustments == [
            ["somebody-with-them", "Lee Example, 01632 960123"],
            ["no-messages", ""],
            ["time-to-call", "Tuesdays, 10am to 2pm"],
        ]

    def test_what_was_said_of_an_answer_that_was_taken_back_is_not_kept(self, client, commisceo):
        told = a_telling(safely={"safely": ["none"], "other_address": "9 Other Row", "times": "never"})
        sent(client, told)

        assert Case.objects.get().complainant.adjustments == []

    def test_the_list_to_check_says_it(self, client, commisceo):
        tell_all(client, a_telling(safely={"safely": ["no-letters-home", "no-messages"]}))
        page = read(client.get("/complain/check"))
        rows = dict(zip(page.texts("//dt"), page.texts("//dd[contains(@class, '__value')]"), strict=True))

        assert rows["Is there a way that we must not reach you?"] == (
            "Do not write to my home Do not leave a voice message"
        )


class TestComplainedOfBefore:
    def test_one_that_is_still_looked_into_is_told_apart_from_one_that_was_answered(self, client, commisceo):
        sent(client, a_telling(before={"before": "pending", "pending_whom": "The council", "pending_when": "May"}))

        raised = shown(commisceo).intake.raised_before
        assert "still being looked into elsewhere, so nothing is left out" in raised.meaning.for_staff
        assert raised.said == (
            ("Who is still looking into it", "The council"),
            ("When the person complained to them", "May"),
        )

    def test_one_that_was_answered_is_no_dead_end(self, client, commisceo):
        told = a_telling(
            before={"before": "answered", "answered_whom": "The health centre", "answered_when": "2025"},
            again={"again": "They never said why."},
        )
        tell_all(client, told)
        page = read(client.get("/complain/again"))

        assert "You can send your complaint. We read it and answer you in writing." in page.main
        assert page.links["Find out how, and by when"] == "/find-out"
        assert client.post("/complain/check").headers["Location"] == "/complain/sent"
        raised = shown(commisceo).intake.raised_before
        assert "with the way to the Ombudsman" in raised.meaning.for_staff
        assert raised.said[-1] == ("What the person would like to be looked at now", "They never said why.")
        assert Document.objects.get(title="When they answered").text == "2025"
        words = Document.objects.get(title="What the person would like to be looked at now")
        assert words.text == "They never said why."

    def test_where_it_is_new_nothing_is_said_of_it(self, client, commisceo):
        sent(client, a_telling())

        assert shown(commisceo).intake.raised_before is None


class TestTogether:
    def other(self):
        return next(body for body in bodies_to_choose(MAUNDY_THURSDAY) if body[0] != "commisceo")

    def asked(self, client, **more):
        code, _ = self.other()
        sent(client, a_telling(together={"together": "yes", "together_with": code, "share": "yes"} | more))

    def test_the_officer_sees_the_request_and_owes_an_answer_by_a_day(self, client, commisceo):
        self.asked(client)
        case = shown(commisceo)
        duty = next(each.duty for each in case.to_do if each.duty.step == "decide-together")

        assert case.intake.joint_asked == self.other()[1]
        assert duty.binding_on == date(2026, 4, 20)

    def test_it_can_then_be_joined_without_asking_again(self, client, commisceo):
        self.asked(client)
        code, name = self.other()
        there = BodyTold(code=code, address=("1 Example Street", "Exampleton"))
        done_by_mo(commisceo, join_complaint, other=there, part=JointPart.LEAD, why="Both were part of it.")
        case = shown(commisceo)

        assert case.intake.joint is not None
        assert case.intake.joint_asked == ""
        assert "decide-together" not in {each.duty.step for each in case.to_do}
        assert name in dict(case.intake.joint.others).values()

    def test_one_that_is_not_in_the_list_is_kept_by_its_name(self, client, commisceo):
        self.asked(client, together_with=UNLISTED, together_name="Example Ambulances")

        assert shown(commisceo).intake.joint_asked == "Example Ambulances"

    def test_who_does_not_want_it_told_is_heard(self, client, commisceo):
        self.asked(client, share="no")
        case = Case.objects.get()
        events = chronology_of(case, programmes_of(case))

        assert sharing_with(events, self.other()[0]).agreed is False
        assert shown(commisceo).intake.joint_asked == ""
        assert "joint_asked" not in {event.event for event in events}

    def test_the_person_reads_it_on_their_page(self, client, commisceo):
        self.asked(client)
        link = read(client.get("/complain/sent")).tree.xpath("//a[@class='app-keep__link']/@href")[0]
        page = read(client.get(link, follow=True))

        assert "You asked that another organisation looks into it with us." in page.main
        assert "Monday 20 April 2026" in page.main

    def test_the_organisation_that_is_complained_to_is_not_offered(self, client, commisceo):
        tell_all(client, a_telling())
        offered = read(client.get("/complain/together")).tree.xpath("//select[@name='together_with']/option/@value")

        assert offered[:2] == ["", UNLISTED]
        assert "commisceo" not in offered
