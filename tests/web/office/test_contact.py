"""Is contact limited from the pages of a case, seen wherever somebody is written to, and told to the person?"""

import re
from datetime import date

import pytest

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.limit_contact import limit_contact
from putright.casework.actions.match_person import match_person
from putright.casework.actions.name_staff import name_staff
from putright.casework.contact_written import Considered
from putright.casework.said import PersonSaid
from putright.domain.contact import ContactTerm
from tests.casework.messages import about, came
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.web.office.desk import Desk
from tests.web.reading import read

CONSIDERED = Considered(adjustments="Friday calls.", vulnerability="None.", meeting="Offered.", reprisal="Anybody.")
ARRANGED = "Please write to Mo Manager at 1 Example Street."
HEADING = "reaches us until 1 September 2026"


@pytest.fixture
def story(office):
    story = a_story(office)
    story.does(add_file_note, "mo", MAUNDY_THURSDAY, words="Rang nine times.")
    return story


def limited(story):
    done = story.does(
        limit_contact,
        "rosa",
        MAUNDY_THURSDAY,
        terms=frozenset({ContactTerm.IN_WRITING}),
        arranged=ARRANGED,
        until=date(2026, 9, 1),
        why="Threats on 1 April.",
        entries=(story.case.chain_count,),
        considered=CONSIDERED,
        danger="A threat to come to somebody's home.",
    )
    story.posts("mo", MAUNDY_THURSDAY, done)
    return story


def test_the_steps_are_taken_one_after_the_other_from_the_page(signed_in, office, story):
    desk = Desk(signed_in(office, "mo"), story.reference)
    desk.does("talk-about-contact", words="We asked Pat to ring once a week.", helps="A fixed day.")
    assert "Spoken to about it" in desk.page.main

    page = desk.opens("warn-about-contact")
    (entry,) = page.tree.xpath("//input[@name='entries']/@value")
    said = {
        "what_happened": "You rang nine times.",
        "what_we_ask": "Please ring once a week.",
        "entries": entry,
        "adjustments": "A fixed day: Friday.",
        "vulnerability": "None that we know of.",
    }
    desk.does("warn-about-contact", step="send", **said)
    assert "Warned in writing" in desk.page.main
    assert "The letter has not gone yet" in desk.page.main


def test_a_warning_says_what_is_missing_and_keeps_what_was_typed(signed_in, office, story):
    desk = Desk(signed_in(office, "mo"), story.reference)
    answer = desk.client.post(desk.address("warn-about-contact"), {"what_happened": "You rang.", "channel": "letter"})
    page = read(answer)

    assert answer.status_code == 422
    assert "Choose the entries that show what has happened" in page.main
    assert "Say what would make it easier, or that they were asked and need nothing" in page.main
    assert "You rang." in page.main


def test_it_stands_where_somebody_is_written_to_or_rung(signed_in, office, story):
    limited(story)
    browser = signed_in(office, "mo")
    message = came(office, about(story))

    for address in (
        f"/cases/{story.reference}",
        f"/cases/{story.reference}/add-file-note",
        f"/cases/{story.reference}/send-update",
        f"/incoming/{message.pk}",
    ):
        page = read(browser.get(address))
        assert HEADING in page.main, address
        assert ARRANGED in page.main, address
        assert "Every complaint of theirs goes on as any other, a new one too." in page.main, address


def test_the_person_is_told_its_terms_and_how_to_object_where_they_follow_it(signed_in, office, story):
    limited(story)
    page = read(signed_in(office, "mo").get(f"/cases/{story.reference}/progress"))

    assert "How you can contact us for now" in page.main
    assert ARRANGED in page.main
    assert "If you think that this is wrong, tell us" in page.main
    assert "threat" not in page.main.lower()


def test_a_limit_can_be_looked_at_again_and_ended_without_more_ado(signed_in, office, story):
    limited(story)
    desk = Desk(signed_in(office, "rosa"), story.reference)
    desk.does("review-contact-limit", step="send", ends="yes", why="You kept to it.")

    assert HEADING not in desk.page.main
    assert "Nothing limits it today" in desk.page.main


def test_another_case_of_the_same_telephone_asks_whether_it_is_they(signed_in, office, story):
    person = PersonSaid(name="Kim Example", telephone="01632 960777")
    one = a_story(office, complainant=person)
    one.does(add_file_note, "mo", MAUNDY_THURSDAY, words="Rang nine times.")
    limited(one)
    other = a_story(office, complainant=person)
    desk = Desk(signed_in(office, "mo"), other.reference)

    assert "Something was arranged with somebody of the same" in desk.page.main
    assert HEADING not in desk.page.main
    other.does(match_person, "mo", MAUNDY_THURSDAY, other=one.reference, is_same=True, why="She said so.")
    assert "Something was arranged with somebody of the same" not in desk.page.main
    assert HEADING in desk.page.main


def test_whoever_decides_has_them_in_one_list_and_nobody_else(signed_in, office, story):
    assert "Nobody’s contact is limited, or was" in read(signed_in(office, "mo").get("/contact-limits")).main
    limited(story)

    page = read(signed_in(office, "mo").get("/contact-limits")).main
    assert "Pat Example" in page
    assert "Holds" in page
    assert "1 September 2026" in page
    assert "Rosa Responsible" in page
    assert signed_in(office, "olu").get("/contact-limits").status_code == 403
    name_staff(
        actor=office.actor("rosa"),
        case=story.reference,
        on=MAUNDY_THURSDAY,
        now=at(MAUNDY_THURSDAY),
        means=office.means,
        person=office.people["mo"],
    )
    assert "Pat Example" not in read(signed_in(office, "mo").get("/contact-limits")).main


def test_nobody_is_called_names(signed_in, office, story):
    limited(story)
    page = read(signed_in(office, "mo").get(f"/cases/{story.reference}"))

    assert not re.search(r"vexatious|unreasonable|persistent|difficult", page.main, re.IGNORECASE)
