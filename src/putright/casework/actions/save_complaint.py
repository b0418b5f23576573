"""Somebody who is making a complaint saves what they have told so far, and gets a link with which to go on."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from putright.casework.errors import refuse
from putright.casework.form_files import digest_of
from putright.casework.means import Means, means_of_this_site
from putright.casework.saved_complaints import length_of_all, mark_of, new_secret, rows_of, write
from putright.domain.saved import why_not_save
from putright.records.models import SavedComplaint


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedNow:
    """The secret of the link, until when it is good, and whether it is another link than the one that was opened."""

    secret: str
    saved_at: datetime
    until: date
    mark: str
    is_another: bool


def save_complaint(
    *,
    answers: str,
    form: str,
    secret: str = "",
    seen: str = "",
    on: date,
    now: datetime,
    means: Means | None = None,
) -> SavedNow:
    """Keep answers, sealed, under the secret of a link: one that was opened before, or else a new one.

    `form` is the word of this filling in, by which its files stay. `seen` is the mark of what was opened: where it
    was saved from another place since, that stays as it is, and this is saved under a link of its own. Raises
    ActionRefused where it is too much.
    """
    means = means or means_of_this_site()
    with transaction.atomic(durable=True):
        found = rows_of(secret, on=on).select_for_update().first()
        if found is not None and (mark_of(found) != seen or found.form_digest != digest_of(form)):
            found = None
        kept_already = length_of_all() - (len(found.sealed) if found else 0)
        refuse(why_not_save(len(answers), kept_already=kept_already))
        row = found or SavedComplaint(form_digest=digest_of(form))
        under = secret if found else new_secret(means.secrets)
        saved = write(row, answers, secret=under, on=on, now=now, secrets=means.secrets)
    is_another = bool(secret) and found is None
    return SavedNow(secret=under, saved_at=saved.saved_at, until=saved.until, mark=saved.mark, is_another=is_another)
