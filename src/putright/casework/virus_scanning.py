"""What could not be scanned when it came, or was before the scanner knew what it knows now: is there a virus in it?

Nothing is locked while the scanner is asked. What it says is entered on the file; a virus is then recorded on every
case that has the file, by the number of the paper and never by its name.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Q, QuerySet

from putright.casework import scanner_watch
from putright.casework.held_back import FOUND_EVENT
from putright.casework.means import Means
from putright.casework.perform import all_or_nothing, day_of, holding
from putright.domain.scanning import TO_BE_SCANNED, Scan, what_stands
from putright.gateways.file_store import FileMissing
from putright.gateways.virus_scan import NotScanned, Obstacle, Scanner, Verdict
from putright.records.models import Case, Document, Event, StoredFile

MOST_AT_ONCE: Final = 200
MOST_AGAIN_AT_ONCE: Final = 500
# One that the scanner itself will not take is asked about less often than one that it could not be asked about.
_AGAIN_AFTER: Final = {Obstacle.TOO_LARGE: timedelta(days=1), Obstacle.TOO_SLOW: timedelta(hours=1)}
# What stood in the way of scanning a file again is not asked about again on the same day: others come first.
_AGAIN_TOMORROW: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """How many files were looked at, in how many a virus was found, and how many still wait."""

    looked_at: int
    found: int
    waiting: int


def scan_what_waits(means: Means, *, now: datetime, most: int = MOST_AT_ONCE) -> Scanned:
    """Ask the scanner about every file that waits, the longest untried first; stop once it does not answer at all."""
    looked_at = found = 0
    if means.scanner is not None:
        looked_at, found = _scan(means, means.scanner, _to_scan(now)[:most], now=now)
    record_viruses(means, now=now)
    return Scanned(looked_at=looked_at, found=found, waiting=waiting_count())


def scan_again(means: Means, *, now: datetime, most: int = MOST_AGAIN_AT_ONCE) -> Scanned:
    """Scan again what was found clean by a scanner that knew less, the longest ago first; `waiting` is what is left."""
    looked_at = found = 0
    knows = None
    if means.scanner is not None:
        with suppress(NotScanned):
            knows = scanner_watch.look(means.scanner, now=now)
            looked_at, found = _scan(means, means.scanner, list(_to_scan_again(knows, now)[:most]), now=now)
    record_viruses(means, now=now)
    return Scanned(looked_at=looked_at, found=found, waiting=_to_scan_again(knows, now).count())


def waiting_count() -> int:
    """How many files are closed because it is not known yet whether there is a virus in them."""
    return StoredFile.objects.filter(scan__in=[Scan.WAITING, Scan.HELD_UP]).count()


def record_viruses(means: Means, *, now: datetime) -> int:
    """Record on each case the papers in which a virus was found, those that are not recorded yet; return how many."""
    papers = list(_unrecorded())
    for case_id, number in papers:
        with all_or_nothing(means) as keeping:
            case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
            if _is_recorded(case_id, number):
                continue
            on = max(day_of(now), case.received_on)
            with holding(case, keeping, by_id=None, on=on, now=now) as hand:
                hand.note(FOUND_EVENT, facts={"paper": number})
    return len(papers)


def _scan(means: Means, scanner: Scanner, rows: Sequence[StoredFile], *, now: datetime) -> tuple[int, int]:
    """Ask about these files, first whether the scanner is there; return how many were looked at, and found wanting."""
    looked_at = found = 0
    with suppress(NotScanned):
        knew = scanner_watch.look(scanner, now=now)
        for row in rows:
            verdict = _asked(means, scanner, row, knew, now=now)
            looked_at += verdict is not None
            found += verdict is not None and not verdict.is_clean
    return looked_at, found


def _to_scan(now: datetime) -> list[StoredFile]:
    rows = StoredFile.objects.filter(scan__in=[each.value for each in TO_BE_SCANNED])
    for obstacle, after in _AGAIN_AFTER.items():
        rows = rows.exclude(obstacle=obstacle.value, tried_at__gt=now - after, tried_at__lte=now)
    return list(rows.order_by(F("tried_at").asc(nulls_first=True), "id")[:MOST_AT_ONCE])


def _to_scan_again(knows: datetime | None, now: datetime) -> QuerySet[StoredFile]:
    if knows is None:  # it does not answer, or does not say of when what it knows is
        return StoredFile.objects.none()
    known_less = Q(signatures_at__isnull=True) | Q(signatures_at__lt=knows)
    rows = StoredFile.objects.filter(known_less, scan=Scan.CLEAN.value)
    held_up = ~Q(obstacle="") & Q(tried_at__gt=now - _AGAIN_TOMORROW, tried_at__lte=now)
    return rows.exclude(held_up).order_by(F("signatures_at").asc(nulls_first=True), "id")


def _asked(means: Means, scanner: Scanner, row: StoredFile, knew: datetime | None, *, now: datetime) -> Verdict | None:
    """What the scanner says, entered on the file; nothing where it cannot say of this one, and why is entered then.

    Raises NotScanned where it does not answer at all: the other files would only wait for it too.
    """
    try:
        verdict = scanner.scan(means.files.read(row.stored_as))
    except NotScanned as held_up:
        _enter_obstacle(scanner, row, held_up.obstacle, now=now)
        return None
    except FileMissing:
        _enter(row, Scan.HELD_UP, now=now, obstacle="file-missing")
        return None
    _enter(row, Scan.CLEAN if verdict.is_clean else Scan.FOUND, now=now, virus=verdict.virus, knew=knew)
    return verdict


def _enter_obstacle(scanner: Scanner, row: StoredFile, obstacle: Obstacle, *, now: datetime) -> None:
    """Enter what was in the way: of this file, or of all; a scanner that is there was held up by the file itself."""
    try:
        if obstacle in scanner_watch.AWAY:
            scanner_watch.look(scanner, now=now)
            obstacle = Obstacle.TOO_SLOW
    finally:
        _enter(row, Scan.HELD_UP, now=now, obstacle=obstacle.value)


def _enter(
    row: StoredFile,
    scan: Scan,
    *,
    now: datetime,
    obstacle: str = "",
    virus: str = "",
    knew: datetime | None = None,
) -> None:
    with transaction.atomic():
        kept = StoredFile.objects.select_for_update().filter(pk=row.pk).first()
        if kept is None:  # let go meanwhile
            return
        kept.scan = what_stands(Scan(kept.scan), scan).value
        kept.virus = virus or kept.virus
        kept.obstacle, kept.tried_at, kept.attempts = obstacle, now, kept.attempts + 1
        kept.signatures_at = knew or kept.signatures_at
        kept.save(update_fields=["scan", "virus", "obstacle", "tried_at", "attempts", "signatures_at"])


def _unrecorded() -> Iterator[tuple[int, int]]:
    held = Document.objects.filter(file__scan=Scan.FOUND.value).order_by("case", "number")
    for case_id, number in held.values_list("case_id", "number"):
        if not _is_recorded(case_id, number):
            yield case_id, number


def _is_recorded(case_id: int, number: int) -> bool:
    known = Event.objects.filter(case=case_id, event=FOUND_EVENT).values_list("facts", flat=True)
    return any(facts.get("paper") == number for facts in known)
