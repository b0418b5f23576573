"""How does something happen on a way: after what must come first, and with the days that it has to state?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from putright.domain.chronology import Event
from putright.domain.duty import Duty
from putright.domain.permitted import AFTER
from putright.domain.simulate_routes import WITH_A_DATE, Chance
from putright.domain.simulate_way import CANNOT_BE_COUNTED, RESPONSE, Ground, Pace, Way, name_of

# Days: how far ahead a day is fixed, tried until nothing is late for it at once.
AHEAD: Final = (0, 14, 28, 56, 112, 200)


def happening(ground: Ground, way: Way, means: Sequence[Chance], duty: Duty | None = None) -> Way:
    """A way on which these happen next, each after what must have happened before it, on the day the way has come to.

    A day that an event states is fixed far enough ahead that nothing is late for it at once.
    """
    stated = {one.event: ground.stated_of(one.event) for one in means}
    told = _time_told(ground, way) if {*WITH_A_DATE} & stated.keys() else way.day
    for ahead in AHEAD if any(stated.values()) else (0,):
        day = told + timedelta(days=ahead)
        made = replace(
            way, events=(*way.events, *_events(way, means, dict.fromkeys(_all(stated), day), duty, ground.promised))
        )
        if ahead == AHEAD[-1] or not any(stated.values()) or not _is_late_at_once(ground, way, made):
            return made
    return way


def _time_told(ground: Ground, way: Way) -> date:
    """The day that a person is told to expect the response on: at the latest pace the last on which it is owed."""
    owed = [duty.due_on for duty in ground.at(way).duties if duty.is_to_do and RESPONSE & duty.met_by]
    return max((on for on in owed if on), default=way.day) if ground.pace is Pace.LATEST else way.day


def _all(stated: Mapping[str, frozenset[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((event, fact) for event, facts in stated.items() for fact in facts)


def _is_late_at_once(ground: Ground, way: Way, made: Way) -> bool:
    before = {name_of(duty) for duty in ground.at(way).duties if duty.is_to_do}
    try:
        fresh = [duty for duty in ground.at(made).duties if duty.is_to_do and name_of(duty) not in before]
    except CANNOT_BE_COUNTED:
        return False
    return any(duty.due_on is not None and duty.due_on < way.day for duty in fresh)


def _events(
    way: Way,
    means: Sequence[Chance],
    stated: Mapping[tuple[str, str], date],
    duty: Duty | None,
    promised: frozenset[str],
) -> Sequence[Event]:
    made: list[Event] = []
    for chance in means:
        _prepare(chance.event, way, made, promised)
        days = {fact: day for (event, fact), day in stated.items() if event == chance.event}
        number = len(way.events) + len(made) + 1
        about = duty.about if duty else None
        made.append(Event(event=chance.event, on=way.day, id=f"e{number}", facts={**days, **chance.facts}, about=about))
    return made


def _prepare(event: str, way: Way, made: list[Event], promised: frozenset[str]) -> None:
    """What must have happened first happens the same day, unless it is promised: that comes by its own promise."""
    first = AFTER.get(event, ())
    happened = {one.event for one in (*way.events, *made)}
    if event == "reopened" and "closed" not in happened:
        first = ("closed",)
    if first and happened.isdisjoint(first) and first[0] not in promised:
        _prepare(first[0], way, made, promised)
        made.append(Event(event=first[0], on=way.day, id=f"e{len(way.events) + len(made) + 1}"))
