"""What stands on a case on a day: duties, what may be done next, what may not and why, and warnings."""

from dataclasses import dataclass, field
from datetime import date, datetime

from putright.domain.parts import Choice
from putright.domain.periods import Counted, Unit
from putright.domain.programme import Rule
from putright.domain.vocabulary import Authority, CaseStatus, DutyState, Effect, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMade:
    """A date moved by a notice: when, from what, to what, by which event, and the reason's code."""

    on: date
    was: date
    to: date
    by: str
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseMade:
    """A clock paused from a day until another; open while `until` is not known."""

    since: date
    until: date | None
    added: int
    by: str = "paused"  # the event that stopped it


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What a date came from: the same values it was worked out with."""

    rule: str
    counts: tuple[Counted, ...]
    pauses: tuple[PauseMade, ...]
    choices: tuple[Choice, ...] = ()
    unit: Unit = Unit.DAYS  # what a pause of its clock is counted in


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing owed because something happened; dates are inclusive, missed the day after."""

    id: str
    about: str | None
    issue: str | None
    procedure: str
    rule: Rule = field(repr=False, hash=False)
    starts_on: date | None  # the day it is counted from
    came_on: date | None = None  # the day what starts it really came, where it counts as come on a later one
    starts_because: str | None
    not_before: date | None
    due_on: date | None
    due_at: datetime | None
    original_due_on: date | None
    binding_on: date | None
    binding_authority: str
    moves: tuple[MoveMade, ...]
    waiting_for: tuple[str, ...]
    missed_on: date | None
    state: DutyState
    paused: bool
    done_on: date | None
    provisional: bool
    met_by: frozenset[str]  # the events that meet it; while it is to be done, those that would
    counts: tuple[Counted, ...]
    pauses: tuple[PauseMade, ...]
    choices: tuple[Choice, ...] = ()
    unit: Unit = Unit.DAYS

    @property
    def step(self) -> str:
        """The name of the step."""
        return self.rule.name

    @property
    def promise(self) -> str:
        """What is promised, in our words."""
        return self.rule.step.promise

    @property
    def clause(self) -> str | None:
        """Where the promise stands in the published document."""
        return self.rule.step.clause

    @property
    def cites(self) -> str:
        """How the promise is cited."""
        return self.rule.cites

    @property
    def authority(self) -> Authority:
        """On whose authority it is owed."""
        return self.rule.authority

    @property
    def strength(self) -> Strength:
        """How strongly it is promised."""
        return self.rule.strength

    @property
    def effect(self) -> Effect:
        """What it means that its date has passed."""
        return self.rule.effect

    @property
    def who(self) -> str | None:
        """Who is to do it."""
        return self.rule.who

    @property
    def stage(self) -> int | None:
        """The stage it belongs to."""
        return self.rule.stage

    @property
    def fulfils(self) -> str | None:
        """The law's step that it fulfils."""
        return self.rule.step.fulfils

    @property
    def why(self) -> Why:
        """What the date came from."""
        return Why(rule=self.rule.says, counts=self.counts, pauses=self.pauses, choices=self.choices, unit=self.unit)

    @property
    def is_to_do(self) -> bool:
        """Whether it is still to be done: open or overdue."""
        return self.state is DutyState.OPEN or self.state is DutyState.OVERDUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Permitted:
    """An event that may be recorded now, and the steps it would meet."""

    event: str
    meets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why something may not be done, and on what authority.

    `sentence` is the message before `figures` stood in it, where it has figures or names: another language puts them
    into a sentence of its own.
    """

    code: str
    message: str
    authority: str = ""
    event: str | None = None
    sentence: str = ""
    figures: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Something in the chronology that has no effect or needs a person's eye."""

    code: str
    message: str
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A procedure that a case runs under, since when, and the day on which it gave way to another."""

    name: str
    version: str | None
    since: date | None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOn:
    """Where the complaint may go next: since when it is open, and the last day for it."""

    to: str
    open: bool
    last_day: date | None
    authority: str
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What stands on a case on a day."""

    as_at: date | datetime
    status: CaseStatus
    stage: str | None
    lead: str | None
    procedures: tuple[InForce, ...]
    duties: tuple[Duty, ...]
    permitted: tuple[Permitted, ...]
    refused: tuple[Refused, ...]
    warnings: tuple[Warned, ...]
    ways_on: tuple[WayOn, ...]
    turns_on: date | None = None  # the next day on which time alone makes something hold, such as “8 weeks have passed”

    def duty(self, step: str, *, procedure: str | None = None) -> Duty:
        """The first duty of a step; raises KeyError when there is none."""
        for duty in self.duties:
            if duty.step == step and procedure in (None, duty.procedure):
                return duty
        raise KeyError(step)

    def to_do(self) -> tuple[Duty, ...]:
        """What is still to be done, the binding date soonest, what has no date last."""
        owed = [duty for duty in self.duties if duty.is_to_do]
        return tuple(sorted(owed, key=lambda duty: (duty.binding_on is None, duty.binding_on or date.min, duty.id)))

    def permits(self, event: str) -> bool:
        """Whether an event may be recorded now."""
        return any(allowed.event == event for allowed in self.permitted)

    def refusal_of(self, event: str) -> Refused | None:
        """Why an event may not be recorded now, if it may not."""
        return next((refused for refused in self.refused if refused.event == event), None)
