"""Does a mail server take our messages, and what do we make of one that does not? Each server here is a real one."""

import socket
import time
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from putright.domain.delivery import Trouble
from putright.gateways import smtp
from putright.gateways.outgoing import NotTaken
from putright.gateways.smtp import Security, Smtp
from tests.gateways.mail_servers import Box, certified, mail_server, only, rude_server
from tests.gateways.test_mail_message import LETTER, SENDER
from tests.served import free_port


def a_server(port: int, **said: object) -> Smtp:
    plain = {"host": "127.0.0.1", "port": port, "security": Security.NONE, "sender": SENDER, "seconds": 5.0}
    return Smtp(**{**plain, **said})  # type: ignore[arg-type]  # each test says what it means


def trouble_with(server: Smtp) -> tuple[Trouble, int | None]:
    with pytest.raises(NotTaken) as refused:
        server.hand_over(LETTER)
    return refused.value.trouble, refused.value.reply


def test_a_server_takes_a_letter() -> None:
    with mail_server() as (box, port):
        a_server(port).hand_over(LETTER)

    assert box.to == [["pat@example.org"]]
    assert box.ids == [LETTER.message_id]


def test_the_same_letter_twice_is_the_same_bytes() -> None:
    with mail_server() as (box, port):
        a_server(port).hand_over(LETTER)
        a_server(port).hand_over(LETTER)

    assert box.took[0] == box.took[1]
    assert not a_server(port).has_taken(LETTER.message_id)


@pytest.mark.parametrize(
    ("step", "says", "trouble", "reply"),
    [
        ("RCPT", "550 no such person", Trouble.RECIPIENT_REFUSED, 550),
        ("RCPT", "450 greylisted", Trouble.REFUSED_FOR_NOW, 450),
        ("MAIL", "550 not you", Trouble.SENDER_REFUSED, 550),
        ("MAIL", "451 later", Trouble.REFUSED_FOR_NOW, 451),
        ("DATA", "552 too large", Trouble.MESSAGE_REFUSED, 552),
        ("DATA", "452 no room", Trouble.REFUSED_FOR_NOW, 452),
        ("RCPT", "421 going down", Trouble.BUSY, 421),
    ],
)
def test_each_refusal_is_understood(step: str, says: str, trouble: Trouble, reply: int) -> None:
    with mail_server(Box(says={step: says})) as (box, port):
        assert trouble_with(a_server(port)) == (trouble, reply)

    assert box.took == []


def test_nobody_there_is_unreachable() -> None:
    assert trouble_with(a_server(free_port())) == (Trouble.UNREACHABLE, None)


def test_a_name_that_nobody_knows_is_unreachable() -> None:
    assert trouble_with(a_server(25, host="mail.invalid")) == (Trouble.UNREACHABLE, None)


def test_a_server_that_says_nothing_is_left_in_time() -> None:
    def hang(_connection: socket.socket, over: Event) -> None:
        over.wait(120)

    began = time.monotonic()
    with rude_server(hang) as port:
        assert trouble_with(a_server(port, seconds=0.5)) == (Trouble.TIMED_OUT, None)
    assert time.monotonic() - began < 60  # half a second, on a machine that has nothing else to do


def test_a_server_that_says_nothing_at_the_beginning_is_left_before_all_its_time_is_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def hang(_connection: socket.socket, over: Event) -> None:
        over.wait(120)

    monkeypatch.setattr(smtp, "_TO_CONNECT", 0.2)
    with rude_server(hang) as port:
        assert trouble_with(a_server(port, seconds=60)) == (Trouble.TIMED_OUT, None)


def test_a_server_that_sends_a_letter_now_and_then_is_left_in_time() -> None:
    def drip(connection: socket.socket, over: Event) -> None:
        for _ in range(600):
            try:
                connection.send(b"2")
            except OSError:
                return
            if over.wait(0.2):
                return

    began = time.monotonic()
    with rude_server(drip) as port:
        trouble, _ = trouble_with(a_server(port, seconds=1.0))
    assert trouble is Trouble.TIMED_OUT
    assert time.monotonic() - began < 60


def test_a_server_that_breaks_off_is_unreachable() -> None:
    def slam(connection: socket.socket, _over: Event) -> None:
        connection.send(b"220 hello\r\n")

    with rude_server(slam) as port:
        assert trouble_with(a_server(port))[0] is Trouble.UNREACHABLE


def test_a_server_that_is_full_says_so() -> None:
    def full(connection: socket.socket, _over: Event) -> None:
        connection.send(b"421 too busy\r\n")

    with rude_server(full) as port:
        assert trouble_with(a_server(port)) == (Trouble.BUSY, 421)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_password_opens_or_does_not() -> None:
    with mail_server(**only("practice", "open sesame")) as (box, port):
        a_server(port, user="practice", password="open sesame").hand_over(LETTER)
        assert trouble_with(a_server(port, user="practice", password="wrong")) == (Trouble.SIGN_IN_REFUSED, 535)

    assert len(box.took) == 1


def test_a_password_is_never_shown() -> None:
    assert "sesame" not in repr(a_server(25, password="open sesame"))
    assert "pat@example.org" not in repr(LETTER)


class TestEncryption:
    def test_a_known_certificate_is_trusted(self, tmp_path: Path) -> None:
        context, certificate = certified(tmp_path)
        with mail_server(tls_context=context, require_starttls=True) as (box, port):
            a_server(port, security=Security.STARTTLS, trusted=str(certificate)).hand_over(LETTER)

        assert len(box.took) == 1

    def test_an_unknown_certificate_is_not(self, tmp_path: Path) -> None:
        context, _ = certified(tmp_path)
        with mail_server(tls_context=context) as (box, port):
            assert trouble_with(a_server(port, security=Security.STARTTLS)) == (Trouble.NOT_SAFE, None)

        assert box.took == []

    def test_tls_from_the_start(self, tmp_path: Path) -> None:
        context, certificate = certified(tmp_path)

        def no_tls_here(port: int) -> None:
            assert trouble_with(a_server(port, security=Security.TLS))[0] is Trouble.NOT_SAFE

        with mail_server(ssl_context=context) as (box, port):
            a_server(port, security=Security.TLS, trusted=str(certificate)).hand_over(LETTER)
            no_tls_here(port)

        assert len(box.took) == 1


def test_a_server_that_does_not_encrypt_gets_nothing() -> None:
    with mail_server() as (box, port):
        assert trouble_with(a_server(port, security=Security.STARTTLS)) == (Trouble.NOT_SAFE, None)

    assert box.took == []


def test_an_address_in_other_letters_is_sent_where_the_server_can() -> None:
    with mail_server(enable_SMTPUTF8=True) as (box, port):
        a_server(port).hand_over(replace(LETTER, to="zoë@example.org"))

    assert box.to == [["zoë@example.org"]]


def test_an_address_in_other_letters_is_refused_where_it_cannot() -> None:
    with mail_server(enable_SMTPUTF8=False) as (box, port), pytest.raises(NotTaken) as refused:
        a_server(port).hand_over(replace(LETTER, to="zoë@example.org"))

    assert refused.value.trouble is Trouble.RECIPIENT_REFUSED
    assert box.took == []
