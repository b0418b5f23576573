"""Can a new site be set up by whoever started it, by nobody else, and once only?"""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from putright.gateways.procedure_files import read_file
from putright.gateways.secrets import SeededSecrets
from putright.gateways.set_up_code import code_in, make_code
from putright.records.models import Appointment, Body, Person, ProcedureVersion
from tests.casework.offices import PASSWORD
from tests.web.reading import read

pytestmark = pytest.mark.django_db

ANSWERS = {
    "organisation": {
        "body_name": "Exampleton Surgery",
        "kind": "provider",
        "address": "1 Example Street\nExampleton",
        "body_telephone": "01632 960001",
        "body_email": "complaints@exampleton.example.nhs.uk",
    },
    "administrator": {
        "name": "Ada Admin",
        "post": "Practice Manager",
        "email": "Ada@exampleton.example.nhs.uk",
    },
    "responsible-person": {
        "who": "another",
        "responsible_name": "Rosa Responsible",
        "responsible_post": "Senior Partner",
        "responsible_email": "rosa@exampleton.example.nhs.uk",
    },
    "procedure": {"procedure": "living-well-partnership"},
}
LAST = {"signed": "yes", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def code(day, tmp_path):
    """Wait to be set up, and return the code."""
    day.PUTRIGHT_SET_UP_CODE = tmp_path / "set-up-code"
    return make_code(day.PUTRIGHT_SET_UP_CODE, SeededSecrets("a code"))


@pytest.fixture
def begun(client, code):
    """A browser in which the code was given."""
    client.post("/set-up", {"code": code})
    return client


def answered(client, **more):
    """Answer every question."""
    for question, answers in (ANSWERS | more).items():
        response = client.post(f"/set-up/{question}", answers)
        assert response.status_code == 302, read(response).problems
    return client


class TestBeforeAnythingIsSetUp:
    @pytest.mark.parametrize("address", ["/", "/sign-in", "/work", "/complain", "/privacy", "/cases/ABCD1234", "/no"])
    def test_every_page_leads_to_the_setting_up(self, client, code, address):
        response = client.get(address)

        assert (response.status_code, response.headers["Location"]) == (302, "/set-up")
        assert response.headers["Cache-Control"] == "no-store"

    def test_the_health_check_does_not(self, client, code):
        assert client.get("/healthz").status_code == 200

    def test_asks_for_the_code(self, client, code):
        page = read(client.get("/set-up"))

        assert page.title == "Set up Putright - Putright"
        assert page.headings == ["Set up Putright"]
        assert code not in client.get("/set-up").content.decode()

    @pytest.mark.parametrize("wrong", ["", "0000-0000-0000-0000", "x" * 60, "\x00", "ÀÉÎ"])
    def test_a_wrong_code_opens_nothing(self, client, code, wrong):
        response = client.post("/set-up", {"code": wrong})

        assert response.status_code == 422
        assert read(response).problems[0][1] == "#code"
        assert client.get("/set-up/organisation").headers["Location"] == "/set-up"
        assert client.get("/set-up/check").headers["Location"] == "/set-up"

    def test_the_code_may_be_typed_in_small_letters_without_hyphens(self, client, code):
        response = client.post("/set-up", {"code": code.lower().replace("-", " ")})

        assert response.headers["Location"] == "/set-up/organisation"

    def test_a_newer_code_ends_the_older(self, begun, code, settings):
        settings.PUTRIGHT_SET_UP_CODE.unlink()
        make_code(settings.PUTRIGHT_SET_UP_CODE, SeededSecrets("another code"))

        assert begun.get("/set-up/organisation").headers["Location"] == "/set-up"

    def test_refuses_forms_that_are_not_ours(self, code):
        assert Client(enforce_csrf_checks=True).post("/set-up", {"code": code}).status_code == 403


class TestTheQuestions:
    @pytest.mark.parametrize(
        ("question", "heading"),
        [
            ("organisation", "Set up Putright - The organisation"),
            ("administrator", "Set up Putright - The administrator"),
            ("responsible-person", "Set up Putright Who is the responsible person?"),
            ("procedure", "Set up Putright - The complaints procedure"),
        ],
    )
    def test_each_has_a_heading_and_says_what_is_missing(self, begun, question, heading):
        for before, answers in ANSWERS.items():
            if before == question:
                break
            begun.post(f"/set-up/{before}", answers)
        page = read(begun.get(f"/set-up/{question}"))
        response = begun.post(f"/set-up/{question}", {})

        assert page.headings == [heading]
        assert response.status_code == 422
        assert read(response).title.startswith("Error: ")
        assert read(response).problems

    def test_a_file_that_is_no_procedure_is_refused_line_by_line(self, begun):
        for question in ("organisation", "administrator", "responsible-person"):
            begun.post(f"/set-up/{question}", ANSWERS[question])
        file = SimpleUploadedFile("ours.yaml", b"name: ours\nsteps:\n  acknowledge: soon\n")
        response = begun.post("/set-up/procedure", {"file": file})
        problems = [text for text, _ in read(response).problems]

        assert response.status_code == 422
        assert any(text.startswith("Line 1: ") for text in problems)
        assert any(text.startswith("Line 3: ") for text in problems)
        assert read(response).texts("//textarea[@name='source']")[0].startswith("name: ours")

    def test_a_law_is_no_procedure(self, begun):
        for question in ("organisation", "administrator", "responsible-person"):
            begun.post(f"/set-up/{question}", ANSWERS[question])
        law = read_file("england-2009").text
        response = begun.post("/set-up/procedure", {"procedure": "another", "source": law})

        assert [text for text, _ in read(response).problems] == [
            "This file states a law or a guide. A body adopts a procedure."
        ]

    def test_a_file_takes_the_place_of_what_is_pasted(self, begun):
        text = read_file("commisceo").text
        answered(begun, procedure={"procedure": "commisceo", "file": SimpleUploadedFile("ours.yaml", text.encode())})
        begun.post("/set-up/check", LAST)

        assert ProcedureVersion.objects.get(body__isnull=False).source.split() == text.split()


class TestChecking:
    def test_shows_the_answers_and_what_is_found_in_the_procedure(self, begun):
        page = read(answered(begun).get("/set-up/check"))

        assert page.headings == ["Set up Putright - Check your answers"]
        assert "Exampleton Surgery" in page.texts("//dd")
        assert "as at 2 April 2026" in page.main
        assert "Less than the law, or against it (1)" in page.texts("//summary")
        assert "SI 2009/309 reg 14(4)(a), line" in page.main

    def test_asks_the_responsible_person_to_sign_where_the_procedure_falls_short(self, begun):
        response = answered(begun).post("/set-up/check", LAST | {"signed": []})

        assert read(response).problems == [("The responsible person must sign, or choose another procedure", "#signed")]
        assert Body.objects.count() == 0

    @pytest.mark.parametrize(
        ("passwords", "problem"),
        [
            ({"password": "short", "again": "short"}, "#password"),
            ({"password": "password1234567", "again": "password123456"}, "#again"),
            ({"password": "", "again": ""}, "#password"),
            ({"password": "1234567890123", "again": "1234567890123"}, "#password"),
        ],
    )
    def test_asks_for_a_good_password_twice(self, begun, passwords, problem):
        response = answered(begun).post("/set-up/check", LAST | passwords)

        assert response.status_code == 422
        assert read(response).problems[0][1] == problem
        assert Body.objects.count() == 0

    def test_cannot_be_reached_with_a_question_open(self, begun):
        assert begun.get("/set-up/check").headers["Location"] == "/set-up/organisation"


class TestSettingUp:
    def test_makes_the_organisation_its_people_and_its_procedure_and_signs_in(self, begun):
        response = answered(begun).post("/set-up/check", LAST)

        assert response.headers["Location"] == "/administration"
        assert begun.get("/work").status_code == 302
        body = Body.objects.get()
        assert (body.name, body.code) == ("Exampleton Surgery", "exampleton-surgery")
        held = {(each.person.name, each.role) for each in Appointment.objects.select_related("person")}
        assert held == {("Ada Admin", "administrator"), ("Rosa Responsible", "responsible-person")}
        version = ProcedureVersion.objects.get(body=body)
        assert (version.as_published, version.signed_off_by) == (True, Person.objects.get(name="Rosa Responsible"))
        assert version.adopted_on == date(2026, 4, 2)

    def test_leaves_nothing_of_the_answers_in_the_session(self, begun):
        answered(begun).post("/set-up/check", LAST)

        assert not any(key.startswith(("journey", "set-up")) for key, _ in begun.session.items())

    def test_one_person_may_be_both(self, begun):
        answered(begun, **{"responsible-person": {"who": "me"}}).post("/set-up/check", LAST)

        assert Person.objects.count() == 1
        assert begun.get("/work").status_code == 200

    def test_is_done_once(self, begun, code, settings):
        other = Client()
        other.post("/set-up", {"code": code})
        answered(other)
        answered(begun).post("/set-up/check", LAST)

        assert not settings.PUTRIGHT_SET_UP_CODE.exists()
        for address in ("/set-up", "/set-up/organisation", "/set-up/check"):
            assert other.get(address).status_code == 404
        assert other.post("/set-up/check", LAST).status_code == 404
        assert Body.objects.count() == 1
        assert Client().get("/").status_code == 200

    def test_a_code_that_is_left_over_opens_nothing(self, begun, settings, office):
        assert begun.get("/set-up").status_code == 404
        assert code_in(settings.PUTRIGHT_SET_UP_CODE) == ""

    def test_is_not_there_where_nobody_is_asked_for_it(self, client, day):
        assert client.get("/set-up").status_code == 404
