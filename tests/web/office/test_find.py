"""Does the box at the head of every staff page find cases, and does nothing that is typed in it stand in an address?"""

from datetime import date

import pytest

from putright.casework.said import PersonSaid
from putright.domain.sought import MOST_SEARCHES
from putright.records.models import ReadLog
from tests.casework.offices import received
from tests.web.reading import read

BOX = "//header//input[@name='sought']"
ROWS = "//table//tbody/tr"


def finds(client, typed):
    """Type something in the box of the head, and go where that leads."""
    sent = client.post("/find", {"sought": typed})
    assert sent.status_code == 302
    assert sent.headers["Location"] == "/find"
    return client.get("/find")


def named(office, name, **said):
    return received(office, complainant=PersonSaid(name=name, email="somebody@example.org", **said)).reference


@pytest.mark.parametrize("address", ["/", "/work", "/letters", "/incoming", "/complaints/new", "/find", "/security"])
def test_the_box_is_at_the_head_of_every_page_of_who_may_see_cases(signed_in, office, address):
    page = read(signed_in(office, "mo").get(address))

    assert len(page.tree.xpath(BOX)) == 1
    assert page.tree.xpath("//header//form[.//input[@name='sought']]/@method") == ["post"]


def test_who_administers_and_sees_no_case_has_no_box_and_no_page(signed_in, office):
    client = signed_in(office, "ada")

    assert read(client.get("/administration")).tree.xpath(BOX) == []
    assert client.get("/find").headers["Location"] == "/administration"


def test_nobody_who_has_not_signed_in_finds_anything(client, office):
    assert client.get("/find").headers["Location"].startswith("/sign-in")
    assert client.post("/find", {"sought": "example"}).status_code != 200


def test_a_name_leads_to_a_list_that_tells_people_apart(signed_in, office):
    one = named(office, "Zoë Patel", born_on=date(1980, 3, 14))
    other = named(office, "Zoe Patel")
    named(office, "Somebody Else")
    client = signed_in(office, "olu")
    page = read(finds(client, "zoe patel"))

    assert page.headings == ["Find a case"]
    assert "2 cases found" in page.main
    assert {link.removeprefix("/cases/") for link in page.tree.xpath(f"{ROWS}//a/@href")} == {one, other}
    assert any("14 March 1980" in row for row in page.texts(ROWS))
    assert any("Not known" in row for row in page.texts(ROWS))
    assert "patel" not in "".join(page.links.values()).lower()


def test_a_whole_reference_leads_to_its_case(signed_in, office):
    reference = named(office, "Pat Example")
    response = finds(signed_in(office, "olu"), f"{reference[:4].lower()} {reference[4:]}")

    assert response.headers["Location"] == f"/cases/{reference}"
    assert not ReadLog.objects.filter(what="found").exists()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("nobody", "Type only the beginning of the surname"),
        ("01632 960999", "Type the last 6 digits"),
        ("9990000019", "a last digit that checks the others"),
        ("1/1/1901", "compared with the patient’s date of birth"),
        ("x", "That is too little to look for."),
    ],
)
def test_where_nothing_is_found_it_says_what_to_try(signed_in, office, typed, says):
    page = read(finds(signed_in(office, "olu"), typed))

    assert says in page.main
    assert page.tree.xpath("//input[@id='sought']/@value") == [typed]


def test_what_was_found_is_there_again_on_the_way_back_and_gone_after_signing_out(signed_in, office):
    named(office, "Zoe Patel")
    client = signed_in(office, "olu")
    finds(client, "patel")

    assert "1 case found" in read(client.get("/find")).main
    client.post("/sign-out")
    client.signs_in(client.account)
    assert "case found" not in read(client.get("/find")).main


def test_who_looks_too_often_is_told_to_wait(signed_in, office):
    client = signed_in(office, "olu")
    for _ in range(MOST_SEARCHES):
        finds(client, "nobody")
    response = finds(client, "nobody")

    assert response.status_code == 422
    assert "Wait some minutes" in read(response).problems[0][0]


def test_a_case_of_another_body_is_not_found(signed_in, office, neighbour):
    reference = named(neighbour, "Zoe Patel")
    client = signed_in(office, "mo")

    assert "No case that you may see was found" in read(finds(client, "patel")).main
    assert finds(client, reference).status_code == 200
