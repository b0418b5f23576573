"""What do the tests of statements begin with: somebody who is asked on a page of their own, and can sign in?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.save_statement import save_statement
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.records.models import Account, AskedStatement
from tests.casework.offices import Office, Story, at

TUESDAY = date(2026, 4, 7)  # after Easter Monday
WEDNESDAY = date(2026, 4, 8)
ASKED = {"about": "What was said at the desk on 16 March.", "questions": ("What do you remember?", "Who was there?")}


def can_sign_in(office: Office, who: str) -> None:
    """Let somebody of an office have an account."""
    person = office.person(who)
    if person.account is None:
        person.account = Account.objects.create(email=person.email, name=person.name, made_at=person.made_at)
        person.save()


@dataclass
class Asking:
    """A case on which somebody is asked, and they who are."""

    story: Story
    who: str = "sam"

    def asks(self, on: date = TUESDAY, by: str = "mo", **said: Any) -> Any:
        """Ask them on a page of their own."""
        person = said.pop("person", self.story.office.people[self.who])
        plain = {**ASKED, "person": person, "channel": Channel.ONLINE, **said}
        return self.story.does(request_statement, by, on, **plain)

    @property
    def row(self) -> AskedStatement:
        """What was asked last."""
        return AskedStatement.objects.filter(case=self.story.case).latest("pk")

    def does(self, action: Any, on: date = WEDNESDAY, who: str = "", **said: Any) -> Any:
        """Have whoever was asked, or somebody else, do something on that page."""
        office = self.story.office
        means = {} if action is save_statement else {"means": office.means}
        return action(actor=office.actor(who or self.who, on), request=self.row.pk, now=at(on), **means, **said)

    def said_of(self, event: str) -> list[dict[str, FactValue]]:
        """The facts of each such entry about the request."""
        return list(self.story.case.events.filter(event=event, about=self.row.entry).values_list("facts", flat=True))
