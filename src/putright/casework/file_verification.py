"""Is every file where it was stored and as it was stored, and is there any that nobody names?

The store is gone through folder by folder, so that a hundred thousand files need no more memory than a few hundred.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.casework.form_files import KEPT_FOR
from putright.casework.kept_files import UNFINISHED_FOR
from putright.casework.means import Means
from putright.domain.advocate_drafts import ALIVE
from putright.domain.chain import salted_digest
from putright.gateways.file_store import FileMissing
from putright.records.models import AdvocateDraft, FormFile, IncomingFile, SavedComplaint, StoredFile

FOLDERS: Final = tuple(f"{number:02x}" for number in range(256))
_AT_ONCE: Final = 200  # rows
# What a job clears away every few minutes may lie a while longer where nobody works.
_GRACE: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFault:
    """What is wrong with a file: a code, and a sentence without anybody's name or that of the file."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFound:
    """Something found among the files: where, and what; `is_left_over` where nothing is lost and nobody needs it."""

    where: str
    fault: FileFault
    is_left_over: bool = False


def fault_of(means: Means, stored_as: str, *, size: int, salt: str, digest: str, what: str) -> FileFault | None:
    """What is wrong with a file that should have this size and salted digest, if anything; `what` is what we call it.

    Without a digest its name must follow from its content.
    """
    try:
        content = means.files.read(stored_as)
    except FileMissing:
        return FileFault(code="file-missing", message=f"{what} is not in the file store")
    except OSError as failed:
        why = failed.strerror or "nobody says why"
        return FileFault(code="file-unreadable", message=f"{what} cannot be read: {why}")
    if len(content) != size:
        sizes = f"it has {len(content):,} bytes, and had {size:,}"
        return FileFault(code="paper-altered", message=f"{what} has been altered: {sizes}")
    if digest:
        is_same = salted_digest(content, bytes.fromhex(salt)) == digest
    else:
        is_same = means.files.name_of(content) == stored_as
    return None if is_same else FileFault(code="paper-altered", message=f"{what} has been altered")


def waiting_files(means: Means, *, now: datetime | None = None) -> Iterator[FileFound]:
    """Go through the files of messages and of forms that were not sent; with `now`, name those that should be gone."""
    for row in IncomingFile.objects.select_related("file").order_by("message", "number").iterator(chunk_size=_AT_ONCE):
        where, what = f"message {row.message_id}, file {row.number}", f"file {row.number} of the message"
        fault = fault_of(means, row.file_id, size=row.file.size, salt=row.salt, digest=row.digest, what=what)
        if fault is not None:
            yield FileFound(where=where, fault=fault)
    # The files of a form that was saved stay as long as it does, and a job has a day to clear them away.
    saved = SavedComplaint.objects.filter(form_digest=OuterRef("form_digest"))
    if now is not None:
        saved = saved.filter(expires_on__gte=(now - KEPT_FOR).date())
    drafts = AdvocateDraft.objects.filter(form_digest=OuterRef("form_digest"), state__in=[one.value for one in ALIVE])
    rows = FormFile.objects.select_related("file").annotate(is_saved=Exists(saved) | Exists(drafts)).order_by("pk")
    for kept in rows.iterator(chunk_size=_AT_ONCE):
        what = "a file of a form that was not sent"
        fault = fault_of(means, kept.file_id, size=kept.file.size, salt="", digest="", what=what)
        if fault is not None:
            yield FileFound(where=f"form file {kept.pk}", fault=fault)
        if now is not None and not kept.is_saved and kept.made_at < now - KEPT_FOR - _GRACE:
            late = FileFault(code="form-file-kept-too-long", message=f"{what} is here still after more than a day")
            yield FileFound(where=f"form file {kept.pk}", fault=late, is_left_over=True)


def left_over_in(means: Means, folder: str) -> Iterator[FileFound]:
    """Go through one folder of the store; name what no paper, message or form names, and rows without either."""
    here = set(means.files.names_in(folder))
    rows = StoredFile.objects.filter(stored_as__startswith=f"{folder}/")
    known = set(rows.values_list("stored_as", flat=True))
    unnamed = set(unnamed_rows(rows).values_list("stored_as", flat=True))
    for name in sorted((here - known) | (here & unnamed)):
        fault = FileFault(code="file-unknown", message=f"nobody names the file {name}")
        yield FileFound(where="file store", fault=fault, is_left_over=True)
    for name in sorted(unnamed - here):
        fault = FileFault(code="file-row-unknown", message=f"nobody names {name}, of which there is a row and no file")
        yield FileFound(where="file store", fault=fault, is_left_over=True)


def other_leftovers(means: Means, *, now: datetime | None = None) -> Iterator[FileFound]:
    """Count what lies in the store and is none of its files, and what was begun long ago and never finished."""
    if strange := means.files.strangers():
        words = f"{strange:,} in the folder of the files that Putright did not put there"
        yield FileFound(where="file store", fault=FileFault(code="file-strange", message=words), is_left_over=True)
    if now is not None and (halves := means.files.unfinished(before=now - UNFINISHED_FOR - _GRACE)):
        words = f"{halves:,} begun more than a day ago and never finished"
        yield FileFound(where="file store", fault=FileFault(code="file-unfinished", message=words), is_left_over=True)


def unnamed_rows(rows: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    """Those of these rows that nothing names, of whatever kind it is."""
    named = Q()
    for relation in StoredFile._meta.related_objects:
        named &= Q(**{f"{relation.get_accessor_name()}__isnull": True})
    return rows.filter(named)
