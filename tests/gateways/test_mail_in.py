"""Can any message be read, whatever is in it, and is nothing of it anything but words and files?"""

import base64
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from putright.domain.incoming import MessageKind, kind_of
from putright.gateways.mail_attachments import MOST
from putright.gateways.mail_in import UNREAD_WORDS, Message, Unread, UnreadMessage, read_message
from putright.gateways.mail_words import LONGEST
from tests.gateways.mails import OFFICE, SENT, a_bounce, a_mail, nested, raw, with_file

TOP = "From: pat@example.org\nDate: Thu, 2 Apr 2026 10:59:00 +0100\nMIME-Version: 1.0"


def read(mail) -> Message:
    """What a message says."""
    return read_message(mail if isinstance(mail, bytes) else mail.as_bytes())


def why_unread(content: bytes) -> Unread:
    """Why a message cannot be read."""
    with pytest.raises(UnreadMessage) as unread:
        read_message(content)
    return unread.value.why


class TestAMessage:
    def test_says_who_wrote_what_to_whom_and_when(self):
        message = read(a_mail(Received="from a by b; Thu, 2 Apr 2026 11:00:05 +0100"))

        assert (message.sender_name, message.sender) == ("Pat Example", "pat@example.org")
        assert message.to == (OFFICE,)
        assert message.subject == "A complaint"
        assert message.text == "I was spoken to rudely at the desk."
        assert message.said_at == SENT
        assert message.arrived_at == datetime(2026, 4, 2, 10, 0, 5, tzinfo=UTC)
        assert message.message_id == "<one@mail.example.org>"
        assert message.attachments == ()

    def test_gives_its_plain_text_rather_than_its_html(self):
        mail = a_mail("The plain words.")
        mail.add_alternative("<p>The <b>marked</b> words.</p>", subtype="html")

        assert read(mail).text == "The plain words."

    def test_gives_the_words_of_its_html_where_that_is_all_there_is(self):
        mail = a_mail()
        mail.set_content("<p>Dear all,</p><p>I am <b>not</b> well.<br>Pat</p>", subtype="html")

        assert read(mail).text == "Dear all,\nI am not well.\nPat"

    def test_opens_a_message_that_is_attached(self):
        inside = with_file(a_mail("The words of long ago."), "scan.pdf", b"%PDF-1.7", "application/pdf")
        outer = a_mail("Please see what I wrote.")
        outer.add_attachment(inside)

        message = read(outer)

        assert message.text == "Please see what I wrote.\n\n[A message that was attached]\n\nThe words of long ago."
        assert [one.name for one in message.attachments] == ["scan.pdf"]

    def test_has_its_files_with_their_names_and_contents(self):
        mail = with_file(a_mail(), "Brief über alles.pdf", b"%PDF-1.7 words", "application/pdf")
        with_file(mail, "words.txt", b"words in a file", "text/plain")

        found = read(mail).attachments

        assert [(one.name, one.content) for one in found] == [
            ("Brief über alles.pdf", b"%PDF-1.7 words"),
            ("words.txt", b"words in a file"),
        ]

    def test_answers_what_it_names(self):
        message = read(a_mail(In_Reply_To="<two@a>", References="<one@a> <two@a> <three@a>"))

        assert message.answers == ("<two@a>", "<one@a>", "<three@a>")

    def test_is_the_same_whichever_servers_it_passed(self):
        once = read(a_mail(Received="from a by b; Thu, 2 Apr 2026 11:00:05 +0100"))
        again = read(a_mail(Received="from c by d; Thu, 2 Apr 2026 12:00:05 +0100", X_Spam="no"))

        assert once.digest == again.digest
        assert len({once.digest, read(a_mail("Others.")).digest, read(a_mail(Message_ID="<x@y>")).digest}) == 3


class TestWhatAMachineWrote:
    @pytest.mark.parametrize(
        ("said", "kind"),
        [
            ({}, MessageKind.FROM_A_PERSON),
            ({"Auto_Submitted": "auto-replied (vacation)"}, MessageKind.FROM_A_PERSON),
            ({"Auto_Submitted": "auto-replied; owner=x"}, MessageKind.AUTOMATIC_REPLY),
            ({"Auto_Submitted": "Auto-Replied"}, MessageKind.AUTOMATIC_REPLY),
            ({"Precedence": "Bulk", "List_Id": "<news.example.org>"}, MessageKind.MAILING_LIST),
        ],
    )
    def test_is_told_by_its_headers(self, said, kind):
        assert kind_of(read(a_mail(**said)).marks) == kind

    @pytest.mark.parametrize("headers_alone", [True, False])
    def test_a_bounce_names_the_message_that_failed(self, headers_alone):
        message = read(a_bounce("<ours@practice.example.nhs.uk>", headers_alone=headers_alone))

        assert kind_of(message.marks) == MessageKind.NOT_DELIVERED
        assert message.failed == ("<ours@practice.example.nhs.uk>",)

    def test_a_report_of_delay_is_no_failure(self):
        assert kind_of(read(a_bounce("<ours@x>", action="delayed")).marks) == MessageKind.STILL_TRYING

    def test_a_read_receipt(self):
        top = f'{TOP}\nContent-Type: multipart/report; report-type=disposition-notification; boundary="b"'
        body = "--b\r\nContent-Type: text/plain\r\n\r\nRead.\r\n--b\r\nContent-Type: message/disposition-notification"
        message = read(raw(top, f"{body}\r\n\r\nDisposition: manual-action; displayed\r\n--b--"))

        assert kind_of(message.marks) == MessageKind.READ_RECEIPT
        assert message.text == "Read."

    def test_a_message_that_goes_round_in_a_ring(self):
        top = "\n".join([*(["Received: from a by b; Thu, 2 Apr 2026 11:00:05 +0100"] * 51), TOP])

        assert kind_of(read(raw(top, "Hello")).marks) == MessageKind.LOOP


class TestWhoWroteIt:
    @pytest.mark.parametrize(
        ("results", "proven"),
        [
            ("mx.example.nhs.uk; dmarc=pass header.from=example.org", ("mx.example.nhs.uk",)),
            ("mx.example.nhs.uk 1; spf=pass; dmarc=pass (p=none) header.from=example.org", ("mx.example.nhs.uk",)),
            ("mx.example.nhs.uk; spf=pass smtp.mailfrom=example.org", ()),
            ("mx.example.nhs.uk; dmarc=fail header.from=example.org", ()),
            ("mx.example.nhs.uk; dmarc=pass header.from=example.org.evil.example", ()),
            ("mx.example.nhs.uk; dmarc=pass header.from=evil.example; dkim=pass header.from=example.org", ()),
            ("mx.example.nhs.uk; none", ()),
            ("", ()),
        ],
    )
    def test_is_proven_by_the_server_that_says_so_of_this_sender(self, results, proven):
        assert read(a_mail(Authentication_Results=results)).proven_by == proven

    def test_is_proven_by_the_server_that_wrote_last_alone(self):
        top = "Authentication-Results: mx; dmarc=fail header.from=example.org\n"
        forged = "Authentication-Results: mx; dmarc=pass header.from=example.org\n"

        assert read(raw(top + forged + TOP, "x")).proven_by == ()

    @pytest.mark.parametrize(
        ("said", "sender"),
        [
            ("pat@example.org", "pat@example.org"),
            ('"pat@example.org" <evil@evil.example>', "evil@evil.example"),
            ("pat@example.org, evil@evil.example", ""),
            ("pat@example.org <evil@evil.example>", "evil@evil.example"),
            ("Pat", ""),
            ('"Example, Pat" <pat@example.org>', "pat@example.org"),
            ("pat@example.org, Pat <evil@evil.example>", ""),
            ("=?utf-8?q?Pat_=3Cpat=40example=2Eorg=3E?= <evil@evil.example>", "evil@evil.example"),
            ("Pat <pat@exa mple.org>", ""),
        ],
    )
    def test_is_one_address_or_nobody(self, said, sender):
        message = read(raw(f"From: {said}\nDate: Thu, 2 Apr 2026 10:59:00 +0100", "x"))

        assert message.sender == sender

    def test_no_header_breaks_out_of_its_line(self):
        message = read(raw("From: =?utf-8?q?Pat=0D=0ABcc:_x@y.z?= <pat@example.org>\nSubject: =?utf-8?q?a=0Ab?=", "x"))

        assert "\n" not in message.sender_name + message.subject
        assert message.subject in ("a b", "=?utf-8?q?a=0Ab?=")


class TestHostile:
    def test_html_loses_scripts_pictures_and_links(self):
        source = (
            '<script>alert("a")</script><style>p{}</style><img src=x onerror=alert(1)><a href="javascript:x">Words</a>'
            "<svg><script>alert(2)</script></svg><iframe srcdoc='x'></iframe>&lt;script&gt;"
        )
        mail = a_mail()
        mail.set_content(source, subtype="html")

        assert read(mail).text == "Words<script>"  # as words, which a page shows as words

    def test_a_calendar_is_a_file_among_others_and_nothing_is_entered(self):
        bomb = "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n" * 10_000
        message = read(with_file(a_mail(), "invite.ics", bomb.encode(), "text/calendar"))

        assert [one.name for one in message.attachments] == ["invite.ics"]
        assert message.text == "I was spoken to rudely at the desk."

    @pytest.mark.parametrize("charset", ["x-unknown", "utf-7", "utf-8\x00", "'", "idna", "rot13", "hex", "undefined"])
    def test_a_charset_that_nobody_knows_does_not_hide_the_words(self, charset):
        body = "My complaint — the desk".encode()

        assert "desk" in read(raw(f'{TOP}\nContent-Type: text/plain; charset="{charset}"', body)).text

    def test_base64_that_is_broken_gives_what_there_is_of_it(self):
        coded = base64.b64encode(b"My complaint about the desk").decode()
        top = f"{TOP}\nContent-Type: text/plain\nContent-Transfer-Encoding: base64"

        assert "My complaint" in read(raw(top, f"{coded[:20]}!!{coded[20:-3]}\r\n=====")).text

    def test_a_message_of_50_mb_is_refused_before_it_is_looked_at(self):
        assert why_unread(raw(TOP, b"x" * 50_000_000)) == Unread.TOO_LARGE

    def test_messages_in_messages_are_refused_beyond_a_depth(self):
        assert read(nested(10)).text.count("[A message that was attached]") == 10
        assert why_unread(nested(40)) == Unread.NESTED

    def test_nesting_ten_thousand_deep_costs_nothing(self):
        body = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(10_000))

        assert why_unread(raw(TOP, body)) in (Unread.NESTED, Unread.HEADERS)

    def test_thousands_of_parts_are_refused(self):
        body = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 5_000

        assert why_unread(raw(f'{TOP}\nContent-Type: multipart/mixed; boundary="b"', body)) == Unread.PARTS

    def test_more_files_than_can_be_kept_are_cut(self):
        mail = a_mail()
        for number in range(MOST + 5):
            with_file(mail, f"{number}.txt", b"x", "text/plain")

        assert len(read(mail).attachments) == MOST + 1

    def test_headers_beyond_measure_are_refused(self):
        assert why_unread(raw(f"{TOP}\nX-Long: {'x' * 200_000}", "x")) == Unread.HEADERS
        assert why_unread(raw("\n".join([TOP, *["X-Many: of them"] * 30_000]), "x")) == Unread.HEADERS

    def test_a_text_too_long_for_a_paper_is_cut_and_says_so(self):
        message = read(a_mail("word " * 50_000))

        assert message.is_text_cut
        assert len(message.text) <= LONGEST

    @pytest.mark.parametrize(
        "content", [b"", b"\0" * 100, b"%PDF-1.7\n...", b"just words\n", b"\r\n\r\n", b"a: b\n\nc"]
    )
    def test_what_is_no_message_is_refused(self, content):
        assert why_unread(content) == Unread.NO_HEADERS

    @pytest.mark.parametrize(
        "content",
        [
            raw(f"{TOP}\nContent-Type: text/html", "<div>" * 200_000),
            raw(f"{TOP}\nContent-Type: text/html", "<a " * 200_000),
            raw(f"{TOP}\nContent-Type: text/plain{'; a=1' * 15_000}", "x"),
            raw(f"{TOP}\nX: {'(' * 90_000}\nTo: {'(' * 3_000}{'<' * 3_000}\nCc: {'a,' * 40_000}", "x"),
            raw(TOP, b"\n" * 2_000_000),
            raw(f'{TOP}\nContent-Type: multipart/mixed; boundary="b"', "--b\r\n" + "Content-Type: a/b;" * 50_000),
            raw(f"{TOP}\nSubject: {'=?utf-8?q?a?= ' * 6_000}\nReferences: {'<a@b> ' * 15_000}", "x"),
        ],
        ids=["deep", "open", "parameters", "brackets", "lines", "header of a part", "words"],
    )
    def test_no_message_takes_long(self, content):
        began = time.monotonic()
        read(content)

        assert time.monotonic() - began < 20  # some tenths of a second; minutes, where it costs the square

    def test_what_is_refused_is_said_in_words(self):
        assert list(UNREAD_WORDS) == list(Unread)


HEADERS = st.sampled_from(
    [
        *("From", "To", "Cc", "Date", "Subject", "Message-ID", "References", "Received", "Content-Type"),
        *("Content-Disposition", "Content-Transfer-Encoding", "Auto-Submitted", "MIME-Version", "List-Id"),
        "Authentication-Results",
    ]
)
PIECES = st.sampled_from(
    [
        *(
            "pat@example.org",
            "<",
            ">",
            "(",
            ")",
            '"',
            ",",
            ";",
            ":",
            "=",
            "=?utf-8?q?=FF?=",
            "=?x?b?!?=",
            "\\",
            "@",
            "[",
            "]",
        ),
        *(
            "multipart/mixed",
            "multipart/report",
            "message/rfc822",
            "message/delivery-status",
            "text/html",
            "boundary=b",
        ),
        *(
            "report-type=delivery-status",
            "charset=",
            "utf-8",
            "base64",
            "quoted-printable",
            "uuencode",
            "filename*0*=x''%FF",
        ),
        *(
            "attachment",
            "filename=",
            "Thu, 2 Apr 2026 10:59:00 +0100",
            "99999999999999",
            "-0000",
            " ",
            "\t",
            "\udcff",
            "\x00",
        ),
    ]
)
LINES = st.tuples(HEADERS, st.lists(PIECES | st.text(max_size=5), max_size=6)).map(
    lambda one: f"{one[0]}: {''.join(one[1])}"
)
BODIES = st.lists(
    st.sampled_from(["--b", "--b--", "", "\r\n", "<p>", "=ZZ", "begin 644 x", "===="]) | LINES | st.text(max_size=20),
    max_size=12,
)


@given(st.binary(max_size=2_000))
@example(b"From: \xff\r\nContent-Type: multipart/mixed; boundary=\xff\r\n\r\n--\xff")
def test_any_bytes_are_read_or_refused(content):
    with suppress(UnreadMessage):
        _is_sound(read_message(content))


@given(st.lists(LINES, max_size=10), BODIES)
def test_any_headers_and_parts_are_read_or_refused(lines, body):
    content = "\r\n".join([*lines, "", *body]).encode("utf-8", "surrogatepass")
    with suppress(UnreadMessage):
        _is_sound(read_message(content))


def _is_sound(message: Message) -> None:
    """What a message says can be stored and shown: no line broken, no half of a letter, no end of a text."""
    one_line = (message.sender, message.sender_name, message.subject, message.message_id, *message.to, *message.answers)
    for said in (*one_line, message.text, *(one.name for one in message.attachments)):
        said.encode("utf-8")
        assert "\0" not in said
    assert not any("\n" in said for said in one_line)
    assert message.said_at is None or message.said_at.tzinfo is not None
