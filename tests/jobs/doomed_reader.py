"""How does a worker begin that is to be killed while it takes messages in? It is told line by line what to do.

`python -m tests.jobs.doomed_reader PORT CASES` fills the tables, says which cases there are, and then does as told.
`go SECONDS WHEN` begins a worker, whose clock is that much later, and answers with its process. It kills itself, as
`kill -9` would, if WHEN is `statement=N`: before it sends the database that statement; or `folder=SECONDS`: so long
after it found the first file in the dropped folder. `wait` answers when it is dead; `finish SECONDS` takes in, in this
process, what is left; `tell` says what the tables and the store hold.
"""

import json
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.jobs.doomed_worker import ShiftedClock

if TYPE_CHECKING:
    from putright.gateways.dropped_folder import DroppedFolder
    from putright.gateways.mailbox import Arrived, Place
    from tests.casework.offices import Office

PROVES = "mx.practice.example.nhs.uk"


def die() -> None:
    """End this process at once, with nothing put in order."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class LastStatement:
    """What stands before the database, and lets a worker send it so many statements and no more."""

    left: int

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Send one, or die."""
        self.left -= 1
        if not self.left:
            die()
        return execute(sql, params, many, context)


@dataclass
class DoomedFolder:
    """A dropped folder whose reader is killed a while after it found a file there."""

    folder: "DroppedFolder"
    delay: float

    def arrivals(self, after: "Place") -> "Iterator[Arrived]":
        """What lies there; with the first of it the time begins to run."""
        for number, arrived in enumerate(self.folder.arrivals(after)):
            if not number:
                timer = threading.Timer(self.delay, die)
                timer.daemon = True
                timer.start()
            yield arrived

    def settle(self, arrived: "Arrived", *, refused: str = "") -> None:
        """Move it on."""
        self.folder.settle(arrived, refused=refused)


def main(port: int, cases: int) -> None:
    """Fill the tables, then do as told."""
    from putright.config.installation import open_site

    config = open_site({})
    from django.db import connections

    from putright.gateways.dropped_folder import DroppedFolder
    from putright.gateways.imap import Imap, ImapSecurity
    from putright.gateways.mailbox import Mailbox
    from putright.gateways.schedule import schedule
    from putright.jobs.loop import go_on
    from putright.jobs.tasks import TASKS, Tools
    from putright.jobs.work import Work, begin, one_pass
    from tests.casework.messages import a_case
    from tests.gateways.imap_server import PASSWORD, USER
    from tests.jobs.working import an_office_with_mail

    office = an_office_with_mail(Path(config.data))
    known = [a_case(office, email=f"pat-{number}@example.org").reference for number in range(cases)]
    server = Imap(host="127.0.0.1", port=port, security=ImapSecurity.NONE, user=USER, password=PASSWORD, seconds=20)
    folder = DroppedFolder(Path(config.data) / "dropped")
    jobs = tuple(job for job in schedule() if job.name == "take-in-messages")
    connections.close_all()
    _say(json.dumps({"cases": known, "holds": jobs[0].holds.total_seconds()}))

    def a_worker(later: str, when: str = "told") -> Work:
        how, _, much = when.partition("=")
        dropped = DoomedFolder(folder, float(much)) if how == "folder" else folder
        if how == "statement":
            connections["default"].execute_wrappers.append(LastStatement(int(much)))
        boxes = tuple(
            Mailbox(name=name, body=office.code, source=source, proves=frozenset({PROVES}))
            for name, source in (("server", server), ("dropped", dropped))
        )
        return Work(
            name=f"at-{later}",
            clock=ShiftedClock(float(later), time.monotonic()),
            tools=Tools(means=office.means, data=config.data, mailboxes=boxes),
            carrier=None,
            schedule=jobs,
            tasks=TASKS,
        )

    child = 0
    for line in sys.stdin:
        match line.split():
            case ["go", later, when]:
                child = os.fork()
                if child == 0:
                    go_on(a_worker(later, when), seconds_between=0.01)
                    os._exit(0)
                _say(str(child))
            case ["wait"]:
                os.waitpid(child, 0)
                _say("dead")
            case ["finish", later]:
                work = a_worker(later)
                begin(work)
                one_pass(work)
                _say("finished")
            case ["tell"]:
                _say(json.dumps(_told(office, folder.path)))
        connections.close_all()


def _told(office: "Office", dropped: Path) -> dict[str, object]:
    """What there is of each message, wherever it lies; what the sweeping of the second night leaves is told too."""
    from django.db.models import Count

    from putright.casework.kept_files import sweep
    from putright.casework.verification import verify
    from putright.gateways.clock import SystemClock
    from putright.records.models import Case, IncomingMessage, ScheduledJob, StoredFile

    far = SystemClock().now() + timedelta(days=400)
    sweep(office.means, now=far)
    rows = IncomingMessage.objects.select_related("case").annotate(
        with_files=Count("files", distinct=True), may_be=Count("suggestions", distinct=True)
    )
    return {
        "messages": [
            {
                "id": row.message_id,
                "lying": row.lying,
                "case": row.case.reference if row.case else "",
                "says": row.text.strip(),
                "files": row.with_files,
                "may be": row.may_be,
            }
            for row in rows
        ],
        "cases": {
            case.reference: {
                "entries": case.events.filter(event="message_received").count(),
                "papers": Counter(case.documents.values_list("kind", flat=True)),
                "says": sorted((text or "").splitlines()[-1] for text in _words(case)),
            }
            for case in Case.objects.all()
        },
        "stored": sorted(office.means.files.names()) == sorted(StoredFile.objects.values_list("stored_as", flat=True)),
        "named by nothing": StoredFile.objects.filter(documents__isnull=True, incoming_files__isnull=True).count(),
        "left in the folder": len(list(dropped.glob("*.eml"))),
        "done in the folder": len(list(dropped.glob("done/*.eml"))),
        "failures": ScheduledJob.objects.get(name="take-in-messages").failures,
        "misfits": [misfit.code for misfit in verify(office.means).misfits],
    }


def _words(case: object) -> list[str | None]:
    return list(case.documents.filter(kind="message").values_list("text", flat=True))  # type: ignore[attr-defined]


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
