"""Are messages read, answered and told of, is news owed once to whoever asks, and are new details seen to?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.ask_for_update import ask_for_update
from putright.casework.actions.change_contact import ContactSaid, change_contact
from putright.casework.actions.correct_person import correct_person
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.read_from_page import read_from_page
from putright.casework.actions.record_death import record_death
from putright.casework.actions.revoke_follow_link import revoke_follow_link
from putright.casework.actions.send_message import send_message
from putright.casework.actions.send_update import send_update
from putright.casework.actions.withdraw import withdraw
from putright.casework.actions.write_to_person import write_to_person
from putright.casework.destruction import take_away
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.follow_links import link_of
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.said import FileSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.domain.page_talk import ANSWERED_WITHIN, MOST_A_DAY
from putright.gateways.procedure_files import programme
from putright.records.models import CaseKey, Delivery, PageNotice, Person
from tests.casework.offices import Office, Story, a_story, at
from tests.domain.cases import PROCEDURES
from tests.jobs.working import MAIL
from tests.sample_files import PDF

pytestmark = pytest.mark.django_db

# Tuesday 7 April 2026 follows Easter Monday. One working day after is Wednesday 8; five are Tuesday 14 April.
TUESDAY, WEDNESDAY, A_WEEK_LATER = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 14)
PAT = PersonSaid(name="Pat Example", address=("2 Sample Road", "Exampleton"), email="pat@example.org")


@pytest.fixture
def office(commisceo: Office) -> Office:
    """Commisceo's office, from which email goes."""
    return replace(commisceo, means=replace(commisceo.means, mail=MAIL))


@pytest.fixture
def story(office: Office) -> Iterator[Story]:
    """A complaint of somebody with an email address, who agreed to no letters by email."""
    story = a_story(office, complainant=PAT)
    yield story
    assert verify(office.means).misfits == ()


def owed(story: Story) -> dict[str, tuple[str, date | None]]:
    rows = story.case.duties.filter(procedure="page").exclude(state="not-started").order_by("-state")
    return {row.step: (row.state, row.due_on) for row in rows}


def followed(story: Story) -> int:
    given = story.does(issue_follow_link, "mo", TUESDAY)
    link = link_of(given.secret)
    assert link is not None
    return link.pk


def sends(story: Story, link: int, words: str = "My daughter saw it too.", **said: Any) -> Any:
    told = {"on": TUESDAY, "now": at(said.get("on", TUESDAY), 11), **said}
    return send_message(link=link, words=words, means=story.office.means, **told)


def asks(story: Story, link: int, on: date = TUESDAY) -> Any:
    return ask_for_update(link=link, on=on, now=at(on, 11), means=story.office.means)


def refusal(act: Any, *args: Any, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        act(*args, **said)
    return refused.value.refusal.code


class TestAMessage:
    def test_is_on_the_case_at_once_and_owed_a_look_by_the_next_working_day(self, story: Story) -> None:
        file = FileSaid(name="letter.pdf", media_type="application/pdf", content=PDF)
        sends(story, followed(story), files=(file,))

        entry = story.case.events.get(event="page_message_received")
        assert (entry.on, entry.at, entry.by_id) == (TUESDAY, at(TUESDAY, 11), None)
        papers = [
            (paper.kind, paper.title) for paper in story.case.documents.filter(kind__in=["message", "attachment"])
        ]
        assert papers == [("message", "A message from the person"), ("attachment", "letter.pdf")]
        assert owed(story)["read-message"] == ("open", WEDNESDAY)
        (said,) = page_shown(story.case, TUESDAY).written
        assert (said.words, said.files, said.is_ours, said.read_on) == (
            "My daughter saw it too.",
            ("letter.pdf",),
            False,
            None,
        )

    def test_is_said_to_be_read_each_for_itself(self, story: Story) -> None:
        link = followed(story)
        sends(story, link)
        sends(story, link, "And my son.")
        first, second = story.case.events.filter(event="page_message_received").order_by("number")
        story.does(read_from_page, "mo", WEDNESDAY, entry=first.number)

        assert [said.read_on for said in page_shown(story.case, WEDNESDAY).written] == [WEDNESDAY, None]
        assert refusal(story.does, read_from_page, "mo", WEDNESDAY, entry=first.number) == "nothing-to-read"
        story.does(read_from_page, "mo", WEDNESDAY, entry=second.number)
        assert owed(story)["read-message"][0] == "met"

    def test_is_read_by_whoever_writes_back(self, story: Story) -> None:
        sends(story, followed(story))
        done = story.does(write_to_person, "mo", WEDNESDAY, words="Thank you. We speak with your daughter.")

        assert owed(story)["read-message"] == ("met", WEDNESDAY)
        theirs, ours = page_shown(story.case, WEDNESDAY).written
        assert theirs.read_on == WEDNESDAY
        assert (ours.is_ours, ours.by) == (True, "Mo Manager, Service Manager")
        assert done.then.startswith("No email tells the person of it")
        assert not Delivery.objects.exists()

    def test_of_ours_is_told_of_once_to_whoever_agreed_to_email(self, office: Office) -> None:
        story = a_story(office, complainant=replace(PAT, agrees_to_email=True))
        done = story.does(write_to_person, "mo", TUESDAY, words="Thank you.")
        story.does(write_to_person, "mo", TUESDAY, words="One thing more.")

        assert done.then == ""
        assert PageNotice.objects.get(delivery__isnull=False).kind == "something-new"

    def test_is_taken_by_a_case_that_has_ended(self, story: Story) -> None:
        link = followed(story)
        story.does(withdraw, "mo", TUESDAY)
        sends(story, link)

        assert owed(story)["read-message"] == ("open", WEDNESDAY)
        story.does(write_to_person, "mo", WEDNESDAY, words="We have it.")
        assert owed(story)["read-message"][0] == "met"

    def test_is_refused_where_it_says_nothing_comes_twice_or_never_stops(self, story: Story) -> None:
        link = followed(story)
        assert refusal(sends, story, link, " ") == "nothing-sent"
        sends(story, link)
        assert refusal(sends, story, link, "My daughter saw it too.\r\n") == "sent-already"
        for number in range(1, MOST_A_DAY):
            sends(story, link, f"Number {number}.")
        assert refusal(sends, story, link, "One more.") == "too-many-messages"
        sends(story, link, "My daughter saw it too.", on=WEDNESDAY)

    def test_comes_by_no_link_that_has_ended(self, story: Story) -> None:
        link = followed(story)
        story.does(revoke_follow_link, "mo", TUESDAY)
        assert refusal(sends, story, link) == "link-ended"
        with pytest.raises(NotFound):
            sends(story, link + 1000)

    def test_goes_to_nobody_who_has_died(self, story: Story) -> None:
        story.does(record_death, "mo", TUESDAY, died=Who.COMPLAINANT, words="His wife rang.")
        assert refusal(story.does, write_to_person, "mo", TUESDAY, words="Thank you.") == "has-died"

    def test_is_not_shown_to_another_person_whose_case_it_turns_out_to_be(self, story: Story) -> None:
        sends(story, followed(story))
        right = PersonSaid(name="Ola Example", address=("9 Other Road", "Exampleton"))
        said = {"whom": Who.COMPLAINANT, "person": right, "is_another": True, "why": "The names were mixed up."}
        story.does(correct_person, "mo", WEDNESDAY, **said)

        assert page_shown(story.case, WEDNESDAY).written == ()


class TestNewsThatIsAskedFor:
    def test_is_owed_within_five_working_days_and_asked_for_once(self, story: Story) -> None:
        link = followed(story)
        asks(story, link)

        assert owed(story)["tell-how-it-goes"] == ("open", A_WEEK_LATER)
        assert story.case.events.get(event="update_asked").facts == {"promise": "ours"}
        with pytest.raises(ActionRefused) as refused:
            asks(story, link, WEDNESDAY)
        assert refused.value.refusal.message == "You have asked already. We tell you by Tuesday 14 April 2026."

    def test_is_given_by_an_update_and_by_a_message_that_is_one(self, story: Story) -> None:
        link = followed(story)
        asks(story, link)
        story.does(write_to_person, "mo", WEDNESDAY, words="We have your message.")
        assert owed(story)["tell-how-it-goes"][0] == "open"
        story.does(write_to_person, "mo", WEDNESDAY, words="We spoke with two of the staff.", is_update=True)
        assert owed(story)["tell-how-it-goes"] == ("met", A_WEEK_LATER)

        asks(story, link, date(2026, 4, 9))
        said = {"done_so_far": "Much.", "still_to_do": "Little.", "expected_on": date(2026, 5, 1)}
        story.does(send_update, "mo", date(2026, 4, 10), **said, channel=Channel.TELEPHONE)
        assert owed(story)["tell-how-it-goes"][0] == "met"

    def test_is_owed_by_the_procedure_where_it_promises_it_as_soon(self, living_well: Office) -> None:
        """Living Well promises news after three months: on Thursday 2 July 2026, within five days of Monday 29 June."""
        story = a_story(living_well, complainant=PAT)
        link = followed(story)
        asks(story, link, date(2026, 6, 29))

        assert story.case.events.get(event="update_asked").facts == {"promise": "procedure"}
        assert "tell-how-it-goes" not in owed(story)
        with pytest.raises(ActionRefused) as refused:
            asks(story, link, date(2026, 6, 30))
        assert refused.value.refusal.message == "You have asked already. We tell you by Thursday 2 July 2026."

    def test_is_asked_for_while_something_is_looked_into(self, story: Story) -> None:
        link = followed(story)
        story.does(withdraw, "mo", TUESDAY)
        assert refusal(asks, story, link) == "not-open"


class TestNewDetails:
    """An address or a number is used at once; staff see to what waits, and the old email address is told."""

    SAID = ContactSaid(telephone="01632 960 123", address=("7 New Street", "", "Exampleton"))

    def changes(self, story: Story, link: int, said: ContactSaid = SAID) -> Any:
        return change_contact(link=link, said=said, on=TUESDAY, now=at(TUESDAY, 11), means=story.office.means)

    def test_are_used_from_now_on_and_what_stood_before_is_kept(self, story: Story) -> None:
        self.changes(story, followed(story))

        person = Person.objects.get(pk=story.case.complainant_id)
        assert (person.telephone, person.address) == ("01632 960 123", "7 New Street\nExampleton")
        assert owed(story)["use-new-details"] == ("open", WEDNESDAY)
        paper = story.case.documents.get(kind="correction")
        assert paper.text == "Telephone: nothing\nAddress: 2 Sample Road, Exampleton"
        assert CaseKey.objects.filter(case=story.case, kind="telephone").exists()
        notice = PageNotice.objects.get(delivery__isnull=False)
        assert (notice.kind, notice.to) == ("contact-changed", "pat@example.org")

    def test_are_seen_to_by_somebody(self, story: Story) -> None:
        self.changes(story, followed(story))
        entry = story.case.events.get(event="reach_changed")
        story.does(write_to_person, "mo", WEDNESDAY, words="We have it.")
        assert owed(story)["use-new-details"][0] == "open"
        story.does(read_from_page, "mo", WEDNESDAY, entry=entry.number)
        assert owed(story)["use-new-details"] == ("met", WEDNESDAY)

    def test_are_new(self, story: Story) -> None:
        same = ContactSaid(address=("2 Sample Road", "Exampleton"))
        assert refusal(self.changes, story, followed(story), same) == "nothing-changed"


def test_no_address_is_left_once_the_file_is_destroyed(office: Office) -> None:
    story = a_story(office, complainant=PAT)
    said = ContactSaid(telephone="01632 960 123")
    change_contact(link=followed(story), said=said, on=TUESDAY, now=at(TUESDAY, 11), means=office.means)
    take_away(story.case, on=TUESDAY)

    assert not PageNotice.objects.exists()
    assert not Delivery.objects.exists()


def test_it_is_shown_to_staff_as_due_with_its_words(story: Story, office: Office) -> None:
    sends(story, followed(story))
    page = case_page(office.actor("mo", TUESDAY), story.reference, TUESDAY, now=at(TUESDAY, 12))
    (shown,) = [one for one in page.to_do if one.duty.step == "read-message"]

    assert shown.action is not None
    assert (shown.action.action, shown.action.is_allowed) == ("read_from_page", True)


def test_the_time_of_ours_is_that_of_the_file() -> None:
    rules = programme(str(PROCEDURES / "office/page.yaml")).procedure.steps["tell-how-it-goes"]

    assert str(rules.due) == f"{ANSWERED_WITHIN} working days after update_asked"
