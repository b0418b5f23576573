"""Does each message come to lie where it belongs, once, with its files, and before nobody who may not see it?"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.file_message import MEANING_WORDS, Meaning, file_message
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.note_message_seen import note_message_seen
from putright.casework.actions.put_message_aside import put_message_aside
from putright.casework.actions.receive_complaint import receive_complaint
from putright.casework.bounces import enter_bounces
from putright.casework.claims import claim
from putright.casework.deliveries import enter_sent, enter_taken
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.kept_files import sweep
from putright.casework.messages_taken import Taken, place_in
from putright.casework.queries.papers import document_for
from putright.casework.queries.tray import Lies, message_file, message_shown, tray
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.incoming import AsideReason, MessageKind, Sign
from putright.gateways.mailbox import Place
from putright.gateways.virus_scan import Obstacle
from putright.records.models import Case, Event, IncomingFile, IncomingMessage, OutboxLetter, StoredFile, Suggestion
from tests.casework.messages import PROVED, TUESDAY, a_case, about, came, comes
from tests.casework.offices import MAUNDY_THURSDAY, Office, a_complaint, at
from tests.gateways.mails import SENT, a_bounce, a_mail, with_file
from tests.gateways.test_file_store import no_room_for
from tests.jobs.working import MAIL, a_letter
from tests.sample_files import EICAR, PDF
from tests.scanners import ToldScanner

NOON = at(TUESDAY, 12)


@pytest.fixture
def office(commisceo: Office) -> Office:
    return commisceo


class TestWhereItLies:
    def test_a_message_of_a_stranger_waits_in_the_tray(self, office):
        row = came(office, a_mail())

        assert (row.lying, row.kind, row.case) == ("waiting", MessageKind.FROM_A_PERSON, None)
        assert row.received_at == SENT  # four days and twenty-two hours before it was read

    def test_what_is_proven_known_and_meant_goes_on_its_case(self, office):
        story = a_case(office)
        row = came(office, about(story, Authentication_Results=PROVED))

        assert (row.lying, row.case) == ("by-itself", story.case)
        entry = Event.objects.filter(case=story.case).latest("number")
        assert (entry.event, entry.on, entry.by_id) == ("message_received", TUESDAY, None)
        assert entry.at == datetime(2026, 4, 7, 7, 30, tzinfo=UTC)
        paper = story.case.documents.get(kind="message")
        assert "From: Pat Example <pat@example.org> (our mail server has confirmed the address)" in (paper.text or "")
        assert (paper.text or "").endswith("I was spoken to rudely at the desk.")

    def test_on_a_case_its_words_are_kept_there_alone(self, office):
        row = came(office, about(a_case(office), Authentication_Results=PROVED))

        assert not any([row.sender, row.sender_name, row.subject, row.text])
        assert not Suggestion.objects.exists()

    @pytest.mark.parametrize(
        "said",
        [
            {},
            {"Authentication_Results": "mx.evil.example; dmarc=pass header.from=example.org"},
            {"Authentication_Results": PROVED.replace("pass", "fail")},
            {"Authentication_Results": PROVED, "From": "Pat Example <pat@evil.example>"},
            {"Authentication_Results": PROVED.replace("example.org", "evil.example"), "From": "x@evil.example"},
        ],
        ids=["nobody says so", "another's server says so", "it is not so", "another address", "a stranger, proven"],
    )
    def test_a_sender_who_may_be_forged_never_lands_on_a_case(self, office, said):
        story = a_case(office)
        row = came(office, about(story, **said))

        assert row.lying == "waiting"
        assert [one.case for one in row.suggestions.all()] == [story.case]
        assert not Event.objects.filter(event="message_received").exists()

    def test_an_answer_to_a_letter_of_ours_is_told_by_its_message_id(self, office):
        story = a_letter(replace(office, means=replace(office.means, mail=MAIL)))
        sent = OutboxLetter.objects.get().delivery.message_id

        row = came(office, a_mail(From="Somebody <else@example.org>", In_Reply_To=sent))

        assert [(one.case, one.sign) for one in row.suggestions.all()] == [(story.case, Sign.ANSWER)]

    def test_an_address_that_is_known_suggests_its_cases(self, office):
        story = a_case(office, email="Pat@Example.org")
        row = came(office, a_mail())

        assert [(one.case, one.sign) for one in row.suggestions.all()] == [(story.case, Sign.SENDER)]

    @pytest.mark.parametrize("said", [{"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk", "List_Id": "<x.y>"}])
    def test_what_a_machine_answers_is_kept_quietly(self, office, said):
        assert came(office, about(a_case(office), Authentication_Results=PROVED, **said)).lying == "quiet"

    def test_what_cannot_be_read_waits_to_be_looked_at_in_the_mailbox(self, office):
        assert comes(office, b"\x00\x01 no message")[0] == Taken.UNREAD
        assert comes(office, None, key="2")[0] == Taken.UNREAD
        line = tray(office.actor("mo", TUESDAY)).lines[0]

        assert line.kind == MessageKind.UNREADABLE
        assert line.summary == "It is not an email: it has no sender and no date."


class TestOnce:
    @pytest.mark.parametrize("key", ["x" * 255 + ".eml", "a\nname\u202e.eml", "\udcff\udcfe.eml"])
    def test_whatever_a_file_is_called_its_message_is_taken_in(self, office, key):
        assert comes(office, a_mail(), key=key)[0] == Taken.NEW
        assert comes(office, b"nothing", key=key)[0] == Taken.UNREAD

    def test_a_message_is_taken_in_once_whichever_way_it_comes(self, office):
        assert comes(office, a_mail(Received="from a by b; Tue, 07 Apr 2026 08:00:00 +0100"))[0] == Taken.NEW
        assert (
            comes(office, a_mail(Received="from c by d; Tue, 07 Apr 2026 08:01:00 +0100"), key="2")[0] == Taken.BEFORE
        )
        assert IncomingMessage.objects.count() == 1

    def test_another_message_under_the_same_message_id_is_no_repetition(self, office):
        comes(office, a_mail("One."))
        comes(office, a_mail("Another, by somebody who copied the number."))

        assert IncomingMessage.objects.count() == 2

    def test_how_far_a_mailbox_has_been_read_is_kept_with_the_message(self, office):
        comes(office, a_mail(), place=Place(validity=7, number=3))
        comes(office, a_mail(), place=Place(validity=7, number=4))  # the same again
        comes(office, b"nothing", place=Place(validity=7, number=5))

        assert place_in("complaints") == Place(validity=7, number=5)

    def test_a_mailbox_that_is_numbered_anew_is_read_from_its_beginning(self, office):
        comes(office, a_mail(), place=Place(validity=7, number=30))
        comes(office, a_mail("Two."), place=Place(validity=8, number=1))

        assert place_in("complaints") == Place(validity=8, number=1)


class TestFiles:
    def test_are_kept_under_clean_names_and_opened_once_scanned(self, office):
        scanner = ToldScanner()
        careful = replace(office, means=replace(office.means, scanner=scanner, takes_unscanned=False))
        row = came(careful, with_file(a_mail(), "my\u202escan.pdf", PDF, "application/pdf"))

        found = message_file(careful.actor("mo"), row.pk, 1, now=NOON, means=careful.means)

        assert (found.name, found.content) == ("my scan.pdf", PDF)

    def test_are_held_back_while_the_scanner_does_not_answer(self, office):
        scanner = ToldScanner()
        scanner.obstacle = Obstacle.UNREACHABLE
        careful = replace(office, means=replace(office.means, scanner=scanner, takes_unscanned=False))
        row = came(careful, with_file(a_mail(), "scan.pdf", PDF, "application/pdf"))

        with pytest.raises(ActionRefused) as refused:
            message_file(careful.actor("mo"), row.pk, 1, now=NOON, means=careful.means)

        assert refused.value.refusal.code == "file-held-up"

    def test_with_a_virus_are_not_kept_and_the_message_says_so(self, office):
        careful = replace(office, means=replace(office.means, scanner=ToldScanner(), takes_unscanned=False))
        row = came(careful, with_file(a_mail(), "bad.pdf", PDF + EICAR, "application/pdf"))

        assert [(one["name"], one["why"]) for one in row.left_out] == [("bad.pdf", "A virus was found in it.")]
        assert not StoredFile.objects.exists()

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("inner.zip", b"PK\x03\x04" + b"\0" * 50),
            ("lying.pdf", b"MZ this is a program"),
            ("invite.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
            ("page.html", b"<script>alert(1)</script>"),
            ("empty.pdf", b""),
        ],
    )
    def test_that_are_not_of_our_kinds_are_named_and_left_in_the_mailbox(self, office, name, content):
        row = came(office, with_file(a_mail(), name, content))

        assert [one["name"] for one in row.left_out] == [name]
        assert not row.files.exists()

    def test_without_a_scanner_are_not_taken_but_the_words_are(self, office):
        closed = replace(office, means=replace(office.means, takes_unscanned=False))
        row = came(closed, with_file(a_mail(), "scan.pdf", PDF, "application/pdf"))

        assert row.text == "I was spoken to rudely at the desk."
        assert [one["name"] for one in row.left_out] == ["scan.pdf"]

    def test_of_a_message_nobody_clears_away_and_nobody_misses(self, office):
        came(office, with_file(a_mail(), "scan.pdf", PDF, "application/pdf"))

        sweep(office.means, now=at(date(2026, 5, 7)))

        assert office.means.files.exists(IncomingFile.objects.get().file_id)
        assert verify(office.means).misfits == ()

    @pytest.mark.parametrize(("harm", "code"), [(b"altered", "paper-altered"), (None, "file-missing")])
    def test_that_were_altered_or_lost_are_not_handed_over(self, office, harm, code):
        story = a_case(office)
        row = came(office, with_file(about(story), "scan.pdf", PDF, "application/pdf"))
        stored = office.means.files.root / IncomingFile.objects.get().file_id
        if harm is None:
            stored.unlink()
        else:
            stored.write_bytes(harm)
        mo = office.actor("mo", TUESDAY)
        with pytest.raises(ActionRefused) as opening:
            message_file(mo, row.pk, 1, now=NOON, means=office.means)
        with pytest.raises(ActionRefused) as filing:
            file_message(actor=mo, message=row.pk, case=story.reference, now=NOON, means=office.means)

        assert {opening.value.refusal.code, filing.value.refusal.code} == {code}
        row.refresh_from_db()
        assert row.lying == "waiting"

    def test_that_find_no_room_leave_the_message_where_it_was(self, office):
        large = PDF + b" " * 9_000_000
        with no_room_for(8_000_000), pytest.raises(ActionRefused):
            comes(office, with_file(a_mail(), "scan.pdf", large, "application/pdf"), place=Place(validity=1, number=1))

        assert not IncomingMessage.objects.exists()
        assert place_in("complaints") == Place()


class TestFiling:
    def test_puts_its_words_and_files_on_the_case_on_the_day_it_came(self, office):
        story = a_case(office)
        row = came(office, with_file(about(story), "scan.pdf", PDF, "application/pdf"))
        file_message(
            actor=office.actor("olu", TUESDAY), message=row.pk, case=story.reference, now=NOON, means=office.means
        )

        row.refresh_from_db()
        assert (row.lying, row.case, row.decided_by_id) == ("on-case", story.case, office.people["olu"])
        assert story.events()[-1] == ("message_received", TUESDAY)
        papers = story.case.documents.filter(kind__in=["message", "attachment"]).order_by("number")
        assert [paper.title for paper in papers] == ["An email that came", "scan.pdf"]
        number = papers[1].number
        assert document_for(office.actor("mo"), story.reference, number, now=NOON, means=office.means).content == PDF
        assert not IncomingFile.objects.exists()

    def test_records_what_a_person_says_that_it_means(self, office):
        story = a_case(office)
        story.does(acknowledge, "mo", MAUNDY_THURSDAY, channel=Channel.TELEPHONE)
        row = came(office, about(story))
        said = {"actor": office.actor("mo", TUESDAY), "message": row.pk, "case": story.reference, "now": NOON}
        file_message(**said, meaning=Meaning.DETAILS, means=office.means)

        assert story.events()[-1] == ("details_received", TUESDAY)

    def test_is_refused_with_nothing_changed_where_it_cannot_mean_that(self, office):
        story = a_case(office)
        row = came(office, about(story))
        said = {"actor": office.actor("mo", TUESDAY), "message": row.pk, "case": story.reference, "now": NOON}
        with pytest.raises(ActionRefused):
            file_message(**said, meaning=Meaning.DETAILS, means=office.means)

        row.refresh_from_db()
        assert row.lying == "waiting"
        assert not story.case.documents.filter(kind="message").exists()

    def test_is_done_once(self, office):
        story = a_case(office)
        row = came(office, about(story))
        said = {"actor": office.actor("mo", TUESDAY), "message": row.pk, "case": story.reference, "now": NOON}
        file_message(**said, means=office.means)
        with pytest.raises(ActionRefused) as refused:
            file_message(**said, means=office.means)

        assert refused.value.refusal.code == "already-on-a-case"

    def test_what_came_before_the_complaint_is_filed_on_its_first_day(self, office):
        row = came(office, a_mail(), now=at(date(2026, 4, 1)))
        story = a_case(office)
        file_message(
            actor=office.actor("mo", TUESDAY), message=row.pk, case=story.reference, now=NOON, means=office.means
        )

        assert story.events()[-1] == ("message_received", MAUNDY_THURSDAY)

    def test_is_not_for_those_who_do_not_handle_cases(self, office):
        story = a_case(office)
        row = came(office, about(story))
        for who in ("ada", "ines", "max", "sam"):
            with pytest.raises((ActionRefused, NotFound)):
                file_message(
                    actor=office.actor(who, TUESDAY), message=row.pk, case=story.reference, now=NOON, means=office.means
                )

    def test_every_meaning_has_words(self):
        assert list(MEANING_WORDS) == list(Meaning)


class TestOpeningAComplaint:
    def test_takes_the_message_along(self, office):
        row = came(office, with_file(a_mail(), "scan.pdf", PDF, "application/pdf"))
        receipt = receive_complaint(
            actor=office.actor("mo", TUESDAY),
            body=office.code,
            complaint=a_complaint(),
            channel=Channel.EMAIL,
            on=TUESDAY,
            now=NOON,
            message=row.pk,
            means=office.means,
        )

        row.refresh_from_db()
        assert row.case is not None
        assert row.case.reference == receipt.reference
        assert [paper.title for paper in row.case.documents.filter(kind="attachment")] == ["scan.pdf"]

    def test_of_which_one_has_been_opened_already_opens_nothing(self, office):
        row = came(office, a_mail())
        said = {
            "actor": office.actor("mo", TUESDAY),
            "body": office.code,
            "complaint": a_complaint(),
            "channel": Channel.EMAIL,
            "on": TUESDAY,
            "now": NOON,
            "message": row.pk,
            "means": office.means,
        }
        receive_complaint(**said)
        with pytest.raises(ActionRefused):
            receive_complaint(**said)

        assert Case.objects.count() == 1


class TestPuttingAside:
    def test_keeps_it_with_the_reason(self, office):
        row = came(office, a_mail())
        mo = office.actor("mo", TUESDAY)
        put_message_aside(actor=mo, message=row.pk, reason=AsideReason.COMPLIMENT, note="Passed on.", now=NOON)

        shown = message_shown(mo, row.pk, now=NOON)
        assert (shown.reason, shown.note, shown.decided_by) == (AsideReason.COMPLIMENT, "Passed on.", "Mo Manager")
        assert shown.text == "I was spoken to rudely at the desk."
        assert tray(mo).lines == ()
        assert [line.number for line in tray(mo, lies=Lies.ASIDE).lines] == [row.pk]

    def test_can_be_thought_better_of(self, office):
        story = a_case(office)
        row = came(office, a_mail())
        mo = office.actor("mo", TUESDAY)
        put_message_aside(actor=mo, message=row.pk, reason=AsideReason.SPAM, now=NOON)
        file_message(actor=mo, message=row.pk, case=story.reference, now=NOON, means=office.means)

        assert story.events()[-1] == ("message_received", MAUNDY_THURSDAY)


class TestWhoSeesIt:
    def test_whoever_is_named_in_a_case_sees_no_message_about_it(self, office):
        story = a_case(office)
        story.does(name_staff, "mo", MAUNDY_THURSDAY, person=office.people["olu"])
        row = came(office, about(story))
        by_itself = came(office, about(story, Authentication_Results=PROVED, Message_ID="<two@x>"))
        olu, mo = office.actor("olu", TUESDAY), office.actor("mo", TUESDAY)

        assert tray(olu).lines == tray(olu, lies=Lies.UNSEEN).lines == ()
        assert set(tray(olu).counts.values()) == {0}
        for act in (
            lambda: message_shown(olu, row.pk, now=NOON),
            lambda: message_file(olu, row.pk, 1, now=NOON),
            lambda: file_message(actor=olu, message=row.pk, case=story.reference, now=NOON, means=office.means),
            lambda: put_message_aside(actor=olu, message=row.pk, reason=AsideReason.SPAM, now=NOON),
            lambda: note_message_seen(actor=olu, message=by_itself.pk, now=NOON),
        ):
            with pytest.raises(NotFound):
                act()
        assert [line.number for line in tray(mo).lines] == [row.pk]
        assert [line.number for line in tray(mo, lies=Lies.UNSEEN).lines] == [by_itself.pk]

    def test_nobody_of_another_body(self, office, living_well):
        row = came(office, a_mail())
        other = living_well.actor("mo", TUESDAY)

        assert tray(other).lines == ()
        with pytest.raises(NotFound):
            message_shown(other, row.pk, now=NOON)

    def test_nobody_who_does_not_handle_cases(self, office):
        for who in ("ada", "ines", "max", "sam"):
            with pytest.raises(ActionRefused):
                tray(office.actor(who, TUESDAY))

    def test_what_went_on_its_case_by_itself_waits_to_be_seen(self, office):
        row = came(office, about(a_case(office), Authentication_Results=PROVED))
        mo = office.actor("mo", TUESDAY)
        assert tray(mo).counts[Lies.UNSEEN] == 1

        note_message_seen(actor=mo, message=row.pk, now=NOON)
        note_message_seen(actor=mo, message=row.pk, now=NOON)

        assert tray(mo).counts[Lies.UNSEEN] == 0


class TestABounce:
    def sent_to(self, office):
        """A case whose acknowledgement was taken by the mail server."""

        mailing = replace(office, means=replace(office.means, mail=MAIL))
        story = a_letter(mailing)
        claimed = claim(worker="w", now=at(TUESDAY, 12))
        assert claimed is not None
        enter_taken(claimed, now=at(TUESDAY, 12))
        return story, claimed, lambda: enter_sent(claimed, now=at(TUESDAY, 12), means=office.means)

    def test_lets_the_letter_be_owed_again(self, office):
        story, claimed, enter = self.sent_to(office)
        enter()
        before = {duty.step for duty in story.case.duties.filter(counts=True)}
        row = came(office, a_bounce(claimed.message_id), now=at(TUESDAY, 13))
        assert row.lying == "quiet"

        assert enter_bounces(now=at(TUESDAY, 14), means=office.means) == 1
        assert enter_bounces(now=at(TUESDAY, 14), means=office.means) == 0

        acknowledged = Event.objects.get(case=story.case, event="acknowledged")
        failures = Event.objects.filter(case=story.case, event="delivery_failed")
        assert acknowledged.number in [failure.about for failure in failures]
        after = {duty.step for duty in story.case.duties.filter(counts=True)}
        assert "acknowledge" in after - before
        row.refresh_from_db()
        assert (row.lying, row.case) == ("on-case", story.case)

    def test_that_is_quicker_than_our_own_record_waits_for_it(self, office):
        story, claimed, enter = self.sent_to(office)
        came(office, a_bounce(claimed.message_id), now=at(TUESDAY, 13))
        assert enter_bounces(now=at(TUESDAY, 14), means=office.means) == 0

        enter()

        assert enter_bounces(now=at(TUESDAY, 14), means=office.means) == 1
        assert "delivery_failed" in dict(story.events())

    @pytest.mark.parametrize("said", [{"failed": "<guessed@practice.example.nhs.uk>"}, {"action": "delayed"}])
    def test_of_no_letter_of_ours_or_of_a_delay_changes_nothing(self, office, said):
        _, claimed, enter = self.sent_to(office)
        enter()
        came(office, a_bounce(**{"failed": claimed.message_id, **said}), now=at(TUESDAY, 13))

        assert enter_bounces(now=at(TUESDAY, 14), means=office.means) == 0
        assert not Event.objects.filter(event="delivery_failed").exists()

    def test_our_own_letter_that_comes_back_to_us_is_a_ring(self, office):
        _, claimed, _ = self.sent_to(office)

        assert came(office, a_mail(Message_ID=claimed.message_id)).kind == MessageKind.LOOP
