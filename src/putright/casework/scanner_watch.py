"""Does the virus scanner answer just now, and how new is what it knows? Every process knows, so that one waits for all.

A scanner that did not answer is left alone for a while: files are then taken at once and wait, closed, to be scanned
by the job of the schedule, which asks on its own and says so here when the scanner is back (docs/adr/0017).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from putright.casework.means import Means
from putright.gateways.virus_scan import NotScanned, Obstacle, Scanner, Verdict, signatures_at
from putright.records.models import VirusScanner

# How long a page may wait for the scanner, all its files together, in seconds.
PAGE_SECONDS: Final = 2.0
LEFT_ALONE_FOR: Final = timedelta(minutes=5)
# What tells that the scanner itself is not there; any other obstacle is one of the file, and found quickly.
AWAY: Final = frozenset({Obstacle.UNREACHABLE, Obstacle.TIMED_OUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerSeen:
    """How the scanner stands: since when it does not answer and why, and of when its signatures are."""

    is_set_up: bool
    away_since: datetime | None = None
    obstacle: Obstacle | None = None
    signatures_at: datetime | None = None
    seen_at: datetime | None = None


def scanner_seen(means: Means) -> ScannerSeen:
    """How the scanner of this site stands, as it was last seen; nothing is asked of it."""
    row = VirusScanner.objects.first()
    if means.scanner is None or row is None:
        return ScannerSeen(is_set_up=means.scanner is not None)
    return ScannerSeen(
        is_set_up=True,
        away_since=row.away_since,
        obstacle=Obstacle(row.obstacle) if row.obstacle else None,
        signatures_at=row.signatures_at,
        seen_at=row.seen_at,
    )


def ask(scanner: Scanner, content: bytes, *, now: datetime) -> tuple[Verdict, datetime | None]:
    """What the scanner says of a file, and of when what it knows is at least; raises NotScanned.

    It is not asked at all while it is left alone, but by one of those who come when that is over. No transaction may
    be open.
    """
    row = VirusScanner.objects.first()
    if row is not None and row.away_since is not None and not _is_ours_to_ask(now):
        raise NotScanned(Obstacle(row.obstacle))
    try:
        verdict = scanner.scan(content)
    except NotScanned as held_up:
        if held_up.obstacle in AWAY:
            note_away(held_up.obstacle, now=now)
        raise
    if row is not None and row.away_since is not None:
        note_back()
    return verdict, row.signatures_at if row is not None else None


def look(scanner: Scanner, *, now: datetime) -> datetime | None:
    """Ask the scanner whether it is there, and note what it says; return of when its signatures are.

    Raises NotScanned where it does not answer.
    """
    try:
        known = signatures_at(scanner.version())
    except NotScanned as held_up:
        note_away(held_up.obstacle, now=now)
        raise
    said = {"away_since": None, "obstacle": "", "ask_again_at": None, "signatures_at": known, "seen_at": now}
    VirusScanner.objects.update_or_create(id=1, defaults=said)
    return known


def note_away(obstacle: Obstacle, *, now: datetime) -> None:
    """Note that the scanner does not answer: it is left alone for a while."""
    row, _ = VirusScanner.objects.get_or_create(id=1)
    VirusScanner.objects.filter(id=1).update(
        away_since=row.away_since or now, obstacle=obstacle.value, ask_again_at=now + LEFT_ALONE_FOR
    )


def note_back() -> None:
    """Note that the scanner answers again."""
    VirusScanner.objects.filter(id=1).update(away_since=None, obstacle="", ask_again_at=None)


def _is_ours_to_ask(now: datetime) -> bool:
    """Whether the scanner has been left alone long enough, and nobody else has gone to ask it meanwhile."""
    # An instant that lies further off than that was entered before the clock was put back.
    is_over = Q(ask_again_at__lte=now) | Q(ask_again_at__gt=now + LEFT_ALONE_FOR)
    again_at = now + LEFT_ALONE_FOR
    return VirusScanner.objects.filter(is_over, id=1).update(ask_again_at=again_at) == 1
