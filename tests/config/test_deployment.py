"""Is what is unsafe about an installation told, with what to do, and nothing of one that is safe?"""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import LazySettings
from django.db import connection

from putright.casework.upkeep import recompute
from putright.casework.workers import say_seen
from putright.config import deployment
from putright.config.config import Config
from putright.config.deployment import Concern, as_finding, concerns
from putright.config.deployment_mailboxes import mailbox_concerns
from putright.config.deployment_scanner import scanner_concerns
from putright.config.deployment_work import work_concerns
from putright.domain.findings import Severity
from putright.gateways.clock import LONDON, FixedClock
from putright.gateways.dropped_folder import DroppedFolder
from putright.gateways.mailbox import Mailbox
from putright.records.models import Case, ScheduledJob
from tests.architecture.source import ROOT
from tests.casework.offices import Office, an_office, received
from tests.gateways.clamd_server import Talk, clamd

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=LONDON)
OWNER = 1000
ADDRESS = "https://complaints.example.nhs.uk"
POSTGRESQL = "postgresql://putright@db.example.nhs.uk/putright"


class DiskUsage(NamedTuple):
    """What a disk holds, in bytes."""

    total: int
    used: int
    free: int


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a safe installation: its owner's alone, the ends of its chronologies kept last night."""
    folder = tmp_path / "data"
    (folder / "heads").mkdir(parents=True)
    (folder / "heads" / "2026-11-21.jsonl").write_text("")
    (folder / "secret-key").write_text("k" * 64)
    (folder / "secret-key").chmod(0o600)
    (folder / "heads").chmod(0o700)
    folder.chmod(0o700)
    return folder


def a_site(data: Path, **changed: object) -> Config:
    """A safe installation, and what is changed about it."""
    safe = {"data": data, "address": ADDRESS, "behind_proxy": True, "mail": "smtp", "smtp_host": "mail.example.nhs.uk"}
    return Config(**(safe | changed))  # type: ignore[arg-type]  # each of the field's own type


def found(config: Config, *, user: int | None = None) -> dict[str, Concern]:
    """What is told of it, by code."""
    return {concern.code: concern for concern in concerns(config, today=TODAY, user=user)}


def test_of_a_safe_installation_nothing_is_told_but_to_see_to_backups(data: Path) -> None:
    assert list(found(a_site(data))) == ["backups-not-seen"]


UNSAFE, DOUBTFUL = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("changed", "code", "severity"),
    [
        ({"as_at": NOW}, "clock-stands-still", UNSAFE),
        ({"log_level": "debug"}, "log-says-much", DOUBTFUL),
        ({"secret_key": "short"}, "secret-key-short", UNSAFE),
        ({"address": "http://complaints.example.nhs.uk"}, "address-not-https", UNSAFE),
        ({"address": "", "behind_proxy": False}, "this-machine-alone", DOUBTFUL),
        ({"address": "", "host": "0.0.0.0", "behind_proxy": False}, "heard-without-https", UNSAFE),
        ({"behind_proxy": False}, "proxy-not-named", UNSAFE),
        ({"host": "0.0.0.0"}, "proxy-passed-by", DOUBTFUL),
        ({"processes": 2}, "sqlite-shared", UNSAFE),
        ({"database_url": POSTGRESQL}, "database-not-encrypted", UNSAFE),
        ({"database_url": f"{POSTGRESQL}?sslmode=prefer"}, "database-not-encrypted", UNSAFE),
        ({"mail": "none"}, "no-mail", DOUBTFUL),
        ({"smtp_security": "none"}, "mail-not-encrypted", UNSAFE),
        ({"second_factor": False}, "second-step-off", UNSAFE),
    ],
)
def test_a_setting_that_is_unsafe_is_told(
    data: Path, changed: dict[str, object], code: str, severity: Severity
) -> None:
    told = found(a_site(data, **changed))

    assert told[code].severity is severity
    assert told[code].where.startswith("PUTRIGHT_")


@pytest.mark.parametrize(
    "changed",
    [
        {"database_url": f"{POSTGRESQL}?sslmode=verify-full", "processes": 4},
        {"database_url": "postgresql://putright@127.0.0.1/putright", "processes": 4},
        {"database_url": "postgresql:///putright"},
        {"secret_key": "k" * 50},
        {"smtp_security": "none", "smtp_host": "localhost"},
        {"mail": "notify"},
    ],
)
def test_a_setting_that_is_safe_is_not(data: Path, changed: dict[str, object]) -> None:
    assert list(found(a_site(data, **changed))) == ["backups-not-seen"]


class TestTheFolder:
    @pytest.mark.parametrize("mode", [0o710, 0o701, 0o755, 0o770])
    def test_that_others_may_open_is_told_with_how_to_close_it(self, data: Path, mode: int) -> None:
        data.chmod(mode)

        told = found(a_site(data))["read-by-others"]

        assert told.severity is UNSAFE
        assert f"{mode:04o}" in told.says
        assert "chmod go=" in told.cure

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
    def test_s_secret_key_that_others_may_read_is_told(self, data: Path, mode: int) -> None:
        (data / "secret-key").chmod(mode)

        assert found(a_site(data))["read-by-others"].where.endswith("secret-key")

    def test_s_are_not_the_only_place_of_secrets(self, data: Path, tmp_path: Path) -> None:
        password = tmp_path / "password"
        password.write_text("a password")
        password.chmod(0o644)

        told = found(a_site(data, secret_files={"PUTRIGHT_SMTP_PASSWORD_FILE": password}))["read-by-others"]

        assert told.where == str(password)
        assert "a password" not in told.message

    def test_of_another_account_is_told(self, data: Path) -> None:
        assert found(a_site(data), user=data.stat().st_uid + 1)["of-another-account"].severity is DOUBTFUL

    def test_that_is_not_there_is_no_fault(self, data: Path) -> None:
        assert "read-by-others" not in found(a_site(data / "none"))


def test_root_is_told(data: Path) -> None:
    assert found(a_site(data), user=0)["runs-as-root"].severity is DOUBTFUL


def test_the_demonstration_is_told(data: Path) -> None:
    (data / "demo-sign-ins.txt").write_text("")

    assert found(a_site(data))["demonstration"].severity is UNSAFE


def test_a_site_that_is_not_set_up_is_told(data: Path) -> None:
    (data / "set-up-code").write_text("code")

    assert found(a_site(data))["not-set-up"].severity is DOUBTFUL


def test_ends_that_were_never_kept_or_long_ago_are_told(data: Path) -> None:
    kept = data / "heads" / "2026-11-21.jsonl"
    kept.rename(kept.with_stem("2026-11-19"))
    assert "19" in found(a_site(data))["heads-old"].says

    kept.with_stem("2026-11-19").unlink()
    assert found(a_site(data))["heads-never-kept"].severity is DOUBTFUL


class TestTheScanner:
    def told(self, data: Path, **changed: object) -> dict[str, Severity]:
        return {one.code: one.severity for one in scanner_concerns(a_site(data, **changed), now=NOW)}

    def test_that_answers_and_knows_the_test_file_is_not_told_of(self, data: Path) -> None:
        with clamd() as address:
            assert self.told(data, virus_scanner=address) == {}

    def test_that_is_not_there_is_told(self, data: Path) -> None:
        assert self.told(data) == {"no-virus-scanner": DOUBTFUL}
        assert self.told(data, unscanned_files="accept") == {"files-not-scanned": UNSAFE}

    def test_that_does_not_answer_is_told(self, data: Path, tmp_path: Path) -> None:
        assert self.told(data, virus_scanner=f"unix://{tmp_path}/none") == {"scanner-silent": UNSAFE}

    def test_that_finds_nothing_and_is_old_is_told(self, data: Path) -> None:
        def knows_nothing(talk: Talk) -> None:
            if talk.command() == b"zVERSION\0":
                talk.say(b"ClamAV 1.4.6/27000/Sun Nov  1 09:00:00 2026\0")
            else:
                talk.content()
                talk.say(b"stream: OK\0")

        with clamd(knows_nothing) as address:
            told = self.told(data, virus_scanner=address)

        assert told == {"scanner-finds-nothing": UNSAFE, "signatures-old": DOUBTFUL}

    def test_that_takes_less_than_the_site_is_told(self, data: Path) -> None:
        def takes_little(talk: Talk) -> None:
            if (command := talk.command()) == b"zINSTREAM\0" and len(talk.content()) > 1_000_000:
                talk.say(b"INSTREAM size limit exceeded. ERROR\0")
            elif command == b"zINSTREAM\0":
                talk.say(b"stream: Eicar FOUND\0")
            else:
                talk.say(b"ClamAV 1.4.6\0")

        with clamd(takes_little) as address:
            assert self.told(data, virus_scanner=address) == {"scanner-too-small": UNSAFE}

    def test_on_another_machine_is_told_before_it_is_asked(self, data: Path) -> None:
        first = next(scanner_concerns(a_site(data, virus_scanner="tcp://192.0.2.1:3310"), now=NOW))

        assert (first.code, first.severity) == ("scanner-elsewhere", DOUBTFUL)

    def test_that_hangs_is_told_in_the_time_that_is_allowed(self, data: Path) -> None:
        with clamd(lambda talk: talk.hang()) as address:
            assert self.told(data, virus_scanner=address, virus_scanner_seconds=0.2) == {"scanner-silent": UNSAFE}


class TestTheMailboxes:
    @pytest.fixture
    def boxes(self, tmp_path: Path) -> Path:
        """A file of mailboxes as it should be: one of a server and a folder."""
        (tmp_path / "password").write_text("a password")
        (tmp_path / "password").chmod(0o600)
        (tmp_path / "dropped").mkdir(mode=0o770)
        (tmp_path / "dropped").chmod(0o770)
        file = tmp_path / "mailboxes.yaml"
        file.write_text(
            "- name: one\n  body: example\n  host: mail.example.nhs.uk\n  user: complaints\n"
            f"  password_file: {tmp_path}/password\n- name: two\n  body: example\n  folder: {tmp_path}/dropped\n"
        )
        return file

    def told(self, data: Path, boxes: Path) -> dict[str, Concern]:
        return {one.code: one for one in mailbox_concerns(a_site(data, mailboxes=boxes))}

    def test_that_are_as_they_should_be_are_not_told_of(self, data: Path, boxes: Path) -> None:
        assert self.told(data, boxes) == {}
        assert list(mailbox_concerns(a_site(data))) == []

    def test_s_password_that_others_may_read_is_told(self, data: Path, boxes: Path) -> None:
        (boxes.parent / "password").chmod(0o640)
        told = self.told(data, boxes)

        assert list(told) == ["read-by-others"]
        assert told["read-by-others"].where == str(boxes.parent / "password")
        assert "a password" not in told["read-by-others"].message

    def test_s_password_that_is_not_there_is_told(self, data: Path, boxes: Path) -> None:
        (boxes.parent / "password").unlink()

        assert "cannot be read" in self.told(data, boxes)["mailboxes-unsound"].says

    def test_that_are_not_as_they_are_written_are_told_with_the_line(self, data: Path, boxes: Path) -> None:
        boxes.write_text("- name: one\n  boddy: example\n  folder: /nowhere\n")
        told = self.told(data, boxes)

        assert list(told) == ["mailboxes-unsound", "folder-missing"]
        assert "line 1" in told["mailboxes-unsound"].says

    def test_s_folder_that_is_not_there_is_told(self, data: Path, boxes: Path) -> None:
        (boxes.parent / "dropped").rmdir()

        assert list(self.told(data, boxes)) == ["folder-missing"]

    @pytest.mark.parametrize("mode", [0o777, 0o771, 0o774])
    def test_s_folder_that_is_open_to_all_is_told(self, data: Path, boxes: Path, mode: int) -> None:
        (boxes.parent / "dropped").chmod(mode)

        assert self.told(data, boxes)["folder-open"].cure == f"Run: chmod o= '{boxes.parent / 'dropped'}'"


class TestTheWork:
    """Asked of the database: by a site of the demonstration's people, whose worker was seen a minute ago."""

    @pytest.fixture
    def office(self, db: None, tmp_path: Path, settings: LazySettings) -> Office:
        settings.PUTRIGHT_MAILBOXES = ()
        say_seen("worker-1", began_at=NOW, now=NOW - timedelta(minutes=1))
        return an_office(tmp_path / "documents")

    def told(self, now: datetime = NOW) -> dict[str, Concern]:
        found = {one.code: one for one in work_concerns(FixedClock(now))}
        found.pop("clocks-differ", None)  # the tests stand still at a day, and the server does not
        return found

    def test_that_is_done_is_not_told_of(self, office: Office) -> None:
        assert self.told() == {}

    def test_that_nobody_does_is_told(self, office: Office) -> None:
        assert list(self.told(NOW + timedelta(minutes=20))) == ["nobody-works"]

    def test_that_fails_again_and_again_is_told_with_why(self, office: Office) -> None:
        def fails(times: int) -> None:
            ScheduledJob.objects.filter(name="sweep").delete()
            ScheduledJob.objects.create(name="sweep", due_at=NOW, failures=times, result="No room is left.")

        fails(2)
        assert self.told() == {}
        fails(3)
        assert self.told()["job-fails"].says.endswith("has failed 3 times in a row: No room is left.")

    def test_cases_that_an_earlier_version_kept_are_told_until_they_are_worked_out_anew(self, office: Office) -> None:
        received(office)
        Case.objects.update(kept_as=0)
        assert self.told()["cases-behind"].says.endswith("an earlier version kept: 1.")

        recompute(NOW.date())
        assert self.told() == {}

    def test_a_mailbox_of_nobody_is_told(self, office: Office, settings: LazySettings, tmp_path: Path) -> None:
        mine = Mailbox(name="one", body=office.code, source=DroppedFolder(tmp_path))
        settings.PUTRIGHT_MAILBOXES = (mine, replace(mine, name="two", body="nobody"))

        assert self.told()["mailbox-of-nobody"].cure == "Give it the code of one of these: commisceo."

    @pytest.mark.parametrize(("ahead", "told"), [(4, False), (6, True)])
    def test_a_clock_that_was_put_back_is_told(self, office: Office, ahead: int, told: bool) -> None:
        say_seen("worker-2", began_at=NOW, now=NOW + timedelta(minutes=ahead))

        assert ("clock-behind" in self.told()) is told

    def test_what_was_recorded_on_a_day_to_come_is_told(self, office: Office) -> None:
        received(office)  # on Thursday 2 April 2026

        assert "clock-behind" in self.told(datetime(2026, 4, 1, 9, tzinfo=LONDON))

    @pytest.mark.postgresql
    def test_clocks_that_differ_are_told(self, office: Office) -> None:
        """On SQLite there is one clock. The server's own is asked, as that of the tests may be set to another day."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            (now,) = cursor.fetchone()

        assert "clocks-differ" not in {one.code for one in work_concerns(FixedClock(now))}
        told = {one.code: one for one in work_concerns(FixedClock(now + timedelta(hours=1)))}
        assert re.search(r"are 3,(5\d\d|600) seconds apart", told["clocks-differ"].says)


def test_a_disk_that_is_nearly_full_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for free, severity in ((50_000_000, UNSAFE), (500_000_000, DOUBTFUL)):
        monkeypatch.setattr(deployment, "disk_usage", lambda _, free=free: DiskUsage(10**12, 10**12 - free, free))
        told = found(a_site(data))["little-room"]
        assert told.severity is severity
        assert f"room for {free // 1_000_000} megabytes" in told.says


def test_older_keys_that_are_kept_are_told(data: Path) -> None:
    (data / "secret-key").write_text(f"{'k' * 64}\n{'o' * 64}\n")

    assert found(a_site(data))["older-keys-kept"].severity is DOUBTFUL
    assert "older-keys-kept" in found(a_site(data, secret_key=f"{'k' * 50} {'o' * 50}"))


def test_a_finding_has_the_shape_of_findings(data: Path) -> None:
    (first, *_) = concerns(a_site(data), today=TODAY, user=None)

    assert set(as_finding(first)) == {"severity", "code", "message", "authority", "where"}


def test_the_guide_explains_every_code() -> None:
    sources = (ROOT / "src/putright/config").rglob("*.py")
    called = {
        code
        for path in sources
        if path.stem.startswith("deployment") or path.stem == "check"
        for code in re.findall(r'(?:unsafe|doubtful)\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    guide = (ROOT / "docs/guide/safe-to-use.md").read_text(encoding="utf-8")

    assert len(called) > 25
    assert {code for code in called if f"`{code}`" not in guide} == set()
