"""Can anybody read what an organisation promises, what the law says beside it, and what was promised before?"""

from datetime import date

import pytest
from lxml import etree

from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.adoption import Adoption
from putright.gateways.procedure_files import read_file
from tests.casework.offices import an_office, at
from tests.web.reading import read

pytestmark = pytest.mark.django_db


def rows(page):
    """The table of promises, row by row."""
    return [
        [" ".join(" ".join(cell.itertext()).split()) for cell in row.xpath("./td/span[2]")]
        for row in page.tree.xpath("//tbody/tr")
    ]


class TestTheList:
    def test_it_says_how_to_reach_each_organisation(self, client, commisceo, living_well):
        page = read(client.get("/procedures"))

        assert page.texts("//main//h2") == ["The commisceo example", "The living-well-partnership example"]
        assert page.links["01632 960001"] == "tel:01632960001"
        assert page.links["Complain to The commisceo example"] == "/complain?to=commisceo"

    def test_an_empty_site_says_so(self, client, day):
        assert "No organisation takes complaints on this site yet." in read(client.get("/procedures")).main

    def test_those_who_do_not_use_the_web_find_the_telephone_number(self, client, commisceo):
        assert "01632 960001" in read(client.get("/without-the-web")).main


class TestAProcedure:
    def test_each_promise_has_its_clause_and_the_law_beside_it(self, client, commisceo):
        page = read(client.get("/procedures/commisceo"))
        acknowledge = next(row for row in rows(page) if "acknowledge your complaint in writing" in row[0])

        assert acknowledge[1:] == [
            "10 working days after the complaint was received",
            "1",
            "3 working days after the complaint was received (SI 2009/309 reg 13(3))",
        ]

    def test_what_the_law_promises_beyond_it_is_said_where_it_is_adopted_as_published(self, client, tmp_path, day):
        an_office(tmp_path, procedure="commisceo")
        page = read(client.get("/procedures/commisceo"))

        assert "In some places the law promises you more" in page.main
        assert "Where it promises less than the law, the law counts instead." in page.main
        assert "Signed for by: Chief Executive." in page.main
        assert "SI 2009/309 reg 13(3)" in page.texts("//div[contains(@class, 'nhsuk-card--warning')]")[0]

    def test_the_picture_of_its_times_is_a_picture(self, client, commisceo):
        address = read(client.get("/procedures/commisceo")).tree.xpath("//main//img/@src")[0]
        response = client.get(address)

        assert response.headers["Content-Type"] == "image/svg+xml"
        assert "immutable" in response.headers["Cache-Control"]
        assert etree.fromstring(response.content).tag.endswith("svg")

    def test_how_unclear_words_are_read_is_told(self, client, commisceo):
        page = read(client.get("/procedures/commisceo"))

        assert "2-5 days, without saying which kind." in page.main

    def test_a_version_keeps_its_address_when_another_is_adopted(self, client, living_well):
        first = read(client.get("/procedures/living-well-partnership"))
        address = first.tree.xpath("//h2[.='Versions']/following-sibling::ul[1]//a/@href")[0]
        source = read_file("living-well-partnership").text.replace("\nversion:", "\n# changed\nversion:", 1)
        changed = source if "# changed" in source else f"# changed\n{source}"
        adopt_procedure(
            actor=living_well.actor("ada"),
            procedure=Adoption(source=changed),
            on=date(2026, 4, 2),
            now=at(date(2026, 4, 2)),
            signed_off_by=living_well.people["rosa"],
        )
        now, before = read(client.get("/procedures/living-well-partnership")), read(client.get(address))

        assert len(now.texts("//h2[.='Versions']/following-sibling::ul[1]/li")) == 2
        assert "This is an earlier version." in before.main
        assert "This is an earlier version." not in now.main

    @pytest.mark.parametrize(
        "address",
        [
            "/procedures/nobody",
            "/procedures/commisceo/000000000000",
            "/procedures/commisceo/0",
            "/procedures/commisceo/000000000000/timetable.svg",
        ],
    )
    def test_what_is_not_there_is_not_found(self, client, commisceo, address):
        assert client.get(address).status_code == 404
