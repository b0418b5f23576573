"""Once somebody has died, is no letter written or sent to them, and does the complaint go on with who speaks for it?"""

from dataclasses import replace
from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.let_speak import let_speak
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.record_death import record_death
from putright.casework.actions.request_consent import request_consent
from putright.casework.actions.send_update import send_update
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.find_case import find_case
from putright.casework.queries.print_queue import print_queue
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.domain.standing import Basis
from putright.gateways.outgoing import Mail
from putright.records.models import Delivery, OutboxLetter
from putright.records.models.delivery import Progress
from putright.records.models.outbox_letter import State
from tests.casework.offices import Office, Story, a_story, at

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
DAUGHTER = PersonSaid(name="Dora Example", addressed_as="Ms Example", address=("4 Sample Road", "EX1 1EX"))
UPDATE = {"done_so_far": "Asked.", "still_to_do": "Write.", "expected_on": date(2026, 5, 8)}


def died(story: Story, who: Who = Who.COMPLAINANT, **said: object) -> None:
    story.does(record_death, "mo", WEDNESDAY, died=who, words="Her daughter rang.", **said)


def refusal(story: Story, action: object, **said: object) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, "mo", WEDNESDAY, **said)
    return refused.value.refusal.code


class TestWhoComplained:
    def test_is_written_to_no_more(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        died(story, died_on=TUESDAY)

        assert refusal(story, acknowledge) == "has-died"
        assert refusal(story, send_update, **UPDATE) == "has-died"
        assert refusal(story, send_update, **UPDATE) == "has-died"
        story.does(add_file_note, "mo", WEDNESDAY, words="The case itself goes on.")

    def test_has_every_letter_put_aside_that_waits(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        letter = story.does(acknowledge, "mo", TUESDAY).letter
        assert len(print_queue(commisceo.actor("mo"))) == 1
        died(story)

        assert print_queue(commisceo.actor("mo")) == ()
        assert refusal(story, post_letter, letter=letter) == "already-put-aside"
        cancelled = story.case.events.get(event="letter_cancelled")
        assert cancelled.facts == {"letter": "acknowledgement", "reason": "has-died"}
        assert verify(commisceo.means).misfits == ()

    def test_has_letters_taken_out_of_the_queue_for_email(self, commisceo: Office) -> None:
        mail = Mail(domain="putright.example.nhs.uk", reply_to="{reference}@putright.example.nhs.uk")
        office = replace(commisceo, means=replace(commisceo.means, mail=mail))
        pat = PersonSaid(name="Pat Example", email="pat@example.org", agrees_to_email=True)
        story = a_story(office, complainant=pat)
        story.does(acknowledge, "mo", TUESDAY, channel=Channel.EMAIL)
        assert Delivery.objects.get().progress == Progress.QUEUED
        died(story)

        assert Delivery.objects.get().progress == Progress.STOPPED
        assert OutboxLetter.objects.get().state == State.CANCELLED

    def test_a_letter_that_was_queued_all_the_same_is_not_sent(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        letter = story.does(acknowledge, "mo", TUESDAY).letter
        died(story)
        OutboxLetter.objects.update(state=State.QUEUED)  # as though it had been queued at the same moment

        assert refusal(story, post_letter, letter=letter) == "has-died"

    def test_lives_where_it_was_a_mistake(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        died(story)
        entry = story.case.events.get(event="death_learnt").number
        story.does(correct_entry, "mo", WEDNESDAY, entry=entry, reason="It was another Mrs Example.")

        story.does(acknowledge, "mo", WEDNESDAY)
        person = case_page(commisceo.actor("mo"), story.reference, WEDNESDAY, now=at(WEDNESDAY)).complainant
        assert not person.has_died


class TestThePatient:
    def test_is_not_asked_for_consent_and_who_complains_is_written_to(self, commisceo: Office) -> None:
        story = a_story(
            commisceo,
            complainant=PersonSaid(name="Ann Speaks", address=("1 Road",)),
            patient=PersonSaid(name="Ben Quiet"),
            basis=Basis.REQUESTED,
        )
        died(story, Who.PATIENT)

        assert refusal(story, request_consent, about="Your care", information=("All",)) == "has-died"
        story.does(acknowledge, "mo", WEDNESDAY)


class TestWhoSpeaksNow:
    def speaks(self, story: Story, **said: object) -> None:
        plain = {"person": DAUGHTER, "basis": Basis.DECEASED, "words": "The executor: probate was seen."}
        story.does(let_speak, "mo", WEDNESDAY, **{**plain, **said})

    def test_is_written_to_and_the_patient_stays_who_they_were(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        died(story)
        self.speaks(story)
        story.does(acknowledge, "mo", WEDNESDAY)
        page = case_page(commisceo.actor("mo"), story.reference, WEDNESDAY, now=at(WEDNESDAY))

        assert page.complainant.name == "Dora Example"
        assert page.patient is not None
        assert (page.patient.name, page.patient.has_died) == ("Pat Example", True)
        assert page.basis is Basis.DECEASED
        assert verify(commisceo.means).misfits == ()

    def test_is_found_and_so_is_who_died(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        died(story)
        self.speaks(story)

        for typed in ("dora", "pat example"):
            found = find_case(commisceo.actor("mo"), typed, now=at(WEDNESDAY)).cases
            assert [case.reference for case in found] == [story.reference]

    def test_stands_on_the_footing_that_is_so(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        died(story)

        with pytest.raises(ActionRefused) as refused:
            self.speaks(story, basis=Basis.REQUESTED)
        assert refused.value.refusal.code == "wrong-footing"
        assert refused.value.refusal.authority == "SI 2009/309 reg 5(2)(a)"
