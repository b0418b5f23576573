"""Can a procedure do what it says: does every step start, every stage lead on, every date come when it is allowed?"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from putright.domain.check_people import COMPLAINANT
from putright.domain.check_probe import latest, reckoner_over, words_of
from putright.domain.expressions import (
    Due,
    EarlierOf,
    EventStart,
    Happened,
    LaterOf,
    NoLaterThan,
    NotBefore,
    StageStart,
    StepStart,
    starts_in,
)
from putright.domain.findings import Finding, Place, finding, of_step
from putright.domain.periods import in_words
from putright.domain.procedure import MayMove, Procedure
from putright.domain.programme import Programme, Rule
from putright.domain.representation import NO_CONSENT_POSSIBLE
from putright.domain.standing import Basis
from putright.domain.vocabulary import ProcedureKind
from putright.domain.working_days import WorkingCalendar

# On what footing somebody complains for another: regulation 5(2), and the other word for one of them.
_BASES: Final = (frozenset(Basis) - {Basis.SELF}) | NO_CONSENT_POSSIBLE
_TRIED: Final = 92  # days: every weekday, some of them before and after a bank holiday


def senseless(programme: Programme, calendar: WorkingCalendar, days: Sequence[date]) -> Iterator[Finding]:
    """Everything in a procedure that can be read and can never come about, whatever the law says."""
    for rule in programme.rules:
        why = [_why_never(start, rule, programme) for start in starts_in(rule.due)]
        if why and all(why):
            yield of_step("never-starts", rule, "due", f"this can never be owed: {why[0]}")
        yield from _due_before_allowed(rule, programme, calendar, days[:_TRIED])
    yield from _stages(programme)
    yield from _unknown_bases(programme.procedure)
    if programme.procedure.kind is ProcedureKind.PROCEDURE:
        yield from _moves(programme)


def _why_never(start: EventStart | StageStart | StepStart, rule: Rule, programme: Programme) -> str | None:
    """Why nothing that happens can start a step so; a step that waits for another in vain cannot even be read."""
    if not isinstance(start, EventStart):
        return None
    words = words_of(programme, start.event)
    if Happened(start.event) in rule.unless:
        return f"it starts when {words}, and is not owed once that has happened."
    if start.event in programme.ends and start.event not in rule.survives:
        return f"it starts when {words}, which ends the case. Write survives: {start.event}."
    if rule.stage is not None and start.event in _begin(programme, before=rule.stage):
        return f"it belongs to stage {rule.stage}, and starts when {words}, which begins an earlier stage."
    return None


def _begin(programme: Programme, *, before: int) -> frozenset[str]:
    """The events that begin the stages before one, and not that one."""
    earlier = (event for begins in programme.stages[: before - 1] for event in begins)
    return frozenset(earlier) - programme.stages[before - 1]


def _due_before_allowed(
    rule: Rule, programme: Programme, calendar: WorkingCalendar, days: Sequence[date]
) -> Iterator[Finding]:
    for held in _held_back(rule.due):
        for day in days:
            happened = {start.event: day for start in starts_in(held) if isinstance(start, EventStart)}
            reckoner = reckoner_over(programme, {"received": day, **happened}, calendar)
            due = latest(held.due, reckoner) if held.due else None
            earliest = latest(held.earliest, reckoner)
            if due and earliest and due < earliest:
                yield of_step(
                    "due-before-allowed",
                    rule,
                    "due",
                    f"it is due before it is allowed. Counted from {in_words(day)} it is due by {in_words(due)}, and "
                    f"may not be done before {in_words(earliest)}.",
                    cure="Change one of the two.",
                )
                return


def _held_back(due: Due) -> Iterator[NotBefore]:
    """Every part of a date rule that says before when the step may not be done."""
    match due:
        case NotBefore():
            yield due
        case LaterOf(parts) | EarlierOf(parts):
            for part in parts:
                yield from _held_back(part)
        case NoLaterThan(first, _):
            yield from _held_back(first)
        case _:
            pass


def _stages(programme: Programme) -> Iterator[Finding]:
    named = {rule.stage for rule in programme.rules}
    for number, stage in enumerate(programme.procedure.stages):
        if number + 1 not in named:
            yield finding(
                "empty-stage",
                ("stages", number, "name"),
                f"The stage “{stage.name}” promises nothing: no step says stage: {number + 1}.",
                cure="Add its steps, or leave the stage out.",
            )


def _moves(programme: Programme) -> Iterator[Finding]:
    moves: list[tuple[Place, MayMove | None]] = [(("may_move",), programme.procedure.may_move)]
    moves += [
        (("steps", name, "may_move"), step.may_move)
        for name, step in programme.procedure.steps.items()
        if step.who != COMPLAINANT  # a longer time for the person is no delay that anybody has to explain
    ]
    for where, move in moves:
        if move is not None and not move.must_say:
            yield finding(
                "move-without-reasons",
                (*where, "must_say"),
                "A date may be changed without a reason being given.",
                cure="Promise that the person is told why, and write must_say: [reason].",
            )
    paused = [rule for rule in programme.rules if rule.pausable and rule.step.fulfils]
    if paused:
        names = ", ".join(rule.name for rule in sorted(paused, key=lambda rule: programme.order.index(rule.name)))
        yield finding(
            "pause-beside-law",
            ("pauses", "steps"),
            f"A pause stops the document's own clock for {names}. It does not stop the law's, which stands beside it.",
        )


def _unknown_bases(procedure: Procedure) -> Iterator[Finding]:
    """What would silently count for nothing: a basis that no complaint can have."""
    rules = procedure.representation
    for code in rules.unless if rules else ():
        if code not in _BASES:
            yield finding(
                "basis-unknown",
                ("representation", "unless"),
                f"No complaint has the basis “{code}”, so consent is asked all the same.",
                cure=f"Write one of {', '.join(sorted(_BASES))}.",
            )
