"""Is every message taken in once, whatever fails: a mailbox that is away, one bad message, a stop at any moment?"""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from django.db import OperationalError

from putright.casework import messages_taken
from putright.domain.delivery import Trouble
from putright.gateways import mail_in
from putright.gateways.dropped_folder import DroppedFolder
from putright.gateways.mailbox import Arrived, Mailbox, MailboxAway, Place
from putright.gateways.mailbox_file import UnsoundMailboxes, read_mailboxes
from putright.jobs.taking_in import take_in_from
from putright.jobs.tasks import TASKS, TaskFailed, Tools
from putright.records.models import IncomingMessage
from tests.casework.offices import Office
from tests.gateways.imap_server import PASSWORD, USER, Box, imap_server
from tests.gateways.mails import a_mail
from tests.jobs.working import SteppedClock


@dataclass
class Told:
    """A mailbox that gives what it is told to; an error among its messages is what goes wrong there."""

    messages: list[bytes | Exception] = field(default_factory=list)

    def arrivals(self, after: Place):
        for number, message in enumerate(self.messages, start=1):
            if isinstance(message, Exception):
                raise message
            if number > after.number:
                yield Arrived(key=str(number), content=message, place=Place(validity=1, number=number))

    def settle(self, arrived: Arrived, *, refused: str = "") -> None:
        pass


def a_box(office: Office, *messages: bytes | Exception, name: str = "one", **said) -> Mailbox:
    """A mailbox of the office."""
    return Mailbox(**{"name": name, "body": office.code, "source": Told(list(messages)), **said})


def mail(number: int) -> bytes:
    """One of several messages."""
    return a_mail(f"Message {number}.").as_bytes()


def texts() -> list[str]:
    """What has been taken in."""
    return list(IncomingMessage.objects.order_by("pk").values_list("text", flat=True))


def take_in(office: Office, clock: SteppedClock, *mailboxes: Mailbox):
    """Take in what is new."""
    return take_in_from(mailboxes, now=clock.now(), means=office.means)


class TestAPass:
    def test_takes_in_what_is_new_and_nothing_twice(self, office, clock):
        box = a_box(office, mail(1), mail(2))
        assert take_in(office, clock, box) == ("Messages taken in: 2, not readable: 0, letters returned: 0", ())
        assert take_in(office, clock, box)[0] == "Messages taken in: 0, not readable: 0, letters returned: 0"
        assert texts() == ["Message 1.", "Message 2."]

    def test_goes_on_with_the_others_where_a_mailbox_is_away(self, office, clock):
        away = a_box(office, mail(1), MailboxAway(Trouble.TIMED_OUT), mail(2))
        _, obstacles = take_in(office, clock, away, a_box(office, mail(3), name="two"))

        assert obstacles == ("one: The mail server did not answer in time.",)
        assert texts() == ["Message 1.", "Message 3."]

    def test_says_where_a_mailbox_is_nobodys(self, office, clock):
        assert take_in(office, clock, a_box(office, mail(1), body="no-such"))[1] == (
            "one: there is no organisation here with the code no-such.",
        )

    def test_shows_a_message_over_which_it_fails_and_goes_on(self, office, clock, monkeypatch):
        real = mail_in.read_message

        def stumble(content):
            if b"Message 1" in content:
                raise ZeroDivisionError("Pat Example")
            return real(content)

        monkeypatch.setattr(messages_taken, "read_message", stumble)
        take_in(office, clock, a_box(office, mail(1), mail(2)))

        assert list(IncomingMessage.objects.order_by("pk").values_list("unread", "text")) == [
            ("failed", ""),
            ("", "Message 2."),
        ]

    def test_passes_over_nothing_where_the_database_is_lost(self, office, clock, monkeypatch):
        real = messages_taken._row
        lost = [True]

        def row(*said, **named):
            if lost:
                lost.clear()
                raise OperationalError("gone")
            return real(*said, **named)

        monkeypatch.setattr(messages_taken, "_row", row)
        box = a_box(office, mail(1), mail(2))
        with pytest.raises(OperationalError):
            take_in(office, clock, box)
        take_in(office, clock, box)

        assert texts() == ["Message 1.", "Message 2."]

    def test_as_a_job_fails_aloud(self, office, clock, tmp_path):
        tools = Tools(means=office.means, data=tmp_path, mailboxes=(a_box(office, MailboxAway(Trouble.UNREACHABLE)),))
        with pytest.raises(TaskFailed, match="one: The mail server could not be reached"):
            TASKS["take-in-messages"](clock.now(), tools)
        assert TASKS["take-in-messages"](clock.now(), replace(tools, mailboxes=())) == "No mailbox is set up"


class TestADroppedFolder:
    def lay(self, folder: Path, name: str, content: bytes) -> Path:
        """Lay a file into the folder."""
        path = folder / name
        path.write_bytes(content)
        os.utime(path, (1_775_550_000, 1_775_550_000))  # Tuesday 7 April 2026, 09:20
        return path

    def test_gives_its_messages_and_moves_them_on(self, office, clock, tmp_path):
        folder = tmp_path / "in"
        folder.mkdir()
        self.lay(folder, "1.eml", mail(1))
        self.lay(folder, "2.eml", b"no message")
        self.lay(folder, "half.tmp", mail(3))
        (folder / "3.eml").symlink_to(tmp_path / "elsewhere")
        take_in(office, clock, a_box(office, source=DroppedFolder(folder)))

        assert texts() == ["Message 1.", ""]
        assert (folder / "done" / "1.eml").read_bytes() == mail(1)
        assert (folder / "refused" / "2.eml").exists()
        assert (folder / "refused" / "2.txt").read_text() == "It is not an email: it has no sender and no date.\n"
        assert sorted(each.name for each in folder.iterdir()) == ["3.eml", "done", "half.tmp", "refused"]

    @pytest.mark.parametrize("stops", ["before it is kept", "after it is kept"])
    def test_loses_nothing_and_takes_nothing_twice_where_it_stops_half_way(
        self, office, clock, tmp_path, stops, monkeypatch
    ):
        folder = tmp_path / "in"
        folder.mkdir()
        self.lay(folder, "1.eml", mail(1))
        box = a_box(office, source=DroppedFolder(folder))
        with monkeypatch.context() as patch:
            where = (messages_taken, "_row") if stops == "before it is kept" else (DroppedFolder, "settle")
            patch.setattr(*where, self.killed)
            with pytest.raises(KeyboardInterrupt):
                take_in(office, clock, box)
        assert (folder / "1.eml").exists()

        take_in(office, clock, box)

        assert texts() == ["Message 1."]
        assert (folder / "done" / "1.eml").exists()

    @staticmethod
    def killed(*_said, **_named):
        """Be stopped."""
        raise KeyboardInterrupt

    def test_keeps_two_of_one_name(self, office, clock, tmp_path):
        folder = tmp_path / "in"
        folder.mkdir()
        for number in (1, 2):
            self.lay(folder, "mail.eml", mail(number))
            take_in(office, clock, a_box(office, source=DroppedFolder(folder)))

        assert sorted(each.name for each in (folder / "done").iterdir()) == ["mail-2.eml", "mail.eml"]

    def test_that_is_not_there_is_said(self, office, clock, tmp_path):
        assert take_in(office, clock, a_box(office, source=DroppedFolder(tmp_path / "no")))[1] == (
            "one: The mail server could not be reached.",
        )


class TestAMailServer:
    def test_is_read_on_from_where_it_was_left(self, office, clock):
        box = Box(messages={4: mail(1), 6: mail(2)})
        with imap_server(box) as port:
            mailbox = a_box(office, source=_imap(port))
            take_in(office, clock, mailbox)
            box.messages[9] = mail(3)
            take_in(office, clock, mailbox)

        assert texts() == ["Message 1.", "Message 2.", "Message 3."]
        assert len([said for said in box.said if "BODY.PEEK" in said]) == 3

    def test_that_numbers_its_mailbox_anew_brings_nothing_twice(self, office, clock):
        box = Box(messages={4: mail(1)})
        with imap_server(box) as port:
            take_in(office, clock, a_box(office, source=_imap(port)))
            box.validity, box.messages = 2, {1: mail(1), 2: mail(2)}
            take_in(office, clock, a_box(office, source=_imap(port)))

        assert texts() == ["Message 1.", "Message 2."]


def _imap(port: int):
    from putright.gateways.imap import Imap, ImapSecurity

    return Imap(host="127.0.0.1", port=port, security=ImapSecurity.NONE, user=USER, password=PASSWORD, seconds=5)


class TestTheFileOfMailboxes:
    def read(self, folder: Path, text: str):
        """Read a file with this text."""
        (folder / "password").write_text("a secret\n")
        file = folder / "mailboxes.yaml"
        file.write_text(text.replace("HERE", str(folder)))
        return read_mailboxes(file)

    def test_names_folders_and_servers(self, tmp_path):
        found = self.read(
            tmp_path,
            "- name: complaints\n  body: example\n  host: mail.example.nhs.uk\n  user: complaints\n"
            "  password_file: HERE/password\n  proves: mx.example.nhs.uk\n"
            "- name: dropped\n  body: example\n  folder: HERE/in\n",
        )

        assert [box.name for box in found] == ["complaints", "dropped"]
        assert found[0].proves == {"mx.example.nhs.uk"}
        assert found[0].source.port == 993
        assert found[1].source == DroppedFolder(tmp_path / "in")
        assert "a secret" not in repr(found)

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("- name: a\n  body: b\n", "either a folder or a host"),
            ("- name: a\n  body: b\n  folder: x\n  host: y\n", "either a folder or a host"),
            ("- name: a\n  folder: x\n", "body is needed"),
            ("- name: a\n  body: b\n  folder: x\n  foldr: y\n", "foldr is not known here"),
            (
                "- name: a\n  body: b\n  folder: x\n- name: a\n  body: b\n  folder: y\n",
                "line 4: there are two mailboxes",
            ),
            ("- name: a\n  body: b\n  host: c\n  user: d\n  password_file: HERE/no\n", "cannot be read"),
            (
                "- name: a\n  body: b\n  host: c\n  user: d\n  password_file: HERE/password\n  security: none\n",
                "to be read by anybody",
            ),
            ("- name: a\n  body: b\n  host: c\n  user: d\n  password_file: HERE/password\n  port: 0\n", "whole number"),
            ("just words", "list the mailboxes"),
            ("- [", "this is not YAML"),
        ],
    )
    def test_says_in_which_line_it_is_wrong(self, tmp_path, text, says):
        with pytest.raises(UnsoundMailboxes, match=says):
            self.read(tmp_path, text)
