"""Do the pages of an advocate, and those on which a person lets one help, hold in a real browser?"""

import pytest

from putright.casework.sign_in_links import secret_of_mail
from putright.records.models import Delivery, NamedAdvocate
from tests.casework.offices import received
from tests.jobs.working import MAIL
from tests.web.public.test_public_browser import Walker, browser, page_of, site

__all__ = ["browser", "page_of", "site"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def name_somebody(walker: Walker) -> None:
    """Name an advocate, with a mistake on the way."""
    page = walker.page
    page.get_by_role("link", name="Name an advocate").click()
    walker.go()
    walker.at("following-name-advocate-mistake")
    page.get_by_label("Their name").fill("Nia Example")
    page.get_by_label("Where they work").fill("Example Advocates")
    page.get_by_label("Their email address").fill("nia@advocates.example.org")
    for words in ("Read this page", "Write for me", "Come to meetings with me"):
        walker.choose(words)
    walker.at("following-name-advocate")
    walker.go()
    walker.at("following-named-advocate")


def come_in_and_write(walker: Walker, reference: str) -> None:
    """Take the invitation up, look at the people helped and the complaint, and write a message for the person."""
    page = walker.page
    page.goto(f"/sign-in/link/{secret_of_mail(Delivery.objects.get().message_id)}")
    walker.at("advocate-invited")
    for label in ("Choose your password", "The same password again"):
        page.get_by_label(label, exact=True).fill("a new and long enough phrase")
    page.get_by_role("button", name="Keep this password").click()
    walker.at("advocate-people")
    page.get_by_role("link", name=f"{reference[:4]}-{reference[4:]}").click()
    walker.at("advocate-case")
    page.get_by_role("link", name="A message", exact=True).click()
    walker.go()
    walker.at("advocate-draft-mistake")
    page.get_by_label("In the person’s words").fill("Who decided that I wait outside?")
    walker.go()
    page.get_by_role("link", name="A message", exact=True).click()
    walker.at("advocate-draft-given")


@pytest.mark.parametrize("width", [390, 1280])
def test_somebody_is_named_writes_and_is_ended(page_of, site, settings, width: int) -> None:
    settings.PUTRIGHT_MAIL = MAIL
    case = received(site)
    person, advocate = page_of(width), page_of(width)
    person.page.goto(f"/follow/{case.secret}")
    name_somebody(person)
    come_in_and_write(advocate, case.reference)
    person.page.goto("/following")
    person.at("following-to-read")
    person.page.get_by_role("link", name="Nia Example wrote a message for you").click()
    person.choose("Send it back")
    person.go()
    person.at("following-draft-mistake")
    person.choose("Send it, as it stands")
    person.go()
    person.at("following-draft-sent")
    person.page.get_by_role("link", name="End an advocate’s help").click()
    person.at("following-end-advocate")
    person.go()
    advocate.page.reload()
    advocate.at("advocate-ended")

    assert NamedAdvocate.objects.get().ended_by == "person"
    assert "Page not found" in advocate.page.title()
    assert person.met + advocate.met == []
