"""Can whoever looks for misuse read who has looked, and is every look that a page gives one of them?"""

from datetime import date

import pytest

from putright.domain.access import Role
from putright.records.models import Appointment, ReadLog
from tests.casework.offices import MAUNDY_THURSDAY, SET_UP_ON, a_story, at
from tests.web.office.desk import it_is
from tests.web.reading import read
from tests.web.walking import TOKEN, a_rich_case, atlas, said_of

# Lists name people, and to read one is no look at a case; each line of it leads to one.
LISTS = {"work", "work/waiting", "waiting", "figures/cases", "letters", "incoming", "find"}


@pytest.fixture
def story(office):
    """A case that Mo handles."""
    return a_story(office)


def lines(page):
    """Each look of a page, without the headings for phones."""
    for heading in page.tree.xpath("//*[@class='nhsuk-table__heading']"):
        heading.drop_tree()
    rows = page.tree.xpath("//tbody/tr")
    return [[" ".join(" ".join(cell.itertext()).split()) for cell in row.xpath("./*")] for row in rows]


class TestTheLooksAtACase:
    def test_say_when_who_as_what_and_at_what(self, signed_in, office, story):
        signed_in(office, "mo").get(f"/cases/{story.reference}")
        signed_in(office, "olu").get(f"/cases/{story.reference}/papers/1")
        page = read(signed_in(office, "rosa").get(f"/cases/{story.reference}/looks"))

        when = "2 April 2026 at 10am"
        assert lines(page) == [
            [
                when,
                "Olu Officer Complaints officer",
                "A paper: Issue 1, in the person's words (paper 1)",
                "Not their case",
            ],
            [when, "Mo Manager Service manager", "The case", "Nothing"],
        ]
        assert page.title == f"{story.reference[:4]}-{story.reference[4:]}: who has looked - Putright"
        assert page.links["Back to the case"] == f"/cases/{story.reference}"

    def test_are_found_from_the_case_by_whoever_may_see_them(self, signed_in, office, story):
        words = "See who has looked at this case"
        for who, may in (("rosa", True), ("mo", False), ("olu", False)):
            browser = signed_in(office, who)
            page = read(browser.get(f"/cases/{story.reference}"))

            assert (words in page.links) is may, who
            assert browser.get(f"/cases/{story.reference}/looks").status_code == (200 if may else 403), who
            assert browser.get("/looks").status_code == (200 if may else 403), who
            assert ("Who looks" in page.texts("//header//a")) is may, who

    def test_name_the_holder_of_the_link_as_that(self, signed_in, office, story):
        ReadLog.objects.create(case=story.case, what="follow", is_theirs=True, at=at(MAUNDY_THURSDAY))
        page = read(signed_in(office, "rosa").get(f"/cases/{story.reference}/looks?person=0"))

        assert [line[1] for line in lines(page)] == ["The complainant’s link"]
        assert page.texts("//option[@selected]") == ["The complainant’s link (1 look)"]

    def test_go_on_over_pages_and_keep_what_was_chosen(self, signed_in, office, story):
        mo = office.person("mo")
        ReadLog.objects.bulk_create(
            ReadLog(case=story.case, person=mo, what="case", is_theirs=False, at=at(MAUNDY_THURSDAY)) for _ in range(51)
        )
        browser = signed_in(office, "rosa")
        page = read(browser.get(f"/cases/{story.reference}/looks?person={mo.pk}&by=others"))
        onward = page.tree.xpath("//a[@rel='next']/@href")[0]

        assert len(lines(page)) == 50
        assert onward == f"/cases/{story.reference}/looks?person={mo.pk}&by=others&page=2"
        assert len(lines(read(browser.get(onward)))) == 1

    @pytest.mark.parametrize("odd", ["person=me", "page=first", "person=99999999999"])
    def test_an_address_that_nobody_was_given_leads_nowhere(self, signed_in, office, story, odd):
        assert signed_in(office, "rosa").get(f"/cases/{story.reference}/looks?{odd}").status_code == 404


class TestTheCounts:
    def test_are_there_for_the_auditor_who_has_no_other_part(self, signed_in, office, story):
        ines = office.person("ines")
        Appointment.objects.filter(person=ines).delete()
        Appointment.objects.create(
            person=ines, body=office.body, role=Role.AUDITOR.value, from_on=SET_UP_ON, made_at=at(SET_UP_ON)
        )
        signed_in(office, "mo").get(f"/cases/{story.reference}")
        browser = signed_in(office, "ines")
        page = read(browser.get("/looks"))

        assert lines(page) == [["Mo Manager", "0", "0", "0", "0", "0", "0", "1", "0", "0"]]
        assert page.texts("//thead//th")[1:8] == ["Fri 27", "Sat 28", "Sun 29", "Mon 30", "Tue 31", "Wed 1", "Thu 2"]
        theirs = read(browser.get(page.tree.xpath("//tbody//a/@href")[0]))
        shown = f"{story.reference[:4]}-{story.reference[4:]}"
        assert lines(theirs) == [["2 April 2026 at 10am", shown, "The case", "Nothing"]]
        assert "Pat Example" not in theirs.main

    def test_go_back_by_seven_days_and_on_to_today(self, signed_in, office, story, day):
        signed_in(office, "mo").get(f"/cases/{story.reference}")
        it_is(day, date(2026, 4, 14))
        browser = signed_in(office, "rosa")
        page = read(browser.get("/looks"))

        assert "Nobody has looked at a case in these days." in page.main
        before = page.links["The seven days before"]
        assert before == "/looks?until=2026-04-07"
        earlier = read(browser.get(before))
        assert lines(earlier)[0][:3] == ["Mo Manager", "0", "1"]  # Wednesday 1 April to Tuesday 7 April
        assert earlier.links["Later days"] == "/looks?until=2026-04-14"

    @pytest.mark.parametrize("odd", ["2026-04-03", "x", "1999-12-31"])
    def test_no_days_that_have_not_come_or_are_none(self, signed_in, office, odd):
        assert signed_in(office, "rosa").get(f"/looks?until={odd}").status_code == 404

    def test_nobody_of_another_body(self, signed_in, office, neighbour):
        address = f"/looks/people/{office.people['mo']}"

        assert signed_in(neighbour, "rosa").get(address).status_code == 404


def test_every_page_that_shows_something_of_a_case_keeps_that_it_was_looked_at(signed_in, office):
    """Whatever address shows a case, a paper, a letter or a message, today's or tomorrow's: the walk finds them."""
    known = a_rich_case(office)
    browser, unkept = signed_in(office, "mo"), []
    for address in atlas(known).addresses:
        before = ReadLog.objects.count()
        response = browser.get(address.path)
        if response.status_code == 200 and TOKEN in said_of(response) and ReadLog.objects.count() == before:
            unkept.append(address)

    assert {address.name for address in unkept if address.name.partition("?")[0].strip("/") not in LISTS} == set()
