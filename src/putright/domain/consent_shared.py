"""Which other organisations hold what a patient agreed to, and which must be told that they agree no more, or to less?

What was shared cannot be called back, but whoever holds it must stop using it: SI 2009/309 regulation 9 has the bodies
co-operate, and the common law duty of confidence binds each of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.consent import GIVEN, REFUSED, WITHDRAWN, ConsentAnswer
from putright.domain.duty import Refused
from putright.domain.right_body import provider_named

RULES: Final = "consent-shared"  # the rules that come over a case when somebody else must be told
TO_STOP, STOPPED = "sharing_to_stop", "sharing_stopped"
NOBODY_TO_TELL: Final = Refused(
    code="nobody-to-tell",
    message="No other organisation is to be told that the patient’s consent changed.",
)


class ConsentChange(StrEnum):
    """What another organisation is told of the patient's consent."""

    ENDED = "ended"
    PART = "part"


CHANGE_WORDS: Final = {
    ConsentChange.ENDED: "The patient agrees no more, or never agreed",
    ConsentChange.PART: "The patient agrees to part of it alone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToStop:
    """One organisation that is still to be told: by which entry, which it is, what changed, and since when."""

    entry: int
    body: str
    change: ConsentChange
    since: date


def holders_of(events: Sequence[Event]) -> tuple[tuple[str, int], ...]:
    """Each organisation that was told of the complaint, with the entry that put its name and address into the file.

    One with which it is handled no longer still holds what it was told.
    """
    found: dict[str, int] = {}
    named = provider_named(events)
    for event in in_force(events):
        body = str(event.facts.get("body", ""))
        if event.event == "joined" and body and event.facts.get("as") != "alone":
            found[body] = int(event.id or 0)
        elif event.event == "details_shared" and named is not None and named.facts.get("body") == body:
            found[body] = int(named.id or 0)
    return tuple(found.items())


def change_by(answer: str, extent: str) -> ConsentChange | None:
    """What an answer of the patient changes for whoever was told before; nothing where it agrees to all of it."""
    if answer in (REFUSED, WITHDRAWN):
        return ConsentChange.ENDED
    return ConsentChange.PART if answer == GIVEN and extent == ConsentAnswer.PART else None


def owed_by(events: Sequence[Event], answer: str, extent: str) -> Iterator[tuple[str, ConsentChange]]:
    """Which organisations an answer has to be told to, and what of it; `events` are those before it."""
    change = change_by(answer, extent)
    if change is not None:
        for body, _ in holders_of(events):
            yield body, change


def to_stop(events: Sequence[Event]) -> tuple[ToStop, ...]:
    """Which organisations are still to be told; one that is to be told twice hears the later answer."""
    found: dict[str, ToStop] = {}
    for event in in_force(events):
        body = str(event.facts.get("body", ""))
        if event.event == TO_STOP:
            change = ConsentChange(str(event.facts["change"]))
            found[body] = ToStop(entry=int(event.id or 0), body=body, change=change, since=event.on)
        elif event.event == STOPPED:
            found.pop(body, None)
        elif event.event == GIVEN and event.facts.get("extent") != ConsentAnswer.PART:
            found.clear()
    return tuple(found.values())
