"""What is a procedure once every rule in it has been read? The values that every question of a case is put to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from putright.domain.expressions import Condition, Due, FactIs
from putright.domain.grammar import Repeat
from putright.domain.periods import Period
from putright.domain.procedure import Procedure, Step
from putright.domain.receipt import DayOfReceipt
from putright.domain.vocabulary import Authority, Effect, EventKind, ProcedureKind, Strength

Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing wrong with a procedure file: where it stands in the file, and how to cure it."""

    where: Where
    message: str


class ProcedureFlawed(ValueError):
    """A procedure cannot be used as it stands; carries every flaw found."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("; ".join(f"{'.'.join(map(str, flaw.where))}: {flaw.message}" for flaw in self.flaws))


PAUSED: Final = "paused"  # what stops a clock where a file names no other event
RESUMED: Final = "resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """What stops the clock of a step, what lets it run again, and how long it may stand still."""

    begins: frozenset[str]
    ends: frozenset[str]
    longest: Period | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """When and how a notice moves the date of a step."""

    by: frozenset[str]
    before_due: bool
    ceiling: Due | None
    only_later: bool
    must_say: tuple[str, ...]
    at_most: int | None
    by_up_to: Period | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A step made ready: what it says, read."""

    name: str
    step: Step
    authority: Authority
    cites: str
    due: Due
    says: str  # the due date in words
    met: Condition | None
    met_by: frozenset[str]
    only_if: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    needs: tuple[str, ...]
    move: Move | None
    repeat: Repeat | None
    each: str | None
    survives: frozenset[str]
    holds_back: frozenset[str]  # the events that may not be recorded while it is still to be done
    stage: int | None
    effect: Effect
    strength: Strength
    who: str | None
    pausable: bool
    pauses: tuple[Pause, ...]
    restless: frozenset[str]  # the events that may change the date once it has begun to run
    said: tuple[FactIs, ...]  # what has to be said for it to be owed, and can be taken back
    has_fallback: bool  # whether it counts from something else until what it names first has happened


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Programme:
    """A procedure whose every rule has been read; made once and asked many times."""

    procedure: Procedure
    rules: tuple[Rule, ...]  # each after the rules it depends on
    order: tuple[str, ...]  # the names of the steps as the file gives them
    asked: frozenset[str]  # the steps whose state something else asks about
    stages: tuple[frozenset[str], ...]  # the events that begin each
    limit: Due | None
    ways_on: tuple[tuple[Condition | None, Due | None], ...]  # of each goes_next, when it opens and until when
    ends: frozenset[str]
    receipt: DayOfReceipt | None
    events: Mapping[str, EventKind]  # the core events and those the procedure names of its own

    @property
    def name(self) -> str:
        """The name of the procedure."""
        return self.procedure.name


AUTHORITY_OF_KIND = {
    ProcedureKind.STATUTE: Authority.STATUTE,
    ProcedureKind.CODE: Authority.CODE,
    ProcedureKind.PROCEDURE: Authority.POLICY,
    ProcedureKind.GUIDE: Authority.POLICY,
}
