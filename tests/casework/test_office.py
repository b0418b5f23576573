"""Can a body be set up, its people appointed and its procedure adopted, each only by whom the law and the body let?"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.set_up_body import BodySaid, StaffSaid, set_up_body
from putright.casework.adopted import further_of
from putright.casework.adoption import Adoption
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.bodies import bodies_public, body_public, is_set_up, procedure_page
from putright.casework.queries.places import my_appointments, place_at
from putright.casework.queries.staff import people_of, staff_of
from putright.domain.access import Role
from putright.gateways.procedure_files import read_file
from putright.records.models import Account, Appointment, Body, Person, ProcedureVersion
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, SET_UP_ON, Office, a_story, an_office, at

pytestmark = pytest.mark.django_db

LAWFUL = """
name: lawful
title: "The lawful example: complaints procedure"
kind: procedure
body: commisceo
under: england-2009
steps:
  acknowledge:
    clause: "1"
    promise: We acknowledge your complaint and offer to discuss it within two working days.
    due: 2 working days after received
    met_when:
      all of: [acknowledged, discussion_offered]
    fulfils: acknowledge
"""


def set_up(**said: object) -> None:
    plain = {
        "body": BodySaid(name="The new example"),
        "administrator": StaffSaid(
            name="Ada Admin", post="Practice manager", email="ada@example.nhs.uk", password=PASSWORD
        ),
        "responsible_person": StaffSaid(
            name="Rosa Responsible", post="Partner", email="rosa@example.nhs.uk", password=PASSWORD
        ),
        "procedure": Adoption(source=read_file("living-well-partnership").text),
        "on": SET_UP_ON,
        "now": at(SET_UP_ON),
        "signed_off": True,
    }
    set_up_body(**{**plain, **said})  # type: ignore[arg-type]


def refusal(action: object, **said: object) -> str:
    with pytest.raises(ActionRefused) as refused:
        action(**said)  # type: ignore[operator]
    return refused.value.refusal.code


class TestSettingUp:
    def test_makes_body_people_roles_and_procedure(self) -> None:
        assert not is_set_up()

        set_up()

        assert is_set_up()
        assert [body.name for body in bodies_public()] == ["The new example"]
        assert set(Appointment.objects.values_list("person__name", "role")) == {
            ("Ada Admin", "administrator"),
            ("Rosa Responsible", "responsible-person"),
        }
        page = procedure_page("the-new-example", SET_UP_ON)
        assert page.programme.name == "living-well-partnership"
        assert page.as_published
        assert page.signed_off_by == "Partner"

    def test_keeps_passwords_as_no_more_than_their_hash(self) -> None:
        set_up()

        assert all(PASSWORD not in account.password for account in Account.objects.all())

    def test_takes_the_administrator_and_the_responsible_person_for_one_where_they_are(self) -> None:
        set_up(
            responsible_person=StaffSaid(
                name="Ada Admin", post="Partner", email="ADA@example.nhs.uk", password=PASSWORD
            )
        )

        assert Person.objects.count() == 1
        assert set(Appointment.objects.values_list("role", flat=True)) == {"administrator", "responsible-person"}

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"signed_off": False}, "not-signed-off"),
            ({"body": BodySaid(name=" ")}, "no-name"),
            ({"procedure": Adoption(source="name: [")}, "not-sound"),
            ({"procedure": Adoption(source=read_file("england-2009").text)}, "not-a-procedure"),
            ({"procedure": Adoption(source="x" * 200_001)}, "too-long"),
            (
                {
                    "administrator": StaffSaid(
                        name="Ada Admin", post="Manager", email="ada@example.nhs.uk", password="password"
                    )
                },
                "weak-password",
            ),
        ],
    )
    def test_is_refused_whole(self, said: dict[str, object], code: str) -> None:
        with pytest.raises(ActionRefused) as refused:
            set_up(**said)

        assert refused.value.refusal.code == code
        assert [model.objects.count() for model in (Body, Person, Account, ProcedureVersion)] == [0] * 4

    def test_of_the_same_body_again_is_refused(self) -> None:
        set_up()

        with pytest.raises(ActionRefused) as refused:
            set_up()

        assert refused.value.refusal.code == "already-set-up"


class TestAdopting:
    def test_takes_effect_for_complaints_received_from_that_day_on(self, commisceo: Office) -> None:
        before = a_story(commisceo)
        adopt(commisceo, on=date(2026, 4, 7))
        after = a_story(commisceo, on=date(2026, 4, 8))

        assert before.case.procedures.get(place=0).procedure.name == "commisceo"
        assert after.case.procedures.get(place=0).procedure.name == "lawful"
        assert procedure_page(commisceo.code, date(2026, 4, 6)).programme.name == "commisceo"
        assert procedure_page(commisceo.code, date(2026, 4, 7)).programme.name == "lawful"

    def test_needs_no_signature_where_nothing_is_less_than_the_law(self, commisceo: Office) -> None:
        adopt(commisceo)

        assert not ProcedureVersion.objects.get(name="lawful").as_published

    def test_of_less_than_the_law_needs_the_responsible_person(self, commisceo: Office) -> None:
        less = LAWFUL.replace("2 working days", "5 working days")

        assert adoption_refused(commisceo, less) == "not-signed-off"
        assert adoption_refused(commisceo, less, signed_off_by=commisceo.people["mo"]) == "not-responsible"
        adopt(commisceo, less, signed_off_by=commisceo.people["rosa"])

        version = ProcedureVersion.objects.get(name="lawful")
        assert (version.as_published, version.signed_off_by_id) == (True, commisceo.people["rosa"])

    def test_of_the_same_words_again_is_refused(self, commisceo: Office) -> None:
        adopt(commisceo)

        assert adoption_refused(commisceo, LAWFUL) == "already-adopted"

    def test_is_for_administrators(self, commisceo: Office) -> None:
        code = refusal(
            adopt_procedure,
            actor=commisceo.actor("rosa"),
            procedure=Adoption(source=LAWFUL),
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
        )

        assert code == "not-your-role"

    def test_names_the_line_of_what_is_not_sound(self, commisceo: Office) -> None:
        with pytest.raises(ActionRefused) as refused:
            adopt(commisceo, LAWFUL.replace("2 working days after received", "soon"))

        assert "Line 11" in refused.value.refusal.message


class TestAdoptingBeside:
    def test_leaves_the_bodys_own_in_force(self, commisceo: Office) -> None:
        adopt(commisceo, beside=True)

        assert a_story(commisceo).case.procedures.get(place=0).procedure.name == "commisceo"
        assert procedure_page(commisceo.code, MAUNDY_THURSDAY).programme.name == "commisceo"

    def test_is_of_another_name_than_the_bodys_own(self, commisceo: Office) -> None:
        same = LAWFUL.replace("name: lawful", "name: commisceo")

        assert adoption_refused(commisceo, same, beside=True) == "not-beside"

    def test_of_the_same_words_again_is_refused(self, commisceo: Office) -> None:
        adopt(commisceo, beside=True)

        assert adoption_refused(commisceo, LAWFUL, beside=True) == "already-adopted"

    def test_takes_the_place_of_the_version_of_its_own_name(self, commisceo: Office) -> None:
        adopt(commisceo, beside=True)
        adopt(commisceo, LAWFUL.replace("2 working", "1 working"), on=date(2026, 4, 7), beside=True)
        adopt(commisceo, LAWFUL.replace("name: lawful", "name: another"), on=date(2026, 4, 8), beside=True)

        further = further_of(Body.objects.get(code=commisceo.code), date(2026, 4, 8))
        assert sorted(further) == ["another", "lawful"]
        assert "1 working days after" in further["lawful"].source


def adopt(
    office: Office,
    source: str = LAWFUL,
    *,
    on: date = MAUNDY_THURSDAY,
    signed_off_by: int | None = None,
    beside: bool = False,
) -> None:
    adopt_procedure(
        actor=office.actor("ada"),
        procedure=Adoption(source=source, beside=beside),
        on=on,
        now=at(max(on, MAUNDY_THURSDAY)),
        signed_off_by=signed_off_by,
    )


def adoption_refused(office: Office, source: str, *, signed_off_by: int | None = None, beside: bool = False) -> str:
    with pytest.raises(ActionRefused) as refused:
        adopt(office, source, signed_off_by=signed_off_by, beside=beside)
    return refused.value.refusal.code


class TestAppointing:
    def test_lets_a_person_act_from_the_first_day_to_the_last(self, commisceo: Office) -> None:
        kim = appoint(commisceo, role=Role.COMPLAINTS_OFFICER, until=date(2026, 4, 10))
        commisceo.people["kim"] = kim

        held = [commisceo.actor("kim", day).roles for day in (date(2026, 4, 1), MAUNDY_THURSDAY, date(2026, 4, 10))]

        assert held == [frozenset(), {Role.COMPLAINTS_OFFICER}, {Role.COMPLAINTS_OFFICER}]
        assert commisceo.actor("kim", date(2026, 4, 11)).roles == frozenset()

    def test_is_for_administrators(self, commisceo: Office) -> None:
        code = refusal(
            appoint_person,
            actor=commisceo.actor("mo"),
            person=commisceo.people["sam"],
            role=Role.COMPLAINTS_OFFICER,
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
        )

        assert code == "not-your-role"

    def test_to_a_role_that_is_held_already_is_refused(self, commisceo: Office) -> None:
        code = refusal(
            appoint_person,
            actor=commisceo.actor("ada"),
            person=commisceo.people["mo"],
            role=Role.SERVICE_MANAGER,
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
        )

        assert code == "already-appointed"

    def test_of_somebody_of_another_body_is_refused(self, commisceo: Office, tmp_path: Path) -> None:
        other = an_office(tmp_path, code="another")

        code = refusal(
            appoint_person,
            actor=commisceo.actor("ada"),
            person=other.people["sam"],
            role=Role.COMPLAINTS_OFFICER,
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
        )

        assert code == "no-such-person"

    def test_is_ended_by_its_last_day_and_stays_on_record(self, commisceo: Office) -> None:
        held = Appointment.objects.get(person=commisceo.people["mo"])

        end_appointment(
            actor=commisceo.actor("ada"), appointment=held.pk, last_day=MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY)
        )

        assert commisceo.actor("mo", MAUNDY_THURSDAY).roles == {Role.SERVICE_MANAGER}
        assert commisceo.actor("mo", MAUNDY_THURSDAY + timedelta(days=1)).roles == frozenset()
        shown = {person.name: person.appointments for person in staff_of(commisceo.actor("ada"), date(2026, 4, 8))}
        assert [each.until_on for each in shown["Mo Manager"]] == [MAUNDY_THURSDAY]

    @pytest.mark.parametrize(
        ("who", "last_day", "code"),
        [
            ("mo", date(2026, 1, 4), "ends-before-it-begins"),
            ("ada", MAUNDY_THURSDAY, "last-administrator"),
        ],
    )
    def test_is_not_ended_where_that_cannot_be(self, commisceo: Office, who: str, last_day: date, code: str) -> None:
        held = Appointment.objects.get(person=commisceo.people[who])

        said = {"actor": commisceo.actor("ada"), "appointment": held.pk, "last_day": last_day}
        assert refusal(end_appointment, now=at(MAUNDY_THURSDAY), **said) == code

    def test_of_another_body_is_not_found(self, commisceo: Office, tmp_path: Path) -> None:
        other = an_office(tmp_path, code="another")
        held = Appointment.objects.get(person=other.people["mo"])

        with pytest.raises(NotFound):
            end_appointment(
                actor=commisceo.actor("ada"), appointment=held.pk, last_day=MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY)
            )


def appoint(office: Office, *, role: Role, until: date | None = None, email: str = "kim@example.nhs.uk") -> int:
    return appoint_person(
        actor=office.actor("ada"),
        person=StaffSaid(name="Kim Example", post="Complaints officer", email=email, password=PASSWORD),
        role=role,
        on=MAUNDY_THURSDAY,
        now=at(MAUNDY_THURSDAY),
        until=until,
    )


class TestWhereSomebodyActs:
    def test_one_human_may_work_for_two_bodies_as_two_people(self, commisceo: Office, tmp_path: Path) -> None:
        other = an_office(tmp_path, code="another")
        first = appoint(commisceo, role=Role.COMPLAINTS_MANAGER)
        second = appoint(other, role=Role.COMPLAINTS_OFFICER)
        account = Account.objects.get(email="kim@example.nhs.uk")

        places = my_appointments(account.pk, MAUNDY_THURSDAY)

        assert [(place.body, place.actor.person_id) for place in places] == [("another", second), ("commisceo", first)]
        assert first != second
        assert place_at(account.pk, "commisceo", MAUNDY_THURSDAY).role_words == "complaints manager"

    def test_nobody_acts_where_they_hold_no_role(self, commisceo: Office) -> None:
        account = Account.objects.get(email="ada@commisceo.example.nhs.uk")

        with pytest.raises(NotFound):
            place_at(account.pk, "elsewhere", MAUNDY_THURSDAY)
        with pytest.raises(NotFound):
            place_at(account.pk, None, date(2025, 12, 1))

    def test_an_account_that_was_switched_off_acts_nowhere(self, commisceo: Office) -> None:
        account = Account.objects.get(email="ada@commisceo.example.nhs.uk")
        account.is_active = False
        account.save()

        assert my_appointments(account.pk, MAUNDY_THURSDAY) == ()


def test_everybody_can_be_asked_for_a_statement_and_none_of_the_public(commisceo: Office) -> None:
    a_story(commisceo)

    assert "Sam Staff" in [person.name for person in people_of(commisceo.actor("mo"))]
    assert "Pat Example" not in [person.name for person in people_of(commisceo.actor("mo"))]


def test_a_body_that_is_not_here_is_not_found() -> None:
    with pytest.raises(NotFound):
        body_public("nowhere")
    with pytest.raises(NotFound):
        procedure_page("nowhere", MAUNDY_THURSDAY)
