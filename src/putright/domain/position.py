"""What stands on a case on a given day: the one calculation that pages, actions, letters and returns all ask."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from putright.domain.binding import bind
from putright.domain.chronology import Event
from putright.domain.duty import InForce, Position, WayOn
from putright.domain.history import History
from putright.domain.holding import holds_since
from putright.domain.lateness import timeliness_warnings
from putright.domain.moving import without_effect
from putright.domain.owed import duty_of
from putright.domain.owing import Reading
from putright.domain.permitted import permitted_and_refused
from putright.domain.programme import Programme
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

    `programmes` are the procedures over the case, the body's own first, the law it stands under beside it. A date takes
    in its whole day; an instant only what had happened by then. `body_calendar` holds the body's own closures, which
    never move a statutory date. Raises CalendarEnds when a date falls outside the years that are loaded.
    """
    several = (programmes,) if isinstance(programmes, Programme) else tuple(programmes)
    history = History(chronology, as_at)
    readings = [Reading(p, history, calendar if _is_law(p) else body_calendar or calendar) for p in several]
    owed = [one for reading in readings for one in reading.owed()]
    bind(owed)
    duties = tuple(map(duty_of, owed))
    received = history.first("received")
    status = _status(readings, history)
    permitted, refused = permitted_and_refused(readings, history, duties, status)
    return Position(
        as_at=as_at,
        status=status,
        stage=_stage(readings[0]),
        lead=_lead(history),
        procedures=tuple(
            InForce(name=p.name, version=p.procedure.version, since=received.on if received else None) for p in several
        ),
        duties=duties,
        permitted=permitted,
        refused=refused,
        warnings=(
            *(warned for reading in readings for warned in reading.warnings),
            *without_effect(several, history, owed),
            *timeliness_warnings(several, history, calendar),
        ),
        ways_on=tuple(way for reading in readings for way in _ways_on(reading)),
    )


def _is_law(programme: Programme) -> bool:
    return programme.procedure.kind is ProcedureKind.STATUTE


# Of several that ended a case on one day, the first of these says most.
_ENDED = {
    "passed_on": CaseStatus.TRANSFERRED,
    "transferred": CaseStatus.TRANSFERRED,
    "withdrawn": CaseStatus.WITHDRAWN,
}
_ASKS_MORE = ("reopened", "review_requested")


def _status(readings: Sequence[Reading], history: History) -> CaseStatus:
    for reading in readings:
        if reading.ended:
            that_day = {event.event for event in reading.ended if event.on == reading.ended[0].on}
            return next((status for kind, status in _ENDED.items() if kind in that_day), CaseStatus.CLOSED)
    if history.since("response_sent", _ASKS_MORE) or history.since("review_response_sent", _ASKS_MORE):
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
