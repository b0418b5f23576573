"""What is the person told of NHS England's choice team: since when it has the matter, by when it acts, how it ended?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from putright.domain.choice_team import RULES, AskedBy, TeamResult, with_choice_team
from putright.domain.chronology import Event, in_force
from putright.domain.duty import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceTeamTold:
    """Where the matter stands with the team; the days are the team's own, and none of them is promised by the body."""

    since: date
    by_person: bool
    acknowledges_by: date | None
    contacts_by: date | None
    finished_on: date | None = None
    is_owed: bool = False


def choice_team_told(events: Sequence[Event], position: Position, as_at: date) -> ChoiceTeamTold | None:
    """Where it stands on a day; nothing where the team was not asked by then."""
    known = with_choice_team([event for event in events if event.on <= as_at])
    if known is None:
        return None
    open_ones = {
        duty.step: duty.binding_on
        for duty in position.to_do()
        if duty.procedure == RULES and duty.about == known.asked.id
    }
    return ChoiceTeamTold(
        since=known.asked.on,
        by_person=known.asked.facts.get("asked_by") == AskedBy.PERSON.value,
        acknowledges_by=open_ones.get("team-acknowledges"),
        contacts_by=open_ones.get("team-makes-contact"),
        finished_on=known.finished.on if known.finished else None,
        is_owed=known.result is TeamResult.CHOICE_OWED and not _offered_since(known.finished, events, as_at),
    )


def _offered_since(finished: Event | None, events: Sequence[Event], as_at: date) -> bool:
    return finished is not None and any(
        event.event == "choice_offered" and finished.on <= event.on <= as_at for event in in_force(events)
    )
