"""Are the new messages of a mailbox read, each once, and is a server that does not do its part left alone in time?"""

import time
from datetime import UTC, datetime
from typing import Any

import pytest

from putright.domain.delivery import Trouble
from putright.gateways import imap
from putright.gateways.imap import Imap, ImapSecurity
from putright.gateways.mail_in import LARGEST, read_message
from putright.gateways.mailbox import MailboxAway, Place
from tests import dovecot
from tests.gateways.imap_server import PASSWORD, USER, Box, fetched, imap_server
from tests.gateways.mails import a_mail, with_file

START = Place()


def a_mailbox(port: int, **said: object) -> Imap:
    """The mailbox of a port of this machine."""
    plain = {"host": "127.0.0.1", "port": port, "security": ImapSecurity.NONE, "user": USER, "password": PASSWORD}
    return Imap(**{**plain, "seconds": 5, **said})  # type: ignore[arg-type]  # of several kinds


def numbers(mailbox: Imap, after: Place = START) -> list[int]:
    """The numbers of what is new."""
    return [arrived.place.number for arrived in mailbox.arrivals(after) if arrived.place]


def trouble_with(mailbox: Imap) -> Trouble:
    """What is in the way of reading a mailbox."""
    with pytest.raises(MailboxAway) as away:
        list(mailbox.arrivals(START))
    return away.value.trouble


class TestReading:
    def test_gives_what_came_after_a_place_oldest_first(self):
        box = Box(messages={3: b"three", 7: b"seven", 9: b"nine"})
        with imap_server(box) as port:
            found = list(a_mailbox(port).arrivals(Place(validity=1, number=3)))

        assert [(arrived.key, arrived.content) for arrived in found] == [("7", b"seven"), ("9", b"nine")]
        assert found[0].arrived_at == datetime(2026, 4, 2, 10, tzinfo=UTC)
        assert found[1].place == Place(validity=1, number=9)

    def test_gives_nothing_twice_where_nothing_is_new(self):
        with imap_server(Box(messages={3: b"three"})) as port:
            assert numbers(a_mailbox(port), Place(validity=1, number=3)) == []

    def test_begins_again_where_the_mailbox_is_numbered_anew(self):
        with imap_server(Box(messages={1: b"one"}, validity=2)) as port:
            assert numbers(a_mailbox(port), Place(validity=1, number=30)) == [1]

    def test_alters_nothing(self):
        box = Box(messages={1: b"one"})
        with imap_server(box) as port:
            numbers(a_mailbox(port))

        assert any(said.startswith("EXAMINE") for said in box.said)
        assert not [said for said in box.said if said.split()[0] in ("SELECT", "STORE", "EXPUNGE", "COPY")]
        assert "UID FETCH 1 (BODY.PEEK[])" in box.said

    def test_does_not_fetch_what_is_too_large(self):
        box = Box(messages={1: b"one", 2: b"two"}, sizes={1: LARGEST + 1})
        with imap_server(box) as port:
            found = list(a_mailbox(port).arrivals(START))

        assert [arrived.content for arrived in found] == [None, b"two"]
        assert fetched(box) == [2]

    def test_takes_a_few_hundred_at_once(self, monkeypatch):
        monkeypatch.setattr(imap, "MOST_AT_ONCE", 3)
        with imap_server(Box(messages={number: b"x" for number in range(1, 9)})) as port:
            assert numbers(a_mailbox(port)) == [1, 2, 3]


class TestAServerThatDoesNotDoItsPart:
    def test_that_is_not_there(self):
        with imap_server(Box()) as port:
            pass
        assert trouble_with(a_mailbox(port)) == Trouble.UNREACHABLE

    def test_that_does_not_know_us(self):
        with imap_server(Box()) as port:
            assert trouble_with(a_mailbox(port, password="another")) == Trouble.SIGN_IN_REFUSED

    def test_that_has_no_such_mailbox(self):
        with imap_server(Box()) as port:
            assert trouble_with(a_mailbox(port, folder="Others")) == Trouble.REFUSED_FOR_NOW

    @pytest.mark.parametrize("drips", [False, True], ids=["says nothing", "drips"])
    @pytest.mark.parametrize("word", ["LOGIN", "EXAMINE", "SEARCH", "RFC822.SIZE", "BODY.PEEK"])
    def test_that_hangs_is_left_in_time(self, word, drips):
        with imap_server(Box(messages={1: b"one"}, hangs_at=word, drips=drips)) as port:
            began = time.monotonic()

            assert trouble_with(a_mailbox(port, seconds=0.5)) == Trouble.TIMED_OUT
            assert time.monotonic() - began < 10

    @pytest.mark.parametrize(
        "greeting", [b"220 mail.example.org ESMTP\r\n", b"", b"* BYE not now\r\n", b"\xff" * 3_000_000]
    )
    def test_that_speaks_something_else(self, greeting):
        with imap_server(Box(), speak=lambda connection: connection.sendall(greeting)) as port:
            assert trouble_with(a_mailbox(port)) in (Trouble.BUSY, Trouble.REFUSED_FOR_NOW, Trouble.UNREACHABLE)

    def test_without_encryption_is_told_no_password(self):
        box = Box()
        with imap_server(box) as port:
            assert trouble_with(a_mailbox(port, security=ImapSecurity.STARTTLS)) != Trouble.SIGN_IN_REFUSED
            assert trouble_with(a_mailbox(port, security=ImapSecurity.TLS)) in (Trouble.NOT_SAFE, Trouble.TIMED_OUT)

        assert not [said for said in box.said if "LOGIN" in said or "AUTHENTICATE" in said]


@pytest.mark.skipif(bool(dovecot.why_not()), reason=f"issue 4: {dovecot.why_not()}")
class TestARealServer:
    @pytest.mark.parametrize("security", [ImapSecurity.TLS, ImapSecurity.STARTTLS])
    def test_is_read_over_an_encrypted_connection(self, security):
        with dovecot.dovecot() as (tls, plain, certificate, maildir):
            dovecot.deliver(maildir, "1.one", a_mail("The first.").as_bytes())
            dovecot.deliver(maildir, "2.two", with_file(a_mail("The second."), "a.pdf", b"%PDF-1.7").as_bytes())
            said: Any = {"host": "localhost", "user": dovecot.USER, "password": dovecot.PASSWORD, "seconds": 20}
            port = tls if security is ImapSecurity.TLS else plain
            mailbox = Imap(port=port, security=security, trusted=str(certificate), **said)

            found = list(mailbox.arrivals(START))
            texts = [read_message(arrived.content or b"").text for arrived in found]
            assert sorted(texts) == ["The first.", "The second."]

            assert numbers(mailbox, found[-1].place or START) == []
            dovecot.deliver(maildir, "3.three", a_mail("The third.").as_bytes())
            assert len(numbers(mailbox, found[-1].place or START)) == 1
            assert numbers(mailbox, Place(validity=1, number=99)) == [1, 2, 3]
            assert len(list((maildir / "new").iterdir())) == 3  # untouched: not even seen

            wrong = Imap(port=port, security=security, trusted=str(certificate), **{**said, "password": "no"})
            assert trouble_with(wrong) == Trouble.SIGN_IN_REFUSED
            assert trouble_with(Imap(port=port, security=security, **said)) == Trouble.NOT_SAFE
