"""Is this complaint for another body, and may that body be told: what regulations 6(5) and 7 ask first?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused

_ANSWERS: Final = ("sharing_agreed", "sharing_refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What is known of whether a body may be told: when it was asked, and what was answered when and how, if it was."""

    asked_on: date | None = None
    agreed: bool | None = None
    answered_on: date | None = None
    channel: str = ""


def sharing_with(events: Sequence[Event], body: str) -> Sharing:
    """What the person said of one body being told; a later answer takes the place of an earlier one."""
    of_it = [event for event in in_force(events) if event.facts.get("body") == body]
    asked = next((event for event in reversed(of_it) if event.event == "sharing_asked"), None)
    answer = next((event for event in reversed(of_it) if event.event in _ANSWERS), None)
    return Sharing(
        asked_on=asked.on if asked else None,
        agreed=None if answer is None else answer.event == "sharing_agreed",
        answered_on=answer.on if answer else None,
        channel=str(answer.facts.get("channel", "")) if answer else "",
    )


def provider_named(events: Sequence[Event]) -> Event | None:
    """By which entry a commissioner found which provider the complaint is about; nothing where none did."""
    return next((event for event in reversed(in_force(events)) if event.event == "provider_named"), None)


def why_not_commissioning(*, is_commissioner: bool, has_provider: bool) -> Refused | None:
    """Why regulation 7 says nothing of a complaint; nothing where a commissioner knows the provider it is about."""
    if not is_commissioner:
        message = "This is for commissioners, who pay others for care. A complaint for another organisation is sent on."
        return Refused(code="not-a-commissioner", message=message, authority="SI 2009/309 reg 7(1)")
    if not has_provider:
        message = "Say first which provider the complaint is about."
        return Refused(code="no-provider", message=message, authority="SI 2009/309 reg 7(1)")
    return None


def why_not_sent_on(sharing: Sharing, *, without_asking: str) -> Refused | None:
    """Why a complaint may not be sent to the body that it is for; nothing if it may.

    Regulation 6(5) asks for no consent. The duty of confidence does: the person agrees, or it is said why nobody could
    ask them; and against what they said it is not sent.
    """
    if sharing.agreed is False:
        return Refused(
            code="sharing-refused",
            message="The person does not want it to be sent. Tell them how they can go to the other body themselves.",
            authority="common law duty of confidence",
        )
    if sharing.agreed is None and not without_asking.strip():
        return Refused(
            code="sharing-not-agreed",
            message="Ask the person first whether it may be sent, or say why nobody could ask them.",
            authority="common law duty of confidence",
        )
    return None


def why_not_passed_on(sharing: Sharing) -> Refused | None:
    """Why a commissioner may not pass a complaint to the provider; nothing if the person has agreed."""
    if sharing.agreed:
        return None
    message = (
        "The person does not agree, so the provider is not told, and the commissioner deals with the complaint itself."
        if sharing.agreed is False
        else "A complaint is passed on only if the person agrees. Ask them, or record what they said."
    )
    return Refused(code="sharing-not-agreed", message=message, authority="SI 2009/309 reg 7(5)")


def why_not_kept(sharing: Sharing) -> Refused | None:
    """Why a commissioner may not decide yet to keep a complaint; nothing once the person was asked about sharing."""
    if sharing.asked_on is not None or sharing.agreed is not None:
        return None
    return Refused(
        code="sharing-not-asked",
        message="Ask the person first whether the provider may be sent the details.",
        authority="SI 2009/309 reg 7(3)(a)",
    )
