"""What do people see of the drafts of a response, and of their being checked?"""

from datetime import date

import pytest
from django.conf import LazySettings

from tests.casework.offices import Office, a_story
from tests.web.office.conftest import SignedIn
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read


@pytest.fixture
def reference(office: Office, day: LazySettings) -> str:
    reference = a_story(office).reference
    it_is(day, date(2026, 4, 7))
    return reference


def test_versions_comments_and_the_check_from_page_to_page(office: Office, signed_in: SignedIn, reference: str) -> None:
    mo, olu, rosa = (Desk(signed_in(office, who), reference) for who in ("mo", "olu", "rosa"))
    mo.does("record-outcome", outcome="upheld", conclusion="You were spoken to rudely.", remedy_needed="no")
    mo.does("prepare-response", how_considered="We asked Sam.", action_confirmation="taken")
    assert "Nobody but its writer has checked this draft." in rosa.opens("sign-response").main

    assert olu.does("comment-on-draft", words="Say sorry.").startswith("The comment is beside the draft.")
    olu.does("check-response", verdict="back", words="It does not say sorry.")
    refused = rosa.answers("sign-response", why_as_it_is="She asked for a short one.")
    assert "This draft was checked and sent back." in read(refused).problems[0][0]

    mo.does("prepare-response", apology="We are sorry.")
    assert olu.does("check-response", verdict="ready").startswith("The check is recorded.")
    assert "Olu Officer checked this draft on 7 April 2026." in rosa.opens("sign-response").main

    page = read(olu.client.get(f"/cases/{reference}/drafts"))
    assert page.headings[0].endswith("Drafts of the response")
    assert "Version 1 beside version 2" in page.main
    assert page.texts("//ins") == ["We are sorry."]
    assert "Say sorry. Olu Officer, 7 April 2026" in page.main


def test_there_is_nothing_to_compare_before_the_first(office: Office, signed_in: SignedIn, reference: str) -> None:
    page = read(signed_in(office, "mo").get(f"/cases/{reference}/drafts"))

    assert "No response has been drafted yet." in page.main


def test_an_address_that_asks_for_what_is_not_there_shows_the_last_two(
    office: Office, signed_in: SignedIn, reference: str
) -> None:
    assert signed_in(office, "mo").get(f"/cases/{reference}/drafts?before=9&after=99").status_code == 200
