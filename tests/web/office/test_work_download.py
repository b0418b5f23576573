"""Does a downloaded list hold the cases that the list shows, safe in a spreadsheet, for who handles cases?"""

import csv
from datetime import date

import pytest
from django.urls import reverse

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.register import register
from putright.casework.queries import list_downloaded
from putright.casework.said import PersonSaid
from putright.records.models import ReadLog
from putright.web.spreadsheet import cell_of
from tests.casework.offices import MAUNDY_THURSDAY, Story, received
from tests.web.office.desk import it_is
from tests.web.reading import read

ADDRESS = reverse("work-download")
HEAD = ["Reference", "Received", "Stage", "Status", "Next thing due", "Due on", "Working days left", "With"]
HEAD += ["Letters to send", "Severity", "Path"]


def named(name):
    """Somebody who complains."""
    return PersonSaid(name=name, email="somebody@example.org")


def shown(reference):
    return f"{reference[:4]}-{reference[4:]}"


def opened(response):
    """The rows of the file, as a spreadsheet reads them."""
    assert response.status_code == 200, read(response).main
    content = b"".join(response.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(content.decode("utf-8-sig").splitlines()))


class TestTheFile:
    def test_says_of_each_case_what_a_manager_needs(self, signed_in, office, day):
        story = Story(office, received(office).reference)
        story.does(register, "mo", MAUNDY_THURSDAY)
        story.does(acknowledge, "mo", MAUNDY_THURSDAY)
        it_is(day, date(2026, 4, 8))
        head, row = opened(signed_in(office, "mo").get(ADDRESS))

        assert head == HEAD
        assert row[:2] == [shown(story.reference), "2026-04-02"]
        # To say within a working day of Thursday 2 April what happens next: Tuesday 7 April, a working day ago.
        assert row[5:] == ["2026-04-07", "-1", "Mo Manager", "1", "", ""]
        assert "Pat Example" not in ",".join(row)

    def test_has_the_names_only_where_they_are_asked_for(self, signed_in, office):
        received(office, complainant=named("Pat Example"))
        browser = signed_in(office, "mo")

        assert opened(browser.get(ADDRESS))[1][-3] == "0"
        head, row = opened(browser.get(f"{ADDRESS}?names=yes"))
        assert (head[-1], row[-1]) == ("Complainant", "Pat Example")

    def test_is_named_without_anybody_and_kept_by_nobody_on_the_way(self, signed_in, office):
        received(office)
        response = signed_in(office, "mo").get(f"{ADDRESS}?show=closed")

        assert response.headers["Content-Disposition"] == 'attachment; filename="cases-closed-2026-04-02.csv"'
        assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert response.headers["Cache-Control"] == "no-store, private"
        assert response.headers["X-Content-Type-Options"] == "nosniff"

    @pytest.mark.parametrize(
        "name", ["=1+1", "+44 7700", "-1", "@SUM(A1)", "\t=1", " =1", "＝1+1", '=cmd|"/c calc"!A1']
    )
    def test_holds_no_formula_of_anybody_s(self, signed_in, office, name):
        received(office, complainant=named(name))
        written = opened(signed_in(office, "mo").get(f"{ADDRESS}?names=yes"))[1][-1]

        assert written.startswith("'")

    def test_keeps_a_number_below_nought_a_number(self):
        assert cell_of(-3) == "-3"


class TestWhichCases:
    @pytest.mark.parametrize("query", ["", "show=overdue", "show=soon", "show=nothing-due", "show=closed"])
    @pytest.mark.parametrize("person", ["", "0", "mo", "olu"])
    def test_are_those_of_all_pages_of_the_list_in_its_order(self, signed_in, office, day, monkeypatch, query, person):
        monkeypatch.setattr(list_downloaded, "AT_ONCE", 4)
        for number in range(30):
            received(office, on=date(2026, 4, 2) if number % 3 else date(2026, 4, 8), by="mo" if number % 2 else "olu")
        it_is(day, date(2026, 4, 8))
        browser = signed_in(office, "mo")
        query = "&".join(filter(None, [query, person and f"person={office.people.get(person, 0)}"]))
        listed: list[str] = []
        page = 1
        while rows := read(browser.get(f"/work?{query}&page={page}")).texts("//tbody//th//a"):
            listed, page = listed + rows, page + 1

        assert [row[0] for row in opened(browser.get(f"{ADDRESS}?{query}"))[1:]] == listed

    @pytest.mark.parametrize("odd", ["show=everything", "person=me"])
    def test_an_address_that_nobody_was_given_leads_nowhere(self, signed_in, office, odd):
        assert signed_in(office, "mo").get(f"{ADDRESS}?{odd}").status_code == 404


class TestWhoMay:
    @pytest.mark.parametrize(("who", "may"), [("mo", True), ("olu", True), ("rosa", True), ("ines", False)])
    def test_only_those_who_handle_cases_and_they_alone_see_the_button(self, signed_in, office, who, may):
        story = Story(office, received(office).reference)
        type(story.case).objects.update(handler=office.people[who])
        browser = signed_in(office, who)
        page = read(browser.get("/work"))

        assert ("Download this list" in page.texts("//button")) is may
        response = browser.get(ADDRESS)
        assert response.status_code == (200 if may else 403)
        assert may or not ReadLog.objects.exists()

    def test_nobody_of_another_body(self, signed_in, office, neighbour):
        received(office)

        assert opened(signed_in(neighbour, "mo").get(ADDRESS)) == [HEAD]


class TestTheLooks:
    def test_are_kept_of_each_case_before_it_is_written(self, signed_in, office, monkeypatch):
        monkeypatch.setattr(list_downloaded, "AT_ONCE", 2)
        for _ in range(5):
            received(office)
        response = signed_in(office, "olu").get(ADDRESS)
        pieces = iter(response.streaming_content)
        kept = ReadLog.objects.filter(person=office.people["olu"], what="list", is_theirs=False)

        next(pieces)
        assert kept.count() == 0  # the head alone
        counts = [(piece.count(b"\r\n"), kept.count()) for piece in pieces]
        assert counts == [(2, 2), (2, 4), (1, 5)]
        assert kept.values("case").distinct().count() == 5
