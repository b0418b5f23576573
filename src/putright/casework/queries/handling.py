"""How is a complaint handled: the plan as it stands, its earlier versions, and what differs between two?"""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework import facts_of
from putright.casework.errors import NotFound
from putright.casework.handling_plans import PlanVersion, plans_of
from putright.casework.looks import keep_look
from putright.domain.access import Actor
from putright.domain.handling import parts_of
from putright.domain.looks import Look
from putright.domain.references import reference_meant, reference_shown
from putright.domain.side_by_side import Compared, compared
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """One version of the plan: when, by whom, whether it was agreed, and why it differs from the one before."""

    place: int
    on: date
    by: str
    agreed: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCompared:
    """A part of the plan in two versions."""

    title: str
    compared: Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingPage:
    """Every version, the latest first, and two of them side by side."""

    reference: str
    reference_shown: str
    complainant: str
    versions: tuple[PlanShown, ...]
    before: int
    after: int
    parts: tuple[PartCompared, ...]


def handling(actor: Actor, reference: str, *, before: int | None, after: int | None, now: datetime) -> HandlingPage:
    """The versions of the plan, two of them compared: the last two unless others are asked for. The look is kept."""
    meant = reference_meant(reference)
    case = visible_to(actor).select_related("complainant").filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    plans = plans_of(case, facts_of.chronology_of(case, facts_of.programmes_of(case)))
    places = {plan.place: plan for plan in plans}
    last = plans[-1].place if plans else 0
    after = after if after in places and after is not None else last
    earlier = [place for place in places if place < after]
    before = before if before in places and before is not None else max(earlier, default=after)
    if not plans:
        keep_look(Look.CASE, by=actor, now=now, case=case.pk)
    for place in sorted({before, after} & places.keys()):
        keep_look(Look.PAPER, by=actor, now=now, case=case.pk, document=places[place].paper.number)
    return HandlingPage(
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        complainant=case.complainant.name,
        versions=tuple(_shown(plan) for plan in reversed(plans)),
        before=before,
        after=after,
        parts=_parts(places[before], places[after]) if plans else (),
    )


def _shown(plan: PlanVersion) -> PlanShown:
    made_by = plan.paper.made_by
    return PlanShown(place=plan.place, on=plan.on, by=made_by.name if made_by else "", agreed=plan.agreed, why=plan.why)


def _parts(before: PlanVersion, after: PlanVersion) -> tuple[PartCompared, ...]:
    old, new = parts_of(before.plan), parts_of(after.plan)
    said = [title for title in new if old[title] or new[title]]
    return tuple(PartCompared(title=title, compared=compared(old[title], new[title])) for title in said)
