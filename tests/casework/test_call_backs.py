"""Is who asks to be called back rung by the next working day, once, and is what they said not typed again?"""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions import ask_for_call_back as asking
from putright.casework.actions.ask_for_call_back import CallAsked, ask_for_call_back
from putright.casework.actions.file_message import file_message
from putright.casework.actions.note_call_tried import note_call_tried
from putright.casework.actions.put_message_aside import put_message_aside
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.tray import message_shown, tray
from putright.casework.said import PersonSaid
from putright.domain import incoming
from putright.domain.call_backs import CallBack
from putright.domain.incoming import AsideReason, BestTime, MessageKind, Sign
from putright.domain.periods import LONDON
from putright.gateways.calendar_files import calendar_named
from putright.records.models import CallTried, Document, IncomingMessage
from tests.casework.offices import Office, a_story, an_office, at

pytestmark = pytest.mark.django_db

MAUNDY_THURSDAY = date(2026, 4, 2)
TUESDAY = date(2026, 4, 7)
NUMBER = "01632 960555"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path)


def ask(office: Office, *, form: str = "one", now: datetime | None = None, **said: Any) -> date:
    plain: dict[str, Any] = {"name": "Pat Example", "telephone": NUMBER, "best": BestTime.MORNING}
    asked = CallAsked(**{**plain, "may_leave_message": False, "about": "The ward at night.", **said})
    return ask_for_call_back(body=office.code, asked=asked, form=form, now=now or at(MAUNDY_THURSDAY, 9))


@pytest.mark.parametrize(
    ("asked_on", "by"),
    [
        (date(2026, 4, 1), date(2026, 4, 2)),  # Wednesday, Maundy Thursday
        (date(2026, 4, 2), date(2026, 4, 7)),  # Good Friday and Easter Monday lie between
        (date(2026, 4, 4), date(2026, 4, 7)),  # on Easter Saturday
        (date(2026, 4, 10), date(2026, 4, 13)),  # Friday, Monday
        (date(2026, 12, 24), date(2026, 12, 29)),  # Christmas Day, a weekend, and the day given for Boxing Day
    ],
)
def test_it_is_owed_by_the_end_of_the_next_working_day(asked_on: date, by: date) -> None:
    assert incoming.call_back_by(asked_on, calendar_named("england-and-wales")) == by


class TestARequest:
    def test_waits_with_what_came_in_with_its_day_and_number(self, office: Office) -> None:
        by = ask(office)
        (line,) = tray(office.actor("mo", MAUNDY_THURSDAY)).lines
        shown = message_shown(office.actor("mo", MAUNDY_THURSDAY), line.number, now=at(MAUNDY_THURSDAY))

        assert line.call is not None
        assert shown.call is not None
        assert (by, line.call.by, shown.call.by) == (TUESDAY, TUESDAY, TUESDAY)
        assert (line.kind, line.sender, line.sender_name) == (MessageKind.CALL_BACK, NUMBER, "Pat Example")
        assert shown.text == (
            "When to ring: In the morning.\nLeave no message, and tell nobody else who rings.\n"
            "What it is about: The ward at night."
        )

    @pytest.mark.parametrize(("day", "late"), [(date(2026, 4, 7), 0), (date(2026, 4, 8), 1)])
    def test_is_overdue_from_the_day_after(self, office: Office, day: date, late: int) -> None:
        ask(office)

        assert tray(office.actor("mo", day)).overdue == late

    def test_sent_twice_is_one(self, office: Office) -> None:
        assert ask(office) == ask(office)
        assert IncomingMessage.objects.count() == 1

    def test_asked_again_from_the_same_number_is_one_and_its_day_stays_and_is_told_nobody(self, office: Office) -> None:
        ask(office)
        by = ask(office, form="two", now=at(TUESDAY, 9), telephone="(01632) 960 555", about="My mother.")
        (row,) = IncomingMessage.objects.all()

        assert by == date(2026, 4, 8)  # Wednesday: as whoever asks for the first time on that Tuesday is told
        assert [line.call and line.call.by for line in tray(office.actor("mo", TUESDAY)).lines] == [TUESDAY]
        assert "Asked again on 07/04/2026 at" in row.text
        assert row.text.endswith("What it is about: My mother.")

    def test_once_it_has_been_dealt_with_the_next_is_another(self, office: Office) -> None:
        ask(office)
        (line,) = tray(office.actor("mo", TUESDAY)).lines
        mo = office.actor("mo", TUESDAY)
        put_message_aside(actor=mo, message=line.number, reason=AsideReason.DEALT_WITH, note="", now=at(TUESDAY))
        by = ask(office, form="two", now=at(TUESDAY, 15))

        assert by == date(2026, 4, 8)
        assert IncomingMessage.objects.count() == 2

    def test_what_is_said_over_and_over_is_kept_to_a_length(self, office: Office) -> None:
        for number in range(20):
            ask(office, form=str(number), about="x" * 900)

        assert len(IncomingMessage.objects.get().text) <= asking.MOST_KEPT

    def test_is_suggested_for_the_case_on_which_the_number_is_known(self, office: Office) -> None:
        story = a_story(office, complainant=PersonSaid(name="Pat Example", telephone="01632 960 555"))
        ask(office)
        (line,) = tray(office.actor("mo", MAUNDY_THURSDAY)).lines

        assert line.first is not None
        assert (line.first.reference, line.first.sign) == (story.case.reference, Sign.NUMBER)

    def test_goes_on_a_case_with_its_words(self, office: Office) -> None:
        story = a_story(office, complainant=PersonSaid(name="Pat Example", telephone=NUMBER))
        ask(office, now=datetime(2026, 4, 2, 16, 5, tzinfo=LONDON))
        (line,) = tray(office.actor("mo", TUESDAY)).lines
        file_message(
            actor=office.actor("mo", TUESDAY),
            message=line.number,
            case=story.case.reference,
            now=at(TUESDAY),
            means=office.means,
        )
        paper = Document.objects.filter(case=story.case).latest("pk")

        assert paper.title == "Asked to be called back"
        assert (paper.text or "").startswith(
            "Pat Example asked on the website, on Thursday 2 April 2026, 16:05, to be called back on 01632 960555."
        )
        assert tray(office.actor("mo", TUESDAY)).lines == ()


class TestRefused:
    def test_by_a_body_that_is_not_here(self, office: Office) -> None:
        asked = CallAsked(name="Pat", telephone=NUMBER, best=BestTime.ANY, may_leave_message=True)
        with pytest.raises(NotFound):
            ask_for_call_back(body="atlantis", asked=asked, form="one", now=at(MAUNDY_THURSDAY))

    @pytest.mark.parametrize("missing", [{"name": " "}, {"telephone": ""}])
    def test_without_a_name_or_a_number(self, office: Office, missing: dict[str, Any]) -> None:
        with pytest.raises(ActionRefused) as refused:
            ask(office, **missing)

        assert refused.value.refusal.code == "nobody-to-ring"
        assert not IncomingMessage.objects.exists()

    def test_where_more_wait_than_anybody_could_ring(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(incoming, "MOST_CALL_BACKS", 1)
        ask(office)
        with pytest.raises(ActionRefused) as refused:
            ask(office, form="two", telephone="01632 960556")

        assert refused.value.refusal.code == "too-many-ask"
        assert ask(office, form="three") == TUESDAY  # who waits already is not turned away


class TestNobodyAnswers:
    def tries(self, office: Office, *, now: datetime, who: str = "mo", left: bool = False) -> CallBack:
        actor, message = office.actor(who, now.date()), IncomingMessage.objects.get().pk
        return note_call_tried(actor=actor, message=message, left_message=left, now=now, means=office.means)

    def test_it_is_tried_on_three_working_days_and_then_they_write(self, office: Office) -> None:
        ask(office)
        days = [TUESDAY, date(2026, 4, 8), date(2026, 4, 9)]
        found = [self.tries(office, now=at(day)) for day in days]

        assert [(each.again_by, each.is_to_write) for each in found] == [
            (date(2026, 4, 8), False),
            (date(2026, 4, 9), False),
            (None, True),
        ]
        (line,) = tray(office.actor("mo", days[-1])).lines
        assert line.call is not None
        assert (line.call.tried_on, line.call.is_kept) == (tuple(days), False)

    def test_twice_on_one_day_counts_once(self, office: Office) -> None:
        ask(office)
        self.tries(office, now=at(TUESDAY, 9))
        found = self.tries(office, now=at(TUESDAY, 15), left=True)

        assert (found.tried_on, found.again_by) == ((TUESDAY,), date(2026, 4, 8))
        assert CallTried.objects.count() == 2

    def test_each_stands_in_the_file_of_the_case_on_which_it_is_put(self, office: Office) -> None:
        story = a_story(office)
        ask(office)
        self.tries(office, now=at(TUESDAY, 9), left=True)
        actor = office.actor("mo", TUESDAY)
        message = IncomingMessage.objects.get().pk
        file_message(actor=actor, message=message, case=story.reference, now=at(TUESDAY, 10), means=office.means)

        text = Document.objects.get(case=story.case, title="Asked to be called back").text or ""
        name = office.person("mo").name
        assert text.endswith(f"07/04/2026 at 09:00: {name} rang, and nobody answered. A message was left.")
        with pytest.raises(ActionRefused) as refused:
            self.tries(office, now=at(TUESDAY, 11))
        assert refused.value.refusal.code == "already-on-a-case"

    def test_whoever_was_dealt_with_is_not_rung(self, office: Office) -> None:
        ask(office)
        actor, message = office.actor("mo", TUESDAY), IncomingMessage.objects.get().pk
        reason = AsideReason.NOT_REACHED
        put_message_aside(actor=actor, message=message, reason=reason, now=at(TUESDAY), means=office.means)

        with pytest.raises(ActionRefused) as refused:
            self.tries(office, now=at(TUESDAY, 11))
        assert refused.value.refusal.code == "no-call-asked"

    def test_only_whoever_handles_cases_notes_it(self, office: Office) -> None:
        ask(office)

        with pytest.raises(ActionRefused) as refused:
            self.tries(office, now=at(TUESDAY), who="ada")
        assert refused.value.refusal.code == "not-your-role"
        assert CallTried.objects.count() == 0
