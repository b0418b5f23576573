"""How a position is told to another program: plain values, with the names that other programs rely on."""

from datetime import date, datetime

from putright.domain.duty import Duty, Position

Told = str | int | bool | None | list["Told"] | dict[str, "Told"]


def told(position: Position) -> dict[str, Told]:
    """A position as values that JSON can hold; dates as 2026-04-09, instants with their offset."""
    return {
        "as_at": _day(position.as_at),
        "status": position.status.value,
        "stage": position.stage,
        "lead": position.lead,
        "procedures": [
            {"name": one.name, "version": one.version, "from": _day(one.since), "until": _day(one.until)}
            for one in position.procedures
        ],
        "duties": [_duty(duty) for duty in position.duties],
        "permitted": [{"event": one.event, "meets": list(one.meets)} for one in position.permitted],
        "refused": [
            {"event": one.event, "code": one.code, "because": one.message, "authority": one.authority}
            for one in position.refused
        ],
        "warnings": [
            {"code": one.code, "message": one.message, "authority": one.authority} for one in position.warnings
        ],
        "ways_on": [
            {"to": way.to, "open": way.open, "last_day": _day(way.last_day), "authority": way.authority}
            for way in position.ways_on
        ],
    }


def _duty(duty: Duty) -> dict[str, Told]:
    return {
        "id": duty.id,
        "step": duty.step,
        "about": duty.about,
        "issue": duty.issue,
        "procedure": duty.procedure,
        "promise": duty.promise,
        "clause": duty.clause,
        "authority": duty.authority.value,
        "cites": duty.cites,
        "strength": duty.strength.value,
        "effect": duty.effect.value,
        "who": duty.who,
        "starts_on": _day(duty.starts_on),
        "starts_because": duty.starts_because,
        "not_before": _day(duty.not_before),
        "due_on": _day(duty.due_on),
        "due_at": _day(duty.due_at),
        "original_due_on": _day(duty.original_due_on),
        "binding_on": _day(duty.binding_on),
        "binding_authority": duty.binding_authority,
        "moves": [
            {"on": _day(move.on), "from": _day(move.was), "to": _day(move.to), "by": move.by, "reason": move.reason}
            for move in duty.moves
        ],
        "waiting_for": list(duty.waiting_for),
        "missed_on": _day(duty.missed_on),
        "state": duty.state.value,
        "paused": duty.paused,
        "provisional": duty.provisional,
        "done_on": _day(duty.done_on),
    }


def _day(day: date | datetime | None) -> str | None:
    return day.isoformat() if day is not None else None
