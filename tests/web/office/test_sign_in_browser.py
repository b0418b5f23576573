"""Does signing in hold in a real browser: every page and mistake of it, at a desk, on a phone, without JavaScript?"""

from base64 import b32decode

import pytest
from playwright.sync_api import Page

from putright.casework import means
from putright.gateways.oidc import Provider
from putright.gateways.outgoing import Mail
from tests.casework.offices import PASSWORD
from tests.web.office.second_steps import code_of
from tests.web.office.test_office_browser import (
    WIDTHS,
    _protected_at_the_end,
    browser,
    look,
    office,
    served_and_swept,
)
from tests.web.office.test_office_browser import wrong_with as faulty

__all__ = ["_protected_at_the_end", "browser", "look", "office", "served_and_swept"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def gives_password(page: Page, email: str) -> None:
    """Sign in with a password."""
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def wrong_with(page: Page, name: str) -> list[str]:
    """What is wrong with the page as it stands; nothing can be asked of one whose scripts do not run."""
    return faulty(page, name) if page.locator("body.js-enabled").count() else []


def heading(page: Page) -> str:
    """The one heading."""
    return page.get_by_role("heading", level=1).inner_text()


def sets_up(page: Page, wrong: list[str], name: str) -> tuple[bytes, list[str]]:
    """Set up an app, with a slip on the way; return its key and the codes for paper."""
    assert heading(page) == "Set up an authenticator app"
    wrong += wrong_with(page, f"{name}-authenticator")
    key = b32decode(page.locator(".app-code").inner_text().replace(" ", ""))
    page.get_by_label("Code from your authenticator app").fill("12345")
    page.get_by_role("button", name="Use this app").click()
    wrong += wrong_with(page, f"{name}-authenticator-wrong")
    assert page.title().startswith("Error: ")
    page.get_by_label("Code from your authenticator app").fill(code_of(key))
    page.get_by_role("button", name="Use this app").click()
    wrong += wrong_with(page, f"{name}-recovery-codes")
    codes = page.locator(".app-recovery-codes li").all_inner_texts()
    assert len(codes) == 10
    page.get_by_role("link", name="I have kept them").click()
    return key, codes


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_the_second_step_from_setting_up_to_resetting(served_and_swept, office, day, look, width, scripts):
    day.PUTRIGHT_SECOND_FACTOR = True
    wrong: list[str] = []
    page = look(width, script=scripts)
    gives_password(page, office.person("mo").email)
    key, codes = sets_up(page, wrong, "first")
    assert heading(page) == "Worklist"
    page.get_by_role("link", name="Your sign-in").click()
    wrong += wrong_with(page, "security")
    page.get_by_role("button", name="Sign out", exact=True).click()

    gives_password(page, office.person("mo").email)
    assert heading(page) == "The second step"
    wrong += wrong_with(page, "sign-in-code")
    page.get_by_label("Code from your authenticator app").fill(code_of(key))  # it confirmed the app: used already
    page.get_by_role("button", name="Sign in").click()
    wrong += wrong_with(page, "sign-in-code-wrong")
    page.locator("summary", has_text="I cannot do this").click()
    page.get_by_role("link", name="use a recovery code").click()
    page.get_by_label("Recovery code").fill("no such code")
    page.get_by_role("button", name="Sign in").click()
    wrong += wrong_with(page, "sign-in-recovery-wrong")
    page.get_by_label("Recovery code").fill(codes[0])
    page.get_by_role("button", name="Sign in").click()
    assert heading(page) == "Worklist"

    administrator = look(width, script=scripts)
    gives_password(administrator, office.person("ada").email)
    sets_up(administrator, [], "second")
    administrator.goto("/administration")
    administrator.get_by_role("link", name="Mo Manager", exact=True).click()
    wrong += wrong_with(administrator, "person")
    administrator.get_by_role("link", name="Help with a forgotten password").click()
    wrong += wrong_with(administrator, "password-link")
    administrator.go_back()
    administrator.get_by_role("link", name="Reset the second step of signing in").click()
    administrator.get_by_role("button", name="Reset the second step").click()
    wrong += wrong_with(administrator, "reset-wrong")
    administrator.get_by_label("Why, and how did you make sure who asked?").fill("She lost her telephone.")
    administrator.get_by_role("button", name="Reset the second step").click()
    assert "She lost her telephone." in administrator.locator("main").inner_text()
    wrong += wrong_with(administrator, "person-reset")

    page.goto("/work")
    assert heading(page) == "Sign in as staff"
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_leaving_forgetting_and_linking_hold_too(served_and_swept, office, day, look, width):
    day.PUTRIGHT_IDENTITY_SERVICE = Provider(issuer="http://localhost:9", client_id="putright", client_secret="hush")
    day.PUTRIGHT_IDENTITY_NAME = "Example Identity"
    day.PUTRIGHT_MAIL = Mail(domain="practice.example.nhs.uk")
    means._means.cache_clear()
    wrong: list[str] = []
    page = look(width)
    page.goto("/sign-in/forgotten")
    wrong += wrong_with(page, "forgotten")
    page.get_by_role("button", name="Send me a link").click()
    wrong += wrong_with(page, "forgotten-wrong")
    page.get_by_label("The email address you sign in with").fill("nobody@example.org")
    page.get_by_role("button", name="Send me a link").click()
    assert heading(page) == "Look at your email"
    wrong += wrong_with(page, "forgotten-asked")
    page.goto("/sign-in/identity")
    assert heading(page) == "We could not find out who you are"
    wrong += wrong_with(page, "not-identified")
    page.goto("/sign-in")
    wrong += wrong_with(page, "sign-in-with-identity")

    gives_password(page, office.person("ada").email)
    page.goto("/security")
    wrong += wrong_with(page, "security-identity")
    page.goto("/sign-in/again")
    wrong += wrong_with(page, "sign-in-again")
    page.goto(f"/administration/people/{office.people['mo']}/leaving")
    wrong += wrong_with(page, "leaving")
    page.get_by_role("button", name="Record that they leave").click()
    wrong += wrong_with(page, "leaving-wrong")
    page.goto(f"/administration/people/{office.people['sam']}/invite")
    wrong += wrong_with(page, "invite-by-email")
    means._means.cache_clear()
    assert wrong == []


def test_a_link_that_opens_nothing_is_a_page_too(served_and_swept, office, look):
    page = look(390)
    page.goto(f"/sign-in/link/{'a' * 22}")

    assert heading(page) == "This link does not open anything"
    assert wrong_with(page, "no-such-sign-in-link") == []
