"""Somebody who has lost their link asks for a code to the email address or the mobile number that they gave."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from putright.casework.errors import ActionRefused, refused
from putright.casework.follow_codes import make_code
from putright.casework.means import Means, means_of_this_site
from putright.casework.throttle import Trying, attempting
from putright.domain.adjustments import from_stored
from putright.domain.channels import Channel
from putright.domain.follow_codes import MOST_AN_HOUR
from putright.domain.references import reference_meant
from putright.domain.texts import mobile_meant, number_for_texts
from putright.records.models import Case, FollowCode, Person
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

    Whoever asks is told the same in every case, and waits the same once they have asked often. A person is sent no
    more than three codes an hour, whoever asks for them and by whichever way. It needs no agreement to letters by
    email: it is no letter that the Regulations require, and whoever asks has named the address.
    """
    means = means or means_of_this_site()
    named = (mobile_meant(to) or to) if way is Channel.TEXT else to
    try:
        with attempting("follow-code", named, Trying(where=visitor), now=now):
            pass  # asking counts as an attempt that failed, for every address alike
    except ActionRefused:
        raise refused(TOO_OFTEN, _WORDS) from None
    with transaction.atomic(durable=True):
        return make_code(_case(reference, named, way, now=now), Purpose.OPEN, now=now, means=means, way=way)


def _case(reference: str, named: str, way: Channel, *, now: datetime) -> Case | None:
    """The case, if whoever complains gave this address or number, is alive as far as we know, and had few codes."""
    meant = reference_meant(reference) or ""
    cases = Case.objects.select_for_update(of=("self",)).select_related("complainant")
    case = cases.filter(reference=meant).first()
    lately = FollowCode.objects.filter(purpose=Purpose.OPEN, made_at__gt=now - timedelta(hours=1))
    lately = lately.filter(case_id=case.pk if case else 0)
    has_had_enough = lately.count() >= MOST_AN_HOUR
    given = reached_at(case.complainant, way) if case else None
    return case if given and given == named.strip().lower() and not has_had_enough else None


def reached_at(person: Person, way: Channel) -> str | None:
    """The address or the mobile number to which a code may go; nothing where none may go this way."""
    has_died = person.death_learnt_on is not None
    if way is Channel.TEXT:
        return number_for_texts(person.telephone, from_stored(person.adjustments), has_died=has_died)
    return None if has_died else person.email.strip().lower()
