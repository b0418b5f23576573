"""Somebody who has forgotten their password asks for a link by email."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.errors import refused
from putright.casework.mailed_links import mail_renewal
from putright.casework.means import Means, means_of_this_site
from putright.casework.sign_in_links import ASKED_LASTS
from putright.casework.throttle import Trying, attempting
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account, NamedAdvocate, Person, SignInLink

MOST_IN_AN_HOUR: Final = 3


def ask_for_password_link(*, email: str, now: datetime, trying: Trying, means: Means | None = None) -> None:
    """Send a link to the holder of this address if there is one; whoever asks is told the same in every case.

    Asking counts as an attempt that failed, for every address alike, so that nobody asks for long; and nobody is sent
    more than three links an hour.
    """
    means = means or means_of_this_site()
    if means.mail is None:
        raise refused("no-mail", "No way to send email is set up here. Ask the administrator of your organisation.")
    with attempting("forgotten", email, trying, now=now):
        pass
    with transaction.atomic(durable=True):
        rows = Account.objects.select_for_update().filter(email=email.strip().lower(), is_active=True)
        account = rows.first()
        person = _in_whose_name(account) if account else None
        if account is None or person is None or _has_had_enough(account, now=now):
            return
        mail_renewal(account, person, lasts=ASKED_LASTS, now=now, means=means)
        note_own(account, AccessEvent.PASSWORD_LINK_GIVEN, now=now)


def _in_whose_name(account: Account) -> Person | None:
    """In whose name the email goes: one of the staff in their own, an advocate in that of whoever named them last."""
    staff = Person.objects.filter(account=account, left_on__isnull=True).order_by("id").first()
    if staff is not None:
        return staff
    named = NamedAdvocate.objects.filter(account=account, ended_at=None).select_related("case__complainant")
    last = named.order_by("-id").first()
    return last.case.complainant if last else None


def _has_had_enough(account: Account, *, now: datetime) -> bool:
    lately = SignInLink.objects.filter(account=account, made_by__isnull=True, made_at__gt=now - timedelta(hours=1))
    return lately.count() >= MOST_IN_AN_HOUR
