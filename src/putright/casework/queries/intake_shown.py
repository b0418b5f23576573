"""What is known of who is to deal with a case, and which actions on that are out of place?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from putright.casework.other_bodies import body_named
from putright.domain.chronology import Event, in_force
from putright.domain.directory_rows import BodyKind
from putright.domain.duty import Refused
from putright.domain.issues import Outcome
from putright.domain.refusing import Unaccepted, grounds_against, why_not_refuse
from putright.domain.right_body import Sharing, provider_named, sharing_with, why_not_commissioning
from putright.domain.standing import Basis
from putright.records.models import Case

_OF_COMMISSIONERS: Final = ("name_provider", "keep_complaint", "pass_on_complaint")
_ON_SHARING: Final = ("sharing_asked", "sharing_agreed", "sharing_refused", "provider_named")


class IssueSeen(Protocol):
    """An issue as a page knows it."""

    @property
    def number(self) -> int:
        """Its number on the case."""

    @property
    def exclusion(self) -> str:
        """The ground on which it was left out, if it was."""

    @property
    def outcome(self) -> Outcome | None:
        """How it came out, if that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyShown:
    """Another organisation that the file speaks of, and what the person said of its being told."""

    code: str
    name: str
    sharing: Sharing


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Who is to deal with it: whether this body pays providers, which one it is about, and who else was spoken of.

    `against` are the grounds on which a representative may not be accepted, `no_refusal` why none may be; `left_out`
    and `can_be_left_out` are the numbers of issues.
    """

    is_commissioner: bool = False
    provider: BodyShown | None = None
    others: tuple[BodyShown, ...] = ()
    against: tuple[Unaccepted, ...] = ()
    no_refusal: Refused | None = None
    left_out: tuple[int, ...] = ()
    can_be_left_out: tuple[int, ...] = ()


def intake_of(case: Case, events: Sequence[Event], issues: Sequence[IssueSeen]) -> Intake:
    """What the file of a case says on who is to deal with it."""
    spoken_of = [event for event in in_force(events) if event.event in _ON_SHARING]
    others = {str(event.facts["body"]): event for event in spoken_of if "body" in event.facts}
    named = provider_named(events)
    shown = {code: _body(code, event, events) for code, event in others.items()}
    return Intake(
        is_commissioner=case.body.kind == BodyKind.COMMISSIONER,
        provider=shown[str(named.facts["body"])] if named else None,
        others=tuple(shown.values()),
        against=grounds_against(Basis(case.basis)),
        no_refusal=why_not_refuse(Basis(case.basis), events),
        left_out=tuple(issue.number for issue in issues if issue.exclusion),
        can_be_left_out=tuple(issue.number for issue in issues if not (issue.exclusion or issue.outcome)),
    )


def why_not_intake(action: str, intake: Intake) -> Refused | None:
    """Why an action on who deals with the case has nothing to be done with; nothing if it has."""
    match action:
        case "refuse_representative":
            return intake.no_refusal
        case "take_back_exclusion" if not intake.left_out:
            return Refused(code="not-excluded", message="Nothing that is complained of has been left out.")
        case "exclude_issues" if not intake.can_be_left_out:
            return Refused(code="nothing-left", message="Every issue has been left out or has an outcome.")
    if action not in _OF_COMMISSIONERS:
        return None
    return why_not_commissioning(
        is_commissioner=intake.is_commissioner, has_provider=action == "name_provider" or intake.provider is not None
    )


def _body(code: str, event: Event, events: Sequence[Event]) -> BodyShown:
    return BodyShown(code=code, name=body_named(code, event.on), sharing=sharing_with(events, code))
