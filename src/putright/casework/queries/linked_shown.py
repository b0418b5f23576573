"""Which other processes run beside a case, what waits for each, and which actions on them are out of place?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from putright.domain.chronology import Event
from putright.domain.duty import Refused
from putright.domain.holds import HELD, REVIEWED, SET, TAKEN_UP, Hold, held_issues, holds_of
from putright.domain.linked import HoldsFor, Process, ProcessKind, processes_of
from putright.domain.working_days import CalendarEnds, WorkingCalendar
from putright.records.models import Event as Row


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldShown:
    """What waits for a process: since when, which issues, and when it is looked at again; `entry` names the hold."""

    entry: int
    process: int
    process_words: str
    since: date
    review_on: date
    issues: tuple[int, ...]
    entries: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessShown:
    """One process: since when it is known of and going on, what was done about it, and what waits for it.

    `papers` are the numbers of what was written of it, the first with the reference and whom to turn to.
    """

    entry: int
    kind: ProcessKind
    words: str
    known_on: date
    began_on: date | None
    referred_on: date | None
    told_on: date | None
    written_on: date | None
    ended_on: date | None
    is_told: bool
    can_hold: bool
    papers: tuple[int, ...]
    holds: tuple[HoldShown, ...]
    entries: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The other processes of a case, those that go on first, and each issue that is held.

    `look_again_on` is the day offered for the next look at what is held; nothing where no bank holidays are known.
    """

    processes: tuple[ProcessShown, ...] = ()
    held: Mapping[int, HoldShown] = field(default_factory=dict)
    look_again_on: date | None = None

    @property
    def going_on(self) -> tuple[ProcessShown, ...]:
        """Those that have not ended."""
        return tuple(each for each in self.processes if each.ended_on is None)

    @property
    def holds(self) -> tuple[HoldShown, ...]:
        """What is held, each hold once."""
        return tuple({hold.entry: hold for hold in self.held.values()}.values())


LOOK_AGAIN_AFTER: Final = 20  # working days, as a first offer
OF_HOLDS: Final = (SET, HELD, TAKEN_UP, REVIEWED)
NOTHING_LINKED: Final = Linked()


def linked_of(
    events: Sequence[Event], papers: Mapping[int, tuple[int, ...]], calendar: WorkingCalendar, *, as_at: date
) -> Linked:
    """What a file says of other processes; `papers` are the numbers of the papers of each entry."""
    processes = processes_of(events)
    if not processes:
        return NOTHING_LINKED
    words = {one.number: one.rule.words for one in processes}
    holds = [_hold(hold, words) for hold in holds_of(events)]
    shown = (_shown(one, events, papers, holds) for one in processes)
    return Linked(
        processes=tuple(sorted(shown, key=lambda one: one.ended_on is not None)),
        held={issue: hold for hold in holds for issue in hold.issues},
        look_again_on=_look_again_on(calendar, as_at),
    )


def held_until(rows: Sequence[Row]) -> Mapping[int, date]:
    """Until when each issue that is held waits at least, from the entries of holds that stand."""
    events = [_event(row) for row in rows if row.event in OF_HOLDS]
    return {issue: _review_on(hold) for issue, hold in held_issues(events).items()}


def why_not_linked(action: str, processes: Sequence[Process], holds: Sequence[Hold]) -> Refused | None:
    """Why an action on other processes has nothing to be done with; nothing if it has."""
    going_on = [one for one in processes if one.is_open]
    match action:
        case "follow_up_process" | "end_process" | "hold_issues" if not going_on:
            return Refused(code="no-such-process", message="No other process runs beside this case. Link it first.")
        case "hold_issues" if all(one.rule.holds_for is HoldsFor.NEVER for one in going_on):
            rule = going_on[0].rule
            message = "A complaint goes on beside the duty of candour: nothing of it is held for that."
            return Refused(code="never-held-for", message=message, authority=rule.authority)
        case "review_hold" | "lift_hold" if not holds:
            return Refused(code="no-such-hold", message="Nothing of this case is held.")
    return None


def _hold(hold: Hold, words: Mapping[int, str]) -> HoldShown:
    return HoldShown(
        entry=hold.number,
        process=hold.process,
        process_words=words.get(hold.process, "Another process"),
        since=hold.set.on,
        review_on=_review_on(hold),
        issues=hold.issues,
        entries=frozenset(map(int, hold.entries)),
    )


def _shown(
    one: Process, events: Sequence[Event], papers: Mapping[int, tuple[int, ...]], holds: Sequence[HoldShown]
) -> ProcessShown:
    began_on = one.started.facts.get("date")
    mine = [event for event in events if event.id in one.entries or event.about in one.entries]
    numbers = (number for event in mine if event.event != "hold_set" for number in papers.get(int(event.id or 0), ()))
    return ProcessShown(
        entry=one.number,
        kind=one.kind,
        words=one.rule.words,
        known_on=one.started.on,
        began_on=began_on if isinstance(began_on, date) else None,
        referred_on=_day(one.referred),
        told_on=_day(one.told),
        written_on=_day(one.written),
        ended_on=_day(one.ended),
        is_told=one.rule.is_told,
        can_hold=one.is_open and one.rule.holds_for is not HoldsFor.NEVER,
        papers=tuple(dict.fromkeys(numbers)),
        holds=tuple(hold for hold in holds if hold.process == one.number),
        entries=frozenset(map(int, one.entries)),
    )


def _look_again_on(calendar: WorkingCalendar, as_at: date) -> date | None:
    try:
        return calendar.add(as_at, LOOK_AGAIN_AFTER)
    except CalendarEnds:
        return None


def _review_on(hold: Hold) -> date:
    review_on = hold.owes.facts["date"]
    assert isinstance(review_on, date)  # noqa: S101 # no hold is entered without it
    return review_on


def _event(row: Row) -> Event:
    """An entry as the rules of holds read it."""
    stated = row.facts.get("date")
    return Event(
        event=row.event,
        on=row.on,
        id=str(row.number),
        about=str(row.about) if row.about else None,
        issue=str(row.issue) if row.issue else None,
        facts={"date": date.fromisoformat(str(stated))} if stated else {},
    )


def _day(event: Event | None) -> date | None:
    return event.on if event else None
