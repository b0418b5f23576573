"""Does GOV.UK Notify take our messages, and is it asked what it took before one is handed over twice?"""

import socket
from base64 import b64decode
from dataclasses import replace
from datetime import datetime
from threading import Event

import pytest

from putright.domain.delivery import Trouble
from putright.gateways.clock import LONDON, FixedClock
from putright.gateways.notify import Notify
from putright.gateways.outgoing import Attachment, NotTaken
from tests.gateways.mail_servers import rude_server
from tests.gateways.notify_server import KEY, SERVICE, TEMPLATE, Service, notify_server
from tests.gateways.test_mail_message import LETTER
from tests.served import free_port

NOW = datetime(2026, 4, 2, 10, 30, tzinfo=LONDON)


def a_service(address: str, **said: object) -> Notify:
    plain = {"key": KEY, "template": TEMPLATE, "clock": FixedClock(NOW), "address": address, "seconds": 2.0}
    return Notify(**{**plain, **said})  # type: ignore[arg-type]  # each test says what it means


def trouble_with(notify: Notify) -> tuple[Trouble, int | None]:
    with pytest.raises(NotTaken) as refused:
        notify.hand_over(LETTER)
    return refused.value.trouble, refused.value.reply


def test_it_is_given_the_letter_as_a_file_and_our_message_id_as_its_reference() -> None:
    service = Service()
    with notify_server(service) as address:
        a_service(address).hand_over(LETTER)

    (said,) = service.took
    assert said["email_address"] == "pat@example.org"
    assert said["reference"] == LETTER.message_id
    assert said["personalisation"]["subject"] == LETTER.subject
    assert said["personalisation"]["message"] == LETTER.text
    assert b64decode(said["personalisation"]["link_to_file"]["file"]) == b"%PDF-1.7\n..."
    assert said["personalisation"]["link_to_file"]["confirm_email_before_download"] is True
    assert service.issued == [int(NOW.timestamp())]


def test_a_message_without_a_letter_has_no_file() -> None:
    service = Service()
    with notify_server(service) as address:
        a_service(address).hand_over(replace(LETTER, attachment=None))

    assert service.took[0]["personalisation"]["link_to_file"] == ""


def test_what_it_took_it_knows() -> None:
    service = Service()
    with notify_server(service) as address:
        notify = a_service(address)
        assert not notify.has_taken(LETTER.message_id)
        notify.hand_over(LETTER)
        assert notify.has_taken(LETTER.message_id)
        assert not notify.has_taken("<another@example.nhs.uk>")


def test_what_it_took_although_its_answer_was_lost_it_knows_too() -> None:
    service = Service(loses_answers=True)
    with notify_server(service) as address:
        notify = a_service(address)
        assert trouble_with(notify)[0] is Trouble.UNREACHABLE
        assert notify.has_taken(LETTER.message_id)


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (400, Trouble.MESSAGE_REFUSED),
        (403, Trouble.SIGN_IN_REFUSED),
        (429, Trouble.BUSY),
        (500, Trouble.BUSY),
        (503, Trouble.BUSY),
    ],
)
def test_each_refusal_is_understood_and_repeats_nothing_of_what_was_said(status: int, trouble: Trouble) -> None:
    with notify_server(Service(status=status)) as address, pytest.raises(NotTaken) as refused:
        a_service(address).hand_over(LETTER)

    assert (refused.value.trouble, refused.value.reply) == (trouble, status)
    assert "pat" not in str(refused.value)


def test_a_wrong_key_and_a_wrong_template() -> None:
    with notify_server(Service()) as address:
        wrong = f"example-{SERVICE}-" + "0" * 36
        assert trouble_with(a_service(address, key=wrong)) == (Trouble.SIGN_IN_REFUSED, 403)
        assert trouble_with(a_service(address, template="another")) == (Trouble.SENDER_REFUSED, 404)


def test_nobody_there_and_somebody_who_says_nothing() -> None:
    def hang(_connection: socket.socket, over: Event) -> None:
        over.wait(10)

    assert trouble_with(a_service(f"http://127.0.0.1:{free_port()}")) == (Trouble.UNREACHABLE, None)
    with rude_server(hang) as port:
        assert trouble_with(a_service(f"http://127.0.0.1:{port}", seconds=0.3)) == (Trouble.TIMED_OUT, None)


def test_an_answer_that_is_none_is_no_taking() -> None:
    def nonsense(connection: socket.socket, _over: Event) -> None:
        connection.recv(4096)
        connection.send(b"HTTP/1.1 201 Created\r\nContent-Length: 7\r\n\r\n<html>!")

    with rude_server(nonsense) as port:
        assert trouble_with(a_service(f"http://127.0.0.1:{port}"))[0] is Trouble.UNREACHABLE


def test_a_letter_larger_than_it_takes_is_refused_here() -> None:
    large = Attachment(name="letter.pdf", media_type="application/pdf", content=b"0" * 2_000_001)

    with pytest.raises(NotTaken) as refused:
        a_service("http://127.0.0.1:1").hand_over(replace(LETTER, attachment=large))

    assert refused.value.trouble is Trouble.MESSAGE_REFUSED


def test_the_key_is_never_shown() -> None:
    assert KEY[-36:] not in repr(a_service("http://127.0.0.1:1"))
