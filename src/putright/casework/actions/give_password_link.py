"""A member of staff who has forgotten their password is given a link to choose another."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_about
from putright.casework.errors import refuse, refused
from putright.casework.means import Means, means_of_this_site
from putright.casework.own_alone import account_alone, staff_member
from putright.casework.sign_in_links import RENEWAL_LASTS, LinkToGive, make_link
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.signing_in import AccessEvent


def give_password_link(*, actor: Actor, person: int, now: datetime, means: Means | None = None) -> LinkToGive:
    """Make a one-time link by which a member of staff of the actor's body chooses a new password; it is shown once.

    The old password stands until the link is used, and the second step of signing in is asked for as before.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    with transaction.atomic(durable=True):
        row = staff_member(actor, person)
        if row.pk == actor.person_id:
            raise refused("own-password", "Change your own password on the page for it.")
        account = account_alone(row)
        link = make_link(
            account=account,
            email=account.email,
            by_id=actor.person_id,
            lasts=RENEWAL_LASTS,
            now=now,
            means=means or means_of_this_site(),
        )
        note_about(row, AccessEvent.PASSWORD_LINK_GIVEN, by=actor, now=now)
    return link
