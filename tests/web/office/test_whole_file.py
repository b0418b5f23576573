"""Can whoever handles a case ask for its whole file, see how far it has come, and take it away?"""

from putright.casework.file_prints import make_files
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.web.reading import read


def test_it_is_asked_for_made_and_taken_away(signed_in, office):
    story = a_story(office)
    client = signed_in(office, "mo")
    address = f"/cases/{story.reference}/whole-file"
    assert read(client.get(f"/cases/{story.reference}")).links["Whole file as a PDF"] == address
    assert "Make the file" in read(client.get(address)).main

    assert client.post(address).headers["Location"] == address
    page = read(client.get(address))
    assert "The file is being made. 0 of 1 papers are laid out." in page.main
    again = client.post(address)
    assert again.status_code == 422
    assert "being made for you already" in read(again).problems[0][0]

    assert make_files(now=at(MAUNDY_THURSDAY), means=office.means) == 1
    page = read(client.get(address))
    assert "The whole file: 1 paper, 4 pages (PDF)" in page.links
    response = client.get(f"{address}/1")
    assert response.content.startswith(b"%PDF-")
    assert response.headers["Content-Disposition"] == f'attachment; filename="{story.reference}-part-1.pdf"'
    assert response.headers["Cache-Control"] == "no-store, private"


def test_nobody_else_gets_at_it(signed_in, office, neighbour):
    story = a_story(office)
    address = f"/cases/{story.reference}/whole-file"
    signed_in(office, "mo").post(address)
    make_files(now=at(MAUNDY_THURSDAY), means=office.means)

    assert signed_in(office, "olu").get(f"{address}/1").status_code == 404
    assert signed_in(neighbour, "mo").get(address).status_code == 404
    assert signed_in(neighbour, "mo").post(address).status_code == 404
    assert signed_in(office, "mo").get(f"{address}/2").status_code == 404
