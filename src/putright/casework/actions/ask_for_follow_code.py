"""Somebody who has lost their link asks for a code to the email address that they gave."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from putright.casework.errors import ActionRefused, refused
from putright.casework.follow_codes import make_code
from putright.casework.means import Means, means_of_this_site
from putright.casework.throttle import Trying, attempting
from putright.domain.follow_codes import MOST_AN_HOUR
from putright.domain.references import reference_meant
from putright.records.models import Case, FollowCode
from putright.records.models.follow_code import Purpose

TOO_OFTEN: Final = "too-many-codes"
_WORDS: Final = "A code was asked for too many times. Wait 15 minutes, then ask again, or telephone the organisation"


def ask_for_follow_code(*, reference: str, email: str, visitor: str, now: datetime, means: Means | None = None) -> int:
    """Send a code if the reference and the address belong together; return the number under which it is tried.

    Whoever asks is told the same in every case, and waits the same once they have asked often. A person is sent no
    more than three codes an hour, whoever asks for them. It needs no agreement to letters by email: it is no letter
    that the Regulations require, and whoever asks has named the address.
    """
    means = means or means_of_this_site()
    try:
        with attempting("follow-code", email, Trying(where=visitor), now=now):
            pass  # asking counts as an attempt that failed, for every address alike
    except ActionRefused:
        raise refused(TOO_OFTEN, _WORDS) from None
    with transaction.atomic(durable=True):
        return make_code(_case(reference, email, now=now), Purpose.OPEN, now=now, means=means)


def _case(reference: str, email: str, *, now: datetime) -> Case | None:
    """The case, if whoever complains gave this address, is alive as far as is known, and has had few codes."""
    meant = reference_meant(reference) or ""
    cases = Case.objects.select_for_update(of=("self",)).select_related("complainant")
    case = cases.filter(reference=meant).first()
    lately = FollowCode.objects.filter(purpose=Purpose.OPEN, made_at__gt=now - timedelta(hours=1))
    lately = lately.filter(case_id=case.pk if case else 0)
    has_had_enough = lately.count() >= MOST_AN_HOUR
    given = case.complainant.email.strip().lower() if case else ""
    is_theirs = bool(given) and given == email.strip().lower()
    died = case is not None and case.complainant.death_learnt_on is not None
    return case if is_theirs and not died and not has_had_enough else None
