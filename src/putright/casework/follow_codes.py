"""What is in a code that goes by email or text? Six digits, worked out when needed; only a keyed digest is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from putright.casework.email_queue import new_message_id
from putright.casework.errors import ActionRefused, NotFound, refused
from putright.casework.means import Means, means_of_this_site
from putright.domain.channels import Channel
from putright.domain.follow_codes import DIGITS, KEPT_FOR, LASTS, WRONG, digits_of, why_not_tried
from putright.records.models import Case, Delivery, FollowCode
from putright.records.models.follow_code import Purpose

_NO_DIGEST_BYTES: Final = 32
_ID_BYTES: Final = 16


def sends_codes() -> bool:
    """Whether this site sends email, and so can send a code to a new address."""
    return Channel.EMAIL in ways_of_codes()


def ways_of_codes() -> tuple[Channel, ...]:
    """By which ways this site can send a code; none where nobody carries anything."""
    means = means_of_this_site()
    can = ((Channel.EMAIL, means.mail is not None), (Channel.TEXT, means.texts))
    return tuple(way for way, is_set_up in can if is_set_up)


def make_code(
    case: Case | None,
    purpose: Purpose,
    *,
    now: datetime,
    means: Means,
    to: str = "",
    contact: str = "",
    way: Channel = Channel.EMAIL,
    goes: bool = True,
) -> int:
    """Make a code, let it wait for a worker who sends it at once, and return its number; without a case none is sent.

    The digits come from the Message-ID and our own key each time they are needed, so they are kept nowhere.
    """
    message_id = _new_id(means, way)
    FollowCode.objects.filter(made_at__lt=now - KEPT_FOR).delete()
    digest = _digest(settings.SECRET_KEY, message_id, _code(settings.SECRET_KEY, message_id))
    row = FollowCode.objects.create(
        case=case,
        purpose=purpose.value,
        to=to,
        contact=contact,
        digest=digest if case and goes else means.secrets.random(_NO_DIGEST_BYTES).hex(),
        made_at=now,
        expires_at=now + LASTS,
    )
    if case is not None and goes:
        at = now.astimezone(UTC)
        Delivery.objects.create(
            body_id=case.body_id,
            person_id=case.complainant_id,
            code=row,
            way=way.value,
            message_id=message_id,
            queued_at=at,
            try_at=at,
        )
    return row.pk


def try_code(number: int, typed: str, purpose: Purpose, *, now: datetime) -> FollowCode:
    """Use a code up; raises ActionRefused for any that opens nothing. Counted before it is looked at.

    Of two who try the same at once, one uses it. No transaction may be open: a wrong try is kept.
    """
    row = FollowCode.objects.filter(pk=number, purpose=purpose.value).first()
    if row is None:
        raise ActionRefused(WRONG)
    why_not = why_not_tried(now=now, expires_at=row.expires_at, tries=row.tries, is_used=row.used_at is not None)
    if why_not is not None:
        raise ActionRefused(why_not)
    with transaction.atomic(durable=True):
        tried = FollowCode.objects.filter(pk=row.pk, tries=row.tries, used_at__isnull=True).update(tries=F("tries") + 1)
    if not (tried and _is_right(row, digits_of(typed))):
        raise ActionRefused(WRONG)
    with transaction.atomic(durable=True):
        if not FollowCode.objects.filter(pk=row.pk, used_at__isnull=True).update(used_at=now):
            raise ActionRefused(WRONG)
    return row


def code_mailed(row: FollowCode, message_id: str) -> str:
    """The digits of a code, under whichever key they were made; raises NotFound where that is gone."""
    for key in _keys():
        code = _code(key, message_id)
        if constant_time_compare(_digest(key, message_id, code), row.digest):
            return code
    raise NotFound


def _new_id(means: Means, way: Channel) -> str:
    """By what the carrier knows the message again; raises ActionRefused where nobody carries such messages."""
    if way is Channel.TEXT and means.texts:
        return f"text-{means.secrets.random(_ID_BYTES).hex()}"
    if way is Channel.EMAIL and means.mail is not None:
        return new_message_id(means.secrets, means.mail)
    if way is Channel.TEXT:
        raise refused("no-mail", "No way to send text messages is set up here. Ask the organisation for a new link.")
    raise refused("no-mail", "No way to send email is set up here. Ask the organisation for a new link.")


def _is_right(row: FollowCode, digits: str) -> bool:
    message_id = Delivery.objects.filter(code=row).values_list("message_id", flat=True).first() or ""
    return any(constant_time_compare(_digest(key, message_id, digits), row.digest) for key in _keys())


def _keys() -> Iterator[str]:
    yield from (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


def _code(key: str, message_id: str) -> str:
    said = salted_hmac("putright.follow-code", message_id, secret=key, algorithm="sha256").digest()
    return f"{int.from_bytes(said[:16]) % 10**DIGITS:0{DIGITS}}"


def _digest(key: str, message_id: str, code: str) -> str:
    said = f"{message_id}\n{code}"
    return salted_hmac("putright.follow-code-kept", said, secret=key, algorithm="sha256").hexdigest()
