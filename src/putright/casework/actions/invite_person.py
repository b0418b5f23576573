"""A member of staff is invited to sign in."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from putright.casework.access_record import note_about
from putright.casework.errors import refuse, refused
from putright.casework.mailed_links import mail_invitation
from putright.casework.means import Means, means_of_this_site
from putright.casework.own_alone import staff_member
from putright.casework.sign_in_links import INVITATION_LASTS, LinkToGive, make_link
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.signing_in import AccessEvent
from putright.records.models import Person


def invite_person(
    *, actor: Actor, person: int, email: str, now: datetime, by_email: bool = False, means: Means | None = None
) -> LinkToGive | None:
    """Make a one-time link by which a member of staff of the actor's body chooses a password.

    It is answered with, to be shown once; or with `by_email` it goes to that address, and nobody here sees it.

    Where the address signs in for another body already, its own password stands and is asked for. An invitation from
    before opens nothing any more.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    address, means = _address(email), means or means_of_this_site()
    with transaction.atomic(durable=True):
        row = staff_member(actor, person)
        if row.account_id is not None:
            raise refused("already-signs-in", "This person can sign in already.")
        if row.left_on is not None:
            raise refused("has-left", "This person has left. Enter them anew if they have come back.")
        refuse_taken(row, address)
        row.email = address
        row.save(update_fields=["email"])
        link = None
        if by_email:
            mail_invitation(row, email=address, by_id=actor.person_id, lasts=INVITATION_LASTS, now=now, means=means)
        else:
            link = make_link(
                person=row, email=address, by_id=actor.person_id, lasts=INVITATION_LASTS, now=now, means=means
            )
        note_about(row, AccessEvent.INVITED, by=actor, now=now)
    return link


def refuse_taken(row: Person, address: str) -> None:
    """Raise ActionRefused if somebody else at the body signs in with an address."""
    if Person.objects.filter(body=row.body_id, account__email=address).exclude(pk=row.pk).exists():
        raise refused("already-signs-in", "Somebody at this organisation signs in with this email address already.")


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise refused("not-an-address", "Enter an email address in the correct format, like name@example.org") from None
    return address
