"""Is what waits told with for whom and since when, on the list of whoever has it, each leading to its case?

April 2026: Maundy Thursday is the 2nd, the Tuesday after Easter the 7th.
"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.casework.actions.add_file_note import Promise, add_file_note
from putright.casework.actions.request_records import request_records
from putright.casework.actions.set_task import set_task
from putright.casework.said import IssueSaid
from putright.domain.issues import Subject
from putright.gateways.clock import FixedClock
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at
from tests.casework.test_linked import held, linked
from tests.web.reading import read

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
FRIDAY = date(2026, 4, 10)
MOST_QUERIES = 8


def rows(page):
    """Each row, cell by cell, without the headings for phones."""
    for aside in page.tree.xpath("//*[@class='nhsuk-table__heading']"):
        aside.drop_tree()
    return [
        [" ".join(" ".join(cell.itertext()).split()) for cell in row.xpath("./*")]
        for row in page.tree.xpath("//tbody/tr")
    ]


@pytest.fixture
def story(office: Office, day) -> Story:
    day.PUTRIGHT_CLOCK = FixedClock(at(WEDNESDAY))
    story = a_story(office)
    story.does(set_task, "mo", TUESDAY, owner=office.people["olu"], what="Read the rota.", due_on=FRIDAY)
    story.does(add_file_note, "mo", TUESDAY, words="She rang.", promise=Promise(words="Send a copy.", by=TUESDAY))
    story.does(request_records, "mo", TUESDAY, of_whom="the surgery", what="The notes.", due_on=date(2026, 4, 9))
    return story


class TestTheList:
    def test_begins_with_ones_own(self, signed_in, office, story):
        page = read(signed_in(office, "olu").get("/work/waiting"))

        assert page.title == "Tasks and waiting: all - Putright"
        assert page.headings == ["Tasks and waiting"]
        assert page.texts("//option[@selected]") == ["Me"]
        shown = f"{story.reference[:4]}-{story.reference[4:]}"
        assert rows(page) == [
            [
                "Due in 2 days Friday 10 April 2026",
                "Read the rota. A task, since 7 April 2026",
                f"{shown} Pat Example",
                "Olu Officer",
            ]
        ]
        assert page.tree.xpath("//tbody//a/@href") == [f"/cases/{story.reference}"]

    def test_tells_of_everybodys_by_for_whom_they_wait(self, signed_in, office, story):
        client = signed_in(office, "mo")
        page = read(client.get("/work/waiting?person=all"))

        assert page.texts("//nav[@aria-label='For whom']//li") == [
            "All 3",
            "Overdue 1",
            "To do here 2",
            "The person 0",
            "Staff 0",
            "Others 1",
            "Signature 0",
            "Review 0",
        ]
        assert [row[0] for row in rows(page)] == [
            "Overdue by 1 day Tuesday 7 April 2026",
            "Due in 1 day Thursday 9 April 2026",
            "Due in 2 days Friday 10 April 2026",
        ]
        others = read(client.get("/work/waiting?person=all&show=others"))
        assert [row[1] for row in rows(others)] == [
            "Asked of the surgery: The notes. Records that were asked for. "
            "Waiting for somebody elsewhere, since 7 April 2026"
        ]

    def test_each_number_opens_what_it_counts(self, signed_in, office, story):
        client = signed_in(office, "mo")
        page = read(client.get("/work/waiting?person=all"))

        for link in page.tree.xpath("//nav[@aria-label='For whom']//a"):
            opened = read(client.get(link.get("href")))
            assert len(rows(opened)) == int(link.xpath(".//span")[0].text), link.get("href")

    @pytest.mark.parametrize(
        ("show", "words"),
        [("signatory", "No response waits to be signed."), ("staff", "No statement is waited for.")],
    )
    def test_says_so_where_nothing_waits_and_leads_to_everybodys(self, signed_in, office, story, show, words):
        page = read(signed_in(office, "mo").get(f"/work/waiting?show={show}"))

        assert words in page.main
        assert page.links["See everybody's"] == f"/work/waiting?show={show}&person=all"

    @pytest.mark.parametrize("odd", ["show=everything", "page=first", "person=me", "page=-1"])
    def test_an_address_that_nobody_was_given_leads_nowhere(self, signed_in, office, odd):
        assert signed_in(office, "mo").get(f"/work/waiting?{odd}").status_code == 404

    def test_whoever_sees_no_case_has_no_list(self, signed_in, office):
        response = signed_in(office, "ada").get("/work/waiting")

        assert response.status_code == 403
        assert "Tasks and waiting" not in read(signed_in(office, "ada").get("/administration")).texts("//nav//a")


def test_a_page_asks_the_database_no_more_than_eight_times(signed_in, office):
    for _ in range(30):
        a_story(office).does(
            set_task, "mo", MAUNDY_THURSDAY, owner=office.people["mo"], what="Read the rota.", due_on=FRIDAY
        )
    client = signed_in(office, "mo")
    client.get("/work/waiting")
    with CaptureQueriesContext(connection) as asked:
        page = read(client.get("/work/waiting?size=100"))

    assert len(page.tree.xpath("//tbody/tr")) == 30
    assert len(asked) <= MOST_QUERIES, [each["sql"] for each in asked]


def test_what_is_held_says_what_it_waits_for_who_asked_and_when_it_is_looked_at_again(signed_in, office, day):
    day.PUTRIGHT_CLOCK = FixedClock(at(WEDNESDAY))
    issues = tuple(IssueSaid(subject=each, words="So.") for each in (Subject.VALUES, Subject.COMMUNICATIONS))
    story = a_story(office, issues=issues)
    held(story, linked(story), 2)
    page = read(signed_in(office, "mo").get("/work/waiting?show=others"))

    (row,) = rows(page)
    assert row[0].endswith("Wednesday 6 May 2026")
    assert row[1] == ("Another process that comes first Asked for by The coroner’s officer, since 7 April 2026")
