"""A member of staff is given the means to sign in."""

from datetime import datetime

from django.db import transaction

from putright.casework.actions.set_up_body import StaffSaid, account_for
from putright.casework.errors import NotFound, refuse, refused
from putright.domain.access import Actor, Deed, why_not_here
from putright.records.models import Person
from putright.records.models.person import Part


def give_account(*, actor: Actor, person: int, email: str, password: str, now: datetime) -> None:
    """Let a member of staff of the actor's body sign in with an address and a first password.

    Where the address has an account, from another body, its own password stands.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    with transaction.atomic(durable=True):
        staff = Person.objects.select_for_update(of=("self",)).filter(pk=person, body=actor.body_id, part=Part.STAFF)
        row = staff.select_related("body").first()
        if row is None:
            raise NotFound
        if row.account_id is not None:
            raise refused("already-signs-in", "This person can sign in already.")
        said = StaffSaid(name=row.name, post=row.post, email=email, password=password)
        row.account, row.email = account_for(row.body, said, now=now), email.strip()
        row.save(update_fields=["account", "email"])
