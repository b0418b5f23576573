"""Does a trust's installation work as the guide sets it up: two sites behind nginx, two workers, all of it real?

PostgreSQL, a relay with STARTTLS, a mailbox of Dovecot, an identity service, ClamAV; `docs/guide/two-installations.md`.
"""

import json
import os
import re
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parseaddr
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
import requests

from tests import clamav, dovecot, nginx
from tests.gateways.identity_services import Service, real_service
from tests.gateways.mail_servers import Box, certified, mail_server
from tests.gateways.mails import a_mail
from tests.served import environment, free_port
from tests.web.office.desk import filled
from tests.web.reading import Read, read

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

# Of each process that runs tests: two of them may set a trust up at once.
DATABASE = f"trust_of_a_test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
HOST = "complaints.trust.example.nhs.uk"
SUBJECT = "rosa-at-work"
SECONDS = 90
PDF = b"%PDF-1.7\n%%EOF\n"
NOT_THERE = nginx.why_not() or dovecot.why_not()


@dataclass
class Visitor:
    """A browser of a member of staff: through nginx, or at one of the two sites by itself, as nginx would ask it."""

    front: str
    certificate: Path
    cookies: dict[str, str] = field(default_factory=dict)

    def goes(self, address: str, *, at: int | None = None, form: dict[str, Any] | None = None, **files: Any) -> Any:
        """Open an address, or send a form there; what leads on is not followed."""
        base = self.front if at is None else f"http://127.0.0.1:{at}"
        headers = {"Host": HOST, "Origin": f"https://{HOST}", "Cookie": "; ".join(map("=".join, self.cookies.items()))}
        if at is not None:
            headers |= {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        answer = requests.request(
            "GET" if form is None else "POST",
            base + address,
            data=form,
            files=files or None,
            headers=headers,
            verify=str(self.certificate),
            allow_redirects=False,
            timeout=60,
        )
        self.cookies |= {name: value for name, value in answer.cookies.items() if value is not None}
        return answer

    def reads(self, address: str, *, at: int | None = None) -> Read:
        """Open a page, which must be there."""
        answer = self.goes(address, at=at)
        assert answer.status_code == 200, (address, answer.status_code, answer.headers.get("Location"))
        return read(answer)

    def signs_in(self, service: Service) -> None:
        """Sign in with the identity service, through whichever site nginx leads to."""
        there = self.goes("/sign-in/identity").headers["Location"]
        back = urlsplit(service.signs_in(there, SUBJECT))
        assert (back.scheme, back.netloc) == ("https", HOST)
        answer = self.goes(f"{back.path}?{back.query}")
        assert (answer.status_code, answer.headers["Location"]) == (302, "/work")


@dataclass
class Trust:
    """The installation while it runs."""

    data: Path
    surroundings: dict[str, str]
    database: str
    box: Box
    maildir: Path
    service: Service
    front: str = ""
    certificate: Path = Path()
    sites: tuple[int, int] = (0, 0)
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def begins(self, name: str, *command: str) -> None:
        """Begin a service of the machine."""
        with open(self.data.parent / f"{name}.log", "ab") as log:
            self.running[name] = subprocess.Popen(
                [sys.executable, "-m", "putright", *command], stdout=log, stderr=log, env=self.surroundings
            )

    def begins_site(self, port: int) -> None:
        """Begin one of the two sites."""
        self.begins(str(port), "serve", "--port", str(port))

    def ends(self, name: str) -> None:
        """Stop a service, as the machine does."""
        program = self.running.pop(name)
        program.terminate()
        program.wait(timeout=30)

    def is_ready(self, port: int) -> bool:
        """Whether a site serves pages."""
        with suppress(requests.ConnectionError):
            return requests.get(f"http://127.0.0.1:{port}/healthz", timeout=5).status_code == 200
        return False

    def asks(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the database."""
        with psycopg.connect(self.database, autocommit=True) as connection:
            return connection.execute(question).fetchall()

    def log(self, name: str) -> str:
        """What a service has written."""
        return (self.data.parent / f"{name}.log").read_text(encoding="utf-8")

    def visitor(self) -> Visitor:
        """Somebody with a browser."""
        return Visitor(front=self.front, certificate=self.certificate)


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trust]:
    """Everything begun at the same time on an empty database, as when the machine starts; then set up."""
    if NOT_THERE:
        pytest.skip(NOT_THERE)
    folder = tmp_path_factory.mktemp("trust")
    server = os.environ["PUTRIGHT_DATABASE_URL"]
    context, certificate = certified(folder)
    with (
        _database(server) as database,
        mail_server(tls_context=context, require_starttls=True) as (box, smtp),
        dovecot.dovecot() as (imaps, _, imap_certificate, maildir),
        real_service() as service,
    ):
        service.knows(SUBJECT, amr=["pwd", "mfa"])
        mailboxes = _mailboxes(folder, imaps, imap_certificate)
        surroundings = environment(
            **_settings(folder, database=database, service=service, mailboxes=mailboxes),
            smtp_port=str(smtp),
            smtp_certificates=str(certificate),
        )
        trust = Trust(folder / "data", surroundings, database, box, maildir, service)
        trust.sites = (free_port(), free_port())
        try:
            _begin_all(trust)
            with nginx.nginx(folder, sites=trust.sites) as (trust.front, trust.certificate):
                yield trust
        finally:
            for name in list(trust.running):
                trust.ends(name)


def _begin_all(trust: Trust) -> None:
    for port in trust.sites:
        trust.begins_site(port)
    for name in ("work-1", "work-2"):
        trust.begins(name, "work")
    assert until(lambda: all(map(trust.is_ready, trust.sites))), [trust.log(str(port)) for port in trust.sites]
    office = [sys.executable, "-m", "tests.config.trust_office", trust.service.issuer, SUBJECT]
    subprocess.run(office, check=True, env=trust.surroundings, cwd=Path(__file__).resolve().parents[2])


@contextmanager
def _database(server: str) -> Iterator[str]:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
        yield urlunsplit(urlsplit(server)._replace(path=f"/{DATABASE}"))
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")


def _secret(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    return str(file)


def _mailboxes(folder: Path, port: int, certificate: Path) -> Path:
    password = _secret(folder, "mailbox-password", dovecot.PASSWORD)
    rows = {"name": "complaints", "body": "trust", "host": "localhost", "port": port, "user": dovecot.USER}
    rows |= {"password_file": password, "certificates": str(certificate)}
    file = folder / "mailboxes.yaml"
    file.write_text("- " + "\n  ".join(f"{key}: {value}" for key, value in rows.items()) + "\n", encoding="utf-8")
    return file


def _settings(folder: Path, *, database: str, service: Service, mailboxes: Path) -> dict[str, str]:
    """The settings of the guide, with the addresses of the test in them."""
    here = {
        "data": str(folder / "data"),
        "database_url_file": _secret(folder, "database", database),
        "secret_key_file": _secret(folder, "secret-key", secrets.token_urlsafe(48)),
        "address": f"https://{HOST}",
        "behind_proxy": "yes",
        "mail": "smtp",
        "smtp_host": "localhost",
        "smtp_port": "",
        "mail_from": "complaints@trust.example.nhs.uk",
        "mail_reply_to": "complaints+{reference}@trust.example.nhs.uk",
        "mailboxes": str(mailboxes),
        "oidc_issuer": service.issuer,
        "oidc_client_id": "putright",
        "oidc_client_secret_file": _secret(folder, "identity", "hush"),
        "oidc_second_factor": "mfa",
    }
    with suppress(clamav.NoDaemon):
        here["virus_scanner"] = clamav.daemon()
    return {name: text for name, text in here.items() if text}


def until(true: Callable[[], object]) -> bool:
    """Wait for something to be so."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.2)
    return False


@pytest.fixture
def rosa(trust: Trust) -> Visitor:
    """The responsible person, signed in with the identity service."""
    visitor = trust.visitor()
    visitor.signs_in(trust.service)
    return visitor


def a_case(visitor: Visitor, *, at: int | None = None) -> str:
    """A complaint that came by letter today, with a file, from somebody who agreed to email; its reference."""
    form = filled(visitor.reads("/complaints/new", at=at))
    form |= {"channel": "letter", "elsewhere": "no", "full_name": "Pat Example", "whose": "self", "issues": "1"}
    form |= {"address": "2 Sample Road\nExampleton\nEX1 1EX", "email": "pat@example.org", "by_email": "yes"}
    form |= {"subject_1": "values", "words_1": "I was spoken to rudely at the desk."}
    answer = visitor.goes("/complaints/new", at=at, form=form, file_1=("letter.pdf", PDF, "application/pdf"))
    assert answer.status_code == 200, read(answer).problems
    return read(answer).links["Open the case"].rpartition("/")[2]


def papers_of(visitor: Visitor, reference: str, *, at: int) -> dict[str, str]:
    """The papers of a case as one site shows them."""
    links = visitor.reads(f"/cases/{reference}", at=at).links
    return {text: href for text, href in links.items() if re.search(r"/papers/\d+$", href)}


def test_started_at_once_on_an_empty_database_they_all_come_up(trust: Trust) -> None:
    assert [trust.running[str(port)].poll() for port in trust.sites] == [None, None]
    assert until(lambda: trust.asks("SELECT count(*) FROM records_worker") == [(2,)])
    assert all("Traceback" not in trust.log(name) for name in trust.running)


def test_whoever_signed_in_through_one_is_known_to_the_other(trust: Trust, rosa: Visitor) -> None:
    known = [rosa.reads("/work", at=port).texts("//header//li")[0] for port in trust.sites]

    assert known == ["Rosa Responsible", "Rosa Responsible"]
    assert trust.visitor().goes("/work").headers["Location"].startswith("/sign-in")


def test_signing_out_at_one_signs_out_of_the_other(trust: Trust, rosa: Visitor) -> None:
    one, other = trust.sites
    page = rosa.reads("/work", at=one)
    token = page.tree.xpath("//input[@name='csrfmiddlewaretoken']/@value")[0]

    assert rosa.goes("/sign-out", at=one, form={"csrfmiddlewaretoken": token}).status_code == 302
    assert rosa.goes("/work", at=other).headers["Location"].startswith("/sign-in")


def test_a_file_sent_to_one_is_read_from_the_other(trust: Trust, rosa: Visitor) -> None:
    one, other = trust.sites
    papers = papers_of(rosa, a_case(rosa, at=one), at=other)
    (address,) = [href for text, href in papers.items() if "letter.pdf" in text]

    assert rosa.goes(address, at=other).content == PDF


def test_a_letter_goes_once_while_both_workers_run(trust: Trust, rosa: Visitor) -> None:
    references = [a_case(rosa) for _ in range(3)]
    before = len(trust.box.took)
    for reference in references:
        address = f"/cases/{reference}/acknowledge"
        shown = rosa.goes(address, form=filled(rosa.reads(address)) | {"channel": "email"})
        sent = rosa.goes(address, form=filled(read(shown)) | {"step": "send"})
        assert sent.status_code == 302, read(sent).main

    assert until(lambda: len(trust.box.took) - before >= len(references))
    time.sleep(6)  # longer than a worker rests between two looks
    replies = [parseaddr(str(message["Reply-To"]))[1] for message in trust.box.messages[before:]]
    assert sorted(replies) == sorted(f"complaints+{reference}@trust.example.nhs.uk" for reference in references)


def test_a_message_is_taken_in_once_while_both_workers_run(trust: Trust, rosa: Visitor) -> None:
    assert until(lambda: trust.asks("SELECT count(*) FROM records_scheduledjob WHERE name = 'take-in-messages'")[0][0])
    for number in range(3):
        message = a_mail(Subject=f"Message {number}", Message_ID=f"<{number}@example.org>")
        dovecot.deliver(trust.maildir, f"{number}.of-a-test", message.as_bytes())
    # The time for it has come.
    trust.asks("UPDATE records_scheduledjob SET due_at = now() WHERE name = 'take-in-messages' RETURNING 1")

    assert until(lambda: trust.asks("SELECT count(*) FROM records_incomingmessage") == [(3,)])
    assert len(rosa.reads("/incoming").tree.xpath("//main//a[contains(@href, '/incoming/')]")) >= 3


def test_restarting_one_after_the_other_loses_nothing_that_was_confirmed(trust: Trust, rosa: Visitor) -> None:
    reference = a_case(rosa)
    over, said = threading.Event(), _Said()
    writer = threading.Thread(target=_writes, args=(rosa, reference, over, said))
    writer.start()
    try:
        for port in trust.sites:
            assert until(lambda: said.confirmed and len(said.confirmed) % 3 == 0)
            trust.ends(str(port))
            trust.begins_site(port)
            assert until(partial(trust.is_ready, port))
    finally:
        over.set()
        writer.join(timeout=60)
    case = f"(SELECT id FROM records_case WHERE reference = '{reference}')"
    rows = trust.asks(f"SELECT text FROM records_document WHERE kind = 'file-note' AND case_id = {case}")
    kept = [text.rpartition(" ")[2] for (text,) in rows]

    assert len(said.confirmed) >= 6
    assert set(said.confirmed) <= set(kept)
    assert len(kept) == len(set(kept))
    assert said.wrong == []


@dataclass
class _Said:
    """Which notes were confirmed, how often somebody had to try again, and what else was answered."""

    confirmed: list[str] = field(default_factory=list)
    again: int = 0
    wrong: list[int] = field(default_factory=list)


def _writes(visitor: Visitor, reference: str, over: threading.Event, said: _Said) -> None:
    """Write one note after another; where a page does not come, try again, as people do."""
    address, number = f"/cases/{reference}/add-file-note", 0
    while not over.is_set():
        number += 1
        page = visitor.goes(address)
        if page.status_code != 200:
            said.again += 1
            continue
        answer = visitor.goes(address, form=filled(read(page)) | {"words": f"Note number-{number}"})
        if answer.status_code == 302:
            said.confirmed.append(f"number-{number}")
        elif answer.status_code in (502, 504):  # nginx: whether it was kept is not known
            said.again += 1
        else:
            said.wrong.append(answer.status_code)


def test_nothing_is_unsafe_about_it(trust: Trust) -> None:
    command = [sys.executable, "-m", "putright", "check", "--deploy", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=trust.surroundings, check=False)
    found = {each["code"]: each for each in json.loads(done.stdout)["findings"]}

    # What is of the test: its account, its scanner's signatures or none, and a first night that is yet to come.
    of_the_test = {"runs-as-root", "signatures-old", "no-virus-scanner", "heads-never-kept", "backups-not-seen"}
    assert found.keys() - of_the_test == set(), found
    assert done.returncode == 0
