"""Who is sent a list of what is due, on which days, and what does it say of whom?"""

from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.plan_improvement import plan_improvement
from putright.casework.said import FileSaid
from putright.casework.virus_scanning import scan_again
from putright.domain.access import Role
from putright.domain.scanning import Scan
from putright.jobs.work import Work, begin, one_pass
from putright.records.models import Delivery
from tests.casework.messages import comes
from tests.casework.offices import Office, a_story, at
from tests.gateways.mail_servers import Box, text_of
from tests.gateways.mails import a_mail
from tests.jobs.working import SteppedClock, a_mail_server_at, a_worker, whole_schedule
from tests.sample_files import PDF
from tests.scanners import ToldScanner

# Good Friday 2026 is 3 April, Easter Monday 6 April.
TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
# They are made at half past seven, and letters go from eight.
LISTS_GO = (7, 8)


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(at(date(2026, 4, 2), 20))


@pytest.fixture
def work(office: Office, clock: SteppedClock, server: tuple[Box, int], tmp_path: Path) -> Work:
    """A worker that does of the schedule what has to do with lists; one test has all of it done."""
    jobs = tuple(job for job in whole_schedule()["schedule"] if job.name in ("refresh-worklist", "list-what-is-due"))
    work = a_worker(office, clock, a_mail_server_at(server[1]), tmp_path, schedule=jobs)
    begin(work)
    return work


def go_on(work: Work, clock: SteppedClock, *, until: date) -> None:
    """Work until a day is over: every quarter of an hour when lists are made and go, an hour after the other else."""
    while clock.now().date() <= until:
        one_pass(work)
        clock.step(minutes=15 if clock.now().hour in LISTS_GO else 60)


def test_nobody_gets_one_where_nothing_is_due(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    go_on(work, clock, until=WEDNESDAY)

    assert server[0].took == []


def test_whoever_sees_to_an_improvement_is_reminded_of_it_alone(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    story, on, sam = a_story(office), date(2026, 4, 2), office.people["sam"]
    appoint_person(actor=office.actor("ada", on), person=sam, role=Role.STAFF, on=on, now=at(on))
    story.does(plan_improvement, "mo", on, owner=sam, what="A bell at the desk.", due_on=WEDNESDAY)
    go_on(work, clock, until=TUESDAY)

    sent = zip(server[0].to, server[0].messages, strict=True)
    (letter,) = [mail for to, mail in sent if list(to) == ["sam@commisceo.example.nhs.uk"]]
    assert "- An improvement, 8 April 2026: A bell at the desk." in text_of(letter)
    assert story.reference[:4] not in text_of(letter)


def test_those_who_see_cases_get_one_on_each_working_day_in_office_hours(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    a_story(office)
    go_on(work, clock, until=WEDNESDAY)

    # The manager, the officer and the responsible person see every case; the investigator and the Medical Director none
    # that is not theirs, the administrator none, and the receptionist holds no role.
    everybody = ["mo@commisceo.example.nhs.uk", "olu@commisceo.example.nhs.uk", "rosa@commisceo.example.nhs.uk"]
    assert sorted(to for (to,) in server[0].to) == sorted(everybody * 2)
    assert {mail["Subject"].rpartition(", ")[2] for mail in server[0].messages} == {"7 April 2026", "8 April 2026"}
    assert all(row.taken_at is not None and row.taken_at.hour == 7 for row in Delivery.objects.all())  # 8am in summer


def test_it_says_references_promises_and_dates_and_nobodys_name(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    story = a_story(office)
    go_on(work, clock, until=TUESDAY)

    mail = server[0].messages[0]
    text = text_of(mail)
    reference = f"{story.reference[:4]}-{story.reference[4:]}"
    assert mail["Subject"] == "The commisceo example: 1 due soon, 7 April 2026"
    assert f"- {reference}, " in text
    assert "/work" in text
    assert "Pat" not in str(mail)
    assert "rude" not in text
    assert list(mail.iter_attachments()) == []


def test_it_says_how_many_messages_wait_to_those_who_may_file_them_and_how_many_wait_too_long(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    """Come on Maundy Thursday: not late on Tuesday, the next working day, and late on Wednesday."""
    comes(office, a_mail("I was spoken to rudely."), now=at(date(2026, 4, 2), 15))
    go_on(work, clock, until=WEDNESDAY)

    said = {(to, mail["Subject"].rpartition(": ")[2]): text_of(mail) for (to,), mail in _sent(server[0])}
    # The manager, the officer and the responsible person handle complaints; nothing else is due.
    mo, olu, rosa = (f"{who}@commisceo.example.nhs.uk" for who in ("mo", "olu", "rosa"))
    assert set(said) == {(to, f"1 to file, {day} April 2026") for to in (mo, olu, rosa) for day in (7, 8)}
    waits = "Messages that wait for somebody to put them on a case: 1."
    assert f"{waits}\n" in said[mo, "1 to file, 7 April 2026"].replace("\r", "")
    assert f"{waits} 1 of them longer than one working day." in said[mo, "1 to file, 8 April 2026"]
    assert "rude" not in "".join(said.values())


def _sent(box: Box) -> list[tuple[list[str], EmailMessage]]:
    return list(zip(box.to, box.messages, strict=True))


def test_it_says_where_a_virus_was_found_since_the_last_working_day_and_then_no_more(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    """Found on Good Friday: told on Tuesday, the next working day, and not on Wednesday, whatever else is done."""
    work.schedule = whole_schedule()["schedule"]
    begin(work)
    scanner = ToldScanner()
    means = replace(office.means, scanner=scanner, takes_unscanned=False)
    file = FileSaid(name="Gwendolen.pdf", media_type="application/pdf", content=PDF + b"unknown", scan=Scan.CLEAN)
    story = a_story(replace(office, means=means), files=(file,))
    scanner.knows.append(b"unknown")
    scan_again(means, now=at(date(2026, 4, 3), 9))
    go_on(work, clock, until=WEDNESDAY)

    reference = f"{story.reference[:4]}-{story.reference[4:]}"
    tuesday, wednesday = (
        [mail for mail in server[0].messages if mail["Subject"].endswith(day)]
        for day in ("7 April 2026", "8 April 2026")
    )
    assert {mail["Subject"] for mail in tuesday} == {
        "The commisceo example: 1 due soon and 1 with a virus, 7 April 2026"
    }
    assert all(f"another copy\n- {reference}\n" in text_of(mail).replace("\r\n", "\n") for mail in tuesday)
    assert all("virus" not in text_of(mail) for mail in wednesday)
    assert not any("Gwendolen" in str(mail) for mail in server[0].messages)


def test_what_could_not_go_on_its_day_is_not_sent_on_another(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    a_story(office)
    carrier, work.carrier = work.carrier, None
    go_on(work, clock, until=TUESDAY)
    work.carrier = carrier
    clock.at = at(WEDNESDAY, 3)
    one_pass(work)

    assert server[0].took == []
    assert set(Delivery.objects.values_list("progress", flat=True)) == {"stopped"}


def test_a_refused_address_of_one_holds_up_no_other(
    office: Office, clock: SteppedClock, work: Work, server: tuple[Box, int]
) -> None:
    a_story(office)
    person = office.person("mo")
    person.email = "mo@"
    person.save()
    go_on(work, clock, until=TUESDAY)

    assert len(server[0].took) == 2
    assert Delivery.objects.get(person=person).progress == "given-up"
