"""What does an email look like, whatever was typed into the names?"""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from zoneinfo import ZoneInfo

import pytest

from putright.domain.delivery import Trouble
from putright.gateways.mail_message import as_mail, plain_address
from putright.gateways.outgoing import Attachment, NotTaken, Outgoing

SENDER = "complaints@practice.example.nhs.uk"
LETTER = Outgoing(
    message_id="<0123456789abcdef@practice.example.nhs.uk>",
    written_at=datetime(2026, 4, 2, 10, 30, tzinfo=ZoneInfo("Europe/London")),
    sender_name="The Example Practice",
    to="pat@example.org",
    to_name="Pat Example",
    subject="A letter from The Example Practice, our reference 7K2M-9QXT",
    text="We have written to you.\n",
    reply_to="complaints+7K2M9QXT@practice.example.nhs.uk",
    about="<case.7k2m9qxt@practice.example.nhs.uk>",
    attachment=Attachment(name="letter-7K2M9QXT-3.pdf", media_type="application/pdf", content=b"%PDF-1.7\n..."),
)


def arrived(message: Outgoing) -> EmailMessage:
    """The message as whoever gets it reads it."""
    return message_from_bytes(as_mail(message, sender=SENDER).as_bytes(), policy=default)


def test_a_letter_says_who_it_is_from_and_no_machine_answers_it() -> None:
    mail = arrived(LETTER)

    assert mail["From"] == "The Example Practice <complaints@practice.example.nhs.uk>"
    assert mail["To"] == "Pat Example <pat@example.org>"
    assert mail["Reply-To"] == "The Example Practice <complaints+7K2M9QXT@practice.example.nhs.uk>"
    assert mail["Message-ID"] == LETTER.message_id
    assert mail["References"] == LETTER.about
    assert mail["Date"] == "Thu, 02 Apr 2026 09:30:00 +0000"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [name for name in mail if name.startswith(("List-", "Precedence"))] == []


def test_a_letter_is_attached_as_it_is() -> None:
    mail = arrived(LETTER)
    (attached,) = mail.iter_attachments()

    assert attached.get_filename() == "letter-7K2M9QXT-3.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == b"%PDF-1.7\n..."
    text = mail.get_body(("plain",))
    assert text is not None
    assert text.get_content().split() == ["We", "have", "written", "to", "you."]


def test_the_same_message_is_the_same_bytes() -> None:
    assert as_mail(LETTER, sender=SENDER).as_bytes() == as_mail(replace(LETTER), sender=SENDER).as_bytes()


@pytest.mark.parametrize(
    "name", ["Zoë Ó Briain", "Łucja Wójcik", "李小龍", "Pat “the Hat” Example", 'Pat "P" Example, BSc']
)
def test_a_name_arrives_as_it_is_written(name: str) -> None:
    mail = arrived(replace(LETTER, to_name=name, sender_name=name, subject=f"A letter for {name}"))

    assert mail["To"].addresses[0].display_name == name
    assert mail["From"].addresses[0].display_name == name
    assert mail["Subject"] == f"A letter for {name}"


@pytest.mark.parametrize(
    "hostile",
    ["Pat\r\nBcc: everybody@example.org", "Pat\nX-Evil: yes", "Pat\x00", "Pat\u2028Bcc: x@example.org", "a" * 4000],
)
def test_a_name_puts_no_header_in(hostile: str) -> None:
    plain = arrived(LETTER)

    mail = arrived(replace(LETTER, to_name=hostile, sender_name=hostile, subject=f"A letter {hostile}"))

    assert mail.keys() == plain.keys()
    assert [one.addr_spec for one in mail["To"].addresses] == ["pat@example.org"]


def test_an_address_to_answer_to_that_is_none_is_left_out() -> None:
    assert arrived(replace(LETTER, reply_to="call us"))["Reply-To"] is None
    assert arrived(replace(LETTER, reply_to=""))["Reply-To"] is None


@pytest.mark.parametrize(
    "address",
    [
        "",
        "pat",
        "pat@",
        "@example.org",
        "pat@example.org, sam@example.org",
        "pat@example.org\r\nRCPT TO:<sam@example.org>",
        "Pat <pat@example.org>",
        "pat@exa mple.org",
        "pat@example..org",
        f"{'p' * 65}@example.org",
        f"pat@{'e' * 250}.org",
    ],
)
def test_what_is_no_address_is_sent_to_nobody(address: str) -> None:
    with pytest.raises(NotTaken) as refused:
        as_mail(replace(LETTER, to=address), sender=SENDER)

    assert refused.value.trouble is Trouble.NO_ADDRESS


def test_the_name_of_a_server_in_other_letters_is_put_into_ascii() -> None:
    assert plain_address("pat@bücher.example") == "pat@xn--bcher-kva.example"
