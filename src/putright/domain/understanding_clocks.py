"""Which clocks of a file may stand still, on which day does what arrives count as come, and who is named?"""

from collections.abc import Iterable
from dataclasses import dataclass

from putright.domain.expressions import CountFrom, Due
from putright.domain.grammar import NotUnderstood, period_from
from putright.domain.names import Names
from putright.domain.periods import Counting, Period, Unit
from putright.domain.procedure import Pauses, Procedure, Step
from putright.domain.programme import AUTHORITY_OF_KIND, PAUSED, RESUMED, Pause, Where
from putright.domain.receipt import EXPECTED, DayOfReceipt, receipt_from
from putright.domain.vocabulary import Authority

EVERY_STEP = "all"  # how a pause names all the steps it may stop
COMPLAINANT = "complainant"  # who a limit is for that binds the person and not the body


@dataclass(frozen=True, slots=True)
class PauseOf:
    """One way in which clocks may be stopped, and of which steps."""

    steps: frozenset[str]
    pause: Pause

    def may_stop(self, name: str) -> bool:
        """Whether it may stop the clock of a step."""
        return name in self.steps or EVERY_STEP in self.steps


def as_several(written: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """One name, or several, as several."""
    if written is None:
        return ()
    return (written,) if isinstance(written, str) else written


def pauses_of(procedure: Procedure, names: Names) -> tuple[PauseOf, ...]:
    """Every way in which a file lets clocks be stopped; what is wrong with one is noted."""
    several = isinstance(procedure.pauses, tuple)
    return tuple(
        _pause_of(written, names, ("pauses", number) if several else ("pauses",))
        for number, written in enumerate(procedure.every_pause)
    )


def _pause_of(written: Pauses, names: Names, where: Where) -> PauseOf:
    begins, ends = as_several(written.from_event), as_several(written.until)
    steps, longest = as_several(written.steps), None
    for name in steps:
        if name != EVERY_STEP:
            names.step((*where, "steps"), name)
    for key, events in (("from_event", begins), ("until", ends)):
        for event in events:
            names.event((*where, key), event)
    if written.no_longer_than is not None:
        longest = period_read((*where, "no_longer_than"), written.no_longer_than, names)
    if ends and not begins:
        names.flaw((*where, "until"), "say in “from” which event stops the clock, or leave “until” out as well")
    if begins and not ends and written.no_longer_than is None and begins != (PAUSED,):
        names.flaw(where, "say in “until” which event lets the clock run again, or in “no_longer_than” for how long")
    if both := sorted(set(begins) & set(ends)):
        names.flaw((*where, "until"), f"{both[0]} cannot both stop the clock and let it run again")
    made = Pause(
        begins=frozenset(begins or (PAUSED,)),
        ends=frozenset(ends or ((RESUMED,) if begins in ((), (PAUSED,)) else ())),
        longest=longest,
    )
    return PauseOf(frozenset(steps), made)


def period_read(where: Where, written: str, names: Names) -> Period | None:
    """A length of time that stands alone, in days or longer."""
    try:
        period = period_from(written)
    except NotUnderstood as refused:
        names.flaw(where, str(refused))
        return None
    if period.unit is Unit.HOURS or period.least is not None:
        names.flaw(where, "write a time in days, weeks, months or years, without a range")
        return None
    return period


def pauses_of_step(
    name: str, step: Step, due: Due, pauses: Iterable[PauseOf], procedure: Procedure
) -> tuple[Pause, ...]:
    """What may stop the clock of a step: nothing that of a law, nor one that is counted back from a fixed day."""
    if Authority.STATUTE in (step.authority, AUTHORITY_OF_KIND[procedure.kind]):
        return ()
    if isinstance(due, CountFrom) and due.period.counting is Counting.BEFORE:
        return ()
    return tuple(one.pause for one in pauses if one.may_stop(name))


def receipt_of(procedure: Procedure, names: Names) -> DayOfReceipt | None:
    """On which day what arrives counts as come, where the file says so."""
    written = procedure.day_of_receipt
    if written is None:
        return None
    own = (name for name, event in procedure.events.items() if event.arrives)
    found = receipt_from(written, own=own)
    if found is None:
        names.flaw(("day_of_receipt",), f"“{written}” is not understood: expected {EXPECTED}")
    return found


def people_of(procedure: Procedure, names: Names) -> None:
    """Notes whoever is named and is not among the people of the file, where it has any."""
    for code in procedure.people:
        person = procedure.person(code)
        for key, others in (("stand_in", person.stand_in), ("independent_of", person.independent_of)) if person else ():
            for other in others:
                if other not in procedure.people:
                    names.person(("people", code, key), other)
                elif other == code:
                    names.flaw(("people", code, key), f"{code} is named as their own {key.replace('_', ' ')}")
    for name, step in procedure.steps.items():
        if procedure.people and step.who not in (None, COMPLAINANT) and step.who not in procedure.people:
            names.person(("steps", name, "who"), step.who or "")
