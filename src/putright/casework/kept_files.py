"""How is a file stored once, whatever papers it is of, and let go with the last of them?

Its row is held by whoever adds or removes it: so a file is never removed while somebody else names it.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Final

from django.db import DatabaseError, InterfaceError, transaction

from putright.casework.errors import ActionRefused, refused
from putright.casework.means import Means
from putright.casework.said import FileSaid
from putright.domain.scanning import Scan, what_stands
from putright.gateways.file_store import NoRoom
from putright.records.models import Document, FormFile, IncomingFile, StoredFile

UNFINISHED_FOR: Final = timedelta(days=1)
_LOOKED_UP_AT_ONCE: Final = 500


def takes_files(means: Means) -> bool:
    """Whether files that come in are taken: by a scanner, or knowingly without one."""
    return means.scanner is not None or means.takes_unscanned


def files_not_taken() -> ActionRefused:
    """The refusal where nobody looks for viruses."""
    message = (
        "Files cannot be taken here at present, because they cannot be checked for viruses. Send the papers by post, or"
        " say that they will follow."
    )
    return refused("files-not-taken", message)


def scan_of(file: FileSaid, means: Means) -> Scan:
    """What is known of a file that came in; where there is no scanner it was let in knowingly."""
    return Scan.UNSCANNED if file.scan is Scan.WAITING and means.scanner is None else file.scan


def keep(
    means: Means, content: bytes, *, scan: Scan, now: datetime, signatures_at: datetime | None = None
) -> StoredFile:
    """Store a content once, in the transaction of whatever names it; raises ActionRefused where there is no room.

    `signatures_at` tells how new what the scanner knew was that found nothing in it.
    """
    name = means.files.name_of(content)
    said = {"size": len(content), "scan": scan.value, "made_at": now, "signatures_at": signatures_at}
    known, is_new = StoredFile.objects.select_for_update().get_or_create(stored_as=name, defaults=said)
    if not is_new:
        _learn(known, scan, signatures_at)
    try:
        means.files.put(content)
    except NoRoom:
        message = (
            "There is no room left to keep the file, so nothing was saved. What was saved before is safe. Try again"
            " later, or send the file by post. Whoever looks after this site has to make room."
        )
        raise refused("no-room", message) from None
    return known


def _learn(known: StoredFile, scan: Scan, signatures_at: datetime | None) -> None:
    """Enter what was found out about a content that is here already, as far as it is more than is known."""
    stands = what_stands(Scan(known.scan), scan)
    is_newer = signatures_at is not None and (known.signatures_at is None or signatures_at > known.signatures_at)
    if stands != known.scan or is_newer:
        known.scan = stands.value
        known.signatures_at = signatures_at if is_newer else known.signatures_at
        known.save(update_fields=["scan", "signatures_at"])


def let_go(means: Means, names: Iterable[str]) -> int:
    """Remove files that nothing names any more; return how many. What cannot be removed now, the sweeping removes."""
    gone = 0
    if means.laid_out is None:
        with suppress(DatabaseError, InterfaceError):
            for name in dict.fromkeys(names):
                gone += _let_go(means, name)
    return gone


def sweep(means: Means, *, now: datetime) -> int:
    """Remove what was left behind by whatever stopped half way: files and rows that nothing names; return how many."""
    means.files.sweep(before=now - UNFINISHED_FOR)
    named = StoredFile.objects.filter(documents__isnull=True, form_files__isnull=True, incoming_files__isnull=True)
    unnamed = named.filter(made_at__lt=now - UNFINISHED_FOR).values_list("stored_as", flat=True)
    return let_go(means, [*unnamed, *_without_a_row(means)])


def _without_a_row(means: Means) -> Iterator[str]:
    """The files in the store of which there is no row, a few hundred looked up at a time."""
    names = means.files.names()
    while some := list(islice(names, _LOOKED_UP_AT_ONCE)):
        rows = set(StoredFile.objects.filter(stored_as__in=some).values_list("stored_as", flat=True))
        yield from (name for name in some if name not in rows)


def _let_go(means: Means, name: str) -> int:
    with transaction.atomic():
        # Made if it is not there: so that whoever is about to store the same content waits, and writes it again.
        row, _ = StoredFile.objects.select_for_update().get_or_create(stored_as=name, defaults=_NOTHING_KNOWN)
        if any(holding.objects.filter(file=row).exists() for holding in (Document, FormFile, IncomingFile)):
            return 0
        means.files.remove([name])
        row.delete()
    return 1


_NOTHING_KNOWN: Final = {"size": 0, "scan": Scan.WAITING.value, "made_at": datetime(1970, 1, 1, tzinfo=UTC)}
