"""What does a body change because of complaints, what has it learnt, and what of it is overdue?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet

from putright.casework.errors import NotFound
from putright.casework.improving import may_end
from putright.domain.access import Actor, Deed
from putright.domain.improvements import ImprovementState
from putright.domain.references import reference_shown
from putright.records.models import Improvement
from putright.records.visible_to import improvements_visible_to, visible_to

PAGE: Final = 50


class ImprovementsShown(StrEnum):
    """Which improvements are listed."""

    OPEN = "open"
    OVERDUE = "overdue"
    MINE = "mine"
    MADE = "made"
    LESSONS = "lessons"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementLine:
    """One improvement; the reference of its case for those alone who may see the case."""

    number: int
    what: str
    lesson: str
    owner: str
    owner_post: str
    owner_left: bool
    due_on: date
    state: ImprovementState
    ended_on: date | None
    evidence: str
    reference: str
    reference_shown: str
    is_overdue: bool
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvements:
    """A page of the list, and how many there are in each of its views."""

    lines: tuple[ImprovementLine, ...]
    counts: dict[ImprovementsShown, int]
    show: ImprovementsShown
    page: int
    pages: int


def improvements(actor: Actor, on: date, *, show: ImprovementsShown, page: int = 1) -> Improvements:
    """The improvements of the actor's body: the longest overdue first, what is done the latest first."""
    rows = improvements_visible_to(actor)
    counts = {view: _of(rows, view, actor, on).count() for view in ImprovementsShown}
    pages = max(1, -(-counts[show] // PAGE))
    page = min(max(1, page), pages)
    ordered = _of(rows, show, actor, on).select_related("owner", "case").order_by(*_order(show))
    found = list(ordered[(page - 1) * PAGE : page * PAGE])
    cases = [row.case_id for row in found]
    seen = set(visible_to(actor).filter(pk__in=cases).values_list("pk", flat=True))
    handled = set(visible_to(actor, Deed.HANDLE).filter(pk__in=cases).values_list("pk", flat=True))
    lines = tuple(
        _line(row, on, seen=row.case_id in seen, ends=row.owner_id == actor.person_id or row.case_id in handled)
        for row in found
    )
    return Improvements(lines=lines, counts=counts, show=show, page=page, pages=pages)


def improvement(actor: Actor, number: int, on: date) -> ImprovementLine:
    """One improvement of the actor's body; raises NotFound."""
    row = improvements_visible_to(actor).select_related("owner", "case").filter(pk=number).first()
    if row is None:
        raise NotFound
    seen = visible_to(actor).filter(pk=row.case_id).exists()
    return _line(row, on, seen=seen, ends=may_end(actor, row))


def _of(rows: QuerySet[Improvement], show: ImprovementsShown, actor: Actor, on: date) -> QuerySet[Improvement]:
    to_do = Q(state=ImprovementState.TO_DO.value)
    match show:
        case ImprovementsShown.OPEN:
            return rows.filter(to_do)
        case ImprovementsShown.OVERDUE:
            return rows.filter(to_do, due_on__lt=on)
        case ImprovementsShown.MINE:
            return rows.filter(to_do, owner=actor.person_id)
        case ImprovementsShown.MADE:
            return rows.filter(state=ImprovementState.DONE.value)
        case ImprovementsShown.LESSONS:
            return rows.exclude(lesson="")


def _order(show: ImprovementsShown) -> tuple[str, ...]:
    match show:
        case ImprovementsShown.MADE:
            return ("-ended_on", "-pk")
        case ImprovementsShown.LESSONS:
            return ("-pk",)
    return ("due_on", "pk")


def _line(row: Improvement, on: date, *, seen: bool, ends: bool) -> ImprovementLine:
    state = ImprovementState(row.state)
    is_open = state is ImprovementState.TO_DO
    return ImprovementLine(
        number=row.pk,
        what=row.what,
        lesson=row.lesson,
        owner=row.owner.name,
        owner_post=row.owner.post,
        owner_left=row.owner.left_on is not None and row.owner.left_on < on,
        due_on=row.due_on,
        state=state,
        ended_on=row.ended_on,
        evidence=row.evidence,
        reference=row.case.reference if seen else "",
        reference_shown=reference_shown(row.case.reference) if seen else "",
        is_overdue=is_open and row.due_on < on,
        may_end=is_open and ends,
    )
