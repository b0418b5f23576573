"""What could not be scanned when it came: is there a virus in it? Asked again and again, until it is known.

Nothing is locked while the scanner is asked. What it says is entered on the file; a virus is then recorded on every
case that has the file, by the number of the paper and never by its name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Q

from putright.casework.means import Means
from putright.casework.perform import all_or_nothing, day_of, holding
from putright.domain.scanning import TO_BE_SCANNED, Scan, what_stands
from putright.gateways.file_store import FileMissing
from putright.gateways.virus_scan import NotScanned, Obstacle, Verdict
from putright.records.models import Case, Document, Event, StoredFile

MOST_AT_ONCE: Final = 200
FOUND_EVENT: Final = "virus_found"
# One that the scanner itself will not take is asked about less often than one that it could not be asked about.
_AGAIN_AFTER: Final = {Obstacle.TOO_LARGE: timedelta(days=1)}


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
        for row in _to_scan(now)[:most]:
            verdict = _asked(means, row, now=now)
            if verdict is None:
                if _is_away(row):
                    break
                continue
            looked_at += 1
            found += not verdict.is_clean
    record_viruses(means, now=now)
    waiting = StoredFile.objects.filter(scan__in=[Scan.WAITING, Scan.HELD_UP]).count()
    return Scanned(looked_at=looked_at, found=found, waiting=waiting)


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


def _to_scan(now: datetime) -> list[StoredFile]:
    too_large = Q(obstacle=Obstacle.TOO_LARGE.value, tried_at__gt=now - _AGAIN_AFTER[Obstacle.TOO_LARGE])
    rows = StoredFile.objects.filter(scan__in=[each.value for each in TO_BE_SCANNED]).exclude(too_large)
    return list(rows.order_by(F("tried_at").asc(nulls_first=True), "id")[:MOST_AT_ONCE])


def _asked(means: Means, row: StoredFile, *, now: datetime) -> Verdict | None:
    """What the scanner says, entered on the file; nothing where it cannot say, and why is entered then."""
    if means.scanner is None:
        return None
    try:
        verdict = means.scanner.scan(means.files.read(row.stored_as))
    except NotScanned as held_up:
        _enter(row, Scan.HELD_UP, now=now, obstacle=held_up.obstacle.value)
        return None
    except FileMissing:
        _enter(row, Scan.HELD_UP, now=now, obstacle="file-missing")
        return None
    _enter(row, Scan.CLEAN if verdict.is_clean else Scan.FOUND, now=now, virus=verdict.virus)
    return verdict


def _enter(row: StoredFile, scan: Scan, *, now: datetime, obstacle: str = "", virus: str = "") -> None:
    row.obstacle = obstacle
    with transaction.atomic():
        kept = StoredFile.objects.select_for_update().filter(pk=row.pk).first()
        if kept is None:  # let go meanwhile
            return
        kept.scan = what_stands(Scan(kept.scan), scan).value
        kept.virus = virus or kept.virus
        kept.obstacle, kept.tried_at, kept.attempts = obstacle, now, kept.attempts + 1
        kept.save(update_fields=["scan", "virus", "obstacle", "tried_at", "attempts"])


def _is_away(row: StoredFile) -> bool:
    """Whether the scanner could not be asked at all: the other files would only wait for it too."""
    return row.obstacle in {Obstacle.UNREACHABLE, Obstacle.TIMED_OUT}


def _unrecorded() -> Iterator[tuple[int, int]]:
    held = Document.objects.filter(file__scan=Scan.FOUND.value).order_by("case", "number")
    for case_id, number in held.values_list("case_id", "number"):
        if not _is_recorded(case_id, number):
            yield case_id, number


def _is_recorded(case_id: int, number: int) -> bool:
    known = Event.objects.filter(case=case_id, event=FOUND_EVENT).values_list("facts", flat=True)
    return any(facts.get("paper") == number for facts in known)
