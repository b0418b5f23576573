"""With what do the tests of background work begin? An office with mail, a clock that is stepped, a worker."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.said import PersonSaid
from putright.domain.channels import Channel
from putright.gateways.clock import LONDON
from putright.gateways.outgoing import Carrier, Mail
from putright.gateways.schedule import schedule
from putright.gateways.smtp import Security, Smtp
from putright.jobs.tasks import TASKS, Tools
from putright.jobs.work import Work
from putright.records.models import Delivery, OutboxLetter
from tests.casework.offices import Office, Story, a_story, an_office, at
from tests.gateways.mail_servers import SENDER

MAIL = Mail(domain="practice.example.nhs.uk", reply_to="complaints+{reference}@practice.example.nhs.uk")
TUESDAY = date(2026, 4, 7)


@dataclass
class SteppedClock:
    """A clock that goes on only when it is told to."""

    at: datetime

    def now(self) -> datetime:
        """The instant at which it stands."""
        return self.at.astimezone(LONDON)

    def step(self, **by: float) -> None:
        """Go on by so much, in real hours, whatever the clocks on the wall do."""
        self.at = self.at.astimezone(UTC) + timedelta(**by)


def an_office_with_mail(folder: Path, **said: Any) -> Office:
    """An office from which letters go by email by themselves."""
    office = an_office(folder / "documents", **said)
    return replace(office, means=replace(office.means, mail=MAIL))


def a_worker(office: Office, clock: SteppedClock, carrier: Carrier | None, folder: Path, **said: Any) -> Work:
    """A worker of the office."""
    plain: dict[str, Any] = {"name": "worker-1", "schedule": (), "tasks": TASKS}
    tools = Tools(means=office.means, data=folder)
    return Work(clock=clock, tools=tools, carrier=carrier, **{**plain, **said})


def whole_schedule() -> dict[str, Any]:
    """What a worker is told that does the jobs too."""
    return {"schedule": schedule()}


def a_mail_server_at(port: int, **said: Any) -> Smtp:
    """The mail server of a port of this machine, as a carrier."""
    plain = {"host": "127.0.0.1", "port": port, "security": Security.NONE, "sender": SENDER, "seconds": 5.0}
    return Smtp(**{**plain, **said})


def a_letter(office: Office, *, email: str = "pat@example.org", on: date = TUESDAY) -> Story:
    """A case whose acknowledgement waits to go by email."""
    story = a_story(office, complainant=PersonSaid(name="Pat Example", email=email, agrees_to_email=True))
    story.does(acknowledge, "mo", on, channel=Channel.EMAIL)
    return story


def delivery_of(story: Story) -> Delivery:
    """The delivery of the only letter of a case."""
    return Delivery.objects.get(letter__case__reference=story.reference)


def letter_of(story: Story) -> OutboxLetter:
    """The only letter of a case."""
    return OutboxLetter.objects.get(case__reference=story.reference)


def noon(day: date) -> SteppedClock:
    """A clock that stands at noon of a day."""
    return SteppedClock(at(day, 12))
