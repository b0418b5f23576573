"""When somebody leaves, do their roles, links and visits end, and does every case of theirs go on?"""

from datetime import timedelta

import pytest
from django.test import Client

from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.name_staff import name_staff
from putright.casework.verification import verify
from putright.gateways.clock import FixedClock
from putright.records.models import AccessEntry, Account, Appointment, Identity, Passkey, Person
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, Office, a_story, at
from tests.web.office.conftest import account_of
from tests.web.reading import read

LAST_DAY = {"last_day-day": "9", "last_day-month": "4", "last_day-year": "2026"}
TODAY = {"last_day-day": "2", "last_day-month": "4", "last_day-year": "2026"}


@pytest.fixture
def ada(signed_in, office) -> Client:
    """The administrator's browser."""
    return signed_in(office, "ada")


@pytest.fixture
def stories(office: Office):
    """Three open cases that Olu has."""
    found = [a_story(office) for _ in range(3)]
    for story in found:
        story.does(assign_handler, "mo", MAUNDY_THURSDAY, handler=office.people["olu"])
    return found


def address(office: Office, who: str = "olu") -> str:
    return f"/administration/people/{office.people[who]}/leaving"


def to(office: Office, who: str, **more: str) -> dict[str, str]:
    """The form by which everything goes to somebody."""
    return LAST_DAY | {"everything": str(office.people[who])} | more


class TestThePage:
    def test_lists_the_cases_by_their_references_alone(self, ada, office, stories):
        page = read(ada.get(address(office)))

        assert page.headings == ["Complaints Officer - Olu Officer leaves"]
        assert "Give some of the 3 cases to others" in page.main
        shown = f"{stories[0].reference[:4]}-{stories[0].reference[4:]}, received 2 April 2026"
        assert shown in page.main
        assert "Pat Example" not in page.main

    def test_offers_those_whose_role_lets_them_have_cases(self, ada, office, stories):
        names = read(ada.get(address(office))).texts("//select[@name='everything']/option")

        assert names[1:] == [
            "Ines Investigator, Investigator",
            "Mo Manager, Service Manager",
            "Rosa Responsible, Chief Executive",
        ]

    def test_is_for_administrators_of_the_same_body(self, signed_in, office, neighbour, stories):
        for browser, status in ((signed_in(office, "mo"), 403), (signed_in(neighbour, "ada"), 404)):
            assert browser.get(address(office)).status_code == status
            assert browser.post(address(office), to(office, "mo")).status_code == status
        assert Person.objects.get(pk=office.people["olu"]).left_on is None

    def test_asks_who_takes_over(self, ada, office, stories):
        response = ada.post(address(office), LAST_DAY)

        assert read(response).problems == [("Choose who takes over the cases", "#everything")]


class TestHandingOver:
    def test_to_nobody_is_possible_where_there_is_nobody(self, ada, office, stories):
        Appointment.objects.exclude(role="administrator").exclude(person=office.people["olu"]).update(
            until_on=MAUNDY_THURSDAY - timedelta(days=1)
        )
        assert "From now on nobody has them" in read(ada.get(address(office))).main
        response = ada.post(address(office), LAST_DAY)

        assert response.status_code == 302
        assert {story.case.handler_id for story in stories} == {None}

    def test_gives_every_case_to_somebody_and_records_it_on_each(self, ada, office, stories):
        some = {f"case-{stories[1].reference}": str(office.people["ines"])}
        response = ada.post(address(office), to(office, "mo", **some), follow=True)

        assert "It was recorded that Olu Officer leaves" in read(response).texts("//*[@role='alert']")[0]
        assert [story.case.handler_id for story in stories] == [
            office.people["mo"],
            office.people["ines"],
            office.people["mo"],
        ]
        for story in stories:
            last = story.case.events.order_by("number").last()
            assert (last.event, last.by_id, last.on) == ("handler_assigned", office.people["ada"], MAUNDY_THURSDAY)
        entry = AccessEntry.objects.get(event="left")
        assert (entry.person_id, entry.by_id, entry.count) == (office.people["olu"], office.people["ada"], 3)
        assert verify(office.means).misfits == ()

    def test_leaves_a_case_to_nobody_that_names_the_successor_and_does_not_say_why(self, ada, office, stories):
        stories[2].does(name_staff, "mo", MAUNDY_THURSDAY, person=office.people["ines"])
        response = ada.post(address(office), to(office, "ines"), follow=True)

        alerts = " ".join(read(response).texts("//*[@role='alert']"))
        assert "1 case could not be handed over by you." in alerts
        assert [story.case.handler_id for story in stories] == [office.people["ines"], office.people["ines"], None]
        assert stories[2].events()[-1] == ("note_made", MAUNDY_THURSDAY)

    def test_shows_the_administrator_no_case_that_names_them(self, ada, office, stories):
        stories[0].does(name_staff, "mo", MAUNDY_THURSDAY, person=office.people["ada"])
        assert stories[0].reference[:4] not in read(ada.get(address(office))).main
        ada.post(address(office), to(office, "mo"))

        assert [story.case.handler_id for story in stories] == [None, office.people["mo"], office.people["mo"]]

    def test_takes_no_case_that_is_not_theirs(self, ada, office, stories):
        other = a_story(office)
        ada.post(address(office), to(office, "ines", **{f"case-{other.reference}": str(office.people["ines"])}))

        assert other.case.handler_id == office.people["mo"]

    def test_is_all_or_nothing(self, ada, office, stories):
        Appointment.objects.filter(person=office.people["olu"]).update(from_on=MAUNDY_THURSDAY + timedelta(days=30))
        response = ada.post(address(office), to(office, "mo"))

        assert read(response).problems[0][0].startswith("One of their roles begins only after this day.")
        assert {story.case.handler_id for story in stories} == {office.people["olu"]}


class TestTheEnd:
    def test_of_roles_is_the_last_day(self, ada, office, day):
        ada.post(address(office), LAST_DAY)

        assert Appointment.objects.get(person=office.people["olu"]).until_on == MAUNDY_THURSDAY + timedelta(days=7)
        client = Client()
        client.post("/sign-in", {"email": office.person("olu").email, "password": PASSWORD})
        assert client.get("/work").status_code == 200
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY + timedelta(days=8)))
        again = Client()
        again.post("/sign-in", {"email": office.person("olu").email, "password": PASSWORD})
        assert again.get("/work").status_code == 403

    def test_of_visits_is_now(self, ada, office, signed_in):
        olu = signed_in(office, "olu")
        ada.post(address(office), LAST_DAY)

        assert olu.get("/work").status_code == 302

    def test_at_once_lets_nobody_sign_in_again(self, ada, office, signed_in):
        olu = signed_in(office, "olu")
        email = office.person("olu").email
        ada.post(address(office), TODAY | {"at_once": "yes"})

        assert olu.get("/work").status_code == 302
        assert Client().post("/sign-in", {"email": email, "password": PASSWORD}).status_code == 422
        assert not Account.objects.get(email=email).is_active

    def test_at_once_leaves_them_what_another_body_gave_them(self, ada, office, neighbour, signed_in):
        account = account_of(neighbour, "mo")
        Person.objects.filter(pk=office.people["olu"]).update(account=account)
        ada.post(address(office), TODAY | {"at_once": "yes"})

        client = Client()
        client.post("/sign-in", {"email": account.email, "password": PASSWORD})
        assert client.get("/work").status_code == 200
        assert read(client.get("/work")).texts("//*[@class='app-header__purpose']") != ["The commisceo example"]

    def test_of_an_invitation_is_now(self, ada, office):
        Person.objects.filter(pk=office.people["sam"]).update(account=None)
        link = read(ada.post(f"/administration/people/{office.people['sam']}/invite", {"email": "sam@example.nhs.uk"}))
        path = "/sign-in/link/" + link.texts("//*[@class='app-keep__link']")[0].rpartition("/")[2]
        ada.post(address(office, "sam"), LAST_DAY)

        assert Client().get(path).status_code == 404
        again = ada.post(f"/administration/people/{office.people['sam']}/invite", {"email": "sam@example.nhs.uk"})
        assert read(again).problems[0][0].startswith("This person has left.")

    def test_is_not_for_ever_but_nothing_opens_that_opened_before(self, ada, office):
        email, account = office.person("olu").email, account_of(office, "olu")
        Identity.objects.create(account=account, issuer="https://id.example", subject="o", made_at=account.made_at)
        Passkey.objects.create(
            account=account, credential="x", credential_digest="0" * 64, name="Old", made_at=account.made_at
        )
        ada.post(address(office), TODAY | {"at_once": "yes"})
        known = {"who": "known", "person": str(office.people["olu"]), "role": "investigator"}
        ada.post("/administration/appoint", known | {"on-day": "2", "on-month": "4", "on-year": "2026"})
        link = read(ada.post(f"/administration/people/{office.people['olu']}/invite", {"email": email}))
        client = Client()
        client.get("/sign-in/link/" + link.texts("//*[@class='app-keep__link']")[0].rpartition("/")[2])
        new = "a new and long enough phrase"

        assert client.post("/sign-in/choose-password", {"password": new, "again": new}).status_code == 302
        assert client.get("/work").status_code == 200
        assert not Account.objects.get(email=email).check_password(PASSWORD)
        assert not Identity.objects.exists()
        assert not Passkey.objects.exists()

    @pytest.mark.parametrize(
        ("who", "problem"),
        [("ada", "Another administrator must record that you leave."), ("olu", "It is recorded already")],
    )
    def test_is_refused_with_the_reason(self, ada, office, who, problem):
        Person.objects.filter(pk=office.people["olu"]).update(left_on=MAUNDY_THURSDAY)
        response = ada.post(address(office, who), LAST_DAY)

        assert read(response).problems[0][0].startswith(problem)

    def test_of_the_only_other_administrator_needs_another(self, ada, office):
        Appointment.objects.filter(person=office.people["ada"]).update(until_on=MAUNDY_THURSDAY)
        Appointment.objects.filter(person=office.people["olu"]).update(role="administrator")
        response = ada.post(address(office), LAST_DAY)

        assert read(response).problems[0][0].startswith("Appoint another administrator first")

    def test_is_shown(self, ada, office):
        ada.post(address(office), LAST_DAY)

        assert "Last day here 9 April 2026" in read(ada.get(f"/administration/people/{office.people['olu']}")).main
        assert "leaving" not in str(read(ada.get(f"/administration/people/{office.people['olu']}")).links)
