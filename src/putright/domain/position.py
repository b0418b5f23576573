"""What stands on a case on a given day: the one calculation that pages, actions, letters and returns all ask."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from putright.domain.binding import bind
from putright.domain.chronology import Event
from putright.domain.duty import InForce, Position, WayOn
from putright.domain.history import History
from putright.domain.holding import holds_since
from putright.domain.lateness import late_requests, timeliness_warnings
from putright.domain.moving import without_effect
from putright.domain.owed import duty_of
from putright.domain.owing import Reading
from putright.domain.permitted import permitted_and_refused
from putright.domain.programme import Programme
from putright.domain.several import Reign, reigns
from putright.domain.vocabulary import CaseStatus, ProcedureKind
from putright.domain.working_days import WorkingCalendar


def position(
    programmes: Sequence[Programme] | Programme,
    chronology: Sequence[Event],
    calendar: WorkingCalendar,
    as_at: date | datetime,
    *,
    body_calendar: WorkingCalendar | None = None,
) -> Position:
    """What stands on a day: duties, what may be done, what may not and why, and warnings.

    `programmes` are the procedures over the case, the body's own first, the law it stands under beside it; which of
    them govern on the day is told by `several`. A date takes in its whole day; an instant only what had happened by
    then. `body_calendar` holds the body's own closures, which never move a statutory date. Raises CalendarEnds when a
    date falls outside the years that are loaded.
    """
    several = (programmes,) if isinstance(programmes, Programme) else tuple(programmes)
    history = History(chronology, as_at)
    over, oddities = reigns(several, history)
    readings = [_reading(reign, history, calendar, body_calendar or calendar) for reign in over]
    owed = [one for reading in readings for one in reading.owed()]
    bind(owed, [reign.programme for reign in over])
    duties = tuple(map(duty_of, owed))
    governing = [reading for reading in readings if reading.until is None] or readings
    status = _status(governing, history)
    permitted, refused = permitted_and_refused(governing, history, duties, status)
    return Position(
        as_at=as_at,
        status=status,
        stage=_stage(governing[0]) if governing else None,
        lead=_lead(history),
        procedures=tuple(
            InForce(name=r.programme.name, version=r.programme.procedure.version, since=r.since, until=r.until)
            for r in over
        ),
        duties=duties,
        permitted=permitted,
        refused=refused,
        warnings=(
            *oddities,
            *(warned for reading in readings for warned in reading.warnings),
            *late_requests(owed, history),
            *without_effect([reign.programme for reign in over], history, owed),
            *timeliness_warnings([reading.programme for reading in governing], history, calendar),
        ),
        ways_on=tuple(way for reading in governing for way in _ways_on(reading)),
        turns_on=min((day for reading in governing for day in reading.reckoner.turns), default=None),
    )


def _reading(reign: Reign, history: History, calendar: WorkingCalendar, body_calendar: WorkingCalendar) -> Reading:
    """A procedure read over a case; one that came after receipt makes nothing late that was past before it came."""
    received = history.first("received")
    is_later = received is not None and reign.since is not None and reign.since > received.on
    working = calendar if _is_law(reign.programme) else body_calendar
    return Reading(reign.programme, history, working, reign.since if is_later else None, reign.until)


def _is_law(programme: Programme) -> bool:
    return programme.procedure.kind is ProcedureKind.STATUTE


# Of several that ended a case on one day, the first of these says most.
_ENDED = {
    "passed_on": CaseStatus.TRANSFERRED,
    "transferred": CaseStatus.TRANSFERRED,
    "withdrawn": CaseStatus.WITHDRAWN,
}
_ANSWERS = ("response_sent", "review_response_sent", "review_refused")
_ASKS_MORE = ("reopened", "round_opened", "review_requested")


def _status(readings: Sequence[Reading], history: History) -> CaseStatus:
    for reading in readings:
        if reading.ended:
            that_day = {event.event for event in reading.ended if event.on == reading.ended[0].on}
            return next((status for kind, status in _ENDED.items() if kind in that_day), CaseStatus.CLOSED)
    if any(history.since(answer, _ASKS_MORE) for answer in _ANSWERS):
        return CaseStatus.RESPONDED
    return CaseStatus.OPEN


def _stage(reading: Reading) -> str | None:
    current: str | None = None
    for stage, window in zip(reading.programme.procedure.stages, reading.reckoner.windows, strict=True):
        if window.has_begun:
            current = stage.name
    return current


def _lead(history: History) -> str | None:
    joined = history.latest("joined")
    lead = joined.facts.get("lead") if joined else None
    return str(lead) if lead is not None else None


def _ways_on(reading: Reading) -> Iterator[WayOn]:
    procedure, reckoner = reading.programme.procedure, reading.reckoner.within(None)
    for way, (opens, within) in zip(procedure.goes_next, reading.programme.ways_on, strict=True):
        yield WayOn(
            to=way.to,
            open=opens is None or holds_since(opens, reckoner) is not None,
            last_day=reckoner.when(within).due_on if within else None,
            authority=f"clause {way.clause}" if way.clause else procedure.cite_as or procedure.title,
            words=way.words,
        )
