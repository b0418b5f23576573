"""What is a duty while it is being worked out, and what does it become?"""

from dataclasses import dataclass
from datetime import date

from putright.domain.chronology import Event
from putright.domain.duty import Duty, MoveMade, PauseMade
from putright.domain.programme import Programme, Rule
from putright.domain.reckoning import StepResult, When
from putright.domain.vocabulary import DutyState


@dataclass(slots=True)
class Owed:
    """A duty while it is being worked out."""

    rule: Rule
    programme: Programme
    number: int
    when: When
    request: Event | None = None  # the one that this duty answers, where one is owed for each
    original: date | None = None
    came: date | None = None  # the day its procedure came over the case, where that was after receipt
    ends_on: date | None = None  # the day its reason ended
    moves: tuple[MoveMade, ...] = ()
    pauses: tuple[PauseMade, ...] = ()
    is_paused: bool = False
    waiting: tuple[str, ...] = ()
    state: DutyState = DutyState.NOT_STARTED
    done_on: date | None = None
    done_by: tuple[Event, ...] = ()
    missed_on: date | None = None
    needed: frozenset[str] | None = None  # where it takes several events, those that are still to come
    binding_on: date | None = None
    binding_authority: str = ""

    @property
    def about(self) -> str | None:
        """The name of the request that this duty answers."""
        return (self.request.id or self.request.about) if self.request else None

    @property
    def issue(self) -> str | None:
        """The issue that the request is about."""
        return self.request.issue if self.request else None

    @property
    def due_on(self) -> date | None:
        """The date in force; none while the clock is stopped."""
        return None if self.is_paused else self.when.due_on

    @property
    def is_to_do(self) -> bool:
        """Whether it is still to be done."""
        return self.state is DutyState.OPEN or self.state is DutyState.OVERDUE

    def result(self) -> StepResult:
        """What the rules of other steps may ask about it."""
        fell_away = self.state is DutyState.CANCELLED
        due_on = self.due_on if self.when.starts_on else None
        moved_on = self.moves[0].on if self.moves else None
        return StepResult(due_on, self.done_on, self.missed_on, fell_away, self.done_by, self.request, moved_on)


def duty_of(one: Owed) -> Duty:
    """The duty that stands."""
    when, paused, request = one.when, one.is_paused, one.request
    return Duty(
        id=f"{one.rule.name}/{one.number}",
        about=(request.id or request.about) if request else None,
        issue=request.issue if request else None,
        procedure=one.programme.procedure.name,
        rule=one.rule,
        starts_on=when.starts_on,
        came_on=when.came_on,
        starts_because=when.because,
        not_before=when.not_before,
        due_on=None if paused else when.due_on,
        due_at=None if paused else when.due_at,
        original_due_on=one.original,
        binding_on=one.binding_on,
        binding_authority=one.binding_authority,
        moves=one.moves,
        waiting_for=one.waiting,
        missed_on=one.missed_on,
        state=one.state,
        paused=paused,
        done_on=one.done_on,
        provisional=when.provisional,
        met_by=one.rule.met_by if one.needed is None else one.needed,
        counts=when.counts,
        pauses=one.pauses,
        choices=when.choices,
        unit=when.unit,
    )
