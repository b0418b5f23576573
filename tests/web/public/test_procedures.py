"""Can anybody read what an organisation promises, what the law says beside it, and what was promised before?"""

from datetime import date

import pytest
from lxml import etree, html

from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.adoption import Adoption
from putright.config.command_line import main
from putright.gateways.procedure_files import read_file
from putright.records.models import Body
from putright.web.published_version import FORMS
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

    def test_a_website_can_be_pressed_and_words_about_one_are_words(self, client, commisceo, living_well):
        for office, website in ((commisceo, "www.commisceo.example.nhs.uk"), (living_well, "On the practice website")):
            Body.objects.filter(code=office.code).update(website=website)
        page = read(client.get("/procedures"))

        assert page.links["www.commisceo.example.nhs.uk"] == "https://www.commisceo.example.nhs.uk"
        assert "Website On the practice website" in page.main
        assert "On the practice website" not in page.links

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
            "3 working days after the complaint was received (SI 2009/309 reg 13(3)) The law's date counts",
        ]

    def test_each_promise_says_who_keeps_it_and_on_what_condition(self, client, commisceo):
        page = read(client.get("/procedures/commisceo"))
        details = next(row for row in rows(page) if "set out your complaint in detail" in row[0])

        assert "Who: Service Manager" in details[0]
        assert "Not if details were received; or if the response was sent." in details[0]

    def test_what_the_law_promises_beyond_it_is_said_where_it_is_adopted_as_published(self, client, tmp_path, day):
        an_office(tmp_path, procedure="commisceo")
        page = read(client.get("/procedures/commisceo"))

        assert "In some places the law promises you more" in page.main
        assert "Where it promises less than the law, the law counts instead." in page.main
        assert "The responsible person (Chief Executive) has signed that this is so." in page.main
        warning = page.texts("//div[contains(@class, 'nhsuk-card--warning')]")[0]
        assert "SI 2009/309 reg 13(3)" in warning
        assert "Promise the law's time" not in warning  # how to mend the file is for whoever writes it

    def test_the_picture_of_its_times_is_a_picture(self, client, commisceo):
        address = read(client.get("/procedures/commisceo")).tree.xpath("//main//img/@src")[0]
        response = client.get(address)

        assert response.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
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
        assert "This is an earlier version, kept as it was." in before.main
        # The first version governs what came before it was adopted as well.
        governs = "It governs the complaints that The living-well-partnership example received"
        assert f"{governs} up to and including 1 April 2026." in before.main
        assert "This is an earlier version" not in now.main

    def test_one_for_some_complaints_is_named_beside_the_bodys_own(self, client, living_well):
        adopt_procedure(
            actor=living_well.actor("ada"),
            procedure=Adoption(source=read_file("choice-commissioner").text, beside=True),
            on=date(2026, 4, 2),
            now=at(date(2026, 4, 2)),
            signed_off_by=living_well.people["rosa"],
        )
        own = read(client.get("/procedures/living-well-partnership"))
        title = "The local commissioner: complaints that a choice was not offered"
        beside = read(client.get(own.tree.xpath(f"//a[.='{title}']/@href")[0]))

        assert "Living Well Partnership: complaints policy" in own.main
        assert len(own.texts("//h2[.='Versions']/following-sibling::ul[1]/li")) == 1
        assert "It is for some complaints only." in beside.main
        assert "This is an earlier version" not in beside.main
        assert "Beside it: Living Well Partnership: complaints policy" in beside.main

    @pytest.mark.parametrize(
        "address",
        [
            "/procedures/nobody",
            "/procedures/commisceo/000000000000",
            "/procedures/commisceo/0",
            "/procedures/commisceo/000000000000/timetable.svg",
            "/procedures/commisceo/schema.json",
        ],
    )
    def test_what_is_not_there_is_not_found(self, client, commisceo, address):
        assert client.get(address).status_code == 404

    def test_an_unknown_version_is_answered_with_those_there_are(self, client, commisceo):
        page = read(client.get("/procedures/commisceo/000000000000"))

        assert page.headings == ["The commisceo example has no such version"]
        assert "Without a version, used here since 5 January 2026" in page.links

    def test_an_unknown_organisation_is_answered_with_those_there_are(self, client, commisceo):
        assert read(client.get("/procedures/nobody")).links["The commisceo example"] == "/procedures/commisceo"


class TestTheFormsOfAVersion:
    @pytest.fixture
    def address(self, client, commisceo):
        return read(client.get("/procedures/commisceo")).tree.xpath(
            "//h2[.='Versions']/following-sibling::ul[1]//a/@href"
        )[0]

    @pytest.mark.parametrize(
        ("form", "shown"),
        [("page.html", "html"), ("timetable.svg", "svg"), ("page.md", "markdown"), ("procedure.json", "json")],
    )
    def test_are_what_the_command_prints(self, client, address, form, shown, capsys):
        response = client.get(f"{address}/{form}")
        # Adopted on Monday 5 January 2026, when the checker looked at it.
        assert main(["procedure", "show", "commisceo", "--format", shown, "--as-at", "2026-01-05"]) == 0

        assert response.content.decode().rstrip("\n") == capsys.readouterr().out.rstrip("\n")

    def test_one_is_the_very_file_that_was_adopted(self, client, address):
        assert client.get(f"{address}/procedure.yaml").content.decode() == read_file("commisceo").text

    @pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
    def test_each_may_be_kept_for_good_and_is_told_apart_by_its_content(self, client, address, form):
        response = client.get(f"{address}/{form.name}")
        again = client.get(f"{address}/{form.name}", headers={"If-None-Match": response.headers["ETag"]})

        assert response.headers["Content-Type"].startswith(form.content_type)
        assert "immutable" in response.headers["Cache-Control"]
        assert (again.status_code, again.content) == (304, b"")

    def test_the_page_that_stands_alone_may_use_its_own_style_and_nothing_else(self, client, address):
        response = client.get(f"{address}/page.html")
        tree = html.document_fromstring(response.content)

        assert "'sha256-" in response.headers["Content-Security-Policy"]
        assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
        assert tree.xpath("//script | //link | //img | //iframe") == []
        assert tree.get("lang") == "en-GB"

    def test_stay_as_they_were_when_another_version_is_adopted(self, client, commisceo, address):
        before = {form.name: client.get(f"{address}/{form.name}").content for form in FORMS}
        adopt_procedure(
            actor=commisceo.actor("ada"),
            procedure=Adoption(source="# changed\n" + read_file("commisceo").text),
            on=date(2026, 4, 2),
            now=at(date(2026, 4, 2)),
            signed_off_by=commisceo.people["rosa"],
        )

        assert {form.name: client.get(f"{address}/{form.name}").content for form in FORMS} == before

    def test_the_page_itself_is_asked_for_again_and_not_sent_twice(self, client, address):
        response = client.get(address)
        again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})

        assert response.headers["Cache-Control"] == "public, no-cache"
        assert again.status_code == 304

    def test_the_schema_for_editors_has_an_address(self, client, db, day):
        response = client.get("/procedures/schema.json")

        assert response.status_code == 200
        assert response.json()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
