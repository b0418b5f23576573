"""Somebody who has lost their link asks for a code to the email address or the mobile number that they gave."""

from datetime import datetime
from typing import Final

from django.db import transaction

from putright.casework.code_contacts import digest_of_contact, has_had_enough, reached_at
from putright.casework.errors import ActionRefused, refused
from putright.casework.follow_codes import make_code
from putright.casework.means import Means, means_of_this_site
from putright.casework.throttle import Trying, attempting
from putright.domain.channels import Channel
from putright.domain.references import reference_meant
from putright.domain.texts import mobile_meant
from putright.records.models import Case
from putright.records.models.follow_code import Purpose

TOO_OFTEN: Final = "too-many-codes"
_WORDS: Final = "A code was asked for too many times. Wait 15 minutes, then ask again, or telephone the organisation"


def ask_for_follow_code(
    *,
    reference: str,
    to: str,
    visitor: str,
    now: datetime,
    way: Channel = Channel.EMAIL,
    means: Means | None = None,
) -> int:
    """Send a code if reference and address, or number, belong together; return the number under which it is tried.

    Whoever asks is told the same in every case, and waits the same once they have asked often. No more than three codes
    an hour and ten a day go out for one complaint, or to one address or number, whoever asks. It needs no agreement to
    letters by email: it is no letter that the Regulations require, and whoever asks has named the address.
    """
    means = means or means_of_this_site()
    named = (mobile_meant(to) or to) if way is Channel.TEXT else to
    try:
        with attempting("follow-code", named, Trying(where=visitor), now=now):
            pass  # asking counts as an attempt that failed, for every address alike
    except ActionRefused:
        raise refused(TOO_OFTEN, _WORDS) from None
    contact = digest_of_contact(named.strip().lower())
    with transaction.atomic(durable=True):
        case = _case(reference, named, contact, way, now=now)
        return make_code(case, Purpose.OPEN, now=now, means=means, contact=contact, way=way)


def _case(reference: str, named: str, contact: str, way: Channel, *, now: datetime) -> Case | None:
    """The case, if whoever complains gave this address or number, is alive as far as we know, and had few codes."""
    cases = Case.objects.select_for_update(of=("self",)).select_related("complainant")
    case = cases.filter(reference=reference_meant(reference) or "").first()
    enough = has_had_enough(case, contact, now=now)
    given = reached_at(case.complainant, way) if case else None
    return case if given and given == named.strip().lower() and not enough else None
