"""What do the tests of casework begin with: a body, its people, a case? All of it made through real actions."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.receive_complaint import Receipt, receive_complaint
from putright.casework.actions.set_up_body import BodySaid, StaffSaid, set_up_body
from putright.casework.adoption import Adoption
from putright.casework.appointments import actor_of
from putright.casework.means import Means
from putright.casework.said import ComplaintSaid, IssueSaid, PersonSaid
from putright.domain.access import Actor, Role
from putright.domain.channels import Channel
from putright.domain.issues import Subject
from putright.gateways.file_store import FileStore
from putright.gateways.procedure_files import path_of
from putright.gateways.secrets import SeededSecrets
from putright.records.models import Body, Case, Person

LONDON = ZoneInfo("Europe/London")
SET_UP_ON = date(2026, 1, 5)
PASSWORD = "a long enough pass phrase"

# The day before Good Friday 2026: the worked examples of the procedures begin with it.
MAUNDY_THURSDAY = date(2026, 4, 2)


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """A time of day in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


@dataclass(frozen=True, kw_only=True)
class Office:
    """A body with its people, each as they act on a day."""

    code: str
    people: dict[str, int]
    means: Means

    def actor(self, who: str, on: date = MAUNDY_THURSDAY) -> Actor:
        """Somebody of the office, with the roles they hold on a day."""
        person = self.person(who)
        return actor_of(person.pk, person.body_id, on=on)

    def person(self, who: str) -> Person:
        """The row of somebody of the office."""
        return Person.objects.get(pk=self.people[who])

    @property
    def body(self) -> Body:
        """The row of the body."""
        return Body.objects.get(code=self.code)


def an_office(folder: Path, *, procedure: str = "commisceo", code: str = "", seed: str = "office") -> Office:
    """A body that has adopted a shipped procedure, with somebody in every role."""
    code = code or procedure
    means = Means(files=FileStore(folder), secrets=SeededSecrets(f"{seed}:{code}"), takes_unscanned=True)
    admin = set_up_body(
        body=BodySaid(
            name=f"The {code} example",
            code=code,
            area="southend-on-sea",
            address=("1 Example Street", "Exampleton"),
            telephone="01632 960001",
            email=f"complaints@{code}.example.nhs.uk",
        ),
        administrator=_staff(code, "Ada Admin", "Administrator", signs_in=True),
        responsible_person=_staff(code, "Rosa Responsible", "Chief Executive", signs_in=True),
        procedure=Adoption(source=path_of(procedure).read_text(encoding="utf-8")),
        on=SET_UP_ON,
        now=at(SET_UP_ON),
        signed_off=True,
    )
    entered = Person.objects.filter(body=admin.body_id)
    people = {person.name.split(maxsplit=1)[0].lower(): person.pk for person in entered}
    for name, post, role in (
        ("Mo Manager", "Service Manager", Role.SERVICE_MANAGER),
        ("Olu Officer", "Complaints Officer", Role.COMPLAINTS_OFFICER),
        ("Ines Investigator", "Investigator", Role.INVESTIGATOR),
        ("Max Medic", "Medical Director", Role.MEDICAL_DIRECTOR),
        ("Sam Staff", "Receptionist", None),
    ):
        people[name.split(maxsplit=1)[0].lower()] = appoint_person(
            actor=admin, person=_staff(code, name, post), role=role, on=SET_UP_ON, now=at(SET_UP_ON)
        )
    return Office(code=code, people=people, means=means)


def _staff(code: str, name: str, post: str, *, signs_in: bool = False) -> StaffSaid:
    return StaffSaid(
        name=name,
        post=post,
        email=f"{name.split(maxsplit=1)[0].lower()}@{code}.example.nhs.uk",
        password=PASSWORD if signs_in else "",
    )


def a_complaint(**said: Any) -> ComplaintSaid:
    """A complaint as somebody makes it."""
    plain: dict[str, Any] = {
        "complainant": PersonSaid(
            name="Pat Example", addressed_as="Pat Example", address=("2 Sample Road", "Exampleton", "EX1 1EX")
        ),
        "issues": (IssueSaid(subject=Subject.VALUES, words="I was spoken to rudely at the desk."),),
        "occurred_on": date(2026, 3, 16),
        "known_on": date(2026, 3, 16),
    }
    return ComplaintSaid(**{**plain, **said})


def received(
    office: Office, *, on: date = MAUNDY_THURSDAY, by: str = "mo", channel: Channel = Channel.LETTER, **said: Any
) -> Receipt:
    """A complaint received by somebody of the office on a day."""
    return receive_complaint(
        actor=office.actor(by, on),
        body=office.code,
        complaint=a_complaint(**said),
        channel=channel,
        on=on,
        now=at(on),
        means=office.means,
    )


@dataclass
class Story:
    """A case lived through day by day by the people of an office."""

    office: Office
    reference: str

    def does(self, action: Any, who: str, on: date, **arguments: Any) -> Any:
        """Have somebody do something on a day."""
        return action(
            actor=self.office.actor(who, on),
            case=self.reference,
            on=on,
            now=at(on),
            means=self.office.means,
            **arguments,
        )

    def posts(self, who: str, on: date, done: Any) -> Any:
        """Have somebody post the letter that was just queued."""
        from putright.casework.actions.post_letter import post_letter

        return self.does(post_letter, who, on, letter=done.letter)

    @property
    def case(self) -> Case:
        """The row of the case as it stands."""
        return Case.objects.get(reference=self.reference)

    def events(self) -> list[tuple[str, date]]:
        """What the chronology says, in its order."""
        return list(self.case.events.order_by("number").values_list("event", "on"))


def a_story(office: Office, **arguments: Any) -> Story:
    """A case that has just been received."""
    return Story(office, received(office, **arguments).reference)
