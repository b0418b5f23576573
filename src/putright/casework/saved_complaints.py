"""What is in the link of a complaint that was saved? The secret under which it is sealed, and which is kept nowhere."""

import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.db.models.functions import Length

from putright.casework.form_files import digest_of, forget_files
from putright.casework.means import Means
from putright.domain.saved import kept_until
from putright.gateways.sealing import NONCE_BYTES, seal, unseal
from putright.gateways.secrets import Secrets
from putright.records.models import SavedComplaint

SECRET_BYTES: Final = 16
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What somebody saved: the answers as they were typed, when that was, and the last day on which they are there.

    `mark` is that of this saving alone: by it we see that it was saved again from another place.
    """

    answers: str
    saved_at: datetime
    until: date
    mark: str


def new_secret(secrets: Secrets) -> str:
    """A secret of 128 random bits, as it stands in a link."""
    return urlsafe_b64encode(secrets.random(SECRET_BYTES)).decode().rstrip("=")


def row_of(secret: str, *, on: date) -> SavedComplaint | None:
    """What was saved under a secret, if it is there still on a day; inside a transaction ask `rows_of` to hold it."""
    return rows_of(secret, on=on).first()


def rows_of(secret: str, *, on: date) -> QuerySet[SavedComplaint]:
    """The one row of a secret, or none."""
    if not _SECRET.fullmatch(secret):
        return SavedComplaint.objects.none()
    return SavedComplaint.objects.filter(digest=_digest(secret), expires_on__gte=on)


def write(row: SavedComplaint, answers: str, *, secret: str, on: date, now: datetime, secrets: Secrets) -> Saved:
    """Seal answers into a row, for another 28 days."""
    row.digest = _digest(secret)
    row.sealed = seal(answers.encode(), key=secret, about=_about(row), nonce=secrets.random(NONCE_BYTES))
    row.saved_at, row.expires_on = now, kept_until(on)
    row.save()
    return Saved(answers=answers, saved_at=row.saved_at, until=row.expires_on, mark=mark_of(row))


def read(row: SavedComplaint, *, secret: str) -> Saved:
    """Open a row with its secret; raises SealBroken where somebody altered it."""
    answers = unseal(row.sealed, key=secret, about=_about(row)).decode()
    return Saved(answers=answers, saved_at=row.saved_at, until=row.expires_on, mark=mark_of(row))


def mark_of(row: SavedComplaint) -> str:
    """What tells one saving from another: no two are sealed with the same random bytes."""
    return sha256(row.sealed.encode()).hexdigest()


def length_of_all() -> int:
    """How many characters are kept of all that was saved."""
    return int(SavedComplaint.objects.aggregate(all=Sum(Length("sealed")))["all"] or 0)


def forget_sent(form: str) -> None:
    """Forget what was saved of a complaint that is sent. Inside the transaction that sends it."""
    SavedComplaint.objects.filter(form_digest=digest_of(form)).delete()


def forget(rows: QuerySet[SavedComplaint], means: Means) -> int:
    """Forget what was saved, then the files that were kept for its sake; return how many there were."""
    with transaction.atomic(durable=True):
        forms = list(rows.values_list("form_digest", flat=True))
        rows.delete()
    forget_files(forms, means)
    return len(forms)


def sweep_saved(means: Means, *, on: date) -> int:
    """Forget what nobody went on with in time; return how many there were."""
    return forget(SavedComplaint.objects.filter(expires_on__lt=on), means)


def _digest(secret: str) -> str:
    return sha256(f"saved complaint {secret}".encode()).hexdigest()


def _about(row: SavedComplaint) -> str:
    return f"saved complaint {row.digest} {row.form_digest}"
