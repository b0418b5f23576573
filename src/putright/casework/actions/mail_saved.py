"""Somebody who saved their complaint has its link sent to an address that they type."""

from datetime import date, datetime

from putright.casework.errors import NotFound, refuse
from putright.casework.means import Means
from putright.casework.perform import all_or_nothing
from putright.casework.saved_complaints import rows_of
from putright.casework.saved_mails import counted, queue
from putright.domain.saved import MOST_TO_ONE_ADDRESS, why_not_mail


def mail_saved(*, secret: str, to: str, visitor: str, on: date, now: datetime, means: Means | None = None) -> None:
    """Let an email with the link wait for a worker; the address is forgotten once it has gone.

    Raises NotFound where nothing is saved under the secret, and ActionRefused where too many were asked for at the
    network address `visitor` in 24 hours: nobody is to be annoyed by means of this page. Of those that were asked for
    elsewhere to the same address nothing is said; once there were too many, none goes.
    """
    with all_or_nothing(means) as keeping:
        # Held, so that two requests at the same moment are counted one after the other.
        row = rows_of(secret, on=on).select_for_update().first()
        if row is None:
            raise NotFound
        lately = counted(to, visitor, now=now)
        refuse(why_not_mail(to_it_from_here=lately.to_it_from_here, from_here=lately.from_here))
        goes = lately.to_it < MOST_TO_ONE_ADDRESS
        queue(row, to=to, secret=secret, visitor=visitor, now=now, means=keeping.means, goes=goes)
