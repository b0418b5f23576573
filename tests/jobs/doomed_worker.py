"""How does a worker begin that is to be killed? `python -m tests.jobs.doomed_worker PORT LETTERS` is told line by line.

`go SECONDS` begins a worker, whose clock is that much later, and answers with its process; `wait` answers when it is
dead; `finish SECONDS` does in this process what is left; `tell` says what the tables hold. Workers are forked from
here, so that each begins at once.
"""

import json
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path


@dataclass
class ShiftedClock:
    """A clock that goes on, from noon on Tuesday 7 April 2026 and some seconds."""

    later: float
    began: float

    def now(self) -> datetime:
        """The present instant of the story."""
        gone = timedelta(seconds=self.later + time.monotonic() - self.began)
        return datetime(2026, 4, 7, 11, tzinfo=UTC) + gone


def main(port: int, letters: int) -> None:
    """Fill the tables, then do as told."""
    from putright.config.installation import open_site

    config = open_site({})
    from django.db import connections

    from putright.jobs.loop import go_on
    from putright.jobs.tasks import TASKS, Tools
    from putright.jobs.work import Work, one_pass
    from tests.jobs.working import a_letter, a_mail_server_at, an_office_with_mail

    office = an_office_with_mail(Path(config.data))
    for number in range(letters):
        a_letter(office, email=f"pat-{number}@example.org")
    connections.close_all()
    _say("ready")

    def a_worker(later: str) -> Work:
        clock = ShiftedClock(float(later), time.monotonic())
        tools = Tools(means=office.means, data=config.data)
        carrier = a_mail_server_at(port)
        return Work(name=f"at-{later}", clock=clock, tools=tools, carrier=carrier, schedule=(), tasks=TASKS)

    child = 0
    for line in sys.stdin:
        match line.split():
            case ["go", later]:
                child = os.fork()
                if child == 0:
                    go_on(a_worker(later), seconds_between=0.01)
                    os._exit(0)
                _say(str(child))
            case ["wait"]:
                os.waitpid(child, 0)
                _say("dead")
            case ["finish", later]:
                while one_pass(a_worker(later)):
                    pass
                _say("finished")
            case ["tell"]:
                _say(json.dumps(_told(office)))
        connections.close_all()


def _told(office: object) -> dict[str, object]:
    from putright.casework.verification import verify
    from putright.records.models import Case, Delivery

    return {
        "ids": sorted(Delivery.objects.values_list("message_id", flat=True)),
        "progress": sorted(set(Delivery.objects.values_list("progress", flat=True))),
        "acknowledged": sorted(
            case.events.filter(event="acknowledged").count() for case in Case.objects.prefetch_related("events")
        ),
        "misfits": [misfit.code for misfit in verify(office.means).misfits],  # type: ignore[attr-defined]
    }


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
