"""What does the yearly return of a body hold, for a year or a quarter, of the cases that somebody may see?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from putright.casework import facts_of
from putright.casework.due_lists import calendar_of
from putright.casework.errors import refuse
from putright.casework.return_said import DESCRIBED, age_told, asked_of, form_for, reports, said_on
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.chronology import Event as DomainEvent
from putright.domain.issues import Subject
from putright.domain.references import reference_shown
from putright.domain.response_period import AS_TOLD, ResponsePeriod, measured
from putright.domain.returns import (
    OF_ONE,
    RETURN_WORDS,
    Asked,
    Dimension,
    ReturnForm,
    ReturnKind,
    ReturnSaid,
    labels_of,
    returns_owed,
)
from putright.domain.returns_count import HEARD, CaseToCount, Period, answered_on, count
from putright.domain.returns_sheet import CountedCase, Sheet, sheet_of, year_of
from putright.domain.roles import NOT_KEPT_OUT
from putright.domain.standing import Basis, age_on
from putright.domain.vocabulary import CORE_EVENTS, CaseStatus, DutyState
from putright.domain.working_days import CalendarEnds, WorkingCalendar
from putright.gateways.returns_files import return_forms
from putright.records.models import Body, Case, Duty, Event, Issue
from putright.records.visible_to import visible_to

READ: Final = sorted({*HEARD, DESCRIBED})
_COLUMNS: Final = ("pk", "complaint_id", "reference", "received_on", "basis", "patient__born_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnShown:
    """A return of one period as somebody sees it; `is_whole` if no case is kept from them by a restriction.

    `together` names, for the first case of a complaint that was split, those that are counted with it.
    """

    kind: ReturnKind
    name: str
    form: ReturnForm
    owed: tuple[ReturnKind, ...]
    sheet: Sheet
    first_year: int
    is_whole: bool
    together: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOfReturn:
    """A case that makes up a number."""

    reference: str
    reference_shown: str
    received_on: date
    status: CaseStatus
    handler: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One case of a complaint, with what the return asks of it and the days that were told for its answer."""

    reference: str
    case: CaseToCount
    said: ReturnSaid
    asked: Asked
    told: tuple[date, date] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoReturn:
    """That the body makes no return, or has not said yet which; `is_said` tells one from the other."""

    is_said: bool


def return_shown(actor: Actor, period: Period, *, kind: ReturnKind | None = None) -> ReturnShown | NoReturn:
    """The return of a period: the one that is asked for if the body makes it, or else its first.

    Raises ActionRefused for those who may not handle cases. Only what the count needs is read, of the cases that the
    period may concern.
    """
    refuse(why_not_here(actor, Deed.HANDLE))
    body = Body.objects.get(pk=actor.body_id)
    owed = returns_owed(reports(body.reports_as), return_forms(), on=period.last)
    if not owed:
        return NoReturn(is_said=bool(body.reports_as))
    wanted = kind if kind in owed else owed[0]
    form = return_forms()[wanted]
    cases = tuple(_counted(actor, body, wanted, period))
    begun = visible_to(actor).aggregate(first=Min("received_on"))["first"] or actor.on
    return ReturnShown(
        kind=wanted,
        name=RETURN_WORDS[wanted],
        form=form,
        owed=owed,
        sheet=sheet_of(cases, form, period),
        first_year=year_of(begun),
        together={case.reference: case.others for case in cases if case.others},
        is_whole=not actor.roles.isdisjoint(NOT_KEPT_OUT),
    )


def cases_of(actor: Actor, references: Sequence[str]) -> tuple[CaseOfReturn, ...]:
    """The cases of one number, the first received first."""
    rows = visible_to(actor).filter(reference__in=list(references)).select_related("handler")
    return tuple(
        CaseOfReturn(
            reference=row.reference,
            reference_shown=reference_shown(row.reference),
            received_on=row.received_on,
            status=CaseStatus(row.status),
            handler=row.handler.name if row.handler else "",
        )
        for row in rows.order_by("received_on", "pk")
    )


def _concerned(actor: Actor, period: Period) -> QuerySet[Case]:
    """The cases that a period may count: received in it, open still, or with something heard since it began."""
    since = Event.objects.filter(case=OuterRef("pk"), event__in=READ, on__gte=period.first)
    seen = visible_to(actor).filter(received_on__lte=period.last)
    return seen.filter(Q(received_on__gte=period.first) | Q(is_open=True) | Exists(since))


def _counted(actor: Actor, body: Body, kind: ReturnKind, period: Period) -> Iterator[CountedCase]:
    for complaint in _complaints(actor, body, period):
        services = {one for part in complaint for one in part.said.labels.get(Dimension.SERVICE, ())}
        form = form_for(body.reports_as, services, complaint[0].case.received_on)
        if form is None or form.kind is not kind:
            continue
        counts = [part.case for part in complaint]
        answered = answered_on(counts, period.last)
        yield CountedCase(
            reference=complaint[0].reference,
            others=tuple(part.reference for part in complaint[1:]),
            counted=count(counts, period),
            labels=_labels(complaint, form),
            is_answered=answered is not None and answered[1] >= period.first,
            told=_told_of(complaint, answered),
        )


def _complaints(actor: Actor, body: Body, period: Period) -> Iterator[Sequence[_Part]]:
    """The cases that a period concerns, those together that hold one complaint: into which it was split."""
    concerned = visible_to(actor).filter(complaint__in=_concerned(actor, period).values("complaint"))
    numbers = concerned.values("pk")
    events, issues, told = _events(numbers), _issues(numbers), _told(numbers)
    calendar = calendar_of(body, actor.on)
    found: dict[tuple[int, int], list[_Part]] = {}
    for pk, complaint, reference, received_on, basis, born_on in concerned.order_by("received_on", "pk").values_list(
        *_COLUMNS
    ):
        known, of_it = events.get(pk, []), issues.get(pk, {})
        said = said_on(known)
        part = _Part(
            reference=reference,
            case=CaseToCount(
                received_on=received_on,
                events=known,
                issues=tuple(of_it),
                settle_by=_settle_by(calendar, received_on),
                is_outside_agency=said.outside_agency,
            ),
            said=said,
            asked=asked_of(
                said,
                [subject for subject, is_out in of_it.values() if not is_out] or [one for one, _ in of_it.values()],
                received_on=received_on,
                basis=Basis(basis),
                age=age_on(born_on, received_on) if born_on else age_told(known),
            ),
            told=told.get(pk),
        )
        found.setdefault((complaint, pk if said.counted_apart else 0), []).append(part)
    yield from found.values()


def _labels(complaint: Sequence[_Part], form: ReturnForm) -> dict[Dimension, frozenset[str]]:
    """Under which boxes a complaint is counted: those of each of its cases."""
    found: dict[Dimension, frozenset[str]] = {}
    for part in complaint:
        for dimension, boxes in labels_of(part.asked, form).items():
            found[dimension] = found.get(dimension, frozenset()) | boxes
    return {each: frozenset(sorted(boxes)[:1]) if each in OF_ONE else boxes for each, boxes in found.items()}


def _told_of(complaint: Sequence[_Part], answered: tuple[int, date] | None) -> ResponsePeriod | None:
    """How the answer that went last stands against the time that was told."""
    if answered is None:
        return None
    place, on = answered
    told = complaint[place].told
    if told is None:
        return None
    original, latest = told
    return measured(original, latest if latest != original else None, sent_on=on, as_at=on)


def _told(numbers: QuerySet[Case, Any]) -> Mapping[int, tuple[date, date]]:
    """Of each case the day first told to the person for the answer, and the one that stood last."""
    rows = Duty.objects.filter(case__in=numbers, step=AS_TOLD, original_due_on__isnull=False)
    rows = rows.exclude(state=DutyState.CANCELLED.value).order_by("case", "-place")
    days = rows.values_list("case_id", "original_due_on", "due_on")
    return {case: (original, latest or original) for case, original, latest in days if original}


def _events(numbers: QuerySet[Case, Any]) -> dict[int, list[DomainEvent]]:
    found: dict[int, list[DomainEvent]] = {}
    told = ("case_id", "number", "event", "on", "issue", "corrects", "facts")
    rows = Event.objects.filter(case__in=numbers, event__in=READ).order_by("case", "number").values_list(*told)
    for case, number, event, on, issue, corrects, facts in rows:
        kind = CORE_EVENTS[event]
        # A procedure may give an event of ours further facts, which count for nothing here.
        ours = {name: value for name, value in facts.items() if name in kind.facts}
        made = DomainEvent(
            event=event,
            on=on,
            id=str(number),
            issue=str(issue) if issue else None,
            corrects=str(corrects) if corrects else None,
            facts=facts_of.facts_from(ours, kind),
        )
        found.setdefault(case, []).append(made)
    return found


def _issues(numbers: QuerySet[Case, Any]) -> Mapping[int, dict[int, tuple[Subject, bool]]]:
    found: dict[int, dict[int, tuple[Subject, bool]]] = {}
    rows = Issue.objects.filter(case__in=numbers).order_by("case", "number")
    for case, number, subject, exclusion in rows.values_list("case_id", "number", "subject", "exclusion"):
        found.setdefault(case, {})[number] = (Subject(subject), bool(exclusion))
    return found


def _settle_by(calendar: WorkingCalendar, received_on: date) -> date:
    """The last day on which what was spoken can be settled at once."""
    try:
        return calendar.add(received_on, 1)
    except CalendarEnds:
        return received_on
