"""Whoever follows a complaint says that their email address is another now, and is sent a code to it."""

from datetime import date, datetime, timedelta

from django.db import transaction

from putright.casework.errors import NotFound, refused
from putright.casework.follow_codes import make_code
from putright.casework.means import Means, means_of_this_site
from putright.casework.open_link import refuse_ended
from putright.domain.follow_codes import KEPT_FOR, MOST_AN_HOUR, have_been_enough
from putright.records.models import FollowCode, FollowLink
from putright.records.models.follow_code import Purpose


def ask_for_email_code(*, link: int, email: str, on: date, now: datetime, means: Means | None = None) -> int:
    """Send a code to a new email address; return the number under which it is tried.

    Nothing is changed until the code is typed. By the link that was opened; raises NotFound where it opens nothing, and
    ActionRefused where it has ended, we have this address already, or three codes were sent in the last hour. Where the
    same address had its most codes already, of whichever complaints, none goes, and nothing is said of it.
    """
    means = means or means_of_this_site()
    with transaction.atomic(durable=True):
        parts = FollowLink.objects.select_for_update(of=("self",)).select_related("case__complainant")
        row = parts.filter(pk=link).first()
        if row is None:
            raise NotFound
        refuse_ended(row, on)
        if row.case.complainant.email.strip().lower() == email.strip().lower():
            raise refused("nothing-changed", "We have this email address already, so there is nothing to change.")
        lately = FollowCode.objects.filter(purpose=Purpose.NEW_EMAIL, made_at__gt=now - KEPT_FOR)
        if lately.filter(case=row.case_id, made_at__gt=now - timedelta(hours=1)).count() >= MOST_AN_HOUR:
            raise refused("too-many-codes", "We have sent 3 codes in the last hour. Wait an hour, or telephone us.")
        to_it = lately.filter(to__iexact=email.strip()).values_list("made_at", flat=True)
        goes = not have_been_enough(tuple(to_it), now=now)
        return make_code(row.case, Purpose.NEW_EMAIL, now=now, means=means, to=email.strip(), goes=goes)
