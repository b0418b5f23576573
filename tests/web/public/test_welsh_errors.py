"""Is what went wrong said in the language that was chosen, wholly, and without writing a secret into a link?"""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation

from putright.domain.duty import Refused
from putright.web.pages import errors
from tests.web.public.test_welsh import CHOSEN, left_in_english
from tests.web.reading import read

NOT_NOW = Refused(code="not-now", message="Nothing can be opened today.", authority="The procedure, clause 4")
IN_ENGLISH = (NOT_NOW.message, NOT_NOW.authority, "No 1.")  # rules have no other words for these, and the page says so
# What somebody on a public page may read instead of it.
SAID: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "not understood": errors.bad_request,
    "not theirs": errors.forbidden,
    "not there": errors.not_found,
    "not that way": lambda request: errors.method_not_allowed(request, allow="GET"),
    "changed meanwhile": errors.stale,
    "refused": lambda request: errors.refused(request, NOT_NOW),
    "refused for who they are": lambda request: errors.refused(request, Refused(code="not-your-role", message="No 1.")),
    "too large": errors.too_large,
    "too often": lambda request: errors.too_many_requests(request, minutes=15),
    "no complaint": lambda request: errors.no_such_link(request, HTTPStatus.NOT_FOUND),
    "nothing saved": errors.no_such_saved_complaint,
    "no consent form": lambda request: errors.no_such_consent_form(request, HTTPStatus.NOT_FOUND),
    "do not fit": lambda request: errors.answers_that_do_not_fit(request, "", "/find-out"),
    "open too long": errors.csrf_failure,
    "records away": lambda request: errors.records_away(request, is_full=False),
    "disk full": lambda request: errors.records_away(request, is_full=True),
    "our mistake": errors.server_error,
}
STAFF = (errors.no_such_sign_in_link, errors.not_identified, errors.no_role, errors.signed_out)
TYPED = {"full_name": "Huw Example", "csrfmiddlewaretoken": "x"}


def asked(language: str, typed: dict[str, str] | None = None) -> HttpRequest:
    """A request of a browser that chose this language."""
    factory = RequestFactory(headers={"cookie": f"putright-language={language}"})
    return factory.get("/call-me") if typed is None else factory.post("/call-me", typed)


@pytest.mark.parametrize("typed", [None, TYPED], ids=["read", "sent"])
@pytest.mark.parametrize("answer", SAID.values(), ids=SAID)
@pytest.mark.django_db
def test_what_went_wrong_is_said_wholly_in_welsh(
    answer: Callable[[HttpRequest], HttpResponse], typed: dict[str, str] | None
) -> None:
    english, welsh = answer(asked("en-GB", typed)), answer(asked("cy", typed))

    assert read(welsh).tree.get("lang") == "cy"
    known = {"Huw Example", *IN_ENGLISH}
    assert [text for text in left_in_english(english, welsh) if text not in known] == []
    assert "Cookie" in welsh.headers["Vary"]
    assert translation.get_language() == "en-gb"


@pytest.mark.parametrize("answer", STAFF)
@pytest.mark.django_db
def test_what_staff_alone_read_is_in_english(answer: Callable[[HttpRequest], HttpResponse]) -> None:
    page = read(answer(asked("cy")))

    assert page.tree.get("lang") == "en-GB"
    assert page.texts("//aside[@lang='cy']/p") == ["Nid yw’r dudalen hon ar gael yn Gymraeg eto."]


@pytest.mark.django_db
def test_an_address_that_leads_nowhere(client: Client) -> None:
    page = read(client.get("/no-such-page", headers=CHOSEN))

    assert (page.tree.get("lang"), page.headings) == ("cy", ["Heb ddod o hyd i’r dudalen"])
    assert "English" in page.links


@pytest.mark.django_db
def test_a_form_that_was_open_too_long() -> None:
    page = read(Client(enforce_csrf_checks=True).post("/call-me", TYPED, headers=CHOSEN))

    assert (page.tree.get("lang"), page.headings) == ("cy", ["Anfonwch eich ateb eto"])
    assert "Huw Example" in page.main


def test_a_refusal_without_welsh_says_that_it_is_in_english() -> None:
    page = read(errors.refused(asked("cy"), NOT_NOW))

    assert page.texts("//li[@lang='en-GB']") == [f"{NOT_NOW.message} {NOT_NOW.authority}"]


@pytest.mark.django_db
def test_a_secret_in_an_address_is_written_into_no_other(client: Client) -> None:
    page = client.get("/follow/NOSUCHSECRETATALL", headers=CHOSEN)

    assert read(page).tree.get("lang") == "cy"
    assert b"/language/" not in page.content
