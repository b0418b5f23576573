"""Does an administrator see what a new procedure changes, and what it comes to, before adopting it?"""

import pytest

from putright.gateways.procedure_files import read_file
from tests.web.reading import read

SHORTER = read_file("commisceo").text.replace(
    "due: 10 working days after received", "due: 5 working days after received"
)


@pytest.fixture
def client(signed_in, office):
    return signed_in(office, "ada")


@pytest.fixture
def found(client):
    response = client.post("/administration/procedure", {"procedure": "another", "source": SHORTER})
    assert response.status_code == 200
    return read(response)


def test_says_what_changes_beside_the_procedure_in_force(found):
    """Five working days after receipt, where the procedure in force says ten."""
    assert "Beside the procedure in force: Commisceo Primary Care Solutions: complaints policy" in found.main
    assert "Better for people who complain (2)" in found.texts("//summary")
    assert "5 working days after the complaint was received. It was 10 working days." in found.main


def test_says_what_it_comes_to_at_best_and_at_worst(found):
    """The law's six months beginning with 2 April 2026 end on 1 October."""
    assert "At best on the day the complaint is received (0 working days)." in found.main
    assert (
        "At worst no date: it could be for ever. Nobody promises a day for this: the investigation was completed."
        in found.main
    )
    assert "If the law is kept as well, at worst on Thursday 1 October 2026" in found.main


def test_draws_it_with_a_title_and_in_words(found):
    (picture,) = found.tree.xpath("//*[local-name()='svg' and @role='img']")

    assert picture.xpath("string(*[local-name()='title'])").startswith("At best and at worst: Commisceo")
    assert "Nobody promises a day" in picture.xpath("string(*[local-name()='desc'])")


def test_says_where_nothing_changes(client):
    page = read(client.post("/administration/procedure", {"procedure": "commisceo"}))

    assert "Nothing changes for people who complain." in page.main


def test_nothing_in_a_file_is_read_as_part_of_the_page(client):
    source = SHORTER.replace('title: "Commisceo', 'title: "<script>alert(1)</script> Commisceo')
    response = client.post("/administration/procedure", {"procedure": "another", "source": source})

    assert "<script>alert(1)" not in response.content.decode()


def test_a_procedure_counted_by_a_calendar_that_is_not_loaded_is_shown_without(client):
    source = SHORTER.replace("under: england-2009", "under: england-2009\ncalendar: atlantis")
    page = read(client.post("/administration/procedure", {"procedure": "another", "source": source}))

    assert page.headings == ["Adopt a procedure - What was found"]
    assert "What it comes to, at best and at worst" not in page.main


def test_a_procedure_under_a_law_that_is_not_there_is_walked_on_its_own(client):
    source = (
        SHORTER.replace("under: england-2009", "under: atlantis")
        .replace("fulfils: acknowledge", "")
        .replace("fulfils: respond", "")
    )
    page = read(client.post("/administration/procedure", {"procedure": "another", "source": source}))

    assert "At worst no date: it could be for ever." in page.main
    assert "If the law is kept as well" not in page.main
