"""Which bodies answer a complaint together, which of them leads, and what has one asked of another?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused

REG_9: Final = "SI 2009/309 reg 9"


class JointPart(StrEnum):
    """In what part a body handles a complaint with others: `as` of the event `joined`."""

    LEAD = "lead"
    CONTRIBUTOR = "contributor"
    ALONE = "alone"  # it has left the joint handling


JOINT_WORDS: Final = {
    JointPart.LEAD: "We lead, and answer for all",
    JointPart.CONTRIBUTOR: "Another organisation leads, and we contribute",
    JointPart.ALONE: "We answer for ourselves again",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """How this body handles a complaint with others: its part, the others by code, and by which entry each came in."""

    part: JointPart = JointPart.ALONE
    others: tuple[tuple[str, int], ...] = ()

    @property
    def is_joint(self) -> bool:
        """Whether it is handled with others at all."""
        return self.part is not JointPart.ALONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What was asked of a body, or by the one that leads: by which entry, until when, and when it came or went."""

    entry: int
    body: str
    asked_on: date
    reply_by: date | None
    done_on: date | None


def joint_of(events: Sequence[Event]) -> Joint:
    """How a complaint is handled with others now; who left since, or whom this body left, is not among them."""
    part, others = JointPart.ALONE, dict[str, int]()
    for event in in_force(events):
        if event.event != "joined":
            continue
        part = JointPart(str(event.facts.get("as", JointPart.LEAD.value)))
        if part is JointPart.ALONE:
            others.clear()
        else:
            others[str(event.facts.get("body", event.facts.get("lead", "")))] = int(event.id or 0)
    return Joint(part=part, others=tuple(others.items()))


def contributions_of(events: Sequence[Event]) -> tuple[Contribution, ...]:
    """Every request for a contribution, and when it was answered: by its own reply, or by what was sent since."""
    standing = in_force(events)
    return tuple(
        Contribution(
            entry=int(event.id or 0),
            body=str(event.facts.get("body", "")),
            asked_on=event.on,
            reply_by=_day(event.facts.get("date")),
            done_on=next((other.on for other in standing if _answers(other, event)), None),
        )
        for event in standing
        if event.event == "contribution_requested"
    )


def why_not_join(joint: Joint, part: JointPart, body: str, *, agreed: bool | None) -> Refused | None:
    """Why a complaint cannot be handled with a body in this part; nothing if it can.

    The bodies must co-operate; that the person's complaint is shown to another one is for the person to agree to.
    """
    if not agreed:
        message = "The person has to agree that the other organisation is told. Ask them, or record what they said."
        return Refused(code="sharing-not-agreed", message=message, authority="common law duty of confidence")
    if body in dict(joint.others):
        return Refused(code="already-joined", message="It is handled with this organisation already.", authority=REG_9)
    if joint.is_joint and (joint.part is not part or part is JointPart.CONTRIBUTOR):
        return Refused(
            code="one-leads",
            message="One organisation leads. Leave the joint handling first if that is to be another one.",
            authority=REG_9,
        )
    return None


def why_not_as(joint: Joint, part: JointPart) -> Refused | None:
    """Why something is not for a body in its part of a joint handling; nothing if it is."""
    if joint.part is part:
        return None
    words = {
        JointPart.LEAD: "This is for the organisation that leads on a joint complaint.",
        JointPart.CONTRIBUTOR: "This is for an organisation that contributes to what another one answers.",
    }
    message = words.get(part, "") if joint.is_joint else "This complaint is not handled together with another one."
    return Refused(code="not-joint" if not joint.is_joint else f"not-{part}", message=message, authority=REG_9)


def _answers(event: Event, request: Event) -> bool:
    if event.event not in ("contribution_received", "contribution_sent") or event.on < request.on:
        return False
    if event.about is not None:
        return event.about == request.id
    return event.event == "contribution_sent" and int(event.id or 0) > int(request.id or 0)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
