"""Which address or number may a code go to, has it had enough of them, and is it still the person's?"""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac

from putright.domain.adjustments import from_stored
from putright.domain.channels import Channel
from putright.domain.follow_codes import KEPT_FOR, have_been_enough
from putright.domain.texts import number_for_texts
from putright.records.models import Case, Delivery, FollowCode, Person
from putright.records.models.follow_code import Purpose


def reached_at(person: Person, way: Channel) -> str | None:
    """The address or the mobile number to which a code may go; nothing where none may go this way."""
    has_died = person.death_learnt_on is not None
    if way is Channel.TEXT:
        return number_for_texts(person.telephone, from_stored(person.adjustments), has_died=has_died)
    return None if has_died else person.email.strip().lower()


def digest_of_contact(reached: str) -> str:
    """What is kept of the address or number to which a code goes; keyed, so that nobody can try numbers on it."""
    return _digest(settings.SECRET_KEY, reached)


def has_had_enough(case: Case | None, contact: str, *, now: datetime) -> bool:
    """Whether no more codes go now, for this case or to this contact; asked in the same way where there is no case."""
    sent = FollowCode.objects.filter(purpose=Purpose.OPEN, case__isnull=False, made_at__gt=now - KEPT_FOR)
    of_these = Q(case_id=case.pk if case else 0) | Q(contact=contact)
    return have_been_enough(tuple(sent.filter(of_these).values_list("made_at", flat=True)), now=now)


def is_still_theirs(row: FollowCode) -> bool:
    """Whether a code went to what is still given on the case, and may still be used to reach them.

    The version before, which may run beside this one while a site is brought up to date, did not say where it went.
    """
    if row.case is None:
        return False
    way = Delivery.objects.filter(code=row).values_list("way", flat=True).first()
    reached = reached_at(row.case.complainant, Channel(way)) if way else None
    return reached is not None and (not row.contact or _is_at(row.contact, reached))


def _is_at(contact: str, reached: str) -> bool:
    return any(constant_time_compare(contact, one) for one in _digests(reached))


def end_codes(case: Case, *, now: datetime) -> None:
    """End the codes that would still open a case: with its links, whoever has one of them sees it no more."""
    FollowCode.objects.filter(case=case, purpose=Purpose.OPEN, expires_at__gt=now).update(expires_at=now)


def _digests(reached: str) -> Iterator[str]:
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield _digest(key, reached)


def _digest(key: str, reached: str) -> str:
    return salted_hmac("putright.code-contact", reached, secret=key, algorithm="sha256").hexdigest()
