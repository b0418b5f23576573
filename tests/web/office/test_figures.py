"""Can the figures be read, opened, narrowed and taken along, by whoever may see cases and by nobody else?"""

import csv
from datetime import date
from io import StringIO

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.domain.channels import Channel
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.reading import read


@pytest.fixture
def stories(office):
    first, second = a_story(office), a_story(office)
    first.does(acknowledge, "mo", MAUNDY_THURSDAY, channel=Channel.TELEPHONE)
    return first, second


def test_every_number_leads_to_as_many_cases(signed_in, office, stories):
    browser = signed_in(office, "mo")
    page = read(browser.get("/figures"))
    links = page.tree.xpath("//main//a[contains(@class, 'app-figure') and starts-with(@href, '/figures/cases')]")

    assert len(links) == 5 + 5 + 1 + 18 + 2
    for link in links:
        listed = read(browser.get(link.get("href")))
        count = int(link.text)
        assert len(listed.tree.xpath("//main//tbody/tr")) == count, link.get("href")
        assert f"{count} case" in listed.main
    for link in page.tree.xpath("//main//a[starts-with(@href, '/work/waiting')]"):
        assert browser.get(link.get("href")).status_code == 200


def test_the_promise_and_the_law_stand_in_two_lines(signed_in, office, stories):
    page = read(signed_in(office, "mo").get("/figures"))

    (acknowledged, answered) = page.tree.xpath("//table[contains(@class, 'app-measures')]")
    assert [row.text_content().split() for row in acknowledged.xpath(".//tbody/tr/th")] == [
        ["Held", "against", "By", "our", "own", "promise"],
        ["Held", "against", "By", "the", "law"],
    ]
    assert "100%" in acknowledged.text_content()
    assert "None decided yet" in answered.text_content()
    assert "never added up" in page.main


def test_the_bars_say_nothing_that_the_table_does_not(signed_in, office, stories):
    """A chart is drawn for the eye, and hidden from whoever has the table read out."""
    page = read(signed_in(office, "mo").get("/figures"))

    charts = page.tree.xpath("//main//svg")
    assert charts
    assert all(svg.xpath("./ancestor-or-self::*[@aria-hidden='true']") for svg in charts)
    assert not page.tree.xpath("//main//script | //main//*[@style]")


def test_the_days_can_be_chosen(signed_in, office, stories):
    browser = signed_in(office, "mo")
    page = read(browser.get("/figures?period=last-month")).main

    assert "From 1 March 2026 to 31 March 2026" in page
    assert "No complaint was received on these days" in page
    assert browser.get("/figures?period=for-ever").status_code == 404


@pytest.mark.parametrize("of", ["", "due", "due.never", "person.x", "answered.late", "answered.statute.all"])
def test_there_is_no_page_of_a_figure_that_there_is_not(signed_in, office, of):
    assert signed_in(office, "mo").get(f"/figures/cases?of={of}").status_code == 404


def test_they_can_be_taken_along_without_a_name_of_whoever_complained(signed_in, office, stories):
    response = signed_in(office, "mo").get("/figures/download")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))

    assert response.headers["Content-Disposition"] == 'attachment; filename="figures-2026-04-02.csv"'
    assert {row["Number"] for row in rows if row["What"] == "Received"} == {"2"}
    assert {(row["Held against"], row["Part"], row["Number"]) for row in rows if row["What"] == "Acknowledged"} >= {
        ("By our own promise", "In time", "1"),
        ("By the law", "To do", "1"),
    }
    assert "Pat Example" not in text
    assert date.fromisoformat(rows[0]["As at"]) == MAUNDY_THURSDAY


def test_where_there_is_no_case_it_says_so(signed_in, office):
    assert "There is no case to count yet" in read(signed_in(office, "mo").get("/figures")).main


@pytest.mark.parametrize("address", ["/figures", "/figures/cases?of=received", "/figures/download"])
def test_whoever_sees_no_case_sees_no_figure(signed_in, office, stories, address):
    response = signed_in(office, "ada").get(address)

    assert response.status_code == 403
    assert "/figures" not in [link.get("href") for link in read(response).tree.xpath("//nav//a")]
