"""Which entry of a chronology is meant?"""

from collections.abc import Sequence

from putright.domain.chronology import Event, in_force


def latest(events: Sequence[Event], kind: str) -> Event | None:
    """The latest entry of a kind that stands."""
    found = [event for event in in_force(events) if event.event == kind]
    return max(found, key=lambda event: event.on, default=None)


def entry_numbered(events: Sequence[Event], number: int, kind: str | None = None) -> Event | None:
    """The entry of this number, if it stands and is of this kind."""
    found = (event for event in in_force(events) if event.id == str(number) and kind in (None, event.event))
    return next(found, None)
