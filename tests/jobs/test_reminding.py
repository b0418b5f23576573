"""Is everybody who was asked for a statement written to when they should be, and is nothing of the complaint told?"""

from datetime import date
from pathlib import Path

import pytest

from putright.casework.actions.add_to_statement import add_to_statement
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.decline_statement import decline_statement
from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.give_statement import give_statement
from putright.casework.actions.put_off_statement import put_off_statement
from putright.casework.actions.take_back_request import take_back_request
from putright.casework.actions.withdraw import withdraw
from putright.domain.statements import Declining
from putright.jobs.work import Work, begin, one_pass
from putright.records.models import Appointment, Delivery
from tests.casework.offices import Office, a_story, at
from tests.casework.statements import Asking, can_sign_in
from tests.gateways.mail_servers import Box, text_of
from tests.jobs.working import SteppedClock, a_mail_server_at, a_worker, whole_schedule

# Good Friday 2026 is 3 April, Easter Monday 6 April. Asked on Tuesday the 7th, the reply is owed in 5 working days:
# Tuesday the 14th. So the reminders are due on Friday the 10th, Wednesday the 15th and Tuesday the 21st.
TUESDAY, FRIDAY = date(2026, 4, 7), date(2026, 4, 10)
SAM, MO = "sam@commisceo.example.nhs.uk", "mo@commisceo.example.nhs.uk"


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(at(TUESDAY, 11))


@pytest.fixture
def work(office: Office, clock: SteppedClock, server: tuple[Box, int], tmp_path: Path) -> Work:
    jobs = tuple(job for job in whole_schedule()["schedule"] if job.name == "remind-of-statements")
    work = a_worker(office, clock, a_mail_server_at(server[1]), tmp_path, schedule=jobs)
    begin(work)
    return work


@pytest.fixture
def asked(office: Office, work: Work) -> Asking:
    can_sign_in(office, "sam")
    asking = Asking(a_story(office))
    asking.asks(TUESDAY)
    return asking


def go_on(work: Work, clock: SteppedClock, *, until: date) -> None:
    """Work an hour after the other until a day is over."""
    while clock.now().date() <= until:
        one_pass(work)
        clock.step(hours=1)


def mails(server: tuple[Box, int]) -> list[tuple[str, str]]:
    """To whom each went, and of what: the subject without the sender and the reference."""
    subjects = [str(mail["Subject"]).split(": ", 1)[1].split(",")[0] for mail in server[0].messages]
    return [(to, subject) for (to,), subject in zip(server[0].to, subjects, strict=True)]


def test_the_ladder_is_gone_up_day_by_day_and_ends(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    seen = []
    for day in (TUESDAY, date(2026, 4, 9), FRIDAY, date(2026, 4, 14), date(2026, 4, 15), date(2026, 4, 20)):
        go_on(work, clock, until=day)
        seen.append((day.day, len(mails(server))))
    go_on(work, clock, until=date(2026, 4, 30))

    assert seen == [(7, 1), (9, 1), (10, 2), (14, 2), (15, 4), (20, 4)]
    assert mails(server) == [
        (SAM, "you are asked for a statement"),
        (SAM, "your statement is due soon"),
        (SAM, "your statement is overdue"),
        (MO, "a statement does not come"),
        (SAM, "your statement is still overdue"),
    ]
    assert [facts["notice"] for facts in asked.said_of("statement_chased")] == ["soon", "overdue", "still-overdue"]
    assert asked.said_of("statement_escalated") == [{"date": "2026-04-14"}]


def test_it_goes_in_office_hours_and_names_nobody_of_the_complaint(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    go_on(work, clock, until=date(2026, 4, 21))

    for mail in server[0].messages:
        text = f"{mail['Subject']} {text_of(mail)}"
        assert "Pat" not in text
        assert "rude" not in text
        assert "desk" not in text
        assert "$" not in text
        assert list(mail.iter_attachments()) == []
    assert f"/statements/{asked.row.pk}" in text_of(server[0].messages[0])
    assert "14 April 2026" in text_of(server[0].messages[0])
    assert f"/cases/{asked.story.reference}/investigation" in text_of(server[0].messages[3])
    reminders = Delivery.objects.exclude(notice="asked")
    assert {row.taken_at.hour for row in reminders if row.taken_at} <= set(range(7, 18))  # 8am in summer is 7 UTC


def test_who_answers_is_reminded_no_more_and_whoever_asked_is_told(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    asked.does(give_statement, FRIDAY, words="I was there.")
    asked.does(add_to_statement, FRIDAY, words="At ten.")
    go_on(work, clock, until=date(2026, 4, 30))

    assert mails(server) == [(MO, "a statement has come"), (MO, "something was added to a statement")]


def test_what_was_not_sent_before_the_answer_came_is_not_sent(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    asked.does(decline_statement, TUESDAY, reason=Declining.WAS_NOT_THERE)
    one_pass(work)

    assert mails(server) == [(MO, "a statement was declined")]
    assert Delivery.objects.get(notice="asked").progress == "stopped"


def test_more_time_puts_the_reminders_off(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    go_on(work, clock, until=FRIDAY)
    new_day = date(2026, 4, 21)
    asked.story.does(put_off_statement, "mo", FRIDAY, request=asked.row.entry, due_on=new_day, reason="On leave.")
    go_on(work, clock, until=date(2026, 4, 22))

    assert [subject for _, subject in mails(server)] == [
        "you are asked for a statement",
        "your statement is due soon",
        "more time for your statement",
        "your statement is due soon",  # on Friday 17 April
        "your statement is overdue",
        "a statement does not come",
    ]


def test_whoever_asked_is_told_at_once_of_one_who_has_left(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    held = Appointment.objects.get(person=asked.story.office.people["sam"])
    end_appointment(
        actor=asked.story.office.actor("ada", TUESDAY), appointment=held.pk, last_day=TUESDAY, now=at(TUESDAY)
    )
    go_on(work, clock, until=date(2026, 4, 30))

    assert mails(server) == [(SAM, "you are asked for a statement"), (MO, "a statement does not come")]


def test_where_whoever_asked_has_gone_it_is_whoever_has_the_case(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    office = asked.story.office
    asked.story.does(assign_handler, "mo", TUESDAY, handler=office.people["olu"])
    held = Appointment.objects.get(person=office.people["mo"])
    end_appointment(actor=office.actor("ada", TUESDAY), appointment=held.pk, last_day=FRIDAY, now=at(TUESDAY))
    go_on(work, clock, until=date(2026, 4, 15))

    assert mails(server)[-1] == ("olu@commisceo.example.nhs.uk", "a statement does not come")


def test_a_request_that_is_taken_back_is_said_to_be(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    one_pass(work)
    asked.story.does(take_back_request, "mo", TUESDAY, request=asked.row.entry, reason="A slip.")
    go_on(work, clock, until=date(2026, 4, 30))

    assert [subject for _, subject in mails(server)] == [
        "you are asked for a statement",
        "your statement is no longer needed",
    ]


def test_who_cannot_sign_in_yet_is_invited_besides(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    asking = Asking(a_story(office))
    asking.asks(TUESDAY)
    one_pass(work)

    assert sorted(str(mail["Subject"]) for mail in server[0].messages) == [
        "The commisceo example invites you to sign in",
        "The commisceo example: you are asked for a statement",
    ]


def test_an_address_that_is_refused_is_on_the_case_and_whoever_asked_is_told(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    person = asked.story.office.person("sam")
    person.email = "sam@"
    person.save()
    one_pass(work)
    one_pass(work)

    assert Delivery.objects.get(notice="asked").progress == "given-up"
    assert mails(server) == [(MO, "a statement does not come")]
    assert asked.said_of("statement_escalated") == [{"date": "2026-04-14", "reason": "no-address"}]


def test_nobody_is_written_to_once_the_case_has_ended(
    asked: Asking, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    one_pass(work)
    asked.story.does(withdraw, "mo", TUESDAY)
    go_on(work, clock, until=date(2026, 4, 30))

    assert len(mails(server)) == 1
