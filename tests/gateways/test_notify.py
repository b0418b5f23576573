"""Does GOV.UK Notify take our messages, and is it asked what it took before one is handed over twice?"""

import logging
import socket
import subprocess
import sys
from base64 import b64decode
from dataclasses import replace
from threading import Event

import pytest

from putright.domain.delivery import Trouble
from putright.gateways.clock import SystemClock
from putright.gateways.notify import Notify
from putright.gateways.outgoing import Attachment, NotTaken, Outgoing
from tests.gateways.mail_servers import rude_server
from tests.gateways.notify_server import KEY, SERVICE, TEMPLATE, Service, notify_server
from tests.gateways.test_mail_message import LETTER
from tests.served import free_port

LARGEST = 2 * 1024 * 1024


def a_service(address: str, **said: object) -> Notify:
    plain = {"key": KEY, "template": TEMPLATE, "address": address, "seconds": 2.0}
    return Notify(**{**plain, **said})  # type: ignore[arg-type]  # each test says what it means


def trouble_with(notify: Notify) -> tuple[Trouble, int | None]:
    with pytest.raises(NotTaken) as refused:
        notify.hand_over(LETTER)
    return refused.value.trouble, refused.value.reply


def test_it_is_given_the_letter_as_a_file_and_our_message_id_as_its_reference() -> None:
    service, before = Service(), int(SystemClock().now().timestamp())
    with notify_server(service) as address:
        a_service(address).hand_over(LETTER)

    (said,) = service.took
    assert said["email_address"] == "pat@example.org"
    assert said["reference"] == LETTER.message_id
    assert said["personalisation"]["subject"] == LETTER.subject
    assert said["personalisation"]["message"] == LETTER.text
    assert b64decode(said["personalisation"]["link_to_file"]["file"]) == b"%PDF-1.7\n..."
    assert said["personalisation"]["link_to_file"]["confirm_email_before_download"] is True
    (issued,) = service.issued
    assert before <= issued <= SystemClock().now().timestamp()


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
    service = Service()
    with notify_server(service) as address:
        a_service(address).hand_over(_a_letter_of(LARGEST))
        with pytest.raises(NotTaken) as refused:
            a_service(address).hand_over(_a_letter_of(LARGEST + 1))

    assert refused.value.trouble is Trouble.MESSAGE_REFUSED
    assert len(service.took) == 1


def test_a_letter_is_not_led_elsewhere() -> None:
    elsewhere = Service()
    with notify_server(elsewhere) as there:

        def lead_on(connection: socket.socket, _over: Event) -> None:
            connection.recv(65_536)
            said = f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {there}/v2/notifications/email\r\n"
            connection.send(f"{said}Content-Length: 0\r\n\r\n".encode())

        with rude_server(lead_on) as port:
            assert trouble_with(a_service(f"http://127.0.0.1:{port}")) == (Trouble.UNREACHABLE, 307)

    assert elsewhere.took == []


def test_it_is_not_spoken_to_where_that_is_not_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    with notify_server(Service()) as address:  # which speaks no TLS
        assert trouble_with(a_service(address.replace("http:", "https:"))) == (Trouble.NOT_SAFE, None)

    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/certificates.pem")
    assert trouble_with(a_service(f"https://127.0.0.1:{free_port()}")) == (Trouble.NOT_SAFE, None)


@pytest.mark.parametrize("status", [400, 403, 429, 503])
def test_no_log_hears_what_it_answered(
    status: int, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    listening = ("notifications_python_client", "notifications_python_client.base", "urllib3.connectionpool")
    for name in listening:  # whatever a test before this one has made of them
        monkeypatch.setattr(logging.getLogger(name), "disabled", False)
        logging.getLogger(name).addHandler(caplog.handler)
    caplog.set_level(logging.DEBUG)
    try:
        with notify_server(Service(status=status)) as address:
            trouble_with(a_service(address))  # the answer repeats the address
    finally:
        for name in listening:
            logging.getLogger(name).removeHandler(caplog.handler)

    assert "/v2/notifications/email" in caplog.text  # of the connection alone: the log was listening
    assert LETTER.to.rpartition("<")[2].strip(">") not in caplog.text
    assert not [record.name for record in caplog.records if record.name.startswith("notifications_python_client")]


def test_the_log_of_the_program_leaves_it_silent() -> None:
    program = (
        "import logging, putright.gateways.notify; from logging.config import dictConfig;"
        "from putright.config.logging import logging_for; dictConfig(logging_for('debug'));"
        "print(logging.getLogger('notifications_python_client.base').isEnabledFor(logging.CRITICAL))"
    )

    assert _said_by(program) == ["False"]


def test_what_its_client_names_and_does_not_need_is_not_loaded() -> None:
    program = "import sys, putright.gateways.notify; print(*{'docopt', 'django'} & set(sys.modules))"

    assert _said_by(program) == []


def test_a_site_that_sends_by_other_means_does_not_load_its_client() -> None:
    program = "import sys, putright.config.mail; print(*{'requests', 'notifications_python_client'} & set(sys.modules))"

    assert _said_by(program) == []


def test_the_key_is_never_shown() -> None:
    assert KEY[-36:] not in repr(a_service("http://127.0.0.1:1"))


def _a_letter_of(size: int) -> Outgoing:
    content = Attachment(name="letter.pdf", media_type="application/pdf", content=b"0" * size)
    return replace(LETTER, attachment=content)


def _said_by(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()
