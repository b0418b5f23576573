"""The pages of the guide to which the journeys of the complaints do not come: the doors, the office, a new site.

As at Thursday 2 April 2026.
"""

from base64 import b32decode
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from putright.domain.totp import code_at, step_of
from putright.gateways.clock import noon_on
from tests.journeys.visitor import Site, Visitor

pytestmark = pytest.mark.browser

DAY = date(2026, 4, 2)
OFFICER = "olivia.ormonde@livingwell.example.nhs.uk"
REVIEWER = "helen.frostrup-gray@commisceo.example.nhs.uk"


def finds_out(person: Visitor) -> None:
    """Find out who to complain to about a GP practice in Westminster."""
    person.follows("Find out who to complain to")
    person.submits()
    for answer in (
        {"about": "care"},
        {"service": "gp"},
        {"paid": "public"},
        {"home": "westminster"},
        {"practice": "home"},
        {"answered": "no"},
        {"whom": "self"},
        {"since": date(2026, 3, 20)},
    ):
        person.answers(**answer)
        person.submits()


def test_everybody_finds_the_door_they_need(site: Site) -> None:
    with site.on(DAY) as person:
        person.opens("/")
        person.pictured("home", end="main .nhsuk-list")
        finds_out(person)
        # The board of North West London became part of a larger one on 1 April 2026.
        person.reads("The GP practice", "NHS West and North London Integrated Care Board", "POhWER", "0300 456 2370")
        person.pictured("who-to-complain-to", start="h1", end=".app-place:has-text('POhWER')")

        person.opens("/procedures/commisceo")
        person.reads("3 working days after the complaint was received", "SI 2009/309 reg 13(3)")
        person.pictured("procedure", start="h1", end="tbody tr:nth-child(4)")

        person.opens("/sign-in")
        person.pictured("sign-in", start="h1", end="main form:last-of-type [type=submit]")

        person.opens("/follow/AAAAAAAAAAAAAAAAAAAAAA")
        person.reads("This link does not open a complaint")
        person.pictured("link-that-opens-nothing", start="h1", end="main p:last-of-type")


def test_an_officer_notes_a_call_puts_it_right_and_gives_a_new_link(site: Site) -> None:
    with site.on(DAY) as officer:
        officer.signs_in(OFFICER)
        officer.does_not_read(" . And")  # what else is to do follows a sentence or stands alone
        officer.page.locator("tbody tr", has_text="Gethin Madeup").get_by_role("link").first.click()
        officer.follows("Note a call")
        officer.answers(words="He asks whether his letter has come. It has. He would like the answer in large print.")
        officer.pictured("note-a-call", start="h1", end="main form button")
        officer.submits()
        officer.is_told("The note is on the file")

        note = (officer.page.locator(".app-entry").first.get_attribute("id") or "").removeprefix("entry-")
        officer.follows(f"Correct entry {note}")
        officer.answers(what="wrong-day", right_day=date(2026, 4, 1), reason="It was written up the morning after.")
        officer.submits()
        officer.reads(f"Corrected by entry {int(note) + 1}", f"Corrects entry {note}", "Wednesday 1 April 2026")
        officer.pictured("corrected", start="#chronology", end=".app-timeline__item:nth-child(2) .app-entry")

        officer.follows("Everything that can be done, and why not the rest")
        officer.follows("Give a new link to follow")
        officer.submits()
        officer.reads("Earlier links no longer work.")
        officer.pictured("new-link", start="h1", end="main p:last-of-type")


def test_a_reviewer_sees_the_cases_that_are_in_review(site: Site) -> None:
    with site.on(DAY) as reviewer:
        reviewer.signs_in(REVIEWER)
        reviewer.pictured("worklist-of-the-reviewer", end="main table")
        reviewer.page.locator("tbody tr", has_text="Xanthe Modelmaker").get_by_role("link").first.click()
        reviewer.follows("Complete the review")
        reviewer.pictured("complete-the-review", start="h1", end="main form button")


def test_a_new_organisation_begins_with_nothing(tmp_path: Path, browser: Browser) -> None:
    new = Site(tmp_path / "new", browser)
    with new.on(DAY) as administrator:
        administrator.opens("/set-up")
        administrator.pictured("set-up", start="h1", end="main form button")
        administrator.answers(code=(new.data / "set-up-code").read_text(encoding="utf-8"))
        administrator.submits()
        for answers in (
            {
                "body_name": "Example Lane Surgery",
                "kind": "provider",
                "address": "1 Example Lane\nSouthampton\nSO99 9ZZ",
                "body_telephone": "01632 960001",
                "body_email": "complaints@examplelane.example.nhs.uk",
                "area": "southampton",
            },
            {"name": "Ada Pretence", "post": "Practice Manager", "email": "ada.pretence@examplelane.example.nhs.uk"},
            {
                "who": "another",
                "responsible_name": "Dr Rosa Imagined",
                "responsible_post": "Senior Partner",
                "responsible_email": "rosa.imagined@examplelane.example.nhs.uk",
            },
            {"procedure": "living-well-partnership"},
        ):
            administrator.answers(**answers)
            administrator.submits()
        administrator.reads("SI 2009/309 reg 14(4)(a)", "Dr Rosa Imagined, the responsible person, signs")
        administrator.pictured("set-up-check", start="h2", end="main form .nhsuk-checkboxes")
        administrator.answers(signed="yes", password="correct-horse-battery", again="correct-horse-battery")
        administrator.submits()
        administrator.is_told("The organisation has been set up")
        key = b32decode(administrator.page.locator(".app-code").inner_text().replace(" ", ""))
        administrator.answers(code=code_at(key, step_of(noon_on(DAY))))
        administrator.submits()
        administrator.reads("Keep your recovery codes", "Each can be used once")
        administrator.follows("I have kept them")
        administrator.reads("Still to do")

        administrator.follows("Appoint somebody")
        administrator.answers(
            who="new",
            full_name="Olu Fictive",
            post="Complaints Officer",
            email="olu.fictive@examplelane.example.nhs.uk",
            role="complaints-officer",
        )
        roles = "fieldset:has([name=role])"
        administrator.pictured("roles", start=roles, end=roles)
        administrator.submits()
        administrator.reads("Invite Olu Fictive to sign in")
        administrator.submits()
        administrator.reads("An invitation for Olu Fictive", "/sign-in/link/")
        administrator.opens("/administration")
        administrator.reads("Olu Fictive", "As published: Dr Rosa Imagined signed that the law binds")
        administrator.pictured("administration", start="h1", end="main table >> nth=1")
