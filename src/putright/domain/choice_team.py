"""What does NHS England's choice team do about a case, is it with the team now, and what may be entered of it?

The team oversees that people are offered what there is to choose; it decides no complaint. What it does runs beside the
complaint and stops none of its clocks: procedures/office/choice-team.yaml.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Duty, Position, Refused

RULES: Final = "choice-team"
ASKED, TOLD, FINISHED = "choice_team_asked", "choice_team_told", "choice_team_finished"
ENGAGED: Final = "choice_engaged"
WENT_FURTHER, TO = "escalated", "choice-oversight"
_PAGE: Final = "Patient-choice page, clause 2.1"


class AskedBy(StrEnum):
    """Who put the matter to the team."""

    PERSON = "person"
    WITH_AGREEMENT = "with-agreement"
    LODGED_HERE = "lodged-here"


class TeamStep(StrEnum):
    """What the team can do."""

    ACKNOWLEDGED = "acknowledged"
    CONTACTED = "contacted"
    ADVISED = "advised"
    DIRECTED = "directed"
    ENGAGED = "engaged"
    FINISHED = "finished"


class TeamResult(StrEnum):
    """How it ended with the team."""

    CHOICE_OWED = "choice-owed"
    SETTLED = "settled"
    NOTHING_FURTHER = "nothing-further"


EVENT_OF: Final = {
    TeamStep.ACKNOWLEDGED: "choice_team_acknowledged",
    TeamStep.CONTACTED: "choice_team_contacted",
    TeamStep.ADVISED: "choice_advised",
    TeamStep.DIRECTED: "choice_directed",
    TeamStep.ENGAGED: ENGAGED,
    TeamStep.FINISHED: FINISHED,
}
ASKED_BY_WORDS: Final = {
    AskedBy.PERSON: "The person",
    AskedBy.WITH_AGREEMENT: "We did, and the person agreed",
    AskedBy.LODGED_HERE: "It came to us: we are NHS England",
}
STEP_WORDS: Final = {
    TeamStep.ACKNOWLEDGED: "It said that it has the matter",
    TeamStep.CONTACTED: "It spoke with the person",
    TeamStep.ADVISED: "It advised the person or us",
    TeamStep.DIRECTED: "It pointed the person to the right place",
    TeamStep.ENGAGED: "It took the matter up with us or with others",
    TeamStep.FINISHED: "It finished",
}
RESULT_WORDS: Final = {
    TeamResult.CHOICE_OWED: "A choice is owed to the person, and is still to be offered",
    TeamResult.SETTLED: "The person has been offered what there is to choose",
    TeamResult.NOTHING_FURTHER: "The team does nothing further",
}
# Each is done once of one asking; the others can be done again.
_ONCE: Final = frozenset({TeamStep.ACKNOWLEDGED, TeamStep.CONTACTED})

NOT_ASKED: Final = Refused(
    code="not-with-choice-team",
    message="NHS England’s choice team has not been asked about this case, or has finished. Record first that it was.",
    authority=_PAGE,
)
NOTHING_ASKED: Final = Refused(
    code="nothing-asked", message="NHS England’s choice team has asked for nothing that is still to be answered."
)
NO_CHOICE_DESCRIBED: Final = Refused(
    code="no-choice-described", message="Record first which choice the person was not offered."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithTeam:
    """How it stands with the team: the entry by which it was asked, what it did since, and how it ended."""

    asked: Event
    done: tuple[Event, ...] = ()
    finished: Event | None = None

    @property
    def result(self) -> TeamResult | None:
        """How it ended with the team; nothing while it goes on."""
        return TeamResult(str(self.finished.facts["result"])) if self.finished else None


def with_choice_team(events: Sequence[Event]) -> WithTeam | None:
    """How it stands with the team, of the latest time that it was asked; nothing where it was not."""
    standing = in_force(events)
    asked = next((event for event in reversed(standing) if event.event == ASKED), None)
    if asked is None:
        return None
    done = tuple(event for event in standing if event.event in EVENT_OF.values() and event.about == asked.id)
    return WithTeam(asked=asked, done=done, finished=next((e for e in done if e.event == FINISHED), None))


def why_not_asked(events: Sequence[Event]) -> Refused | None:
    """Why it cannot be entered that the team was asked; nothing if it can."""
    if all(event.event != "choice_described" for event in in_force(events)):
        return NO_CHOICE_DESCRIBED
    known = with_choice_team(events)
    if known is not None and known.finished is None:
        message = "It is on the file already that NHS England’s choice team has the matter."
        return Refused(code="already-with-choice-team", message=message)
    return None


def why_not_step(
    known: WithTeam | None, step: TeamStep, *, answer_by: date | None, result: TeamResult | None, on: date
) -> Refused | None:
    """Why something that the team did cannot be entered; nothing if it can."""
    if known is None or known.finished is not None:
        return NOT_ASKED
    if step in _ONCE and any(event.event == EVENT_OF[step] for event in known.done):
        return Refused(code=f"already-{step.value}", message=f"This is on the file already: {STEP_WORDS[step]}.")
    if step is TeamStep.ENGAGED and answer_by is None:
        message = "Say by which day the team wants our answer. If it named none, agree one with the team."
        return Refused(code="no-day", message=message, authority=_PAGE)
    if answer_by is not None and answer_by < on:
        message = "The answer cannot be wanted before it was asked for. Check the days."
        return Refused(code="before-it-was-asked", message=message)
    if step is TeamStep.FINISHED and result is None:
        return Refused(code="no-result", message="Say how it ended with the team.")
    return None


def team_requests_open(position: Position) -> tuple[Duty, ...]:
    """What the team asked of the body and was not told, the soonest first."""
    return tuple(duty for duty in position.to_do() if duty.procedure == RULES and TOLD in duty.met_by)
