"""Where have personal details gone astray, and what was done about each?"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from putright.casework import facts_of
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.breaches import RULES, Breach, How, Risk, breaches_of
from putright.domain.chronology import Event as DomainEvent
from putright.domain.references import reference_shown
from putright.records.models import Case, CaseProcedure, Event
from putright.records.visible_to import visible_to

MOST: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachShown:
    """One breach of the register: when it became known, how grave it is, and who was told when."""

    reference: str
    reference_shown: str
    number: int
    found_on: date
    report_by: datetime | None
    how: How
    people: int
    risk: Risk | None
    judged_on: date | None
    reported_on: date | None
    told_on: date | None
    contained_on: date | None
    is_settled: bool


def breach_register(actor: Actor) -> tuple[BreachShown, ...]:
    """Every breach on a case that the actor may see: those with something left to do first, then the last found.

    At most 500 cases are read, the last received; nothing for those who may not handle cases.
    """
    if why_not_here(actor, Deed.HANDLE) is not None:
        return ()
    rules = CaseProcedure.objects.filter(procedure__name=RULES, procedure__body__isnull=True).values("case")
    cases = {case.pk: case for case in visible_to(actor).filter(pk__in=rules).order_by("-received_on", "-pk")[:MOST]}
    programmes = facts_of.programmes_of_each(cases)
    events: dict[int, list[DomainEvent]] = {pk: [] for pk in cases}
    for row in Event.objects.filter(case__in=list(cases)).order_by("case", "number"):
        events[row.case_id].append(facts_of.event_of(row, programmes[row.case_id]))
    shown = [_shown(cases[pk], breach) for pk, known in events.items() for breach in breaches_of(known)]
    latest_first = sorted(shown, key=lambda each: each.found_on, reverse=True)
    return tuple(sorted(latest_first, key=lambda each: each.is_settled))


def _shown(case: Case, breach: Breach) -> BreachShown:
    found = breach.found
    return BreachShown(
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        number=int(breach.number),
        found_on=found.on,
        report_by=breach.report_by,
        how=How(str(found.facts["how"])),
        people=int(str(found.facts["people"])),
        risk=breach.risk,
        judged_on=_day(breach.judged),
        reported_on=_day(breach.reported),
        told_on=_day(breach.told),
        contained_on=_day(breach.contained),
        is_settled=breach.is_settled,
    )


def _day(event: DomainEvent | None) -> date | None:
    return event.on if event else None
