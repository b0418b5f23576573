"""Which events count on a day: corrections made, failed deliveries taken out, nothing later than the day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from putright.domain.chronology import Event, in_force, issue_of
from putright.domain.periods import LONDON
from putright.domain.programme import Programme
from putright.domain.vocabulary import SENT_BY_THE_BODY


class History:
    """The events of a case that count on a day, by kind, earliest first."""

    __slots__ = ("as_at", "by_kind", "events", "now", "today", "unheeded")

    def __init__(self, chronology: Sequence[Event], as_at: date | datetime) -> None:
        if isinstance(as_at, datetime) and as_at.tzinfo is None:
            raise ValueError(f"{as_at} does not say its time zone: an instant needs one, or give the date alone")
        self.as_at = as_at
        self.now = as_at.astimezone(LONDON) if isinstance(as_at, datetime) else None
        self.today = self.now.date() if self.now else as_at
        known = [event for event in in_force(chronology) if self._has_come(event)]
        known.sort(key=_day)
        self.unheeded: tuple[Event, ...] = ()  # failures of something that was never sent
        if any(event.event == "delivery_failed" for event in known):
            known = self._without_failed(known)
        self._keep(known)

    def _without_failed(self, known: list[Event]) -> list[Event]:
        """The events, less those whose letter did not arrive: what they met is to be done again."""
        kept: list[Event] = []
        for event in known:
            if event.event == "delivery_failed":
                failed = failed_by(kept, event)
                kept = [one for one in kept if not any(one is sent for sent in failed)]
                self.unheeded += () if failed else (event,)
            kept.append(event)
        return kept

    def _keep(self, events: list[Event]) -> None:
        self.events = events
        self.by_kind: dict[str, list[Event]] = {}
        for event in events:
            self.by_kind.setdefault(event.event, []).append(event)

    def before(self, day: date) -> "History":
        """The same history as a day began: a date of the day before has passed, and nothing of the day has happened."""
        made = object.__new__(History)
        made.as_at = made.today = day
        made.now, made.unheeded = None, ()
        made._keep([event for event in self.events if event.on < day])
        return made

    def without(self, is_left_out: Callable[[Event], bool]) -> "History":
        """The same history, as if some events had not been recorded."""
        made = object.__new__(History)
        made.as_at, made.today, made.now, made.unheeded = self.as_at, self.today, self.now, self.unheeded
        made._keep([event for event in self.events if not is_left_out(event)])
        return made

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


def failed_by(before: Sequence[Event], failure: Event) -> Sequence[Event]:
    """What did not arrive: what the failure is `about`, or else all that was sent on the last day anything was."""
    if failure.about is not None:
        return [event for event in before if event.id == failure.about]
    sent = [event for event in before if event.event in SENT_BY_THE_BODY]
    return [event for event in sent if event.on == sent[-1].on]


@dataclass(frozen=True, slots=True)
class Window:
    """From when until when a stage runs, both days included, and the event that began it; no end while it lasts."""

    begins: date | None
    ends: date | None
    by: Event | None = None
    has_begun: bool = True


WHOLE = Window(None, None)
NOT_BEGUN = Window(None, None, has_begun=False)


def windows(programme: Programme, history: History) -> tuple[Window, ...]:
    """The window of each stage; a stage ends when a later one begins.

    The days are taken one by one: on each, the stages after the one that runs begin in their order, each by an event
    of its own, so that one request never begins two stages, and a stage that was passed over cannot begin any more.
    """
    if not programme.stages:
        return ()
    begun: list[Event | None] = [None] * len(programme.stages)
    running = -1
    kinds = frozenset[str]().union(*programme.stages)
    for day in _days([event for event in history.events if event.event in kinds]):
        for stage in range(running + 1, len(begun)):
            begun[stage] = event = next((e for e in day if e.event in programme.stages[stage]), None)
            if event is not None:
                day.remove(event)
                running = stage
    return tuple(_window(begun, stage) for stage in range(len(begun)))


def _days(events: Sequence[Event]) -> list[list[Event]]:
    return [list(day) for _, day in groupby(events, key=_day)]


def _window(begun: Sequence[Event | None], stage: int) -> Window:
    event = begun[stage]
    if event is None:
        return NOT_BEGUN
    ends = next((later.on for later in begun[stage + 1 :] if later is not None), None)
    return Window(event.on, ends, event)


def endings(programme: Programme, history: History) -> tuple[Event, ...]:
    """The events that ended the case under a procedure since it was last opened; one about one issue ends nothing."""
    ends = programme.ends
    if not any(kind in history.by_kind for kind in ends):
        return ()
    ended: list[Event] = []
    for event in history.events:
        if event.event in ends and issue_of(event) is None:
            ended.append(event)
        elif event.event == "reopened":
            ended.clear()
    return tuple(ended)


def while_closed(programme: Programme, history: History) -> tuple[tuple[Event, Event], ...]:
    """The times during which a case was closed, until it was opened again: what closed it, and what opened it."""
    if "reopened" not in history.by_kind:
        return ()
    found: list[tuple[Event, Event]] = []
    closed: Event | None = None
    for event in history.events:
        if event.event in programme.ends and issue_of(event) is None:
            closed = closed or event
        elif event.event == "reopened" and closed is not None:
            found.append((closed, event))
            closed = None
    return tuple(found)
