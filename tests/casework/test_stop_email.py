"""Can a person take back from their page that letters come by email, and do letters then go where they may?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.revoke_follow_link import revoke_follow_link
from putright.casework.actions.stop_letters_by_email import stop_letters_by_email
from putright.casework.actions.write_to_person import write_to_person
from putright.casework.adjustments import address_of
from putright.casework.errors import ActionRefused
from putright.casework.follow_links import link_of
from putright.casework.queries.follow import page_shown
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.adjustments import Adjustment, Need, as_stored
from putright.domain.by_link import LinkAct
from putright.domain.channels import Channel
from putright.records.models import Delivery, OutboxLetter, PageNotice, Person
from tests.casework.offices import Office, Story, a_story, at
from tests.jobs.working import MAIL

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)  # Tuesday follows Easter Monday
HOME = ("2 Sample Road", "Exampleton")
PAT = PersonSaid(name="Pat Example", address=HOME, email="pat@example.org", agrees_to_email=True)
LIBRARY = ("c/o The Library", "Exampleton")


@pytest.fixture
def office(commisceo: Office) -> Office:
    """Commisceo's office, from which email goes."""
    return replace(commisceo, means=replace(commisceo.means, mail=MAIL))


@pytest.fixture
def story(office: Office) -> Iterator[Story]:
    """A complaint of somebody who agreed to letters by email, and whose acknowledgement waits to go so."""
    story = a_story(office, complainant=PAT)
    story.does(acknowledge, "mo", TUESDAY, channel=Channel.EMAIL)
    yield story
    assert verify(office.means).misfits == ()


def followed(story: Story) -> int:
    link = link_of(story.does(issue_follow_link, "mo", TUESDAY).secret)
    assert link is not None
    return link.pk


def stops(story: Story, link: int, *address: str) -> Any:
    return stop_letters_by_email(
        link=link, address=address, on=WEDNESDAY, now=at(WEDNESDAY, 11), means=story.office.means
    )


def refusal(story: Story, link: int, *address: str) -> str:
    with pytest.raises(ActionRefused) as refused:
        stops(story, link, *address)
    return refused.value.refusal.code


def of_pat(story: Story, **values: Any) -> Person:
    people = Person.objects.filter(pk=story.case.complainant_id)
    if values:
        people.update(**values)
    return people.get()


def kept_from_home(detail: str = "") -> list[list[str]]:
    return as_stored([Need(adjustment=Adjustment.NO_LETTERS_HOME, detail=detail), Need(adjustment=Adjustment.BSL)])


def test_what_waits_and_what_comes_goes_by_post(story: Story) -> None:
    link = followed(story)
    assert LinkAct.STOP_EMAIL in page_shown(story.case, WEDNESDAY).acts
    stops(story, link)

    assert of_pat(story).email_agreed_on is None
    letter = OutboxLetter.objects.get(case=story.case)
    assert (letter.channel, Delivery.objects.get(letter=letter).progress) == ("letter", "stopped")
    assert [event.event for event in story.case.events.filter(on=WEDNESDAY)] == ["email_declined", "letter_redirected"]
    assert story.case.events.get(event="email_declined").by is None  # not one of the body's
    assert LinkAct.STOP_EMAIL not in page_shown(story.case, WEDNESDAY).acts


def test_nothing_more_goes_to_the_mailbox_where_nothing_else_was_changed(story: Story) -> None:
    """Somebody else may read it: that is why a person may want this."""
    stops(story, followed(story))
    story.does(write_to_person, "mo", WEDNESDAY, words="We have your papers.")

    assert not PageNotice.objects.exists()
    assert of_pat(story).email == "pat@example.org"  # for a code, which the person asks for themselves


def test_an_address_is_asked_for_where_we_know_none_and_staff_see_to_it(story: Story) -> None:
    link = followed(story)
    of_pat(story, address="")
    assert refusal(story, link) == "no-address"
    assert refusal(story, link, " ", "") == "no-address"
    assert of_pat(story).email_agreed_on is not None
    stops(story, link, " 7 New Street ", "", "Exampleton")

    assert of_pat(story).address == "7 New Street\nExampleton"
    duty = story.case.duties.get(step="use-new-details", state="open")
    assert duty.due_on == date(2026, 4, 9)  # one working day after Wednesday 8 April
    assert PageNotice.objects.get().to == "pat@example.org"  # an address that somebody else gave would come out


def test_an_address_that_we_know_is_left_as_it_is(story: Story) -> None:
    stops(story, followed(story), "9 Somebody Else’s Street")

    assert of_pat(story).address == "\n".join(HOME)


def test_letters_that_may_not_go_home_go_where_the_person_says(story: Story) -> None:
    link = followed(story)
    of_pat(story, adjustments=kept_from_home())
    assert refusal(story, link) == "no-address"
    assert refusal(story, link, "2 Sample Road,", "EXAMPLETON") == "home-address"
    stops(story, link, *LIBRARY)

    person = of_pat(story)
    assert (address_of(person), person.address) == (LIBRARY, "\n".join(HOME))
    assert person.adjustments[1] == ["bsl", ""]
    paper = story.case.documents.get(kind="adjustments")
    assert "No letters to their home: c/o The Library, Exampleton" in (paper.text or "")
    assert not PageNotice.objects.exists()


def test_letters_that_go_elsewhere_already_need_no_address(story: Story) -> None:
    of_pat(story, adjustments=kept_from_home("c/o The Library\nExampleton"))
    stops(story, followed(story))

    assert address_of(of_pat(story)) == LIBRARY


def test_it_is_done_once_and_by_a_link_that_stands(story: Story) -> None:
    link = followed(story)
    stops(story, link)
    assert refusal(story, link) == "not-agreed"
    story.does(revoke_follow_link, "mo", WEDNESDAY)
    assert refusal(story, link) == "link-ended"
