"""Does a letter go by email once, is what it means recorded when it has gone, and what if it does not go?"""

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection

from putright.casework import claims
from putright.casework.actions.cancel_letter import cancel_letter
from putright.casework.actions.change_email_agreement import change_email_agreement
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.send_by_email import send_by_email
from putright.casework.actions.send_by_post import send_by_post
from putright.casework.actions.tell_next_steps import tell_next_steps
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused
from putright.casework.queries.print_queue import print_queue
from putright.casework.verification import verify
from putright.jobs.work import one_pass
from putright.records.models import Delivery
from tests.casework.offices import Office, Story, at
from tests.gateways.mail_servers import Box, mail_server, text_of
from tests.jobs.working import (
    TUESDAY,
    SteppedClock,
    a_letter,
    a_mail_server_at,
    a_worker,
    delivery_of,
    letter_of,
)
from tests.served import free_port

SENT = [("acknowledged", TUESDAY), ("discussion_offered", TUESDAY), ("next_steps_told", TUESDAY)]
Server = tuple[Box, int]


def last_facts(story: Story) -> dict[str, Any]:
    """What the last entry says."""
    entry = story.case.events.order_by("number").last()
    assert entry is not None
    return dict(entry.facts)


def refusal(story: Story, action: Any, **arguments: Any) -> str:
    """Why an action is refused."""
    with pytest.raises(ActionRefused) as refused:
        story.does(action, "mo", TUESDAY, **arguments)
    return refused.value.refusal.code


class TestALetterByEmail:
    def test_waits_for_the_worker_and_means_nothing_yet(self, office: Office) -> None:
        story = a_letter(office)

        assert story.events()[-1] == ("letter_prepared", TUESDAY)
        assert last_facts(story) == {"letter": "acknowledgement", "channel": "email"}
        assert (letter_of(story).state, letter_of(story).channel) == ("queued", "email")
        assert print_queue(office.actor("mo", TUESDAY)) == ()

    def test_goes_and_is_recorded_on_the_day_it_went(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        box, port = server
        story = a_letter(office)
        clock.step(hours=24)

        one_pass(a_worker(office, clock, a_mail_server_at(port), tmp_path))

        wednesday = date(2026, 4, 8)
        assert story.events()[-3:] == [(event, wednesday) for event, _ in SENT]
        assert story.case.events.get(event="acknowledged").facts == {"channel": "email"}
        assert story.case.events.get(event="acknowledged").by is None
        assert (letter_of(story).state, letter_of(story).posted_on) == ("posted", wednesday)
        assert delivery_of(story).progress == "sent"
        assert box.to == [["pat@example.org"]]
        assert verify(office.means).misfits == ()

    def test_says_no_more_than_is_needed_and_has_the_letter_with_it(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        box, port = server
        story = a_letter(office)

        one_pass(a_worker(office, clock, a_mail_server_at(port), tmp_path))

        (mail,) = box.messages
        (attached,) = mail.iter_attachments()
        reference = f"{story.reference[:4]}-{story.reference[4:]}"
        assert mail["Subject"] == f"A letter from The commisceo example, our reference {reference}"
        assert mail["Reply-To"].addresses[0].addr_spec == f"complaints+{story.reference}@practice.example.nhs.uk"
        assert mail["References"] == f"<case.{story.reference.lower()}@practice.example.nhs.uk>"
        assert mail["Message-ID"] == delivery_of(story).message_id
        text = text_of(mail)
        assert "rude" not in text
        assert "omplain" not in text.replace("complaints@commisceo.example.nhs.uk", "")
        assert attached.get_content() == office.means.files.read(letter_of(story).document.stored_as or "")
        assert attached.get_content().startswith(b"%PDF-")

    def test_goes_once_however_often_the_worker_looks(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        box, port = server
        a_letter(office)
        work = a_worker(office, clock, a_mail_server_at(port), tmp_path)

        for _ in range(5):
            one_pass(work)
            clock.step(hours=12)

        assert len(box.took) == 1

    def test_of_which_something_was_done_in_another_way_records_the_rest(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        story = a_letter(office)
        story.does(tell_next_steps, "mo", TUESDAY)

        one_pass(a_worker(office, clock, a_mail_server_at(server[1]), tmp_path))

        assert [event for event, _ in story.events()].count("next_steps_told") == 1

    def test_is_not_sent_for_a_case_that_no_longer_allows_it(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        box, port = server
        story = a_letter(office)
        story.does(withdraw, "mo", TUESDAY)

        one_pass(a_worker(office, clock, a_mail_server_at(port), tmp_path))

        assert box.took == []
        assert delivery_of(story).trouble == "no-longer-allowed"
        assert [letter.reference for letter in print_queue(office.actor("mo", TUESDAY))] == [story.reference]

    def test_whose_file_was_altered_is_never_sent(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        box, port = server
        story = a_letter(office)
        (tmp_path / "documents" / str(letter_of(story).document.stored_as)).write_bytes(b"%PDF-1.7 another")

        one_pass(a_worker(office, clock, a_mail_server_at(port), tmp_path))

        assert box.took == []
        assert delivery_of(story).trouble == "cannot-be-written"


class TestAgreement:
    def test_taken_back_before_it_went_sends_the_letter_by_post(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        box, port = server
        story = a_letter(office)
        story.does(change_email_agreement, "mo", TUESDAY, agrees=False)

        one_pass(a_worker(office, clock, a_mail_server_at(port), tmp_path))

        assert box.took == []
        assert story.events()[-2:] == [("email_declined", TUESDAY), ("letter_redirected", TUESDAY)]
        assert [letter.reference for letter in print_queue(office.actor("mo", TUESDAY))] == [story.reference]

    def test_is_asked_again_at_the_moment_of_sending(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        box, port = server
        story = a_letter(office)
        person = story.case.complainant
        person.email_agreed_on = None
        person.save()

        one_pass(a_worker(office, clock, a_mail_server_at(port), tmp_path))

        assert box.took == []
        assert delivery_of(story).trouble == "not-agreed"
        assert story.events()[-1] == ("letter_given_up", TUESDAY)

    def test_needs_an_address(self, office: Office) -> None:
        story = a_letter(office)

        assert refusal(story, change_email_agreement, agrees=True, email="nobody") == "no-e-mail-address"
        story.does(change_email_agreement, "mo", TUESDAY, agrees=True, email="pat@example.com")
        assert story.case.complainant.email == "pat@example.com"

    def test_is_refused_where_there_is_none_to_end(self, office: Office) -> None:
        story = a_letter(office)
        story.does(change_email_agreement, "mo", TUESDAY, agrees=False)

        assert refusal(story, change_email_agreement, agrees=False) == "not-agreed"


class TestStoppingAndSendingAgain:
    def test_a_letter_that_waits_can_be_put_aside(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        story = a_letter(office)
        story.does(cancel_letter, "mo", TUESDAY, letter=letter_of(story).document.number)

        one_pass(a_worker(office, clock, a_mail_server_at(server[1]), tmp_path))

        assert server[0].took == []
        assert delivery_of(story).progress == "stopped"

    def test_not_while_it_is_being_sent_and_not_after(self, office: Office, clock: SteppedClock) -> None:
        story = a_letter(office)
        number = letter_of(story).document.number
        assert claims.claim(worker="somebody", now=at(TUESDAY, 9, 55)) is None  # it was queued at ten
        claims.claim(worker="somebody", now=at(TUESDAY, 10))

        for action in (cancel_letter, post_letter, send_by_post):
            assert refusal(story, action, letter=number) == "being-sent"
        Delivery.objects.update(progress="taken", taken_at=clock.now())
        for action in (cancel_letter, post_letter, send_by_post, send_by_email):
            assert refusal(story, action, letter=number) == "already-sent"

    def test_it_can_go_by_post_after_all_and_by_email_again_under_the_same_message_id(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        story = a_letter(office)
        number, message_id = letter_of(story).document.number, delivery_of(story).message_id
        story.does(send_by_post, "mo", TUESDAY, letter=number)
        assert len(print_queue(office.actor("mo", TUESDAY))) == 1
        assert refusal(story, send_by_post, letter=number) == "already-queued"

        story.does(send_by_email, "mo", TUESDAY, letter=number)
        assert refusal(story, send_by_email, letter=number) == "already-queued"
        one_pass(a_worker(office, clock, a_mail_server_at(server[1]), tmp_path))

        assert server[0].ids == [message_id]
        assert refusal(story, send_by_email, letter=number) == "already-sent"


class TestTrouble:
    def test_a_recipient_who_is_refused_is_given_up_at_once_and_holds_nobody_up(
        self, office: Office, clock: SteppedClock, tmp_path: Path
    ) -> None:
        story = a_letter(office)
        with mail_server(Box(says={"RCPT": "550 no such person"})) as (_, port):
            one_pass(a_worker(office, clock, a_mail_server_at(port), tmp_path))

        assert story.events()[-1] == ("letter_given_up", TUESDAY)
        assert last_facts(story) == {"letter": "acknowledgement", "reason": "recipient-refused"}
        assert (delivery_of(story).progress, delivery_of(story).reply) == ("given-up", 550)
        assert len(print_queue(office.actor("mo", TUESDAY))) == 1
        assert story.case.duties.get(procedure="england-2009", step="acknowledge").state == "open"

    def test_a_mail_server_that_is_down_for_a_day_and_back_gets_each_letter_once(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        box, port = server
        stories = [a_letter(office) for _ in range(3)]
        work = a_worker(office, clock, a_mail_server_at(free_port()), tmp_path)
        for _ in range(24 * 6):
            one_pass(work)
            clock.step(minutes=10)
        work.carrier = a_mail_server_at(port)

        assert delivery_of(stories[0]).progress == "held-up"
        for _ in range(6 * 6):
            one_pass(work)
            clock.step(minutes=10)

        assert sorted(box.ids) == sorted(delivery_of(story).message_id for story in stories)
        for story in stories:
            assert [event for event, _ in story.events()].count("letter_held_up") <= 1
            assert [event for event, _ in story.events()].count("acknowledged") == 1
        assert verify(office.means).misfits == ()

    def test_one_that_stays_away_for_three_days_sends_all_to_the_print_queue(
        self, office: Office, clock: SteppedClock, tmp_path: Path
    ) -> None:
        from putright.casework.deliveries import give_up_what_waits_too_long

        stories = [a_letter(office) for _ in range(3)]
        work = a_worker(office, clock, a_mail_server_at(free_port()), tmp_path)
        one_pass(work)
        clock.step(days=3)

        assert give_up_what_waits_too_long(now=clock.now(), means=office.means) == 3

        assert len(print_queue(office.actor("mo", TUESDAY))) == 3
        assert {delivery_of(story).trouble for story in stories} == {"waited-too-long"}
        assert all(story.events()[-1][0] == "letter_given_up" for story in stories)

    def test_while_it_is_down_the_others_are_not_tried_one_after_the_other(
        self, office: Office, clock: SteppedClock, tmp_path: Path
    ) -> None:
        for _ in range(3):
            a_letter(office)

        one_pass(a_worker(office, clock, a_mail_server_at(free_port()), tmp_path))

        assert sorted(Delivery.objects.values_list("attempts", flat=True)) == [0, 0, 1]

    def test_the_waits_grow(self, office: Office, clock: SteppedClock, tmp_path: Path) -> None:
        story = a_letter(office)
        with mail_server(Box(says={"RCPT": "450 greylisted"})) as (_, port):
            work, waits = a_worker(office, clock, a_mail_server_at(port), tmp_path), []
            for _ in range(8):
                one_pass(work)
                wait = delivery_of(story).try_at - clock.at
                waits.append(wait / timedelta(minutes=1))
                clock.at = delivery_of(story).try_at

        assert waits == [1, 5, 15, 30, 60, 120, 240, 240]

    def test_a_text_with_an_error_holds_up_its_letter_and_no_other_and_goes_once_it_is_right(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        covers = tmp_path / "covers"
        covers.mkdir()
        (covers / "letter.txt").write_text("Our reference: $refrence\n")
        story = a_letter(office)
        work = a_worker(office, clock, a_mail_server_at(server[1]), tmp_path, covers=covers)
        one_pass(work)
        assert (delivery_of(story).progress, delivery_of(story).trouble) == ("held-up", "cannot-be-written")

        (covers / "letter.txt").write_text("Our reference: $reference\n")
        clock.step(minutes=2)
        one_pass(work)

        assert delivery_of(story).progress == "sent"

    def test_nothing_of_anybody_is_in_the_log(
        self, office: Office, clock: SteppedClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        story = a_letter(office)
        with (
            caplog.at_level(logging.DEBUG, logger="putright"),
            mail_server(Box(says={"RCPT": "550 no such person pat@example.org"})) as (_, port),
        ):
            one_pass(a_worker(office, clock, a_mail_server_at(port), tmp_path))

        ours = [record.getMessage() for record in caplog.records if record.name.startswith("putright")]
        assert ours == [f"delivery {delivery_of(story).pk} was not taken: recipient-refused 550"]


class Failing:
    """A database that refuses some statements, as one whose disk is full or whose connection is lost."""

    def __init__(self, what: str, times: int) -> None:
        self.what, self.left = what, times

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if self.left and self.what in sql and "UPDATE" in sql:
            self.left -= 1
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)


class TestADatabaseInTrouble:
    def test_that_cannot_keep_a_claim_sends_nothing(
        self, committing_office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        a_letter(committing_office)
        work = a_worker(committing_office, clock, a_mail_server_at(server[1]), tmp_path)

        with connection.execute_wrapper(Failing('"held_until"', 1)), pytest.raises(OperationalError):
            one_pass(work)

        assert server[0].took == []

    def test_that_cannot_keep_that_a_letter_was_taken_is_asked_until_it_can(
        self, committing_office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        story = a_letter(committing_office)

        with connection.execute_wrapper(Failing('"taken_at"', 2)):
            one_pass(a_worker(committing_office, clock, a_mail_server_at(server[1]), tmp_path))

        assert len(server[0].took) == 1
        assert delivery_of(story).progress == "sent"

    def test_that_cannot_record_what_a_letter_means_records_it_later_and_sends_nothing_twice(
        self, committing_office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        story = a_letter(committing_office)
        work = a_worker(committing_office, clock, a_mail_server_at(server[1]), tmp_path)
        with connection.execute_wrapper(Failing("records_outboxletter", 1)), pytest.raises(OperationalError):
            one_pass(work)
        assert delivery_of(story).progress == "taken"
        assert story.events()[-1] == ("letter_prepared", TUESDAY)

        clock.step(minutes=11)
        one_pass(work)

        assert len(server[0].took) == 1
        assert story.events()[-3:] == SENT
        assert verify(committing_office.means).misfits == ()


class TestAChangedClock:
    def test_put_back_by_a_year_the_letter_still_goes(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        story = a_letter(office)
        claims.claim(worker="somebody", now=clock.now())
        clock.step(days=-365)

        one_pass(a_worker(office, clock, a_mail_server_at(server[1]), tmp_path))

        assert len(server[0].took) == 1
        assert letter_of(story).posted_on == TUESDAY  # no letter goes before it is written

    def test_put_forward_by_a_year_it_goes_at_once(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        a_letter(office)
        clock.step(days=200)

        one_pass(a_worker(office, clock, a_mail_server_at(server[1]), tmp_path))

        assert len(server[0].took) == 1

    def test_a_claim_lasts_as_long_on_the_night_the_clocks_go_back(self, office: Office) -> None:
        a_letter(office)
        second_half_past_one = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

        claimed = claims.claim(worker="somebody", now=second_half_past_one)
        assert claimed is not None
        assert claims.claim(worker="another", now=second_half_past_one + timedelta(minutes=9)) is None
        assert claims.claim(worker="another", now=second_half_past_one + timedelta(minutes=10)) is not None


def test_what_somebody_left_in_the_middle_is_taken_up_under_the_same_message_id(
    office: Office, clock: SteppedClock, server: Server, tmp_path: Path
) -> None:
    story = a_letter(office)
    gone = claims.claim(worker="gone", now=clock.now())
    assert gone is not None
    work = a_worker(office, clock, a_mail_server_at(server[1]), tmp_path)
    one_pass(work)
    assert server[0].took == []

    clock.step(minutes=10)
    one_pass(work)

    assert server[0].ids == [delivery_of(story).message_id] == [gone.message_id]


def test_a_letter_that_waited_while_mail_was_taken_out_again_goes_by_post_in_the_end(
    office: Office, clock: SteppedClock, tmp_path: Path
) -> None:
    from putright.jobs.tasks import Tools, sweep

    a_letter(office)
    work = a_worker(replace(office, means=replace(office.means, mail=None)), clock, None, tmp_path)
    one_pass(work)
    clock.step(days=3)

    said = sweep(clock.now(), Tools(means=office.means, data=tmp_path))

    assert said == "Taken back: 0, given up for the post: 1"
    assert len(print_queue(office.actor("mo", TUESDAY))) == 1
