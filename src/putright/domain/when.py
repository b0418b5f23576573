"""What is known of the day a step is due, and what day comes of several?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from putright.domain.chronology import Event
from putright.domain.parts import Choice
from putright.domain.periods import Counted, Unit


@dataclass(slots=True)
class When:
    """When a step is due, and everything that date came from; `waiting` says what is not yet known.

    `starts_on` is the day it is counted from. Where `day_of_receipt` counts what came on one day as come on a later
    one, `came_on` is the day it really came: from then on the step can be done.
    """

    starts_on: date | None
    because: str | None
    due_on: date | None = None
    due_at: datetime | None = None
    not_before: date | None = None
    waiting: tuple[str, ...] = ()
    provisional: bool = False
    counts: tuple[Counted, ...] = ()
    unit: Unit = Unit.DAYS
    since: date | None = None  # the day this became known; a date cannot have been missed before it
    begun_by: tuple[Event, ...] = ()  # what started it, which cannot also be what meets it
    choices: tuple[Choice, ...] = ()  # of the dates it was made of, what each gave
    came_on: date | None = None
    rolled_from: date | None = None  # the day on which it ends that is due “or the next working day”

    @property
    def can_be_done_from(self) -> date | None:
        """The first day on which what meets the step counts."""
        return self.came_on or self.starts_on


def alone(whens: Sequence[When]) -> When:
    """The one date there is."""
    return whens[0]


def later(whens: Sequence[When]) -> When:
    """The latest of several dates; while one is unknown it is provisional."""
    known = [when for when in whens if when.due_on is not None]
    waiting = tuple(item for when in whens for item in when.waiting)
    if not known:
        return When(None, None, waiting=waiting)
    latest = max(known, key=_due)
    first = min(known, key=_started)
    return When(
        first.starts_on,
        first.because,
        latest.due_on,
        latest.due_at,
        latest.not_before,
        waiting,
        bool(waiting),
        _counts(whens),
        latest.unit,
        max(when.since or when.due_on or date.min for when in known),
        tuple(event for when in known for event in when.begun_by),
        came_on=first.came_on,
        rolled_from=latest.rolled_from,
    )


def earlier(whens: Sequence[When]) -> When:
    """The earliest of several dates; one that is unknown is left out, and so is one that is provisional."""
    dated = [when for when in whens if when.due_on is not None]
    known = [when for when in dated if not when.provisional] or dated
    if not known:
        return When(None, None, waiting=tuple(item for when in whens for item in when.waiting))
    earliest = min(known, key=_due)
    return When(
        earliest.starts_on,
        earliest.because,
        earliest.due_on,
        earliest.due_at,
        earliest.not_before,
        earliest.waiting,
        earliest.provisional,
        _counts(known),
        earliest.unit,
        earliest.since,
        earliest.begun_by,
        came_on=earliest.came_on,
        rolled_from=earliest.rolled_from,
    )


def capped(whens: Sequence[When]) -> When:
    """A date, or its ceiling where that comes first."""
    first, ceiling = whens
    if first.due_on is None or ceiling.due_on is None or first.due_on <= ceiling.due_on:
        first.counts = (*first.counts, *ceiling.counts)
        return first
    return When(
        first.starts_on,
        first.because,
        ceiling.due_on,
        ceiling.due_at,
        first.not_before,
        first.waiting,
        first.provisional,
        (*first.counts, *ceiling.counts),
        ceiling.unit,
        first.since,
        first.begun_by,
        came_on=first.came_on,
        rolled_from=ceiling.rolled_from,
    )


def held_back(whens: Sequence[When]) -> When:
    """A date, where there is one, after the day before which the step may not be done."""
    barrier, *dated = whens
    if not dated:
        return When(
            barrier.starts_on,
            barrier.because,
            not_before=barrier.due_on,
            waiting=barrier.waiting,
            counts=barrier.counts,
            begun_by=barrier.begun_by,
        )
    made = dated[0]
    if barrier.due_on is not None and (made.not_before is None or made.not_before < barrier.due_on):
        made.not_before = barrier.due_on
    made.counts = (*made.counts, *barrier.counts)
    return made


def _due(when: When) -> date:
    return when.due_on or date.max


def _started(when: When) -> date:
    return when.starts_on or date.max


def _counts(whens: Sequence[When]) -> tuple[Counted, ...]:
    return tuple(counted for when in whens for counted in when.counts)
