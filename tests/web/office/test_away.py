"""Can an absence be recorded on a page, and does everybody see who is there instead?

April 2026: Maundy Thursday is the 2nd; Tuesday the 7th follows Easter.
"""

from datetime import date

import pytest

from putright.gateways.clock import FixedClock
from putright.records.models import Absence, Person
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.web.reading import read

UNTIL = date(2026, 4, 10)


def typed(office, who="mo", cover="olu", from_on=MAUNDY_THURSDAY, until_on=UNTIL):
    days = {
        f"{name}-{part}": str(getattr(day, part))
        for name, day in (("from_on", from_on), ("until_on", until_on))
        for part in ("day", "month", "year")
    }
    return {"person": str(office.people[who]), "cover": str(office.people[cover]), **days}


def words_of(page):
    """What the page says, as it is read."""
    return " ".join(page.tree.xpath("//main")[0].text_content().split())


class TestRecording:
    def test_shows_who_is_there_and_lets_it_be_ended(self, signed_in, office):
        client = signed_in(office, "mo")
        page = read(client.post("/away", typed(office), follow=True))

        expected = "Mo Manager is away from 2 April 2026 to the end of 10 April 2026. Olu Officer is there."
        assert expected in words_of(page)
        read(client.post(f"/away/{Absence.objects.get().pk}/end", follow=True))
        assert "Nobody is away." in read(client.get("/away")).main

    def test_a_mistake_is_said_with_what_was_typed(self, signed_in, office):
        page = read(signed_in(office, "mo").post("/away", typed(office, cover="mo")))

        assert page.title == "Error: Who is away - Putright"
        assert page.problems[0][0] == "Choose somebody else to be there in their place."
        assert page.tree.xpath("//input[@id='until_on-day' or @name='until_on-day']/@value") == ["10"]

    def test_an_officer_can_say_it_of_themselves_alone(self, signed_in, office):
        page = read(signed_in(office, "olu").get("/away"))

        assert page.texts("//select[@name='person']/option[@value!='']") == ["Olu Officer, Complaints Officer"]

    def test_somebody_who_asks_for_statements_alone_has_no_such_page(self, signed_in, office):
        assert signed_in(office, "sam").get("/away").status_code == 403

    def test_nobody_ends_what_is_not_theirs(self, signed_in, office):
        signed_in(office, "mo").post("/away", typed(office))
        response = signed_in(office, "olu").post(f"/away/{Absence.objects.get().pk}/end")

        assert response.status_code == 403
        assert Absence.objects.get().until_on == UNTIL


class TestWhatIsSeen:
    @pytest.fixture
    def story(self, office, signed_in):
        story = a_story(office)
        signed_in(office, "mo").post("/away", typed(office))
        return story

    def test_on_the_page_of_the_case(self, signed_in, office, story):
        page = read(signed_in(office, "olu").get(f"/cases/{story.reference}"))

        assert "Mo Manager, away until the end of 10 April 2026: Olu Officer is there" in words_of(page)

    def test_on_the_worklist(self, signed_in, office, story):
        page = read(signed_in(office, "olu").get("/work"))

        assert "Me, and Mo Manager" in page.texts("//option")
        assert "Mo Manager (away)" in page.texts("//option")

    def test_by_the_person_who_complained_and_no_longer_once_it_is_over(self, signed_in, office, story, day):
        shown = f"/cases/{story.reference}/progress"
        instead = "in place of Mo Manager, who is away until the end of 10 April 2026"
        assert instead in words_of(read(signed_in(office, "olu").get(shown)))

        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 4, 11)))
        assert "in place of" not in words_of(read(signed_in(office, "olu").get(shown)))


def test_an_administrator_puts_somebody_in_a_team(signed_in, office):
    olu = office.people["olu"]
    page = read(
        signed_in(office, "ada").post(f"/administration/people/{olu}/team", {"team": " Front  desk"}, follow=True)
    )

    assert Person.objects.get(pk=olu).team == "Front desk"
    assert "Front desk" in page.main
