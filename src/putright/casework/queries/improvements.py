"""What does a body change because of complaints, what has it learnt, and what of it is overdue?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Prefetch, Q, QuerySet

from putright.casework.errors import NotFound
from putright.casework.improving import may_end
from putright.casework.queries.staff import Colleague
from putright.domain.access import Actor, Deed
from putright.domain.improvements import ImprovementState, may_read_improvements
from putright.domain.references import reference_shown
from putright.records.models import Improvement, ImprovementChange, Person
from putright.records.models.person import Part
from putright.records.visible_to import improvements_visible_to, visible_to

PAGE: Final = 50
_CHANGES: Final = Prefetch("changes", ImprovementChange.objects.select_related("by", "was_owner").order_by("pk"))


class ImprovementsShown(StrEnum):
    """Which improvements are listed."""

    OPEN = "open"
    OVERDUE = "overdue"
    MINE = "mine"
    MADE = "made"
    LESSONS = "lessons"
    OF_NOBODY = "of-nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """One change of an improvement: when, by whom and why; who had it, or which day it had, before that."""

    on: date
    by: str
    was_owner: str
    was_due_on: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementLine:
    """One improvement; the reference of its case for those alone who may see the case.

    `changes` are in their order; `first_due_on` is the day that was set at first, where that was moved.
    """

    number: int
    what: str
    lesson: str
    owner: str
    owner_id: int
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
    changes: tuple[ChangeShown, ...]

    @property
    def first_due_on(self) -> date | None:
        """The day that was set at first; nothing where it was never moved."""
        return next((change.was_due_on for change in self.changes if change.was_due_on), None)

    @property
    def had_before(self) -> tuple[str, ...]:
        """Who saw to it before, the last first, nobody twice."""
        return tuple(dict.fromkeys(change.was_owner for change in reversed(self.changes) if change.was_owner))


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
    ordered = ordered.prefetch_related(_CHANGES)
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
    row = (
        improvements_visible_to(actor)
        .select_related("owner", "case")
        .prefetch_related(_CHANGES)
        .filter(pk=number)
        .first()
    )
    if row is None:
        raise NotFound
    seen = visible_to(actor).filter(pk=row.case_id).exists()
    return _line(row, on, seen=seen, ends=may_end(actor, row))


def who_can_see_to_it(actor: Actor) -> tuple[Colleague, ...]:
    """Everybody of the actor's body who is still there, by name; nobody to those who read no improvement."""
    if not may_read_improvements(actor):
        return ()
    rows = Person.objects.filter(body=actor.body_id, part=Part.STAFF, left_on__isnull=True).order_by("name", "id")
    return tuple(Colleague(id=row.pk, name=row.name, post=row.post) for row in rows)


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
        case ImprovementsShown.OF_NOBODY:
            return rows.filter(to_do, owner__left_on__lt=on)


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
        owner_id=row.owner_id,
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
        changes=tuple(_change(change) for change in row.changes.all()),
    )


def _change(row: ImprovementChange) -> ChangeShown:
    return ChangeShown(
        on=row.on,
        by=row.by.name,
        was_owner=row.was_owner.name if row.was_owner else "",
        was_due_on=row.was_due_on,
        reason=row.reason,
    )
