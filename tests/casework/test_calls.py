"""Is a call kept before there is a case, and is it then on its case, or a complaint, without being typed again?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.file_message import Meaning, file_message
from putright.casework.actions.note_call import note_call
from putright.casework.actions.receive_complaint import receive_complaint
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.tray import is_there, message_shown, tray
from putright.casework.said import PersonSaid
from putright.domain.channels import Channel
from putright.domain.incoming import MessageKind, Sign
from putright.records.models import Case, Document, IncomingMessage
from tests.casework.offices import Office, Story, a_complaint, a_story, an_office, at

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)
WEDNESDAY = date(2026, 4, 8)
NUMBER = "01632 960555"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path)


def a_call(office: Office, *, by: str = "olu", on: date = TUESDAY, now: date = TUESDAY, **said: Any) -> int:
    """Somebody rang about the ward."""
    plain: dict[str, Any] = {"words": "Nobody came when I rang the bell.", "name": "Pat Example", "telephone": NUMBER}
    return note_call(actor=office.actor(by, now), on=on, now=at(now, 9), means=office.means, **{**plain, **said})


def known_by_number(office: Office) -> Story:
    """A case of somebody with this number, written otherwise."""
    return a_story(office, complainant=PersonSaid(name="Pat Example", telephone="(01632) 960 555"))


class TestACall:
    def test_waits_with_what_came_in_with_who_took_it(self, office: Office) -> None:
        number = a_call(office)
        shown = message_shown(office.actor("mo", TUESDAY), number, now=at(TUESDAY))
        (line,) = tray(office.actor("mo", TUESDAY)).lines

        assert (line.number, line.kind, line.sender_name) == (number, MessageKind.CALL, "Pat Example")
        assert (shown.text, shown.sender, shown.taken_by) == (
            "Nobody came when I rang the bell.",
            NUMBER,
            "Olu Officer",
        )

    def test_is_suggested_for_the_case_on_which_its_number_is_known(self, office: Office) -> None:
        story = known_by_number(office)
        a_story(office)
        shown = message_shown(office.actor("mo", TUESDAY), a_call(office), now=at(TUESDAY))

        assert [(one.reference, one.sign) for one in shown.suggested] == [(story.reference, Sign.NUMBER)]

    def test_without_a_number_is_about_nobody_yet(self, office: Office) -> None:
        a_story(office)
        for telephone in ("", "555", "would not say"):
            shown = message_shown(office.actor("mo", TUESDAY), a_call(office, telephone=telephone), now=at(TUESDAY))
            assert shown.suggested == ()

    def test_about_a_restricted_case_is_there_for_nobody_else(self, office: Office) -> None:
        story = known_by_number(office)
        story.does(restrict_case, "mo", TUESDAY, reason="She works here.")
        number = a_call(office)

        assert not is_there(office.actor("olu", TUESDAY), number)
        assert is_there(office.actor("mo", TUESDAY), number)

    def test_the_same_words_twice_are_two_calls(self, office: Office) -> None:
        assert a_call(office) != a_call(office)

    def test_of_yesterday_counts_from_yesterday(self, office: Office) -> None:
        row = IncomingMessage.objects.get(pk=a_call(office, on=TUESDAY, now=WEDNESDAY))

        assert row.received_at.date() == TUESDAY
        assert row.taken_at == at(WEDNESDAY, 9)


class TestOnACase:
    def test_it_is_a_note_of_a_call_with_who_rang_and_who_took_it(self, office: Office) -> None:
        story = known_by_number(office)
        number = a_call(office)
        done = file_message(
            actor=office.actor("mo", WEDNESDAY),
            message=number,
            case=story.reference,
            now=at(WEDNESDAY),
            means=office.means,
        )
        event = story.case.events.latest("number")
        paper = Document.objects.get(case=story.case, number=event.papers[0][0])

        assert done.reference == story.reference
        assert (event.event, event.on) == ("note_made", TUESDAY)
        assert event.facts == {"channel": "telephone", "direction": "they-rang"}
        assert (paper.kind, paper.title) == ("file-note", "Telephone call")
        assert paper.text == (
            "Call from Pat Example, 01632 960555, on Tuesday 7 April 2026, taken by Olu Officer.\n\n"
            "Nobody came when I rang the bell."
        )

    def test_its_words_are_there_alone(self, office: Office) -> None:
        story, number = known_by_number(office), a_call(office)
        file_message(
            actor=office.actor("mo", TUESDAY), message=number, case=story.reference, now=at(TUESDAY), means=office.means
        )
        row = IncomingMessage.objects.get(pk=number)

        assert (row.text, row.sender, row.sender_name) == ("", "", "")
        with pytest.raises(NotFound):
            message_shown(office.actor("mo", TUESDAY), number, now=at(TUESDAY))

    def test_it_can_mean_more_and_came_by_telephone(self, office: Office) -> None:
        story, number = known_by_number(office), a_call(office, words="I would like to talk about how it is handled.")
        file_message(
            actor=office.actor("mo", TUESDAY),
            message=number,
            case=story.reference,
            now=at(TUESDAY),
            meaning=Meaning.DISCUSSION_REQUESTED,
            means=office.means,
        )
        event = story.case.events.latest("number")

        assert (event.event, event.facts) == ("discussion_requested", {"channel": "telephone"})


def test_a_complaint_opened_from_it_was_received_when_they_rang(office: Office) -> None:
    number = a_call(office)
    receipt = receive_complaint(
        actor=office.actor("mo", WEDNESDAY),
        body=office.code,
        complaint=a_complaint(taken_by="Olu Officer"),
        channel=Channel.TELEPHONE,
        on=TUESDAY,
        now=at(WEDNESDAY),
        message=number,
        means=office.means,
    )
    case = Case.objects.get(reference=receipt.reference)

    assert (case.received_on, case.channel) == (TUESDAY, "telephone")
    assert "note_made" in case.events.values_list("event", flat=True)
    assert IncomingMessage.objects.get(pk=number).case_id == case.pk


@pytest.mark.parametrize(
    ("said", "by", "code"),
    [
        ({"words": "  "}, "olu", "nothing-written"),
        ({"words": "x" * 20_001}, "olu", "too-long"),
        ({"on": WEDNESDAY}, "olu", "in-the-future"),
        ({"on": date(2023, 4, 6)}, "olu", "too-long-ago"),
        ({}, "ines", "not-your-role"),
        ({}, "max", "not-your-role"),
        ({}, "ada", "not-your-role"),
    ],
)
def test_what_is_no_call_is_refused(office: Office, said: dict[str, Any], by: str, code: str) -> None:
    with pytest.raises(ActionRefused) as refused:
        a_call(office, by=by, **said)

    assert refused.value.refusal.code == code
    assert not IncomingMessage.objects.exists()
