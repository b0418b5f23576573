"""Can an administrator, and nobody else, appoint people, adopt procedures and say how the organisation is reached?"""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from putright.casework.actions.end_appointment import end_appointment
from putright.casework.adopted import procedure_of
from putright.gateways.procedure_files import read_file
from putright.records.models import Account, Appointment, Person, ProcedureVersion
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, an_office, at
from tests.web.office.conftest import account_of
from tests.web.reading import read

PAGES = [
    ("/administration", "Administration"),
    ("/administration/appoint", "Appoint somebody"),
    ("/administration/procedure", "Adopt a procedure"),
    ("/administration/organisation", "Change the organisation"),
]
NEW = "a new and long enough phrase"


@pytest.fixture
def client(signed_in, office):
    return signed_in(office, "ada")


def appointing(**more):
    """The form that appoints somebody new."""
    plain = {
        "who": "new",
        "full_name": "Nia Newcomer",
        "post": "Complaints Officer",
        "email": "nia@commisceo.example.nhs.uk",
        "role": "complaints-officer",
        "on-day": "2",
        "on-month": "4",
        "on-year": "2026",
    }
    return plain | more


class TestEveryPage:
    @pytest.mark.parametrize(("address", "heading"), PAGES)
    def test_has_a_heading_and_a_way_back(self, client, address, heading):
        page = read(client.get(address))

        assert page.headings == [heading]
        assert page.title == f"{heading} - Putright"
        if address != "/administration":
            assert page.links["Back to administration"] == "/administration"

    @pytest.mark.parametrize("address", [address for address, _ in PAGES])
    def test_is_for_administrators(self, signed_in, office, address):
        for who in ("mo", "rosa", "max"):
            browser = signed_in(office, who)

            assert browser.post(address, appointing()).status_code in (403, 405)
            response = browser.get(address)
            assert response.status_code == 403
            assert "This is not open to you" in read(response).main
        assert not Person.objects.filter(name="Nia Newcomer").exists()

    @pytest.mark.parametrize("address", [address for address, _ in PAGES])
    def test_is_not_for_who_has_not_signed_in(self, office, address):
        assert Client().get(address).headers["Location"].startswith("/sign-in?next=%2Fadministration")

    @pytest.mark.parametrize("address", [address for address, _ in PAGES[1:]])
    def test_refuses_forms_that_are_not_ours(self, office, address):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(account_of(office, "ada"))

        assert strict.post(address, appointing()).status_code == 403


class TestThePeople:
    def test_are_shown_with_their_roles_and_whether_they_sign_in(self, client):
        rows = read(client.get("/administration")).texts("//table[@aria-labelledby='people']/tbody/tr")
        mo = next(row for row in rows if "Mo Manager" in row)
        sam = next(row for row in rows if "Sam Staff" in row)

        assert "Service manager From 5 January 2026, authorised by Ada Admin." in mo
        assert "mo @commisceo.example.nhs.uk" in mo  # a line may end before the @
        assert "No role" in sam

    def test_of_another_body_are_not(self, client, neighbour):
        page = read(client.get("/administration"))

        assert "living-well-partnership" not in page.main
        there = Appointment.objects.filter(body=neighbour.body)[0]
        assert client.get(f"/administration/appointments/{there.pk}/end").status_code == 404
        assert client.get(f"/administration/people/{neighbour.people['mo']}").status_code == 404

    def test_lacking_are_named(self, client, office):
        for held in Appointment.objects.exclude(role="administrator"):
            end_appointment(
                actor=office.actor("ada"), appointment=held.pk, last_day=date(2026, 4, 1), now=at(MAUNDY_THURSDAY)
            )
        callout = read(client.get("/administration")).texts("//*[@class='nhsuk-warning-callout']")[0]

        assert "Nobody is the responsible person today." in callout
        assert "Nobody who can sign in handles complaints yet." in callout


class TestAppointing:
    def test_somebody_new_leads_on_to_their_sign_in(self, client, office):
        response = client.post("/administration/appoint", appointing())
        person = Person.objects.get(name="Nia Newcomer")

        assert response.headers["Location"] == f"/administration/people/{person.pk}/invite"
        held = Appointment.objects.get(person=person)
        assert (held.role, held.from_on, held.authorised_by_id) == (
            "complaints-officer",
            MAUNDY_THURSDAY,
            office.people["ada"],
        )

    def test_somebody_known_for_a_time(self, client, office):
        until = {"until-day": "30", "until-month": "4", "until-year": "2026"}
        known = {"who": "known", "person": str(office.people["sam"]), "role": "investigator"}
        response = client.post("/administration/appoint", appointing(**known, **until), follow=True)

        assert read(response).texts("//*[@role='alert']") == ["Done The appointment was recorded"]
        held = Appointment.objects.get(person=office.people["sam"])
        assert (held.role, held.until_on) == ("investigator", date(2026, 4, 30))

    def test_a_delegate_is_authorised_by_the_responsible_person(self, client, office):
        delegate = {"who": "known", "person": str(office.people["mo"]), "role": "delegate"}
        asked = read(client.post("/administration/appoint", appointing(**delegate)))
        assert asked.problems == [("Choose who authorised it", "#authorised_by")]
        assert asked.texts("//select[@name='authorised_by']/option")[1:] == ["Rosa Responsible, Chief Executive"]

        client.post("/administration/appoint", appointing(**delegate, authorised_by=str(office.people["rosa"])))
        assert Appointment.objects.get(role="delegate").authorised_by_id == office.people["rosa"]

    def test_nobody_else_can_authorise_a_delegate(self, client, office):
        delegate = {"who": "known", "person": str(office.people["olu"]), "role": "delegate"}
        response = client.post("/administration/appoint", appointing(**delegate, authorised_by=office.people["mo"]))

        assert response.status_code == 422
        assert not Appointment.objects.filter(role="delegate").exists()

    def test_what_is_missing_is_said(self, client):
        page = read(client.post("/administration/appoint", {"who": "new"}))

        assert page.title == "Error: Appoint somebody - Putright"
        assert page.problems == [
            ("Enter the name", "#full_name"),
            ("Enter the post", "#post"),
            ("Choose a role", "#role"),
            ("Enter the first day", "#on-day"),
        ]

    def test_a_role_that_is_held_already_is_refused(self, client, office):
        known = {"who": "known", "person": str(office.people["olu"])}
        page = read(client.post("/administration/appoint", appointing(**known)))

        assert page.problems == [("This person holds this role already.", None)]

    def test_from_the_list_names_the_person(self, client, office):
        page = read(client.get(f"/administration/appoint?person={office.people['sam']}"))

        assert page.texts("//select[@name='person']/option[@selected]") == ["Sam Staff, Receptionist"]


class TestEndingAnAppointment:
    def end(self, client, office, who, day, month="4"):
        held = Appointment.objects.get(person=office.people[who])
        last = {"last_day-day": str(day), "last_day-month": month, "last_day-year": "2026"}
        return held, client.post(f"/administration/appointments/{held.pk}/end", last)

    def test_counts_its_last_day_as_a_whole(self, client, office, signed_in):
        held, response = self.end(client, office, "mo", 2)

        assert response.headers["Location"] == "/administration"
        held.refresh_from_db()
        assert held.until_on == MAUNDY_THURSDAY
        assert signed_in(office, "mo").get("/work").status_code == 200

    def test_shuts_out_from_the_day_after(self, client, office, signed_in):
        self.end(client, office, "mo", 1)

        assert signed_in(office, "mo").get("/work").status_code == 403

    def test_says_whose_it_is(self, client, office):
        held = Appointment.objects.get(person=office.people["mo"])
        page = read(client.get(f"/administration/appointments/{held.pk}/end"))

        assert page.headings == ["Mo Manager, Service manager - End an appointment"]

    def test_of_the_only_administrator_is_refused(self, client, office):
        _, response = self.end(client, office, "ada", 2)

        assert read(response).problems[0][0].startswith("Appoint another administrator first")

    def test_before_it_began_is_refused(self, client, office):
        _, response = self.end(client, office, "mo", 1, month="1")

        assert read(response).problems == [("The last day is before the first.", None)]


class TestAdopting:
    def test_shows_what_is_found_before_anything_is_adopted(self, client):
        response = client.post("/administration/procedure", {"procedure": "living-well-partnership"})
        page = read(response)

        assert response.status_code == 200
        assert page.headings == ["Adopt a procedure - What was found"]
        assert "Less than the law, or against it (1)" in page.texts("//summary")
        assert "as at 2 April 2026" in page.main
        assert ProcedureVersion.objects.filter(body__isnull=False).count() == 1

    def test_of_less_than_the_law_needs_a_signature(self, client):
        form = {"procedure": "living-well-partnership", "step": "adopt"}
        page = read(client.post("/administration/procedure", form))

        assert page.problems == [
            ("Choose the responsible person", "#signed_off_by"),
            ("The responsible person must sign, or choose another procedure", "#signed"),
        ]

    def test_is_recorded_with_who_signed(self, client, office):
        form = {
            "procedure": "living-well-partnership",
            "step": "adopt",
            "signed_off_by": str(office.people["rosa"]),
            "signed": "yes",
        }
        response = client.post("/administration/procedure", form, follow=True)
        page = read(response)

        version = ProcedureVersion.objects.filter(body=office.body).latest("id")
        assert (version.name, version.adopted_on) == ("living-well-partnership", MAUNDY_THURSDAY)
        assert (version.as_published, version.signed_off_by_id) == (True, office.people["rosa"])
        rows = page.texts("//table[@aria-labelledby='procedures']/tbody/tr")
        assert "Living Well Partnership: complaints policy In force" in rows[0]
        assert "Rosa Responsible signed that the law binds" in rows[0]
        assert "In force" not in rows[1]

    def test_of_a_file_needs_nothing_typed(self, client, office):
        text = read_file("living-well-partnership").text
        found = client.post("/administration/procedure", {"file": SimpleUploadedFile("ours.yaml", text.encode())})
        source = read(found).tree.xpath("//textarea[@name='source']")[0].text
        form = {"procedure": "another", "source": source, "step": "adopt", "signed": "yes"}
        client.post("/administration/procedure", form | {"signed_off_by": str(office.people["rosa"])})

        assert ProcedureVersion.objects.filter(body=office.body).latest("id").name == "living-well-partnership"

    def test_of_what_is_no_procedure_names_its_lines(self, client):
        form = {"procedure": "another", "source": "name: ours\nsteps:\n  acknowledge: soon"}
        response = client.post("/administration/procedure", form)

        assert response.status_code == 422
        assert read(response).problems[0][0].startswith("Line 1: ")
        assert read(response).texts("//textarea")[0].startswith("name: ours")

    def test_beside_the_procedure_in_force_leaves_it_there(self, client, office):
        form = {"procedure": "choice-commissioner", "place": "beside"}
        found = read(client.post("/administration/procedure", form))
        assert found.tree.xpath("//input[@name='place']/@value") == ["beside"]

        form |= {"step": "adopt", "signed": "yes", "signed_off_by": str(office.people["rosa"])}
        page = read(client.post("/administration/procedure", form, follow=True))

        assert "The procedure was adopted beside the one in force" in page.main
        assert "In force for some complaints" in page.main
        own = procedure_of(office.body, MAUNDY_THURSDAY)
        assert own is not None
        assert own.name == "commisceo"

    def test_of_the_same_words_again_is_refused(self, client, office):
        form = {"procedure": "commisceo", "step": "adopt", "signed": "yes", "signed_off_by": str(office.people["rosa"])}
        page = read(client.post("/administration/procedure", form))

        assert page.problems == [("The organisation has adopted these very words already.", None)]


class TestTheOrganisation:
    def test_is_shown_as_it_is_and_changed(self, client, office):
        page = read(client.get("/administration/organisation"))
        assert page.tree.xpath("//input[@name='body_telephone']/@value") == ["01632 960001"]
        assert page.texts("//option[@selected]") == ["Southend-on-Sea", "Not said yet"]

        form = {
            "reports_as": "gp-practice",
            "body_name": "Exampleton Care",
            "address": "3 New Street\nExampleton",
            "body_telephone": "01632 960009",
        }
        response = client.post("/administration/organisation", form, follow=True)

        assert "Exampleton Care" in read(response).main
        assert (office.body.name, office.body.code) == ("Exampleton Care", "commisceo")
        assert (office.body.address, office.body.reports_as) == ("3 New Street\nExampleton", "gp-practice")

    def test_what_is_missing_is_said(self, client):
        page = read(client.post("/administration/organisation", {"body_name": " "}))

        assert [target for _, target in page.problems] == ["#body_name", "#address", "#body_telephone"]


class TestThePassword:
    FORM = {"old": PASSWORD, "new": NEW, "again": NEW}

    def test_is_changed_and_the_person_stays_signed_in_here_alone(self, client, office):
        elsewhere = Client()
        elsewhere.force_login(account_of(office, "ada"))
        response = client.post("/password", self.FORM)

        assert response.headers["Location"] == "/security"
        assert client.get("/administration").status_code == 200
        assert elsewhere.get("/administration").status_code == 302
        assert Account.objects.get(email="ada@commisceo.example.nhs.uk").check_password(NEW)

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [
            ({"old": "wrong"}, ("That is not your password", "#old")),
            ({"again": "something else"}, ("The two new passwords are not the same", "#again")),
            ({"new": PASSWORD, "again": PASSWORD}, ("The new password is the old one. Choose another.", "#new")),
        ],
    )
    def test_is_refused_with_the_reason(self, client, typed, problem):
        response = client.post("/password", self.FORM | typed)

        assert response.status_code == 422
        assert read(response).title == "Error: Change your password - Putright"
        assert read(response).problems == [problem]

    def test_cannot_be_guessed_by_whoever_finds_an_open_browser(self, client):
        for number in range(5):
            client.post("/password", self.FORM | {"old": f"wrong {number}"})
        page = read(client.post("/password", self.FORM))

        assert page.problems[0][0].startswith("There were too many wrong attempts")

    def test_is_not_for_who_has_not_signed_in(self, office):
        assert Client().get("/password").headers["Location"] == "/sign-in?next=%2Fpassword"


def test_an_office_of_the_same_name_elsewhere_is_left_alone(client, tmp_path):
    other = an_office(tmp_path, code="another")
    client.post("/administration/organisation", {"body_name": "X", "address": "Y", "body_telephone": "01632 960009"})

    assert other.body.name == "The another example"
