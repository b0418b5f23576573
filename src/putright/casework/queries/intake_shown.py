"""What is known of who is to deal with a case, and which actions on that are out of place?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from putright.casework.other_bodies import body_named
from putright.domain.chronology import Event, in_force
from putright.domain.directory_rows import BodyKind
from putright.domain.duty import Refused
from putright.domain.right_body import Sharing, provider_named, sharing_with, why_not_commissioning
from putright.records.models import Case

_OF_COMMISSIONERS: Final = ("name_provider", "keep_complaint", "pass_on_complaint")
_ON_SHARING: Final = ("sharing_asked", "sharing_agreed", "sharing_refused", "provider_named")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyShown:
    """Another organisation that the file speaks of, and what the person said of its being told."""

    code: str
    name: str
    sharing: Sharing


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Who is to deal with it: whether this body pays providers, which one it is about, and who else was spoken of."""

    is_commissioner: bool = False
    provider: BodyShown | None = None
    others: tuple[BodyShown, ...] = ()


def intake_of(case: Case, events: Sequence[Event]) -> Intake:
    """What the file of a case says on who is to deal with it."""
    spoken_of = [event for event in in_force(events) if event.event in _ON_SHARING]
    others = {str(event.facts["body"]): event for event in spoken_of if "body" in event.facts}
    named = provider_named(events)
    shown = {code: _body(code, event, events) for code, event in others.items()}
    return Intake(
        is_commissioner=case.body.kind == BodyKind.COMMISSIONER,
        provider=shown[str(named.facts["body"])] if named else None,
        others=tuple(shown.values()),
    )


def why_not_intake(action: str, intake: Intake) -> Refused | None:
    """Why an action on who deals with the case has nothing to be done with; nothing if it has."""
    if action not in _OF_COMMISSIONERS:
        return None
    return why_not_commissioning(
        is_commissioner=intake.is_commissioner, has_provider=action == "name_provider" or intake.provider is not None
    )


def _body(code: str, event: Event, events: Sequence[Event]) -> BodyShown:
    return BodyShown(code=code, name=body_named(code, event.on), sharing=sharing_with(events, code))
