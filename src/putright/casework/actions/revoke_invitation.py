"""An invitation is taken back before it was taken up."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_about
from putright.casework.errors import refuse, refused
from putright.casework.own_alone import staff_member
from putright.casework.sign_in_links import end_links
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.signing_in import AccessEvent


def revoke_invitation(*, actor: Actor, person: int, now: datetime) -> None:
    """Let the link that was given to a member of staff open nothing any more."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    with transaction.atomic(durable=True):
        row = staff_member(actor, person)
        if not end_links(person=row, now=now):
            raise refused("no-invitation", "No invitation is open: it was taken up, taken back or is too old.")
        note_about(row, AccessEvent.INVITATION_REVOKED, by=actor, now=now)
