"""Which files were chosen on a form that is still being filled in? They wait, closed, until it is sent or forgotten."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.db.models import QuerySet, Sum

from putright.casework.errors import refused
from putright.casework.kept_files import keep, let_go, scan_of
from putright.casework.means import Means, means_of_this_site
from putright.casework.said import FileSaid
from putright.domain.advocate_drafts import ALIVE
from putright.domain.scanning import Scan
from putright.gateways.file_store import FileMissing
from putright.records.models import AdvocateDraft, FormFile, SavedComplaint

MOST_ON_A_FORM: Final = 3
KEPT_FOR: Final = timedelta(days=1)
# Whoever fills the disk with forms that they never send is stopped here; complaints are taken still.
MOST_KEPT: Final = 2_000_000_000
_TRIES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFileShown:
    """A file of a form: its number there, by which it is taken off again."""

    number: int
    name: str
    size: int
    scan: Scan


def files_on(form: str) -> tuple[FormFileShown, ...]:
    """The files of a form, in the order in which they were chosen; `form` is the word of this filling in alone."""
    return tuple(
        FormFileShown(number=row.number, name=row.name, size=row.file.size, scan=Scan(row.file.scan))
        for row in _rows(form)
    )


def add_to_form(
    form: str, file: FileSaid, *, now: datetime, most: int = MOST_ON_A_FORM, means: Means | None = None
) -> None:
    """Keep a file for a form; the same one chosen twice is kept once. Raises ActionRefused where there are too many."""
    means = means or means_of_this_site()
    sweep_forms(means, now=now)
    for _ in range(_TRIES):
        try:
            with transaction.atomic(durable=True):
                add_in(form, file, means, now, most)
        except IntegrityError:  # another took the number at the same moment: there may be room still, or none
            continue
        except BaseException:
            let_go(means, [means.files.name_of(file.content)])
            raise
        return
    let_go(means, [means.files.name_of(file.content)])
    raise refused("busy", "The file could not be added just now. Add it again")


def take_off(form: str, number: int, *, means: Means | None = None) -> None:
    """Take a file off a form; one that is gone already is gone."""
    _forget(means or means_of_this_site(), form_digest=digest_of(form), number=number)


def files_to_send(
    form: str, *, means: Means | None = None, only: Collection[int] | None = None
) -> tuple[FileSaid, ...]:
    """The files of a form, to go with what is sent, all or some; raises ActionRefused where one is gone or infected."""
    return tuple(_to_send(form, means or means_of_this_site(), only))


def forget_form(form: str) -> None:
    """Let go of the files of a form that was sent: by then the case has them. Inside the transaction that sent it."""
    FormFile.objects.filter(form_digest=digest_of(form)).delete()


def let_form_go(form: str, *, means: Means | None = None) -> None:
    """Let go of the files of a form that was done; those that a case has stay with the case."""
    _forget(means or means_of_this_site(), form_digest=digest_of(form))


def sweep_forms(means: Means, *, now: datetime) -> int:
    """Forget the files of forms neither sent nor saved within a day, that wait with no draft; return how many."""
    old = FormFile.objects.filter(made_at__lt=now - KEPT_FOR)
    saved = SavedComplaint.objects.values("form_digest")
    kept = old.exclude(form_digest__in=saved).exclude(form_digest__in=_alive_drafts())
    return _forget(means, pk__in=kept.values("pk"))


def _alive_drafts() -> QuerySet[AdvocateDraft, Any]:
    """Under what the files of advocates' drafts wait that are with somebody still."""
    return AdvocateDraft.objects.filter(state__in=[state.value for state in ALIVE]).values("form_digest")


def forget_files(form_digests: list[str], means: Means) -> int:
    """Forget the files of forms that were saved and are not any more; return how many."""
    return _forget(means, form_digest__in=form_digests)


def digest_of(form: str) -> str:
    """What a form is known by here: whoever reads the rows cannot take up somebody else's form."""
    return sha256(form.encode()).hexdigest()


def _rows(form: str) -> Iterator[FormFile]:
    yield from FormFile.objects.filter(form_digest=digest_of(form)).select_related("file").order_by("number")


def add_in(form: str, file: FileSaid, means: Means, now: datetime, most: int = MOST_ON_A_FORM) -> None:
    """Keep one file more, in the transaction of whoever holds what it is for; raises ActionRefused for one too many.

    All is reckoned from one look at the others: who looked at the same takes the same number.
    """
    others = list(FormFile.objects.filter(form_digest=digest_of(form)))
    if len(others) >= most:
        if most == 1:
            raise refused("too-many-files", "One file can come with this. Remove the other first")
        raise refused("too-many-files", "Up to %(most)s files can come with a complaint. Remove one of them", most=most)
    _refuse_what_fills_the_disk(len(file.content))
    scan = scan_of(file, means)
    row = keep(means, file.content, scan=scan, now=now, signatures_at=file.signatures_at)
    if any((other.file_id, other.name) == (row.stored_as, file.name) for other in others):
        return
    FormFile.objects.create(
        form_digest=digest_of(form),
        number=max((other.number for other in others), default=0) + 1,
        file=row,
        name=file.name,
        media_type=file.media_type,
        made_at=now,
    )


def _refuse_what_fills_the_disk(size: int) -> None:
    # What waits with drafts of advocates stays for weeks, and is not to keep others from complaining.
    passing = FormFile.objects.exclude(form_digest__in=_alive_drafts())
    kept = passing.aggregate(all=Sum("file__size"))["all"] or 0
    if kept + size > MOST_KEPT:
        message = "We cannot take more files just now. Send your complaint without it, and the file later or by post"
        raise refused("no-room", message)


def _to_send(form: str, means: Means, only: Collection[int] | None) -> Iterator[FileSaid]:
    for row in _rows(form):
        if only is not None and row.number not in only:
            continue
        if row.file.scan == Scan.FOUND:
            message = "A virus was found in one of your files. Remove that file, then send the rest"
            raise refused("virus-found", message)
        try:
            content = means.files.read(row.file_id)
        except FileMissing:
            raise refused(
                "file-gone", "%(name)s is no longer here. Remove it and choose it again.", name=row.name
            ) from None
        yield FileSaid(name=row.name, media_type=row.media_type, content=content, scan=Scan(row.file.scan))


def _forget(means: Means, **which: object) -> int:
    rows = FormFile.objects.filter(**which)
    names = [row.file_id for row in rows]
    if names:
        rows.delete()
        let_go(means, names)
    return len(names)
