"""Which events count on a day: corrections made, failed deliveries taken out, nothing later than the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from putright.domain.chronology import Event, in_force
from putright.domain.expressions import EventStart, OrElse, Start, WhicheverFirst
from putright.domain.periods import LONDON
from putright.domain.programme import Programme


class History:
    """The events of a case that count on a day, by kind, earliest first."""

    __slots__ = ("as_at", "by_kind", "events", "now", "today")

    def __init__(self, chronology: Sequence[Event], as_at: date | datetime) -> None:
        self.as_at = as_at
        self.now = as_at.astimezone(LONDON) if isinstance(as_at, datetime) else None
        self.today = self.now.date() if self.now else as_at
        known = [event for event in in_force(chronology) if self._has_come(event)]
        known.sort(key=_day)
        self.events = _without_failed(known) if any(event.event == "delivery_failed" for event in known) else known
        self.by_kind: dict[str, list[Event]] = {}
        for event in self.events:
            self.by_kind.setdefault(event.event, []).append(event)

    def _has_come(self, event: Event) -> bool:
        if self.now is not None and event.at is not None:
            return event.at <= self.now
        return event.on <= self.today

    def all(self, kind: str) -> Sequence[Event]:
        """Every event of a kind, earliest first."""
        return self.by_kind.get(kind, ())

    def first(self, kind: str) -> Event | None:
        """The first event of a kind."""
        found = self.by_kind.get(kind)
        return found[0] if found else None

    def latest(self, kind: str) -> Event | None:
        """The latest event of a kind."""
        found = self.by_kind.get(kind)
        return found[-1] if found else None

    def has(self, kind: str) -> bool:
        """Whether an event of a kind has happened."""
        return kind in self.by_kind

    def since(self, kind: str, others: Sequence[str]) -> bool:
        """Whether the latest event of a kind comes after every one of the others (same day: the order of the file)."""
        if kind not in self.by_kind:
            return False
        for event in reversed(self.events):
            if event.event == kind:
                return True
            if event.event in others:
                return False
        return False


def _day(event: Event) -> date:
    return event.on


# A letter or message that is found not to have arrived was one of these; what is named in `about` comes first.
_SENT = ("_sent", "acknowledged", "_explained", "_told", "_requested", "_offered")


def _without_failed(known: list[Event]) -> list[Event]:
    """The events, less those whose letter did not arrive: what they met is to be done again."""
    kept: list[Event] = []
    for event in known:
        if event.event == "delivery_failed":
            failed = _failed(kept, event)
            if failed is not None:
                kept.remove(failed)
        kept.append(event)
    return kept


def _failed(sent: list[Event], failure: Event) -> Event | None:
    if failure.about is not None:
        return next((event for event in sent if event.id == failure.about), None)
    return next((event for event in reversed(sent) if event.event.endswith(_SENT)), None)


@dataclass(frozen=True, slots=True)
class Window:
    """From when until when a stage runs; both days included, no end while it lasts."""

    begins: date | None
    ends: date | None


WHOLE = Window(None, None)


def windows(programme: Programme, history: History) -> tuple[Window, ...]:
    """The window of each stage; a stage ends when a later one begins."""
    begins: list[date | None] = []
    after: date | None = None
    for start in programme.stages:
        begun = _begun(start, history, after)
        begins.append(begun)
        after = begun or after
    return tuple(
        Window(begun, min((b for b in begins[k + 1 :] if b is not None), default=None))
        for k, begun in enumerate(begins)
    )


def _begun(start: Start, history: History, after: date | None) -> date | None:
    if isinstance(start, OrElse | WhicheverFirst):
        found = [begun for begun in (_begun(part, history, after) for part in start.starts) if begun is not None]
        return (found[0] if isinstance(start, OrElse) else min(found)) if found else None
    if not isinstance(start, EventStart):
        return None
    return next((event.on for event in history.all(start.event) if after is None or event.on >= after), None)


def ended_by(programme: Programme, history: History) -> Event | None:
    """The event that ended the case under a procedure, unless it was opened again since."""
    ended: Event | None = None
    ends = programme.ends
    if not any(kind in history.by_kind for kind in ends):
        return None
    for event in history.events:
        if event.event in ends:
            ended = ended or event
        elif event.event == "reopened":
            ended = None
    return ended
