"""Is a case given, taken back, restricted and opened again as the rules say, and who takes it when nobody here may?"""

from collections.abc import Callable
from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.give_case import give_case
from putright.casework.actions.give_to_stand_in import give_to_stand_in
from putright.casework.actions.lift_restriction import lift_restriction
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.receive_complaint import receive_complaint
from putright.casework.actions.record_leaving import record_leaving
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actions.set_up_body import StaffSaid
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.take_as_stand_in import take_as_stand_in
from putright.casework.actions.take_back_case import take_back_case
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.case_page import case_page
from putright.casework.queries.in_sight import is_in_sight
from putright.casework.queries.nobody_left import cases_of_nobody, cases_to_take, stand_ins
from putright.casework.queries.progress import cases_followed, progress
from putright.casework.queries.who_can_be_given import who_can_be_given
from putright.casework.response_draft import Draft
from putright.casework.verification import verify
from putright.domain.access import Actor, Deed, Role
from putright.domain.channels import Channel
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from putright.records.models import CasePart, Document, Restriction
from tests.casework.offices import MAUNDY_THURSDAY, SET_UP_ON, Office, Story, a_complaint, a_story, at

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)  # after Easter Monday
WEDNESDAY = date(2026, 4, 8)
THURSDAY = date(2026, 4, 9)


def appointed(
    office: Office, called: str, role: Role, *, on: date = SET_UP_ON, until: date | None = None, by: str = "rosa"
) -> int:
    """Somebody of the office in a role; by the authority of the responsible person, where it takes that."""
    known = office.people.get(called)
    person = known or StaffSaid(
        name=f"{called.capitalize()} Example", post=role.value.capitalize(), email=f"{called}@example.nhs.uk"
    )
    office.people[called] = appoint_person(
        actor=office.actor("ada", on),
        person=person,
        role=role,
        on=on,
        until=until,
        authorised_by=office.people[by],
        now=at(on),
    )
    return office.people[called]


def sees(story: Story, who: str, on: date = TUESDAY) -> bool:
    return is_in_sight(story.office.actor(who, on), story.reference)


def given(story: Story, who: str, role: Role, *, by: str = "mo", on: date = TUESDAY, **days: date) -> None:
    story.does(give_case, by, on, person=story.office.people[who], role=role, **days)


class TestGiving:
    def test_lets_an_investigator_see_and_investigate_without_handling(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        assert not sees(story, "ines")

        given(story, "ines", Role.INVESTIGATOR)

        assert sees(story, "ines")
        assert story.case.handler_id == commisceo.people["mo"]
        story.does(add_file_note, "ines", TUESDAY, words="I rang the practice.")

    def test_holds_on_its_days_alone(self, commisceo: Office) -> None:
        story = a_story(commisceo)

        given(story, "ines", Role.INVESTIGATOR, from_on=WEDNESDAY, until_on=WEDNESDAY)

        assert [sees(story, "ines", day) for day in (TUESDAY, WEDNESDAY, THURSDAY)] == [False, True, False]

    def test_is_over_with_the_role(self, commisceo: Office) -> None:
        appointed(commisceo, "abbie", Role.OMBUDSMAN_CASEWORKER, until=WEDNESDAY)
        story = a_story(commisceo)

        given(story, "abbie", Role.OMBUDSMAN_CASEWORKER)

        assert [sees(story, "abbie", day) for day in (TUESDAY, WEDNESDAY, THURSDAY)] == [True, True, False]

    def test_is_on_the_chronology_without_a_name(self, commisceo: Office) -> None:
        story = a_story(commisceo)

        given(story, "ines", Role.INVESTIGATOR)

        event = story.case.events.order_by("number").last()
        assert event is not None
        assert (event.event, event.facts, event.papers) == ("case_given", {"role": "investigator"}, [])
        assert (event.on, event.by_id) == (TUESDAY, commisceo.people["mo"])
        assert verify(commisceo.means).misfits == ()

    def test_may_be_done_again_once_it_is_over(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        given(story, "ines", Role.INVESTIGATOR, until_on=TUESDAY)

        given(story, "ines", Role.INVESTIGATOR, on=WEDNESDAY)

        assert sees(story, "ines", WEDNESDAY)

    def test_of_a_case_that_names_them_is_for_their_statement_alone(self, commisceo: Office) -> None:
        appointed(commisceo, "sam", Role.STAFF)
        story = a_story(commisceo)
        story.does(name_staff, "mo", TUESDAY, person=commisceo.people["sam"])

        given(story, "sam", Role.STAFF)

        assert not sees(story, "sam")
        assert CasePart.objects.get().person_id == commisceo.people["sam"]

    def test_offers_the_office_only_a_restricted_case(self, commisceo: Office) -> None:
        appointed(commisceo, "abbie", Role.ADVOCATE)

        free, restricted = (
            [(one.name, one.role) for one in who_can_be_given(commisceo.actor("mo"), restricted=restricted)]
            for restricted in (False, True)
        )

        others = [("Ines Investigator", Role.INVESTIGATOR), ("Max Medic", Role.MEDICAL_DIRECTOR)]
        assert free == [*others, ("Abbie Example", Role.ADVOCATE)]
        assert restricted == [
            ("Olu Officer", Role.COMPLAINTS_OFFICER),
            ("Mo Manager", Role.SERVICE_MANAGER),
            *free,
        ]


class TestTakingBack:
    def test_ends_at_once(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        given(story, "ines", Role.INVESTIGATOR)

        story.does(take_back_case, "mo", TUESDAY, part=CasePart.objects.get().entry)

        assert not sees(story, "ines")
        assert story.events()[-1] == ("case_taken_back", TUESDAY)
        assert verify(commisceo.means).misfits == ()

    def test_says_which_giving_it_ends(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        given(story, "ines", Role.INVESTIGATOR)
        part = CasePart.objects.get().entry

        story.does(take_back_case, "mo", TUESDAY, part=part)

        last = story.case.events.order_by("number").last()
        assert last is not None
        assert last.about == part


class TestRestricting:
    def test_leaves_the_handler_the_responsible_person_and_the_auditor(self, commisceo: Office) -> None:
        appointed(commisceo, "audrey", Role.AUDITOR)
        story = a_story(commisceo)
        everybody = ("mo", "olu", "ines", "max", "rosa", "ada", "audrey")

        story.does(restrict_case, "rosa", TUESDAY, reason="The person who complains works here.")

        assert {who for who in everybody if sees(story, who)} == {"mo", "rosa", "audrey"}

    def test_hides_the_case_from_every_action_of_whoever_is_kept_out(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(restrict_case, "mo", TUESDAY, reason="The person who complains works here.")

        with pytest.raises(NotFound):
            story.does(acknowledge, "olu", TUESDAY, channel=Channel.TELEPHONE)

    def test_opens_it_again_to_whoever_is_given_it_as_what_they_are(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(restrict_case, "mo", TUESDAY, reason="The person who complains works here.")

        given(story, "olu", Role.COMPLAINTS_OFFICER)

        story.does(acknowledge, "olu", TUESDAY, channel=Channel.TELEPHONE)

    def test_gives_it_to_whoever_restricts_what_they_do_not_handle(self, commisceo: Office) -> None:
        story = a_story(commisceo, by="olu")

        story.does(restrict_case, "mo", TUESDAY, reason="The person who complains works here.")

        assert sees(story, "mo")
        assert [event for event, _ in story.events()[-2:]] == ["case_restricted", "case_given"]
        assert not CasePart.objects.exclude(person=commisceo.people["mo"]).exists()

    def test_keeps_the_reason_in_a_paper_and_off_the_chronology(self, commisceo: Office) -> None:
        story = a_story(commisceo)

        story.does(restrict_case, "mo", TUESDAY, reason="The person who complains works here.")

        event = story.case.events.order_by("number").last()
        assert event is not None
        paper = Document.objects.get(case=story.case, kind="restriction")
        assert (event.event, event.facts) == ("case_restricted", {})
        assert event.papers == [[paper.number, paper.digest]]
        assert paper.text == "The person who complains works here."
        assert verify(commisceo.means).misfits == ()

    def test_is_lifted_for_everybody_and_remembered(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(restrict_case, "mo", TUESDAY, reason="The person who complains works here.")

        story.does(lift_restriction, "mo", WEDNESDAY, reason="The person has left.")

        assert sees(story, "olu", WEDNESDAY)
        row = Restriction.objects.get()
        assert (row.made_at, row.lifted_at) == (at(TUESDAY), at(WEDNESDAY))
        assert story.events()[-1] == ("restriction_lifted", WEDNESDAY)

    def test_is_not_undone_by_handing_the_case_to_somebody_else(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(restrict_case, "mo", TUESDAY, reason="The person who complains works here.")

        story.does(assign_handler, "mo", TUESDAY, handler=commisceo.people["ines"])

        assert [sees(story, who) for who in ("ines", "mo", "olu")] == [True, False, False]


class TestWhoeverEntersAComplaint:
    def test_is_given_it_where_they_could_not_see_it(self, commisceo: Office) -> None:
        appointed(commisceo, "paula", Role.PALS_OFFICER)
        story = a_story(commisceo, by="paula")

        assert sees(story, "paula")
        assert story.case.handler is None
        part = CasePart.objects.get()
        assert (part.person_id, part.role, part.from_on) == (
            commisceo.people["paula"],
            "pals-officer",
            MAUNDY_THURSDAY,
        )

    def test_sees_none_that_others_entered(self, commisceo: Office) -> None:
        appointed(commisceo, "paula", Role.PALS_OFFICER)
        appointed(commisceo, "peter", Role.PALS_OFFICER)
        story = a_story(commisceo, by="paula")

        assert not sees(story, "peter")
        with pytest.raises(NotFound):
            story.does(acknowledge, "peter", TUESDAY, channel=Channel.TELEPHONE)

    def test_handles_nothing_by_having_entered_it(self, commisceo: Office) -> None:
        appointed(commisceo, "paula", Role.PALS_OFFICER)
        story = a_story(commisceo, by="paula")

        with pytest.raises(ActionRefused) as refused:
            story.does(acknowledge, "paula", TUESDAY, channel=Channel.TELEPHONE)

        assert refused.value.refusal.code == "not-your-role"

    def test_may_not_be_who_only_reads(self, commisceo: Office) -> None:
        for called, role in (("audrey", Role.AUDITOR), ("abbie", Role.ADVOCATE), ("omar", Role.OMBUDSMAN_CASEWORKER)):
            appointed(commisceo, called, role)
            with pytest.raises(ActionRefused) as refused:
                receive_complaint(
                    actor=commisceo.actor(called),
                    body=commisceo.code,
                    complaint=a_complaint(),
                    channel=Channel.LETTER,
                    on=MAUNDY_THURSDAY,
                    now=at(MAUNDY_THURSDAY),
                    means=commisceo.means,
                )
            assert refused.value.refusal.code == "not-your-role"


def drafted(story: Story) -> None:
    """A response is ready to be signed."""
    concluded = {"outcome": Outcome.NOT_UPHELD, "conclusion": "It was as it should be.", "remedy_needed": False}
    story.does(record_outcome, "mo", TUESDAY, issue=1, **concluded)
    complete = Draft(how_considered="We asked.", action_confirmation=ActionConfirmation.TAKEN)
    story.does(prepare_response, "mo", TUESDAY, draft=complete)


def everybody_is_named(story: Story) -> str:
    """Have the complaint be about everybody who could handle or sign it; what was said to the last."""
    story.does(name_staff, "mo", TUESDAY, person=story.office.people["olu"])
    story.does(name_staff, "mo", TUESDAY, person=story.office.people["rosa"])
    done = story.does(name_staff, "mo", TUESDAY, person=story.office.people["mo"])
    assert isinstance(done.then, str)
    return done.then


class TestWhenNobodyIsLeft:
    def test_the_last_may_be_named_and_it_is_said_what_must_be_done(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        first = story.does(name_staff, "mo", TUESDAY, person=commisceo.people["olu"])

        then = everybody_is_named(a_story(commisceo))

        assert first.then == ""
        assert then == (
            "Nobody here may handle or sign this case any more: ask an administrator to give it to an outside stand-in."
        )

    def test_whom_the_case_names_has_it_no_longer(self, commisceo: Office) -> None:
        story = a_story(commisceo)

        story.does(name_staff, "rosa", TUESDAY, person=commisceo.people["mo"])

        assert story.case.handler is None
        assert not sees(story, "mo")

    def test_the_administrator_sees_its_reference_and_what_nobody_may_do(self, commisceo: Office) -> None:
        story, other = a_story(commisceo), a_story(commisceo)
        everybody_is_named(story)
        other.does(name_staff, "mo", TUESDAY, person=commisceo.people["rosa"])

        found = cases_of_nobody(commisceo.actor("ada", TUESDAY))

        assert [(one.reference, one.nobody_may) for one in found] == [
            (story.reference, (Deed.HANDLE, Deed.SIGN)),
            (other.reference, (Deed.SIGN,)),
        ]

    def test_a_restricted_case_waits_for_somebody_once_nobody_is_responsible(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(restrict_case, "rosa", TUESDAY, reason="The person who complains works here.")
        assert cases_of_nobody(commisceo.actor("ada", WEDNESDAY)) == ()

        end_appointment(
            actor=commisceo.actor("ada", TUESDAY),
            appointment=commisceo.person("rosa").appointments.get().pk,
            last_day=TUESDAY,
            now=at(TUESDAY),
        )

        found = cases_of_nobody(commisceo.actor("ada", WEDNESDAY))
        assert [(one.reference, one.nobody_may) for one in found] == [(story.reference, (Deed.SIGN,))]

    def test_an_outside_stand_in_takes_it_and_signs_in_the_place_of_the_responsible_person(
        self, commisceo: Office
    ) -> None:
        appointed(commisceo, "sian", Role.STAND_IN)
        story = a_story(commisceo)
        drafted(story)
        everybody_is_named(story)
        administrator = commisceo.actor("ada", TUESDAY)
        assert [one.name for one in stand_ins(administrator)] == ["Sian Example"]

        give_to_stand_in(
            actor=administrator,
            case=story.reference,
            stand_in=commisceo.people["sian"],
            now=at(TUESDAY),
            means=commisceo.means,
        )

        assert cases_of_nobody(administrator) == ()
        story.does(sign_response, "sian", WEDNESDAY)
        letter = Document.objects.filter(case=story.case, kind="letter").last()
        assert letter is not None
        assert story.case.signed_by_id == commisceo.people["sian"]
        assert not sees(story, "ada")

    def test_nobody_else_is_given_it_so(self, commisceo: Office) -> None:
        appointed(commisceo, "sian", Role.STAND_IN)
        story = a_story(commisceo)
        everybody_is_named(story)

        for who, code in (("ines", "does-not-hold-the-role"), ("mo", "may-not-have-it")):
            with pytest.raises(ActionRefused) as refused:
                give(story, commisceo.actor("ada", TUESDAY), who)
            assert refused.value.refusal.code == code
        with pytest.raises(ActionRefused) as refused:
            give(story, commisceo.actor("max", TUESDAY), "sian")
        assert refused.value.refusal.code == "not-your-role"

    def test_no_case_is_given_so_that_somebody_here_may_take(self, commisceo: Office) -> None:
        appointed(commisceo, "sian", Role.STAND_IN)
        story = a_story(commisceo)

        with pytest.raises(NotFound):
            give(story, commisceo.actor("ada", TUESDAY), "sian")

    def test_an_administrator_whom_the_case_names_does_not_decide_on_it(self, commisceo: Office) -> None:
        appointed(commisceo, "sian", Role.STAND_IN)
        story = a_story(commisceo)
        story.does(name_staff, "mo", TUESDAY, person=commisceo.people["ada"])
        everybody_is_named(story)
        administrator = commisceo.actor("ada", TUESDAY)

        assert cases_of_nobody(administrator) == ()
        with pytest.raises(NotFound):
            give(story, administrator, "sian")

    def test_where_it_names_every_administrator_the_stand_in_takes_it_themselves(self, commisceo: Office) -> None:
        appointed(commisceo, "sian", Role.STAND_IN)
        story, other = a_story(commisceo), a_story(commisceo)
        everybody_is_named(other)  # but ada, who gives it
        story.does(name_staff, "mo", TUESDAY, person=commisceo.people["ada"])
        then = everybody_is_named(story)
        sian = commisceo.actor("sian", TUESDAY)

        assert then.endswith(
            "it names everybody who administers: an outside stand-in takes it themselves. Ask the responsible person"
            " whom they authorise."
        )
        assert [one.reference for one in cases_to_take(sian)] == [story.reference]
        assert not sees(story, "sian")
        take_as_stand_in(actor=sian, case=story.reference, now=at(TUESDAY), means=commisceo.means)

        assert cases_to_take(sian) == ()
        assert sees(story, "sian")
        assert story.events()[-1] == ("case_given", TUESDAY)
        assert not sees(other, "sian")

    def test_no_stand_in_takes_what_is_for_others_to_give_or_concerns_them(self, commisceo: Office) -> None:
        appointed(commisceo, "sian", Role.STAND_IN)
        plain, given_by_ada, about_sian = (a_story(commisceo) for _ in range(3))
        everybody_is_named(given_by_ada)
        for who in ("ada", "sian"):
            about_sian.does(name_staff, "mo", TUESDAY, person=commisceo.people[who])
        everybody_is_named(about_sian)
        sian = commisceo.actor("sian", TUESDAY)

        assert cases_to_take(sian) == ()
        for story in (plain, given_by_ada, about_sian):
            with pytest.raises(NotFound):
                take_as_stand_in(actor=sian, case=story.reference, now=at(TUESDAY), means=commisceo.means)

    def test_nobody_but_a_stand_in_takes_a_case(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        for who in ("ada", "ines", "max"):
            with pytest.raises(ActionRefused) as refused:
                take_as_stand_in(actor=commisceo.actor(who, TUESDAY), case=story.reference, now=at(TUESDAY))
            assert refused.value.refusal.code == "not-a-stand-in"
            with pytest.raises(ActionRefused):
                cases_to_take(commisceo.actor(who, TUESDAY))

    def test_a_stand_in_whom_the_case_names_is_no_way_out(self, commisceo: Office) -> None:
        appointed(commisceo, "sian", Role.STAND_IN)
        story = a_story(commisceo)
        story.does(name_staff, "mo", TUESDAY, person=commisceo.people["sian"])
        everybody_is_named(story)

        with pytest.raises(ActionRefused) as refused:
            give(story, commisceo.actor("ada", TUESDAY), "sian")

        assert refused.value.refusal.code == "may-not-have-it"

    def test_a_stand_in_needs_the_authority_of_the_responsible_person(self, commisceo: Office) -> None:
        with pytest.raises(ActionRefused) as refused:
            appointed(commisceo, "sian", Role.STAND_IN, by="mo")

        assert refused.value.refusal.code == "not-authorised"
        assert refused.value.refusal.authority == "SI 2009/309 reg 4(2)"


def give(story: Story, actor: Actor, who: str) -> None:
    office = story.office
    give_to_stand_in(
        actor=actor, case=story.reference, stand_in=office.people[who], now=at(TUESDAY), means=office.means
    )


class TestAnAdvocate:
    def test_sees_what_the_person_is_shown_of_the_cases_they_were_given(self, commisceo: Office) -> None:
        appointed(commisceo, "abbie", Role.ADVOCATE)
        story, other = a_story(commisceo), a_story(commisceo)
        given(story, "abbie", Role.ADVOCATE)
        actor = commisceo.actor("abbie", TUESDAY)

        page = progress(actor, story.reference, TUESDAY, now=at(TUESDAY))

        assert page.complainant == "Pat Example"
        assert [one.reference for one in cases_followed(actor)] == [story.reference]
        with pytest.raises(NotFound):
            progress(actor, other.reference, TUESDAY, now=at(TUESDAY))

    def test_sees_neither_the_case_nor_its_papers(self, commisceo: Office) -> None:
        appointed(commisceo, "abbie", Role.ADVOCATE)
        story = a_story(commisceo)
        given(story, "abbie", Role.ADVOCATE)

        with pytest.raises(NotFound):
            case_page(commisceo.actor("abbie", TUESDAY), story.reference, TUESDAY, now=at(TUESDAY))

    def test_sees_no_letter_that_was_not_sent(self, commisceo: Office) -> None:
        appointed(commisceo, "abbie", Role.ADVOCATE)
        story = a_story(commisceo)
        given(story, "abbie", Role.ADVOCATE)
        waiting = story.does(acknowledge, "mo", TUESDAY, channel=Channel.LETTER)
        actor = commisceo.actor("abbie", TUESDAY)
        assert progress(actor, story.reference, TUESDAY, now=at(TUESDAY)).letters == ()

        story.posts("mo", TUESDAY, waiting)

        assert len(progress(actor, story.reference, TUESDAY, now=at(TUESDAY)).letters) == 1


def test_a_role_ends_at_the_end_of_its_last_day(commisceo: Office) -> None:
    story = a_story(commisceo)
    end_appointment(
        actor=commisceo.actor("ada", TUESDAY),
        appointment=commisceo.person("olu").appointments.get().pk,
        last_day=WEDNESDAY,
        now=at(TUESDAY),
    )

    assert [sees(story, "olu", day) for day in (TUESDAY, WEDNESDAY, THURSDAY)] == [True, True, False]


class TestWhoeverLeaves:
    def test_has_what_they_were_given_taken_back(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        given(story, "ines", Role.INVESTIGATOR)

        leaves(commisceo, "ines", {})

        assert CasePart.objects.filter(ended_at__isnull=True).count() == 0
        assert story.events()[-1] == ("case_taken_back", TUESDAY)
        assert not sees(story, "ines")
        assert verify(commisceo.means).misfits == ()

    def test_is_not_followed_on_a_restricted_case_by_whom_the_administrator_chooses(self, commisceo: Office) -> None:
        story, other = a_story(commisceo), a_story(commisceo)
        story.does(restrict_case, "mo", TUESDAY, reason="The person who complains works here.")

        leaves(commisceo, "mo", dict.fromkeys((story.reference, other.reference), commisceo.people["olu"]))

        assert story.case.handler is None
        assert other.case.handler_id == commisceo.people["olu"]
        assert not sees(story, "olu")

    def test_is_followed_on_a_restricted_case_by_somebody_who_was_given_it(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(restrict_case, "mo", TUESDAY, reason="The person who complains works here.")
        given(story, "olu", Role.COMPLAINTS_OFFICER)

        leaves(commisceo, "mo", {story.reference: commisceo.people["olu"]})

        assert story.case.handler_id == commisceo.people["olu"]


def leaves(office: Office, who: str, successors: dict[str, int]) -> None:
    record_leaving(
        actor=office.actor("ada", TUESDAY),
        person=office.people[who],
        last_day=TUESDAY,
        successors=successors,
        now=at(TUESDAY),
        means=office.means,
    )


class TestSigningOut:
    """Somebody who is signed in stays so until what they are changes."""

    def signed_in_still(self, office: Office, change: Callable[[], object]) -> bool:
        before = office.person("rosa").account
        assert before is not None
        change()
        after = office.person("rosa").account
        assert after is not None
        return before.sessions_ended == after.sessions_ended

    def test_a_role_from_a_later_day_signs_nobody_out_before(self, commisceo: Office) -> None:
        later = self.signed_in_still(commisceo, lambda: self.appoint(commisceo, THURSDAY))

        assert later

    def test_a_role_from_today_signs_out(self, commisceo: Office) -> None:
        assert not self.signed_in_still(commisceo, lambda: self.appoint(commisceo, WEDNESDAY))

    def test_a_later_last_day_signs_nobody_out_before(self, commisceo: Office) -> None:
        self.appoint(commisceo, TUESDAY)

        assert self.signed_in_still(commisceo, lambda: self.end(commisceo, THURSDAY))

    def test_a_last_day_of_today_signs_out(self, commisceo: Office) -> None:
        self.appoint(commisceo, TUESDAY)

        assert not self.signed_in_still(commisceo, lambda: self.end(commisceo, WEDNESDAY))

    def appoint(self, office: Office, on: date) -> None:
        appoint_person(
            actor=office.actor("ada", WEDNESDAY),
            person=office.people["rosa"],
            role=Role.AUDITOR,
            on=on,
            now=at(WEDNESDAY),
        )

    def end(self, office: Office, last_day: date) -> None:
        held = office.person("rosa").appointments.get(role=Role.AUDITOR.value)
        end_appointment(actor=office.actor("ada", WEDNESDAY), appointment=held.pk, last_day=last_day, now=at(WEDNESDAY))
