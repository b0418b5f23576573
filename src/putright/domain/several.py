"""Which of the procedures named for a case govern it, from which day and until which?"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from putright.domain.chronology import Event
from putright.domain.duty import Duty, Refused, Warned
from putright.domain.history import History
from putright.domain.periods import in_words
from putright.domain.programme import Programme
from putright.domain.vocabulary import CORE_EVENTS, EventKind, ProcedureKind

CHANGED, APPLIED, ENDED = "procedure_changed", "procedure_applied", "procedure_ended"


@dataclass(slots=True)
class Reign:
    """A procedure over a case: from its first day, until the day it gave way; no day while that has not come."""

    programme: Programme
    since: date | None = None
    until: date | None = None


def why_not_given_up(duties: Iterable[Duty], names: Collection[str]) -> Refused | None:
    """Why these procedures cannot give way now: what one of them holds a case open for is still owed."""
    owed = next((duty for duty in duties if duty.is_to_do and duty.procedure in names and duty.rule.holds_back), None)
    if owed is None:
        return None
    message = (
        f"Something that was promised under this procedure is still to be done: {owed.promise} Do that first. If the"
        " entry by which it is owed is wrong, correct that."
    )
    return Refused(code="still-owed", message=message, authority=owed.cites)


def reigns(programmes: Sequence[Programme], history: History) -> tuple[Sequence[Reign], Sequence[Warned]]:
    """The procedures that have come over a case, in the order they were named, and what is odd about them.

    A body's own procedures govern from receipt: all that are named, or the one that `received` names. Events bring
    another over the case or take one away. A law, or a code, governs while some procedure that stands under it does;
    where none of those named does, from receipt. Of several versions of one procedure the one in force on the day of
    receipt governs.
    """
    warned: list[Warned] = []
    received = history.first("received")
    in_force = _in_force(programmes, received, warned)
    led = {made.procedure.under for made in in_force}
    own = [made for made in in_force if made.name not in led]
    found = _from_receipt(own, received, warned)
    for event in history.events if len(programmes) > 1 else ():
        _heed(event, own, found, warned)
    _laws(in_force, found)
    return [found[made.name] for made in in_force if made.name in found], warned


def kinds_of(programmes: Iterable[Programme]) -> Mapping[str, EventKind]:
    """The events that can stand on a case, the core ones among them; of one that several name, every fact of each."""
    found: dict[str, EventKind] = dict(CORE_EVENTS)
    for made in programmes:
        for name in made.procedure.events:
            kind, other = made.events[name], found.get(name)
            facts = {**kind.facts, **(other.facts if other else {})}
            found[name] = EventKind(name=name, words=kind.words, facts=facts)
    return found


def _in_force(programmes: Sequence[Programme], received: Event | None, warned: list[Warned]) -> Sequence[Programme]:
    """One version of each procedure, those left out whose time was over, or still to come, when the complaint came."""
    chosen: dict[str, Programme] = {}
    for made in programmes:
        other = chosen.get(made.name)
        chosen[made.name] = made if other is None else _of_two(other, made, received)
    heard = [made for made in chosen.values() if _still_heard(made, received, warned)]
    begun = {made.procedure.kind for made in heard if _has_begun(made, received)}
    return [made for made in heard if made.procedure.kind not in begun or _has_begun(made, received)]


def _has_begun(made: Programme, received: Event | None) -> bool:
    """Whether it was in force on the day of receipt; where none of its kind was, what there is governs."""
    return received is None or _effective(made) <= received.on


def _of_two(one: Programme, other: Programme, received: Event | None) -> Programme:
    first, second = sorted((one, other), key=_effective)
    return first if received is not None and _effective(second) > received.on else second


def _effective(made: Programme) -> date:
    return made.procedure.effective or date.min


def _still_heard(made: Programme, received: Event | None, warned: list[Warned]) -> bool:
    until = made.procedure.until
    if received is None or until is None or received.on <= until:
        return True
    message = f"{made.procedure.title} is for complaints received up to {in_words(until)}: it does not govern this one"
    warned.append(Warned(code="no-longer-in-force", message=message, authority=made.procedure.title))
    return False


def _from_receipt(own: Sequence[Programme], received: Event | None, warned: list[Warned]) -> dict[str, Reign]:
    """What governs from the start: what is no body's own always does, and of procedures the one that was named."""
    named = received.facts.get("procedure") if received is not None else None
    since = received.on if received is not None else None
    if named is not None and all(made.name != named for made in own):
        warned.append(_unknown(str(named)))
        named = None
    return {made.name: Reign(made, since) for made in own if named in (None, made.name) or not _is_own(made)}


def _is_own(made: Programme) -> bool:
    return made.procedure.kind is ProcedureKind.PROCEDURE


def _heed(event: Event, own: Sequence[Programme], found: dict[str, Reign], warned: list[Warned]) -> None:
    """What an event changes in which procedures govern."""
    if event.event not in (CHANGED, APPLIED, ENDED):
        return
    name = event.facts.get("to" if event.event == CHANGED else "procedure")
    made = next((made for made in own if made.name == name), None)
    if made is None:
        warned.append(_unknown(f"{name or 'a procedure'}"))
        return
    if event.event == ENDED:
        _end([found[made.name]] if made.name in found else (), event.on)
        return
    if event.event == CHANGED:
        _end((reign for reign in found.values() if reign.programme is not made and _is_own(reign.programme)), event.on)
    reign = found.setdefault(made.name, Reign(made, event.on))
    reign.until = None


def _end(several: Iterable[Reign], on: date) -> None:
    for reign in several:
        reign.until = reign.until or on


def _unknown(name: str) -> Warned:
    message = f"The file says that {name} governs this case, and no procedure of that name was given: name it as well"
    return Warned(code="unknown-procedure", message=message, authority="the chronology")


def _laws(in_force: Sequence[Programme], found: dict[str, Reign]) -> None:
    """Each law and code from the first day of those that stand under it, until the last of them has given way."""
    waiting = [made for made in in_force if made.name not in found]
    for _ in waiting:  # a code may itself stand under a law: as many rounds as there can be of them
        for law in waiting:
            under = [reign for reign in found.values() if reign.programme.procedure.under == law.name]
            if under:
                since = min((reign.since for reign in under if reign.since), default=None)
                ends = [reign.until for reign in under]
                until = None if None in ends else max(day for day in ends if day)
                found[law.name] = Reign(law, since, until)
