"""Does a call lead in two clicks to its case, or to a complaint, with nothing typed twice?"""

import pytest

from putright.casework.actions.restrict_case import restrict_case
from putright.casework.said import PersonSaid
from putright.records.models import Case, IncomingMessage
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.office.desk import filled
from tests.web.reading import read

SAID = {"words": "Nobody came when I rang.", "full_name": "Pat Example", "telephone": "01632 960555"}
RANG = PersonSaid(name="Pat Example", telephone="01632 960555")


@pytest.fixture
def client(signed_in, office):
    return signed_in(office, "olu")


def keeps(client, **said):
    """Type a call in; the response."""
    page = read(client.get(read(client.get("/incoming")).links["Note a call"]))
    return client.post("/incoming/call", filled(page) | SAID | said)


def test_one_click_puts_it_on_the_case_with_the_number(client, office):
    story = a_story(office, complainant=RANG)
    leads = keeps(client).headers["Location"]
    page = read(client.get(leads))

    assert page.headings == ["Call from Pat Example"]
    assert "Taken by Olu Officer." in page.main
    assert "The caller’s number is on this case" in page.main
    response = client.post(leads, filled(page))
    case = read(client.get(response.headers["Location"])).main
    assert response.headers["Location"] == f"/cases/{story.reference}"
    assert "The call is on the case" in case
    assert "They rang us" in case


def test_one_click_opens_a_complaint_with_what_was_said(client, office):
    leads = keeps(client).headers["Location"]
    form = read(client.get(read(client.get(leads)).links["Open a new complaint from it"]))
    sent = filled(form)

    assert sent["channel"] == "telephone"
    assert (sent["full_name"], sent["telephone"], sent["words_1"]) == (
        "Pat Example",
        "01632 960555",
        "Nobody came when I rang.",
    )
    assert sent["taken_by"] == "Olu Officer"
    client.post("/complaints/new", sent | {"whose": "self", "elsewhere": "no", "subject_1": "values", "issues": "1"})
    case = Case.objects.get()
    assert (case.channel, case.received_on) == ("telephone", MAUNDY_THURSDAY)
    assert IncomingMessage.objects.get().case_id == case.pk


def test_one_click_puts_it_aside(client):
    leads = keeps(client).headers["Location"]
    aside = read(client.get(leads)).links["Put it aside: it is not about a complaint"]

    assert client.post(aside, {"reason": "compliment"}).status_code == 302


def test_whoever_took_it_is_told_where_it_is_about_a_case_that_is_not_theirs(client, office):
    a_story(office, complainant=RANG).does(restrict_case, "mo", MAUNDY_THURSDAY, reason="She works here.")

    response = keeps(client)

    assert response.headers["Location"] == "/incoming"
    page = read(client.get("/incoming")).main
    assert "It may be about a case that you may not see" in page
    assert "Nobody came when I rang." not in page


def test_without_words_it_is_asked_for_again_with_what_was_typed(client):
    page = read(keeps(client, words=""))

    assert page.problems == [("Write what was said", "#words")]
    assert filled(page)["full_name"] == "Pat Example"
    assert not IncomingMessage.objects.exists()


def test_it_is_for_who_handles_cases(signed_in, office):
    for who in ("ines", "max", "ada"):
        assert signed_in(office, who).get("/incoming/call").status_code == 403
        assert signed_in(office, who).post("/incoming/call", SAID).status_code == 403
