"""Do the pages give access, take it back, restrict and stand in, and show each person no more than is theirs?"""

from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.restrict_case import restrict_case
from putright.domain.access import Role
from putright.domain.channels import Channel
from putright.records.models import CasePart, Restriction
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story
from tests.casework.test_who_may_come_near import appointed, everybody_is_named, given
from tests.web.office.conftest import give_accounts
from tests.web.office.desk import Desk
from tests.web.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(office) -> Story:
    return a_story(office)


def joins(office: Office, called: str, role: Role) -> None:
    """Appoint somebody, who can sign in."""
    appointed(office, called, role)
    give_accounts(office)


def desk(signed_in, story: Story, who: str) -> Desk:
    return Desk(signed_in(story.office, who), story.reference)


class TestAccess:
    def test_is_given_on_a_page_and_shown_on_the_case(self, signed_in, story):
        mo = desk(signed_in, story, "mo")
        ines = story.office.people["ines"]

        said = mo.does("give-case", who=f"{ines} investigator")

        assert "Access to the case is given" in said
        shown = read(mo.client.get(f"/cases/{story.reference}")).main
        assert "Ines Investigator, Investigator: as investigator, from 2 April 2026" in shown
        assert signed_in(story.office, "ines").get(f"/cases/{story.reference}").status_code == 200

    def test_of_an_advocate_says_how_much_they_see(self, signed_in, story):
        joins(story.office, "abbie", Role.ADVOCATE)
        given(story, "abbie", Role.ADVOCATE, on=MAUNDY_THURSDAY)

        shown = read(signed_in(story.office, "mo").get(f"/cases/{story.reference}")).main

        assert "as advocate, from 2 April 2026" in shown
        assert "Sees what the person is shown" in shown

    def test_offers_nobody_whom_the_case_names_or_who_has_it(self, signed_in, story):
        story.does(name_staff, "mo", MAUNDY_THURSDAY, person=story.office.people["max"])
        mo = desk(signed_in, story, "mo")
        assert "Max Medic" not in mo.opens("give-case").main
        assert "Ines Investigator" in mo.opens("give-case").main

        mo.does("give-case", who=f"{story.office.people['ines']} investigator")

        assert "Ines Investigator" not in mo.opens("give-case").main

    def test_is_taken_back_from_the_case(self, signed_in, story):
        given(story, "ines", Role.INVESTIGATOR, on=MAUNDY_THURSDAY)
        mo = desk(signed_in, story, "mo")
        part = CasePart.objects.get().entry
        assert f"/cases/{story.reference}/take-back-case/{part}" in mo.client.get(f"/cases/{story.reference}").text

        said = mo.does("take-back-case", part)

        assert "Access to the case is taken back" in said
        assert signed_in(story.office, "ines").get(f"/cases/{story.reference}").status_code == 404

    def test_ends_before_it_begins_nowhere(self, signed_in, story):
        mo = desk(signed_in, story, "mo")

        response = mo.answers("give-case", who=f"{story.office.people['ines']} investigator", until_on=date(2026, 4, 1))

        assert response.status_code == 422
        assert "The last day is before the first" in read(response).main

    def test_is_not_for_who_only_handles(self, signed_in, story):
        response = signed_in(story.office, "olu").get(f"/cases/{story.reference}/give-case")

        assert response.status_code == 422
        assert "Your role does not let you say who may come near this case" in read(response).main


class TestARestriction:
    def test_is_asked_for_with_its_reason_and_shown(self, signed_in, story):
        mo = desk(signed_in, story, "mo")

        said = mo.does("restrict-case", reason="The person works here.")

        assert "The case is restricted" in said
        assert "Only Mo Manager, who has it, the responsible person and the auditor can see it" in (
            read(mo.client.get(f"/cases/{story.reference}")).main
        )

    def test_leaves_nothing_of_the_case_to_whoever_is_kept_out(self, signed_in, story):
        story.does(acknowledge, "mo", MAUNDY_THURSDAY, channel=Channel.LETTER)
        story.does(restrict_case, "mo", MAUNDY_THURSDAY, reason="The person works here.")
        olu = signed_in(story.office, "olu")

        for address in (
            f"/cases/{story.reference}",
            f"/cases/{story.reference}/papers/1",
            f"/cases/{story.reference}/progress",
            f"/cases/{story.reference}/acknowledge",
            f"/cases/{story.reference}/lift-restriction",
        ):
            assert olu.get(address).status_code == 404, address
        for address in ("/work", "/letters", "/incoming"):
            assert "Pat Example" not in olu.get(address).text, address

    def test_says_where_whoever_acts_has_lost_sight_of_the_case(self, signed_in, story):
        story.does(restrict_case, "rosa", MAUNDY_THURSDAY, reason="The person works here.")
        mo = desk(signed_in, story, "mo")

        response = mo.answers("assign-handler", handler=str(story.office.people["ines"]))

        assert response.headers["Location"] == "/work"
        assert "You can no longer see this case" in read(mo.client.get("/work")).main

    def test_is_lifted_on_a_page(self, signed_in, story):
        story.does(restrict_case, "mo", MAUNDY_THURSDAY, reason="The person works here.")

        desk(signed_in, story, "mo").does("lift-restriction", reason="The person has left.")

        assert not Restriction.objects.filter(lifted_at__isnull=True).exists()
        assert signed_in(story.office, "olu").get(f"/cases/{story.reference}").status_code == 200


class TestAnAdvocate:
    def test_finds_their_cases_and_what_the_person_is_shown(self, signed_in, office, story):
        joins(office, "abbie", Role.ADVOCATE)
        other = a_story(office)
        given(story, "abbie", Role.ADVOCATE, on=MAUNDY_THURSDAY)
        abbie = signed_in(office, "abbie")

        work = abbie.get("/work")
        page = read(abbie.get(f"/cases/{story.reference}/progress"))

        assert story.reference in work.text
        assert other.reference not in work.text
        assert "Find a case" not in work.text
        assert "This is what Pat Example sees when they follow their complaint" in page.main
        assert "Close my complaint" not in page.main
        for address in (f"/cases/{story.reference}", f"/cases/{other.reference}/progress", "/administration"):
            assert abbie.get(address).status_code in (403, 404), address

    def test_who_was_given_nothing_is_told_so(self, signed_in, office):
        joins(office, "abbie", Role.ADVOCATE)

        assert "You have not been given any case yet" in read(signed_in(office, "abbie").get("/work")).main


class TestWhoeverHasNoCases:
    def test_a_directory_editor_looks_after_the_organisation_and_nothing_else(self, signed_in, office):
        joins(office, "dee", Role.DIRECTORY_EDITOR)
        dee = signed_in(office, "dee")

        assert dee.get("/work").headers["Location"] == "/administration/organisation"
        assert dee.get("/administration/organisation").status_code == 200
        for address in ("/administration", "/administration/appoint", "/incoming", "/letters", "/complaints/new"):
            assert dee.get(address).status_code == 403, address

    def test_an_auditor_sees_every_case_and_does_nothing_on_it(self, signed_in, office, story):
        joins(office, "audrey", Role.AUDITOR)
        story.does(restrict_case, "mo", MAUNDY_THURSDAY, reason="The person works here.")
        audrey = signed_in(office, "audrey")

        assert audrey.get(f"/cases/{story.reference}").status_code == 200
        for action in ("acknowledge", "give-case", "lift-restriction", "add-file-note", "sign-response"):
            assert audrey.get(f"/cases/{story.reference}/{action}").status_code == 422, action


class TestWhoeverNamesThemselves:
    def test_gives_the_case_out_of_their_hands_and_is_told_so(self, signed_in, story):
        mo = desk(signed_in, story, "mo")

        response = mo.answers("name-staff", person=str(story.office.people["mo"]))

        assert response.headers["Location"] == "/work"
        said = read(mo.client.get("/work")).main
        assert "It is recorded whom the complaint is about. You can no longer see this case." in said
        assert story.case.handler is None


class TestWhenNobodyIsLeft:
    def test_an_administrator_gives_the_case_to_a_stand_in_without_seeing_it(self, signed_in, office, story):
        joins(office, "sian", Role.STAND_IN)
        everybody_is_named(story)
        ada = signed_in(office, "ada")
        page = ada.get("/administration")
        assert f"/administration/stand-in/{story.reference}" in page.text
        assert "Pat Example" not in page.text

        response = ada.post(f"/administration/stand-in/{story.reference}", {"stand_in": str(office.people["sian"])})

        assert response.headers["Location"] == "/administration"
        assert story.reference not in ada.get("/administration").text.replace("was given to", "")
        assert ada.get(f"/administration/stand-in/{story.reference}").status_code == 404
        assert signed_in(office, "sian").get(f"/cases/{story.reference}").status_code == 200

    def test_a_stand_in_takes_what_no_administrator_may_give(self, signed_in, office, story):
        joins(office, "sian", Role.STAND_IN)
        story.does(name_staff, "mo", MAUNDY_THURSDAY, person=office.people["ada"])
        everybody_is_named(story)
        sian = signed_in(office, "sian")
        page = read(sian.get("/cases-to-take"))
        assert "Pat Example" not in page.main
        assert page.links["Cases to take"] == "/cases-to-take"

        response = sian.post("/cases-to-take", {"case": page.tree.xpath("//input[@name='case']/@value")[0]})

        assert response.headers["Location"] == f"/cases/{story.reference}"
        assert "The case is yours" in read(sian.get(f"/cases/{story.reference}")).main
        assert "No case waits for you" in read(sian.get("/cases-to-take")).main

    def test_nobody_else_has_a_page_of_cases_to_take(self, signed_in, office, story):
        for who in ("ada", "mo", "max"):
            assert signed_in(office, who).get("/cases-to-take").status_code == 403
            assert signed_in(office, who).post("/cases-to-take", {"case": story.reference}).status_code == 403
        assert "Cases to take" not in read(signed_in(office, "mo").get("/work")).links

    def test_says_whom_to_appoint_first_where_there_is_nobody(self, signed_in, office, story):
        everybody_is_named(story)

        page = read(signed_in(office, "ada").get(f"/administration/stand-in/{story.reference}"))

        assert "Nobody is appointed as an outside stand-in yet" in page.main

    def test_is_not_for_who_does_not_administer(self, signed_in, office, story):
        everybody_is_named(story)

        assert signed_in(office, "max").get(f"/administration/stand-in/{story.reference}").status_code == 403


def test_the_page_of_a_person_shows_each_role_with_its_days(signed_in, office):
    appointed(office, "ines", Role.DELEGATE, on=date(2026, 4, 20))

    shown = read(signed_in(office, "ada").get(f"/administration/people/{office.people['ines']}")).main

    assert "Investigator From 5 January 2026" in shown
    assert "Person authorised to sign (to come) From 20 April 2026" in shown
    assert "authorised by Rosa Responsible" in shown
