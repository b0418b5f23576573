"""What of a full disk, a database that cuts us off, a Notify that loses its answers, several workers at once?"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection, connections

from putright.casework.verification import verify
from putright.gateways.outgoing import Outgoing
from putright.gateways.smtp import Smtp
from putright.jobs.loop import go_on
from putright.jobs.work import Work, one_pass
from putright.records.models import Delivery
from tests.casework.offices import Office
from tests.full_disk import a_disk
from tests.gateways.mail_servers import Box
from tests.gateways.notify_server import Service, notify_server
from tests.gateways.test_notify import a_service
from tests.jobs.working import SteppedClock, a_letter, a_mail_server_at, a_worker, delivery_of

Server = tuple[Box, int]


class Meanwhile:
    """A carrier that has something happen at the moment at which a message has been taken."""

    def __init__(self, carrier: Smtp, happens: Callable[[], None]) -> None:
        self._carrier, self._happens = carrier, happens

    def hand_over(self, message: Outgoing) -> None:
        """Hand it over, then let it happen."""
        self._carrier.hand_over(message)
        self._happens()

    def has_taken(self, message_id: str) -> bool:
        """As the carrier knows."""
        return self._carrier.has_taken(message_id)


def test_a_full_disk_sends_nothing_twice_and_goes_on_once_there_is_room(
    committing_office: Office, clock: SteppedClock, server: Server, tmp_path: Path
) -> None:
    stories = [a_letter(committing_office) for _ in range(20)]

    carrier = a_mail_server_at(server[1])
    full = []
    with a_disk(tmp_path) as disk:
        work = a_worker(committing_office, clock, Meanwhile(carrier, disk.fill), tmp_path)
        for _ in range(20):
            try:
                one_pass(work)
            except OperationalError as error:
                full.append(str(error))
                break
        disk.make_room()
        work.carrier = carrier
        clock.step(minutes=11)
        one_pass(work)

    assert len(full) == 1
    assert "disk is full" in full[0] or "No space left on device" in full[0]
    assert set(Counter(server[0].ids).values()) == {1}
    assert [delivery_of(story).progress for story in stories] == ["sent"] * 20
    assert verify(committing_office.means).misfits == ()


@pytest.mark.postgresql
def test_a_connection_that_is_cut_as_a_letter_was_taken_is_made_again_and_nothing_is_sent_twice(
    committing_office: Office, clock: SteppedClock, server: Server, tmp_path: Path
) -> None:
    """SQLite has no connection that could be cut."""
    story = a_letter(committing_office)

    def cut() -> None:
        with connection.cursor() as cursor, pytest.raises(OperationalError):
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    one_pass(a_worker(committing_office, clock, Meanwhile(a_mail_server_at(server[1]), cut), tmp_path))

    assert len(server[0].took) == 1
    assert delivery_of(story).progress == "sent"
    assert verify(committing_office.means).misfits == ()


def test_several_workers_send_each_letter_once(
    committing_office: Office, clock: SteppedClock, server: Server, tmp_path: Path
) -> None:
    stories = [a_letter(committing_office) for _ in range(8)]
    workers = [
        a_worker(committing_office, clock, a_mail_server_at(server[1]), tmp_path, name=f"worker-{n}") for n in range(4)
    ]
    ready = Barrier(len(workers))

    def go(work: Work) -> None:
        ready.wait()
        try:
            one_pass(work)
        finally:
            connections.close_all()

    threads = [Thread(target=go, args=(work,)) for work in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sorted(server[0].ids) == sorted(delivery_of(story).message_id for story in stories)
    assert {delivery_of(story).attempts for story in stories} == {1}
    assert verify(committing_office.means).misfits == ()


def test_notify_that_took_a_letter_and_lost_its_answer_is_not_given_it_twice(
    office: Office, clock: SteppedClock, tmp_path: Path
) -> None:
    story, service = a_letter(office), Service(loses_answers=True)
    with notify_server(service) as address:
        work = a_worker(office, clock, a_service(address), tmp_path)
        one_pass(work)
        assert delivery_of(story).progress == "held-up"
        clock.step(minutes=2)
        one_pass(work)

    assert delivery_of(story).progress == "sent"
    assert [said["reference"] for said in service.took] == [delivery_of(story).message_id]


def test_a_loop_goes_on_after_a_pass_that_failed_and_ends_when_it_is_told(
    committing_office: Office, clock: SteppedClock, server: Server, tmp_path: Path
) -> None:
    a_letter(committing_office)
    work = a_worker(committing_office, clock, a_mail_server_at(server[1]), tmp_path)
    thread = Thread(target=go_on, args=(work,), kwargs={"seconds_between": 0.02})
    thread.start()
    server[0].on_taking = work.stopping.set
    thread.join(timeout=30)

    assert not thread.is_alive()
    assert Delivery.objects.get().progress == "sent"
