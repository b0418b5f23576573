"""What of a position is kept with the case, to sort and count by? Only this writes it; one command recomputes it."""

from datetime import date, timedelta
from typing import Final

from putright.domain import duty
from putright.domain.duty import Position
from putright.domain.vocabulary import CaseStatus, Effect
from putright.records.models import Case, Duty

_ONE_DAY: Final = timedelta(days=1)
_QUIET: Final = (Effect.LAPSES, Effect.CLOSES)
OPEN: Final = (CaseStatus.OPEN, CaseStatus.RESPONDED)
COLUMNS: Final = ("status", "stage", "is_open", "next_due_on", "computed_on", "recheck_on", "kept_as")
# Which columns and rows are kept, how, and what follows from the same entries: one more whenever any of that changes,
# and every case is worked out anew by itself. 2: what is done again and again is done when it was done last.
WAY: Final = 2
_NOT_OURS: Final = "complainant"


def keep(case: Case, position: Position, *, on: date) -> None:
    """Put what a position says on the case (unsaved) and write its duties anew."""
    case.status, case.stage = position.status.value, position.stage or ""
    case.is_open = position.status in OPEN
    case.next_due_on = next_due_on(position)
    case.computed_on, case.recheck_on = on, recheck_on(position, on=on)
    case.kept_as = WAY
    Duty.objects.filter(case=case).delete()
    Duty.objects.bulk_create(duty_rows(case, position))


def next_due_on(position: Position) -> date | None:
    """The soonest binding date of what the body still has to do: the case's place in the worklist."""
    return min((owed.binding_on for owed in position.duties if counts(owed) and owed.binding_on), default=None)


def counts(owed: duty.Duty) -> bool:
    """Whether a duty decides where the case stands in the worklist: ours, still to do, and its date not in the air."""
    in_the_air = owed.paused or owed.provisional
    return owed.is_to_do and owed.who != _NOT_OURS and owed.effect not in _QUIET and not in_the_air


def recheck_on(position: Position, *, on: date) -> date | None:
    """The next day on which something stands differently although nothing happens: a date has passed or begun."""
    days = [owed.due_on + _ONE_DAY for owed in position.duties if owed.is_to_do and owed.due_on]
    days += [owed.not_before for owed in position.duties if owed.is_to_do and owed.not_before]
    days += [way.last_day + _ONE_DAY for way in position.ways_on if way.last_day]
    days += [position.turns_on] if position.turns_on else []
    return min((day for day in days if day > on), default=None)


def duty_rows(case: Case, position: Position) -> list[Duty]:
    """The rows that keep a position's duties, in its order."""
    return [_row(case, place, owed) for place, owed in enumerate(position.duties)]


def _row(case: Case, place: int, owed: duty.Duty) -> Duty:
    return Duty(
        case=case,
        place=place,
        identifier=owed.id,
        procedure=owed.procedure,
        step=owed.step,
        who=owed.who or "",
        authority=owed.authority.value,
        promise=owed.promise,
        about=owed.about or "",
        state=owed.state.value,
        starts_on=owed.starts_on,
        original_due_on=owed.original_due_on,
        due_on=owed.due_on,
        binding_on=owed.binding_on,
        missed_on=owed.missed_on,
        done_on=owed.done_on,
        counts=counts(owed),
    )
