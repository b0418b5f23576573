"""Can a PALS officer keep what people say, deal with it, find it, and let it become a complaint without retyping?"""

from datetime import date

import pytest

from putright.casework.actions.appoint_person import appoint_person
from putright.domain.access import Role
from putright.records.models import Case, Feedback
from tests.casework.offices import MAUNDY_THURSDAY, at
from tests.web.office.conftest import give_accounts
from tests.web.office.desk import filled, it_is
from tests.web.reading import read

NEW = "/feedback/new"
SAID = {
    "words": "Nobody tells me when the clinic rings.",
    "full_name": "Gwen Example",
    "telephone": "01632 960123",
    "email": "gwen@example.org",
    "by_email": "yes",
    "address": "3 Sample Road\nExampleton",
    "needs": "Large print",
    "channel": "telephone",
}


@pytest.fixture
def pals(signed_in, office):
    """A PALS officer, who sees no case that they were not given."""
    made = appoint_person(
        actor=office.actor("ada"),
        person=office.people["sam"],
        role=Role.PALS_OFFICER,
        on=MAUNDY_THURSDAY,
        now=at(MAUNDY_THURSDAY),
    )
    assert made == office.people["sam"]
    give_accounts(office)
    return signed_in(office, "sam")


def keeps(client, **said):
    form = filled(read(client.get(NEW))) | SAID | said
    return client.post(NEW, form)


def does(client, number, step, **said):
    address = f"/feedback/{number}/{step}"
    return client.post(address, filled(read(client.get(address))) | said)


def one(client, number=1):
    return read(client.get(f"/feedback/{number}"))


class TestKeepingIt:
    def test_begins_as_a_concern_said_today_in_person(self, pals):
        form = filled(read(pals.get(NEW)))

        assert (form["kind"], form["channel"], form["received_on-day"]) == ("concern", "in-person", "2")

    def test_shows_it_with_the_day_by_which_it_is_to_be_put_right(self, pals):
        response = keeps(pals)
        assert response.headers["Location"] == "/feedback/1"

        page = one(pals)
        assert page.headings[0].startswith("Concern 1")
        assert "Tuesday 7 April 2026" in page.main
        assert "Needs: Large print" in page.main

    def test_says_what_is_missing_and_keeps_what_was_typed(self, pals):
        page = read(keeps(pals, words=""))

        assert page.problems == [("Write down what the person says, in their own words.", None)]
        assert filled(page)["full_name"] == "Gwen Example"

    def test_of_the_friends_and_family_test_needs_no_name(self, pals):
        form = filled(read(pals.get(NEW)))
        pals.post(NEW, form | {"kind": "friends-and-family", "rating": "poor"})

        assert "No name given" in one(pals).main
        assert "How was the service? Poor" in one(pals).main


class TestTheList:
    def test_is_in_the_menu_and_empty_at_first(self, pals):
        page = read(pals.get("/feedback"))

        assert "Nothing is open." in page.main
        assert page.links["Feedback"] == "/feedback"

    def test_is_narrowed_and_counted(self, pals, day):
        keeps(pals)
        keeps(pals, kind="compliment", words="Thank you.")
        it_is(day, date(2026, 4, 8))
        page = read(pals.comes_to("/feedback"))

        assert [link for link in page.links if link.startswith(("Concern", "Compliment"))] == [
            "Concern 1",
            "Compliment 2",
        ]
        assert "Overdue 1" in page.main
        assert "Concern 1" not in read(pals.get("/feedback?kind=compliment")).main
        assert "Concern 1" in read(pals.get("/feedback?show=overdue")).main
        assert "Ask the person whether they want to complain" in one(pals).main

    @pytest.mark.parametrize("query", ["?show=moon&kind=sun&page=-1", "?page=2", "?show=closed", "?show=complaint"])
    def test_bears_any_address(self, pals, query):
        assert pals.get(f"/feedback{query}").status_code == 200

    @pytest.mark.parametrize("who", ["ada", "ines", "max"])
    def test_is_not_for_everybody(self, signed_in, office, pals, who):
        keeps(pals)
        client = signed_in(office, who)

        for path in ("/feedback", NEW, "/feedback/1", "/feedback/1/close"):
            assert client.get(path).status_code in (403, 422), path
        assert '"/feedback"' not in client.get("/security").content.decode()


class TestDealingWithIt:
    def test_closes_it_and_opens_it_again(self, pals):
        keeps(pals)
        does(pals, 1, "note", words="I rang the clinic.")
        assert does(pals, 1, "close", done="They rang her.").headers["Location"] == "/feedback/1"

        page = one(pals)
        assert "It was dealt with: put right, and the person is content" in page.main
        assert "I rang the clinic." in page.main
        assert "It has been dealt with" not in page.links

        does(pals, 1, "reopen", reason="They did not.")
        assert Feedback.objects.get().state == "open"

    def test_says_why_not(self, pals):
        keeps(pals)

        assert "Write down what was done" in read(does(pals, 1, "close", done="")).main
        assert pals.get("/feedback/1/vanish").status_code == 404
        assert pals.get("/feedback/2/close").status_code == 404

    def test_tells_of_somebody_who_was_quicker(self, pals):
        keeps(pals)
        stale = filled(read(pals.get("/feedback/1/note")))
        does(pals, 1, "note", words="First.")

        response = pals.post("/feedback/1/note", stale | {"words": "Second."})

        assert response.status_code == 409
        assert "Second." in read(response).main

    def test_is_not_there_any_more_for_a_colleague_whom_it_is_about(self, pals, signed_in, office):
        keeps(pals)
        mo = signed_in(office, "mo")
        assert mo.get("/feedback/1").status_code == 200

        does(pals, 1, "change", about=str(office.people["mo"]))

        assert mo.get("/feedback/1").status_code == 404
        assert "for whom it is not there" in one(pals).main

    def test_whoever_says_that_it_is_about_themselves_is_led_to_the_list(self, pals, office):
        keeps(pals)
        response = does(pals, 1, "change", owner="", about=str(office.people["sam"]))

        assert response.headers["Location"] == "/feedback"


def test_is_found_by_the_name(pals):
    keeps(pals)
    pals.post("/find", {"sought": "gwen"})
    page = read(pals.get("/find"))

    assert page.links["Concern 1"] == "/feedback/1"


class TestBecomingAComplaint:
    def test_carries_over_the_words_the_person_and_what_they_agreed_to(self, pals, day):
        keeps(pals)
        it_is(day, date(2026, 4, 8))
        pals.comes_to("/feedback")
        page = read(pals.get("/complaints/new?feedback=1"))
        form = filled(page)

        assert "carried over" in page.main
        kept = ("full_name", "telephone", "email", "needs", "words_1", "channel")
        assert {name: form[name] for name in kept} == {
            "full_name": "Gwen Example",
            "telephone": "01632 960123",
            "email": "gwen@example.org",
            "needs": "Large print",
            "words_1": "Nobody tells me when the clinic rings.",
            "channel": "telephone",
        }
        assert form["received_on-day"] == "8"

        pals.post("/complaints/new", form | {"subject_1": "communications"})

        case = Case.objects.get()
        assert case.received_on == date(2026, 4, 8)
        assert case.complainant.email_agreed_on == date(2026, 4, 8)
        assert case.events.get(event="concern_raised").on == MAUNDY_THURSDAY
        assert one(pals).links[f"{case.reference[:4]}-{case.reference[4:]}"] == f"/cases/{case.reference}"
        assert "The person wants to complain" not in one(pals).links
        chronology = read(pals.get(f"/cases/{case.reference}")).main
        assert "It was raised with us before, not as a complaint" in chronology

    def test_says_so_where_it_was_put_right_by_the_next_working_day(self, pals, day):
        keeps(pals)
        it_is(day, date(2026, 4, 7))
        pals.comes_to("/feedback")
        does(pals, 1, "close", done="They rang her.")

        assert "reg 8(1)(d)" in read(pals.get("/complaints/new?feedback=1")).main

    def test_of_one_that_there_is_not_is_not_found(self, pals):
        assert pals.get("/complaints/new?feedback=7").status_code == 404
        assert pals.get("/complaints/new?feedback=x").status_code == 404
