"""Do the stories of the five documents go by pages from the person's side, with a phone and no scripts and at a desk?

The Thursday is the day before Good Friday 2026; the next working day is Tuesday 7 April. What staff do is in the
journeys of Living Well and Commisceo. Pages are checked by axe where a road ends; the questions are so elsewhere.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.journeys.test_slow_connection import tells
from tests.journeys.visitor import Site, Visitor
from tests.web.public.telling import Answers, a_telling, dated

pytestmark = pytest.mark.browser

DAY = date(2026, 4, 2)
HAPPENED = dated("since", date(2026, 3, 16))
# A year from Monday 16 March 2026, when it happened and was known.
LAST_DAY = "Tuesday 16 March 2027"
IN_WESTMINSTER: Answers = {
    "about": {"about": "care"},
    "service": {"service": "gp"},
    "paid": {"paid": "public"},
    "home": {"home": "westminster"},
    "practice": {"practice": "home"},
    "answered": {"answered": "no"},
    "whom": {"whom": "self"},
    "since": HAPPENED,
}


def answers_all(person: Visitor, told: Answers, *, until: str) -> None:
    """Answer each question of the form that is open as it is asked, until a page that asks none."""
    while (name := person.page.url.rpartition("/")[2]) != until:
        tells(person.page, told[name])


def finds_out(person: Visitor, **changes: dict[str, str]) -> None:
    """Ask where to go, with the answers of somebody in Westminster but for some."""
    person.opens("/find-out")
    person.submits()
    answers_all(person, IN_WESTMINSTER | changes, until="answer")


def complains(person: Visitor, to: str) -> None:
    """Make a complaint, and come to its page."""
    person.opens("/complain")
    person.submits()
    answers_all(person, a_telling(to={"to": to}), until="check")
    person.presses("Send my complaint")
    person.reads("Complaint sent")
    person.page.locator(".app-keep__link").click()
    person.is_well()


@pytest.fixture(params=[True, False], ids=["phone-without-scripts", "desk"])
def person(site: Site, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Somebody who comes to the site with a phone, without its scripts; and somebody at a desk, with them."""
    with site.on(DAY, phone=request.param, scripts=not request.param) as somebody:
        yield somebody


def test_each_document_leads_a_person_to_where_it_says(person: Visitor) -> None:
    # The choice page: whoever was offered none goes to the commissioner, who must offer it, and then to the Ombudsman.
    finds_out(person, about={"about": "choice"}, service={"service": "hospital"})
    person.reads("it must see to it that you are offered the choice", f"Be there by {LAST_DAY}")

    # The Healthwatch page: the practice or the board, and not both; an advocate by where one lives.
    finds_out(person)
    person.reads("Ask the receptionist for the practice manager's contact")
    person.reads("NHS West and North London Integrated Care Board", "POhWER", "Healthwatch Westminster")
    person.reads("What one has looked into, the other does not look into again.")

    # The Ombudsman's notice: last of all for the NHS; for a department through a member of Parliament.
    finds_out(person, answered={"answered": "provider"})
    person.reads("the final stage", f"Be there by {LAST_DAY}")
    finds_out(person, service={"service": "hmrc"}, **{"answered-yet": {"answered": "provider"}})
    person.reads("Member of Parliament")

    # The policy of the GP group: a complaint on the web, and what is promised for it.
    complains(person, "living-well-partnership")
    person.reads("Your complaint to Living Well Partnership", "What happens next", "Our procedure")

    # The policy of the Special Allocation provider: the same by its own promises; a message, and how it is going.
    complains(person, "commisceo")
    person.reads("Your complaint to Commisceo Primary Care Solutions", "What happens next")
    person.follows("Send us a message or a file")
    person.fills(words="The letter came back to me.")
    person.presses("Send")
    person.reads("The letter came back to me.")
    person.follows("Ask how it is going")
    person.presses("Ask how it is going")
    person.is_told("We know that you want to hear how it is going")


def test_somebody_who_would_rather_be_rung_is_rung_by_the_next_working_day(person: Visitor) -> None:
    person.opens("/call-me")
    person.answers(to="commisceo", full_name="Robin Example", telephone="01632 960123", best="any", message="no")
    person.presses("Ask for a call")
    person.reads("Tuesday 7 April 2026")
