"""How does the link of a saved complaint go by email, and what is left of the address? Nothing, once it has gone."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from putright.casework.email_queue import new_message_id
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.second_factor import keys_to_read
from putright.domain.delivery import Trouble, next_try
from putright.domain.saved import MAILS_COUNTED_FOR
from putright.gateways.outgoing import NotTaken, Outgoing
from putright.gateways.sealing import NONCE_BYTES, SealBroken, seal, unseal
from putright.letters.covering import FOLDER, saved_link
from putright.records.models import SavedComplaint, SavedMail

# Longer than a carrier may take over one message; until then nobody else takes it up.
HOLDS: Final = timedelta(minutes=10)
SENDER: Final = "Complaints about NHS services"  # no organisation: which one it is would say more than an email need


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedMail:
    """An email with a link that is ours to send for a time."""

    number: int
    worker: str
    message_id: str
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many emails with links were asked for in the last 24 hours: to an address, from a place, and both."""

    to_it: int
    from_here: int
    to_it_from_here: int


def counted(to: str, visitor: str, *, now: datetime) -> Counted:
    """Count what was asked for of late."""
    lately = SavedMail.objects.filter(queued_at__gt=now - MAILS_COUNTED_FOR)
    to_it, from_here = lately.filter(to_digest=_digest(to)), lately.filter(from_digest=_digest(visitor))
    return Counted(to_it=to_it.count(), from_here=from_here.count(), to_it_from_here=(to_it & from_here).count())


def queue(
    row: SavedComplaint, *, to: str, secret: str, visitor: str, now: datetime, means: Means, goes: bool = True
) -> None:
    """Let an email with the link wait for a worker, who sends it at once; one that does not go is only counted."""
    if means.mail is None:
        raise refused("no-mail", "We cannot send emails here. Copy the link, print this page or write the link down.")
    message_id = new_message_id(means.secrets, means.mail)
    said = json.dumps({"to": to.strip(), "secret": secret})
    at = now.astimezone(UTC)
    SavedMail.objects.create(
        saved=row,
        message_id=message_id,
        sealed=seal(said.encode(), key=settings.SECRET_KEY, about=message_id, nonce=means.secrets.random(NONCE_BYTES)),
        to_digest=_digest(to),
        from_digest=_digest(visitor),
        queued_at=at,
        try_at=at,
    )
    if not goes:
        SavedMail.objects.filter(message_id=message_id).update(sealed="", done_at=at)


def claim_mail(*, worker: str, now: datetime) -> ClaimedMail | None:
    """Claim the email with a link that has been due longest; nothing if none is due."""
    now = now.astimezone(UTC)
    is_free = Q(held_until__isnull=True) | Q(held_until__lte=now) | Q(held_until__gt=now + HOLDS)
    due = SavedMail.objects.filter(is_free, done_at__isnull=True, try_at__lte=now)
    for pk in due.order_by("try_at", "pk").values_list("pk", flat=True)[:20]:
        if due.filter(pk=pk).update(held_by=worker, held_until=now + HOLDS, attempts=F("attempts") + 1):
            row = SavedMail.objects.get(pk=pk)
            return ClaimedMail(number=pk, worker=worker, message_id=row.message_id, attempts=row.attempts)
    return None


def mail_to_send(claimed: ClaimedMail, *, on: date, covers: Path = FOLDER) -> Outgoing | None:
    """The email itself; nothing where what was saved is there no more. Raises NotTaken where it cannot be opened."""
    row = SavedMail.objects.select_related("saved").get(pk=claimed.number)
    if row.saved is None or row.saved.expires_on < on:
        return None
    said = _opened(row)
    address = f"{settings.PUTRIGHT_ADDRESS}/complain/back/{said['secret']}"
    words = saved_link(address=address, until=row.saved.expires_on, folder=covers)
    return Outgoing(
        message_id=row.message_id,
        written_at=row.queued_at,
        sender_name=SENDER,
        to=said["to"],
        to_name="",
        subject=words.subject,
        text=words.text,
    )


def done_with(claimed: ClaimedMail, *, now: datetime) -> None:
    """Forget the address and the link of an email that has gone, or need not go."""
    mine = SavedMail.objects.filter(pk=claimed.number)
    mine.update(sealed="", done_at=now.astimezone(UTC), held_by="", held_until=None)


def was_not_taken(claimed: ClaimedMail, trouble: Trouble, *, now: datetime) -> None:
    """Try an email again later, or give it up: then the address goes too."""
    row = SavedMail.objects.get(pk=claimed.number)
    again = next_try(trouble, attempts=claimed.attempts, queued_at=row.queued_at, now=now.astimezone(UTC))
    if again is None or again - row.queued_at > MAILS_COUNTED_FOR:
        done_with(claimed, now=now)
        return
    mine = SavedMail.objects.filter(pk=claimed.number, held_by=claimed.worker)
    mine.update(try_at=again, held_by="", held_until=None)


def sweep_mails(*, now: datetime) -> int:
    """Forget what was asked for more than a day ago, gone or not; return how many there were."""
    return SavedMail.objects.filter(queued_at__lt=now - MAILS_COUNTED_FOR).delete()[0]


def _opened(row: SavedMail) -> dict[str, str]:
    for key in keys_to_read():
        with suppress(SealBroken):
            said: dict[str, str] = json.loads(unseal(row.sealed, key=key, about=row.message_id))
            return said
    raise NotTaken(Trouble.CANNOT_BE_WRITTEN)


def _digest(said: str) -> str:
    """What is kept of an address or a place: keyed, so that nobody finds out whose it is by trying."""
    plain = said.strip().lower()
    return salted_hmac("putright.saved-mail", plain, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
