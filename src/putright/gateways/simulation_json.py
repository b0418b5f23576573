"""How is a simulation told to another program?"""

from typing import Any

from putright.domain.simulate import Simulation, Span
from putright.domain.simulate_measuring import Measure, Piece


def told(made: Simulation) -> dict[str, Any]:  # JSON has no narrower type
    """The value that `procedure simulate --format json` prints; docs/rules/simulate.md says what is in it."""
    return {
        "title": made.title,
        "received_on": made.received_on.isoformat(),
        "answer": _span(made.answer),
        "end": _span(made.end) if made.end else None,
        "put_off_without_limit": list(made.put_off),
        "may_be_paused": list(made.paused),
        "snags": [
            {"kind": one.kind.value, "message": one.message, "step": one.step, "cites": one.cites} for one in made.snags
        ],
        "walked": made.walked,
        "is_bounded": made.is_bounded,
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "best": _measure(span.best),
        "worst": _measure(span.worst),
        "open_ended": _measure(span.open_ended),
        "by_law": _measure(span.by_law),
    }


def _measure(one: Measure | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "on": one.on.isoformat() if one.has_limit else None,
        "working_days": one.working_days if one.has_limit else None,
        "days": one.days if one.has_limit else None,
        "held_up_by": _piece(one.held_up_by) if one.held_up_by else None,
        "pieces": [_piece(piece) for piece in one.pieces],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "words": piece.words,
        "cites": piece.cites,
        "who": piece.who,
        "event": piece.event,
        "kind": piece.kind.value,
        "since": piece.since.isoformat() if piece.has_dates else None,
        "until": piece.until.isoformat() if piece.has_dates else None,
        "working_days": piece.working_days if piece.has_limit else None,
        "days": piece.days if piece.has_limit else None,
    }
