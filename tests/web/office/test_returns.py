"""Does the page of the return show what is lacking, and does each number lead to its cases and they to the question?"""

import csv
from io import StringIO

import pytest

from putright.casework.said import IssueSaid, PersonSaid
from putright.domain.issues import Subject
from putright.domain.references import reference_shown
from putright.domain.standing import Basis
from putright.records.models import Body
from tests.casework.offices import MAUNDY_THURSDAY, Story, a_story
from tests.casework.test_split import split
from tests.web.office.desk import Desk
from tests.web.reading import read

GWEN = PersonSaid(name="Gwen Example", address=("3 Sample Road",))


@pytest.fixture
def desk(signed_in, office):
    Body.objects.filter(code=office.code).update(reports_as="trust")
    issues = (
        IssueSaid(subject=Subject.VALUES, words="Rude."),
        IssueSaid(subject=Subject.CLINICAL_TREATMENT, words="It was missed."),
    )
    return Desk(signed_in(office, "mo"), a_story(office, issues=issues, patient=GWEN, basis=Basis.REQUESTED).reference)


def shown(desk, query=""):
    return read(desk.client.get(f"/returns{query}"))


def row(page, words):
    """The number beside some words, and where it leads."""
    found = page.tree.xpath(f"//tr[td[1][normalize-space()='{words}']]/td[2]")
    return found[0].text_content().strip().split(":")[0], found[0].xpath(".//a/@href")


class TestThePage:
    def test_leads_from_what_is_lacking_to_the_question_and_back(self, desk):
        page = shown(desk)
        assert page.title.startswith("KO41a, April 2026 to March 2027")
        assert "Service area: 1 complaint" in page.main

        listed = read(desk.client.get(page.links["1 complaint"]))
        assert listed.tree.xpath("//tbody//a/@href")[1] == f"/cases/{desk.reference}/describe-for-return"

        asked = desk.opens("describe-for-return")
        boxes = ["subject_1", "subject_2", "age", "status", "service", "clinical", "staff"]
        assert [name for name in boxes if not asked.tree.xpath(f"//main//*[@name='{name}']")] == []
        said = {"age": "unknown", "status": "spouse", "service": ["inpatient"], "clinical": ["surgical"]}
        assert "What the return needs is kept" in desk.does("describe-for-return", **said, staff=["nursing", "medical"])
        assert "Nothing: every new complaint has all that the return asks." in shown(desk).main

    def test_says_each_number_once_in_each_box_that_it_concerns(self, desk):
        desk.does("describe-for-return", subject_2="mortuary", service=["inpatient"])
        page = shown(desk)

        assert row(page, "New")[0] == "1"
        assert row(page, "Mortuary")[0] == row(page, "Values and behaviours of staff")[0] == "1"
        assert row(page, "Clinical treatment") == ("0", [])
        (href,) = row(page, "Mortuary")[1]
        assert desk.reference[:4] in read(desk.client.get(href)).main

    def test_of_another_period_holds_others(self, desk):
        assert row(shown(desk, "?year=2026&quarter=1"), "New")[0] == "1"
        assert row(shown(desk, "?year=2025"), "New")[0] == "0"
        assert row(shown(desk, "?year=1700&quarter=9&return=x"), "New")[0] == "0"

    def test_is_shown_on_the_case_as_long_as_something_is_lacking(self, desk):
        assert "What the return needs 5" in desk.page.main

    def test_keeps_what_was_said_when_nothing_is_changed(self, desk):
        desk.does("describe-for-return", staff=["nursing"])
        response = desk.answers("describe-for-return", staff=["nursing"])

        assert "All of this has been said already" in read(response).main


def test_a_complaint_that_was_split_is_listed_once_with_the_case_that_was_split_off(desk, office):
    story = Story(office, desk.reference)
    new = split(story, 2, on=MAUNDY_THURSDAY)
    (href,) = row(shown(desk), "New")[1]
    listed = read(desk.client.get(href))
    assert "1 complaint." in listed.main
    assert f"Counted together with what was split off: {reference_shown(new.reference)}" in listed.main

    of_the_new = Desk(desk.client, new.reference)
    asked = [one.opens("describe-for-return").tree.xpath("//*[@name='counted_apart']") for one in (desk, of_the_new)]
    assert [bool(each) for each in asked] == [False, True]
    of_the_new.does("describe-for-return", counted_apart=["yes"])
    assert row(shown(desk), "New")[0] == "2"


class TestTheFile:
    def test_holds_every_number_of_the_page_and_no_case(self, desk):
        response = desk.client.get("/returns/download?year=2026")
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        rows = list(csv.DictReader(StringIO(text)))

        assert response.headers["Content-Disposition"] == 'attachment; filename="ko41a-2026.csv"'
        found = {(row["List"], row["Code"]): row["Complaints"] for row in rows}
        assert found["Summary", "new"] == "1"
        assert found["Subject", "clinical-treatment"] == "1"
        assert found["Summary", "by-arithmetic"] == "1"
        assert {(row["From"], row["Until"]) for row in rows} == {("2026-04-01", "2027-03-31")}
        assert desk.reference not in text


class TestWhoHasIt:
    def test_is_told_where_to_say_which_return_it_is(self, signed_in, office):
        page = read(signed_in(office, "mo").get("/returns"))

        assert "Nobody has said yet which return this organisation makes" in page.main

    def test_nobody_who_handles_no_cases(self, signed_in, office, desk):
        for path in ("/returns", "/returns/cases?group=summary&number=new", "/returns/download"):
            assert signed_in(office, "ines").get(path).status_code in (403, 422)

    @pytest.mark.parametrize("query", ["", "?group=moon", "?group=summary&number=moon"])
    def test_a_number_that_there_is_not_is_not_found(self, desk, query):
        assert desk.client.get(f"/returns/cases{query}").status_code == 404
