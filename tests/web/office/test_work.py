"""What does the worklist say, in which order, to whom, and at what cost?

April 2026: Good Friday is the 3rd, Easter Monday the 6th. A complaint received on Thursday the 2nd is to be registered
within a working day (Tuesday the 7th) and, by law, acknowledged within three (Thursday the 9th).
"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.choose_path import choose_path
from putright.casework.actions.register import register
from putright.casework.actions.set_severity import set_severity
from putright.casework.actions.tell_next_steps import tell_next_steps
from putright.casework.said import PersonSaid
from putright.domain.channels import Channel
from putright.domain.triage import Path, Severity
from putright.gateways.clock import FixedClock
from putright.records.models import Person
from tests.casework.offices import MAUNDY_THURSDAY, Story, at, received
from tests.web.reading import read

MOST_QUERIES = 8
ROWS = "//tbody/tr"


def rows(page):
    """Each row, cell by cell, without the headings for phones and the ways to note a call."""
    for aside in page.tree.xpath("//*[@class='nhsuk-table__heading'] | //td//*[contains(@class, 'app-screen-only')]"):
        aside.drop_tree()
    return [[" ".join(" ".join(cell.itertext()).split()) for cell in row.xpath("./*")] for row in page.tree.xpath(ROWS)]


def named(name):
    """Somebody who complains."""
    return PersonSaid(name=name, email="somebody@example.org")


class TestARow:
    @pytest.mark.parametrize(
        ("today", "due"),
        [
            (date(2026, 4, 2), "Due next working day Tuesday 7 April 2026"),
            (date(2026, 4, 4), "Due next working day Tuesday 7 April 2026"),
            (date(2026, 4, 7), "Due today Tuesday 7 April 2026"),
            (date(2026, 4, 8), "Overdue by 1 working day Tuesday 7 April 2026"),
            (date(2026, 4, 9), "Overdue by 2 working days Tuesday 7 April 2026"),
            (date(2026, 4, 11), "Overdue by 3 working days Tuesday 7 April 2026"),
        ],
    )
    def test_says_how_near_the_day_is_in_working_days(self, signed_in, office, day, today, due):
        received(office)
        day.PUTRIGHT_CLOCK = FixedClock(at(today))

        assert rows(read(signed_in(office, "mo").get("/work")))[0][0] == due

    def test_says_the_step_whose_it_is_and_what_else_is_to_do(self, signed_in, office):
        receipt = received(office)
        row = rows(read(signed_in(office, "mo").get("/work")))[0]

        assert row[1].startswith("We enter your complaint in our register within one working day.")
        assert row[1].endswith("more things to do")
        assert row[2] == f"{receipt.reference[:4]}-{receipt.reference[4:]} Pat Example, received 2 April 2026"
        assert row[3] == "Mo Manager"

    def test_leads_to_the_case(self, signed_in, office):
        receipt = received(office)
        page = read(signed_in(office, "mo").get("/work"))

        assert page.tree.xpath(f"{ROWS}/th//a/@href") == [f"/cases/{receipt.reference}"]
        assert page.tree.xpath(f"{ROWS}/td//a/@href") == [f"/cases/{receipt.reference}/add-file-note"]

    def test_says_which_date_binds_where_the_procedure_has_a_later_one(self, signed_in, office, day):
        story = Story(office, received(office).reference)
        story.does(register, "mo", MAUNDY_THURSDAY)
        story.does(tell_next_steps, "mo", MAUNDY_THURSDAY)
        row = rows(read(signed_in(office, "mo").get("/work")))[0]

        # Ten working days after Thursday 2 April are over on Monday the 20th, the law's three on Thursday the 9th.
        assert row[0] == "In 3 working days Thursday 9 April 2026"
        assert "By the procedure 20 April 2026: the earlier date binds" in row[1]

    def test_says_which_letters_wait(self, signed_in, office):
        story = Story(office, received(office).reference)
        story.does(acknowledge, "mo", MAUNDY_THURSDAY)

        assert rows(read(signed_in(office, "mo").get("/work")))[0][3] == "Mo Manager 1 letter to send"


class TestTheList:
    def test_the_soonest_stands_first(self, signed_in, office, day):
        received(office, on=date(2026, 4, 8), complainant=named("Later"))
        received(office, on=date(2026, 4, 2), complainant=named("Sooner"))
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 4, 8)))
        page = read(signed_in(office, "mo").get("/work"))

        assert [row[2].split()[1] for row in rows(page)] == ["Sooner,", "Later,"]

    def test_has_a_title_a_heading_and_counts(self, signed_in, office):
        received(office)
        page = read(signed_in(office, "mo").get("/work"))

        assert page.title == "Worklist: due - Putright"
        assert page.headings == ["Worklist"]
        assert page.texts("//header//*[@class='app-header__purpose']") == ["The commisceo example"]
        assert page.texts("//nav[@aria-label='Which cases']//li") == [
            "Due 1",
            "Overdue 0",
            "Due in 7 days 1",
            "Nothing due 0",
            "Closed 0",
        ]
        assert page.texts("//a[@aria-current='true']") == ["Due 1"]

    @pytest.mark.parametrize(
        ("show", "words"),
        [
            ("due", "Nothing is due."),
            ("overdue", "Nothing is overdue."),
            ("soon", "Nothing is due in the next 7 days."),
            ("nothing-due", "Every open case has something due."),
            ("closed", "No case has been closed yet."),
        ],
    )
    def test_says_so_where_there_is_nothing(self, signed_in, office, show, words):
        assert words in read(signed_in(office, "mo").get(f"/work?show={show}")).main

    def test_says_how_grave_a_case_is_and_how_it_is_dealt_with(self, signed_in, office):
        story = Story(office, received(office).reference)
        story.does(set_severity, "mo", MAUNDY_THURSDAY, severity=Severity.HIGH, reason="Somebody fell.")
        said = {"path": Path.CLOSER_LOOK, "why": "It is grave.", "channel": Channel.TELEPHONE}
        story.does(choose_path, "mo", MAUNDY_THURSDAY, **said)
        received(office)
        client = signed_in(office, "mo")
        texts = [row[2] for row in rows(read(client.get("/work")))]

        assert [text.endswith("High severity Closer look") for text in texts] == [True, False]
        assert [row[2] for row in rows(read(client.get("/work?severity=high&path=closer-look")))] == texts[:1]
        assert [row[2] for row in rows(read(client.get("/work?severity=none")))] == texts[1:]
        page = read(client.get("/work?path=early-resolution"))
        assert rows(page) == []
        assert "show everybody's cases, of every kind" in page.main
        assert client.get("/work?severity=dreadful").status_code == 404

    def test_keeps_what_it_is_narrowed_to_in_every_link_and_in_the_file(self, signed_in, office):
        received(office)
        page = read(signed_in(office, "mo").get("/work?severity=none&path=none"))

        for href in page.tree.xpath("//nav[@aria-label='Which cases']//a/@href"):
            assert "severity=none&path=none" in href
        hidden = page.tree.xpath("//form[contains(@action, 'download')]//input[@type='hidden']")
        assert {box.get("name"): box.get("value") for box in hidden} == {
            "show": "due",
            "severity": "none",
            "path": "none",
        }

    def test_is_narrowed_to_one_person_or_to_nobody(self, signed_in, office):
        mine = Story(office, received(office, complainant=named("Mine")).reference)
        received(office, complainant=named("Hers"), by="olu")
        client = signed_in(office, "mo")
        mo, olu = office.people["mo"], office.people["olu"]

        assert [row[2].split()[1] for row in rows(read(client.get(f"/work?person={mo}")))] == ["Mine,"]
        assert [row[2].split()[1] for row in rows(read(client.get(f"/work?person={olu}")))] == ["Hers,"]
        assert rows(read(client.get("/work?person=0"))) == []
        assert read(client.get(f"/work?person={olu}")).texts("//select[@id='person']/option[@selected]") == [
            "Olu Officer"
        ]
        story_handler = mine.case.handler_id
        assert story_handler == mo

    @pytest.mark.parametrize("odd", ["show=everything", "page=first", "person=me", "page=-1", "person=9999999999"])
    def test_an_address_that_nobody_was_given_leads_nowhere(self, signed_in, office, odd):
        assert signed_in(office, "mo").get(f"/work?{odd}").status_code == 404

    def test_a_page_beyond_the_last_says_so(self, signed_in, office):
        received(office)

        assert "There are no cases on this page" in read(signed_in(office, "mo").get("/work?page=9")).main


class TestWhoSeesWhat:
    def test_nobody_sees_another_bodys_cases(self, signed_in, office, neighbour):
        received(neighbour, complainant=named("Theirs"))
        page = read(signed_in(office, "mo").get("/work"))

        assert rows(page) == []
        assert "Theirs" not in page.main

    def test_an_investigator_sees_what_is_given_to_them(self, signed_in, office):
        given = Story(office, received(office, complainant=named("Given")).reference)
        received(office, complainant=named("Kept"))
        given.does(assign_handler, "mo", MAUNDY_THURSDAY, handler=office.people["ines"])

        assert [row[2].split()[1] for row in rows(read(signed_in(office, "ines").get("/work")))] == ["Given,"]

    def test_who_has_not_signed_in_sees_nothing(self, client, office):
        assert client.get("/work").headers["Location"] == "/sign-in?next=%2Fwork"


class TestWhoseCases:
    def test_can_be_those_of_the_team(self, signed_in, office):
        received(office, complainant=named("Mine"))
        received(office, complainant=named("Hers"), by="olu")
        Person.objects.filter(pk__in=[office.people["mo"], office.people["ines"]]).update(team="Front desk")
        client = signed_in(office, "mo")

        assert "My team: Front desk" in read(client.get("/work")).texts("//option")
        assert [row[2].split()[1] for row in rows(read(client.get("/work?person=team")))] == ["Mine,"]
        assert read(client.get("/work?person=team")).texts("//select[@id='person']/option[@selected]") == [
            "My team: Front desk"
        ]

    def test_cannot_be_a_teams_for_somebody_who_is_in_none(self, signed_in, office):
        page = read(signed_in(office, "mo").get("/work"))

        assert not [text for text in page.texts("//option") if text.startswith("My team")]

    def test_a_case_is_opened_from_the_head_of_the_page_alone(self, signed_in, office):
        page = read(signed_in(office, "mo").get("/work"))

        assert len(page.tree.xpath("//form[@role='search']")) == 1


class TestManyCases:
    @pytest.fixture
    def hundred(self, office):
        for number in range(101):
            received(office, complainant=named(f"Number{number}"))

    def test_no_page_asks_the_database_more_than_eight_times(self, signed_in, office, hundred):
        client = signed_in(office, "mo")
        client.get("/work")
        for size, shown in ((25, 25), (100, 100)):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                page = read(client.get(f"/work?size={size}"))

            assert len(page.tree.xpath(ROWS)) == shown
            assert len(asked) <= MOST_QUERIES, [each["sql"] for each in asked]

    def test_what_has_changed_since_it_was_kept_costs_no_more(self, signed_in, office, hundred, day):
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 4, 10)))
        client = signed_in(office, "mo")
        client.get("/work")
        with CaptureQueriesContext(connection) as asked:
            page = read(client.get("/work?size=100"))

        assert rows(page)[0][0] == "Overdue by 3 working days Tuesday 7 April 2026"
        assert len(asked) <= MOST_QUERIES, [each["sql"] for each in asked]

    def test_nor_where_only_some_of_it_has_changed(self, signed_in, office, hundred, day):
        Story(office, received(office, on=date(2026, 4, 1)).reference).does(register, "mo", date(2026, 4, 10))
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 4, 10)))
        client = signed_in(office, "mo")
        client.get("/work")
        with CaptureQueriesContext(connection) as asked:
            client.get("/work?size=100")

        assert len(asked) <= MOST_QUERIES, [each["sql"] for each in asked]

    def test_pages_lead_on_and_back(self, signed_in, office, hundred):
        client = signed_in(office, "mo")
        page = read(client.get("/work?page=2"))

        assert page.title == "Worklist: due (page 2) - Putright"
        assert page.texts("//nav[@aria-label='Pages']//li") == [
            "Previous page Page 1 of 5",
            "Next page Page 3 of 5",
        ]
        last = read(client.get("/work?page=5"))
        assert len(last.tree.xpath(ROWS)) == 1
        assert last.texts("//nav[@aria-label='Pages']//li") == ["Previous page Page 4 of 5"]
        assert page.links["Show 100 on a page"] == "/work?show=due&size=100"
