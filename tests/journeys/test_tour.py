"""A walk through the demonstration by two people, at whose stops the guide has its pictures of the later work.

As at Thursday 2 April 2026, the day before Good Friday. Nothing is changed: one server, one browser, two people, and
every page that they come to is checked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from tests.journeys.visitor import DESKTOP, PATIENCE, Site, Visitor

pytestmark = pytest.mark.browser

DAY = date(2026, 4, 2)
OFFICER = "olivia.ormonde@livingwell.example.nhs.uk"
PARTNER = "samuel.oakes@livingwell.example.nhs.uk"


@contextmanager
def colleague(person: Visitor, email: str) -> Iterator[Visitor]:
    """Somebody else at a browser of their own, on the same site."""
    browser = person.page.context.browser
    assert browser
    context = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    try:
        other = Visitor(context.new_page(), person.site)
        other.signs_in(email)
        yield other
    finally:
        context.close()


def finds(person: Visitor, name: str) -> str:
    """Find a case by the name of who complains, as anybody would; its reference."""
    person.page.locator("#find-a-case").fill(name)
    person.page.locator("#find-a-case").press("Enter")
    person.page.locator("main a[href*='/cases/']").first.click()
    person.is_well()
    person.reads(name)
    return person.page.url.rpartition("/")[2]


def test_the_pages_of_the_later_work_are_as_the_guide_shows_them(site: Site) -> None:
    with site.on(DAY) as officer:
        officer.signs_in(OFFICER)
        sees_lists(officer)
        looks_first(officer)
        goes_on_after_an_answer(officer)
        takes_a_call(officer)
        with colleague(officer, PARTNER) as partner:
            sees_who_is_limited(partner)


def sees_lists(officer: Visitor) -> None:
    """What is to do, what waits for whom, how the cases stand, who is away."""
    officer.opens("/work/waiting")
    officer.reads("The patient's consent", "Another process that comes first")
    officer.pictured("waiting", start="h1", end="main tbody")
    officer.opens("/figures")
    officer.reads("Open cases, by weeks since they were received")
    officer.pictured("figures", start="h1", end=".app-measures >> nth=0")
    officer.opens("/improvements")
    officer.reads("Look at the check-in screen every morning")
    officer.pictured("improvements", start="h1", end="main tbody")
    officer.opens("/away")
    officer.reads("Olivia Ormonde", "Dr Samuel Oakes will be there.")
    officer.pictured("away", start="h1", end="main form >> nth=-1")
    officer.opens("/breaches")
    officer.pictured("breaches", start="h1", end="main tbody")
    officer.opens("/keeping")
    officer.reads("Proposed", "There is a claim, or one is likely")
    officer.pictured("keeping", start="h1", end="main table >> nth=2")


def looks_first(officer: Visitor) -> None:
    """How grave it may be, the numbers of the year, and what is no complaint."""
    officer.begins(finds(officer, "Amara Exampleton"), "set-severity")
    officer.pictured("how-grave", start="h1", end="main form button")
    officer.opens("/returns")
    officer.answers(year="2025-26")  # the year that ended two days ago
    officer.presses("Show")
    officer.reads("What is still to be said")
    officer.pictured("returns", start="h1", end="main table >> nth=0")
    officer.opens("/feedback")
    officer.reads("Became complaints")
    officer.pictured("feedback", start="h1", end="main tbody")


def goes_on_after_an_answer(officer: Visitor) -> None:
    """The Ombudsman, a second round, and what is left before a case is closed."""
    finds(officer, "Meredith Someone")
    officer.reads("With the Ombudsman since")
    officer.pictured("with-the-ombudsman", start="h1", end="#due-2 .app-duty__foot")
    answered = finds(officer, "Lorcan Anybody")
    officer.begins(answered, "open-round")
    officer.pictured("second-round", start="h1", end="fieldset:has([name=issues])")
    officer.begins(answered, "close-case")
    officer.pictured("before-closing", start="h1", end="main form button")


def takes_a_call(officer: Visitor) -> None:
    """A call that was noted without a case waits to be put where it belongs."""
    officer.opens("/incoming")
    officer.follows("Gethin Madeup")
    officer.pictured("a-call-that-waits", start="h1", end="main form button")


def sees_who_is_limited(partner: Visitor) -> None:
    """How somebody may reach the practice for a time, on their case and in the list."""
    finds(partner, "Ifan Notreal")
    partner.reads("Olivia Ormonde rings you each Tuesday at ten")
    partner.pictured("how-they-reach-us", start="h1", end="#due-1")
    partner.opens("/contact-limits")
    partner.pictured("limits-on-contact", start="h1", end="main table")
