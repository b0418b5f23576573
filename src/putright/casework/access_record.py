"""How is it written down what was done about who may sign in? In the transaction in which it is done."""

from datetime import datetime

from putright.domain.access import Actor
from putright.domain.signing_in import AccessEvent
from putright.records.models import AccessEntry, Account, Person


def note_about(
    person: Person, event: AccessEvent, *, by: Actor, now: datetime, reason: str = "", count: int | None = None
) -> None:
    """Note what somebody of the body did about one of its people."""
    AccessEntry.objects.create(
        event=event.value,
        at=now,
        body_id=person.body_id,
        person=person,
        account_id=person.account_id,
        by_id=by.person_id,
        reason=reason,
        count=count,
    )


def note_own(account: Account, event: AccessEvent, *, now: datetime, count: int | None = None) -> None:
    """Note what somebody did about their own way of signing in."""
    AccessEntry.objects.create(event=event.value, at=now, account=account, count=count)
