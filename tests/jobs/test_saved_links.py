"""Does the link of a saved complaint go by email once, and is its address forgotten then?"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from putright.casework.actions.forget_saved import forget_saved
from putright.casework.actions.mail_saved import mail_saved
from putright.casework.actions.save_complaint import save_complaint
from putright.casework.saved_mails import sweep_mails
from putright.jobs.tasks import TASKS, Tools
from putright.jobs.work import one_pass
from putright.records.models import SavedComplaint, SavedMail
from tests.casework.offices import Office
from tests.gateways.mail_servers import Box, text_of
from tests.jobs.working import TUESDAY, SteppedClock, a_mail_server_at, a_worker

Server = tuple[Box, int]


@pytest.fixture
def secret(office: Office, clock: SteppedClock) -> str:
    """The secret of a link for which somebody has asked by email."""
    now = clock.now()
    saved = save_complaint(answers="{}", form="f", on=TUESDAY, now=now, means=office.means)
    mail_saved(secret=saved.secret, to="ida@example.org", visitor="192.0.2.7", on=TUESDAY, now=now, means=office.means)
    return saved.secret


def work_through(office: Office, clock: SteppedClock, server: Server, folder: Path) -> Box:
    box, port = server
    work = a_worker(office, clock, a_mail_server_at(port), folder)
    while one_pass(work):
        pass
    return box


def test_the_link_goes_once_and_the_address_is_forgotten(
    office: Office, clock: SteppedClock, server: Server, tmp_path: Path, secret: str
) -> None:
    box = work_through(office, clock, server, tmp_path)
    work_through(office, clock, server, tmp_path)
    (message,) = box.messages

    assert message["To"] == "ida@example.org"
    assert message["Subject"] == "The link you asked for"
    assert f"/complain/back/{secret}\r\n" in text_of(message)
    # 28 days after Tuesday 7 April 2026.
    assert "It works until 5 May 2026." in text_of(message)
    assert office.body.name not in str(message)
    assert list(SavedMail.objects.values_list("sealed", "held_by")) == [("", "")]


def test_nothing_goes_once_it_is_deleted(
    office: Office, clock: SteppedClock, server: Server, tmp_path: Path, secret: str
) -> None:
    forget_saved(secret=secret, on=TUESDAY, means=office.means)

    assert work_through(office, clock, server, tmp_path).messages == []
    assert SavedMail.objects.get().sealed == ""


def test_a_server_that_is_away_is_asked_again_and_after_a_day_the_address_is_forgotten(
    office: Office, clock: SteppedClock, tmp_path: Path, secret: str
) -> None:
    nobody_there = a_worker(office, clock, a_mail_server_at(1), tmp_path)
    one_pass(nobody_there)
    waiting = SavedMail.objects.get()

    assert waiting.sealed
    assert waiting.try_at > clock.now()
    assert waiting.held_until is None

    for _ in range(12):
        clock.step(hours=4)
        nobody_there.rest.over()
        one_pass(nobody_there)

    assert SavedMail.objects.get().sealed == ""


def test_the_job_forgets_what_nobody_went_on_with(
    office: Office, clock: SteppedClock, tmp_path: Path, secret: str
) -> None:
    tools = Tools(means=replace(office.means), data=tmp_path)
    clock.step(days=29)

    said = TASKS["forget-saved"](clock.now(), tools)

    assert said == "Saved complaints forgotten: 1, emails with links: 1, advocates’ drafts: 0"
    assert not SavedComplaint.objects.exists()
    assert sweep_mails(now=clock.now() + timedelta(days=1)) == 0
