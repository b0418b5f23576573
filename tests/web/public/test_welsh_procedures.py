"""Is everything that is ours on the page of a procedure in Welsh, and does the rest say that it is in English?"""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.adoption import Adoption
from putright.gateways.procedure_files import read_file
from putright.web.language import IN_WELSH
from tests.casework.offices import Office, an_office, at
from tests.web.public.reading_twice import ReadsTwice
from tests.web.public.test_welsh import both
from tests.web.reading import Read, read

pytestmark = pytest.mark.django_db

SECOND_OF_APRIL = date(2026, 4, 2)
# The name of a page for the browser's tab is the title of the document.
TITLES = ("complaints policy - Putright", "choice was not offered - Putright")


def adopt(office: Office, *, source: str, beside: bool = False) -> None:
    adopt_procedure(
        actor=office.actor("ada"),
        procedure=Adoption(source=source, beside=beside),
        on=SECOND_OF_APRIL,
        now=at(SECOND_OF_APRIL),
        signed_off_by=office.people["rosa"],
    )


def versions(page: Read) -> list[str]:
    return page.tree.xpath("//h2[.='Versions']/following-sibling::ul[1]//a/@href")


def test_every_page_is_in_welsh_but_for_what_was_published(
    commisceo: Office, living_well: Office, day: object, tmp_path: Path
) -> None:
    an_office(tmp_path, procedure="commisceo", code="as-published")
    reader = ReadsTwice("/procedures/")
    for code in (commisceo.code, "as-published", living_well.code):
        page = read(reader.get(f"/procedures/{code}"))
    adopt(living_well, source=f"# changed\n{read_file(living_well.code).text}")
    adopt(living_well, source=read_file("choice-commissioner").text, beside=True)
    reader.get(versions(page)[0])
    own = read(reader.get(f"/procedures/{living_well.code}"))
    beside = own.tree.xpath("//a[contains(., 'a choice was not offered')]/@href")[0]
    reader.get(beside)

    assert [text for _, text in reader.left if not text.endswith(TITLES)] == []
    assert reader.read == {name for name in IN_WELSH if name.startswith("procedure-") or name == "procedure"}


@pytest.mark.parametrize("address", ["/procedures/nobody", "/procedures/commisceo/000000000000"])
def test_what_is_not_there_is_told_in_welsh(client: Client, commisceo: Office, address: str) -> None:
    assert both(client, address) == []


def test_a_promise_stays_as_it_was_published_and_its_frame_is_in_welsh(client: Client, commisceo: Office) -> None:
    client.get("/language/cy")
    page = read(client.get("/procedures/commisceo"))
    row = next(each for each in page.tree.xpath("//tbody/tr") if "acknowledge your complaint" in each.text_content())

    assert [" ".join(each.text_content().split()) for each in row.xpath(".//*[@lang='en-GB']")][-3:] == [
        "10 working days after the complaint was received",
        "1",
        "3 working days after the complaint was received (SI 2009/309 reg 13(3))",
    ]
    assert row.xpath("string(.//strong)") == "Dyddiad y gyfraith sy’n cyfrif"
    assert "Yn Saesneg y mae’r addewidion eu hunain" in page.main
    assert "Defnyddir yma ers dydd Llun 5 Ionawr 2026" in page.main
    assert "The promises themselves are in English" not in read(Client().get("/procedures/commisceo")).main


def test_a_page_is_kept_apart_for_each_language(client: Client, commisceo: Office) -> None:
    english = client.get("/procedures/commisceo")
    client.get("/language/cy")
    welsh = client.get("/procedures/commisceo", headers={"If-None-Match": english.headers["ETag"]})

    assert (welsh.status_code, welsh.headers["ETag"] == english.headers["ETag"]) == (200, False)
    assert "Cookie" in welsh.headers["Vary"]


def test_the_file_that_stands_alone_stays_in_english(client: Client, commisceo: Office) -> None:
    address = versions(read(client.get("/procedures/commisceo")))[0]
    before = client.get(f"{address}/page.html").content
    client.get("/language/cy")

    assert client.get(f"{address}/page.html").content == before
