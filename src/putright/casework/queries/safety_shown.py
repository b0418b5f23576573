"""What must somebody know for safety's sake before they meet or ring a person of a case?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.domain.access import Actor, Deed, Parts, why_not
from putright.domain.safety import DANGER_WORDS, Danger, SafetyStep, stands
from putright.records.models import Case, ContactPerson, SafetyFlag


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyStepShown:
    """One step of a flag: what was done, when, by whom, and why."""

    step: SafetyStep
    on: date
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagShown:
    """A flag that was not lifted: about whom, the danger in words, what to do, by whom, and until when.

    `entry` points at it on this case, and `flag` at its first step; neither where it was set on another case. One that
    has lapsed says nothing for certain any more; it is shown until somebody looks at it. `steps` are told to whoever
    opens the page of it.
    """

    entry: int | None
    flag: int | None
    name: str
    danger: str
    what_to_do: str
    since: date
    review_on: date
    by: str
    by_post: str
    has_lapsed: bool
    steps: tuple[SafetyStepShown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyShown:
    """The flags for whoever may meet or ring the person; to others of the case, only whether there is one."""

    flags: tuple[FlagShown, ...] = ()
    is_hidden: bool = False

    @property
    def here(self) -> tuple[FlagShown, ...]:
        """Those that were set on this case, where they are looked at again."""
        return tuple(flag for flag in self.flags if flag.entry is not None)


NO_FLAGS: Final = SafetyShown()


def has_flag() -> Exists:
    """Whether a flag was ever set about somebody of a case, asked with its row."""
    people = Q(person=OuterRef("complainant")) | Q(person=OuterRef("patient"))
    return Exists(SafetyFlag.objects.filter(people))


def safety_shown(actor: Actor, parts: Parts, case: Case, as_at: date) -> SafetyShown:
    """What is told of the flags of a case's people, set on this case or on another one of the same people."""
    people = {case.complainant_id, case.patient_id}
    rows = _of_same_people(people).select_related("by", "person").order_by("pk")
    flags = _flags(rows, case.pk, as_at)
    if why_not(actor, Deed.INVESTIGATE, parts) is None:
        return SafetyShown(flags=flags)
    return SafetyShown(is_hidden=any(not flag.has_lapsed for flag in flags))


def safety_with_reasons(shown: SafetyShown, case: int) -> SafetyShown:
    """The same with every step of each flag that was set on the case, and why; for the page that keeps a look of it."""
    rows = SafetyFlag.objects.filter(case=case).select_related("by").order_by("pk")
    told: dict[int, list[SafetyStepShown]] = {}
    for row in rows:
        step = SafetyStepShown(step=SafetyStep(row.step), on=row.on, by=row.by.name, why=row.why)
        told.setdefault(row.flag, []).append(step)
    return replace(shown, flags=tuple(replace(flag, steps=tuple(told.get(flag.flag or 0, ()))) for flag in shown.flags))


def _of_same_people(people: set[int]) -> QuerySet[SafetyFlag]:
    """The steps about some people, and about whom somebody has said to be the same person on another case."""
    same = ContactPerson.objects.filter(ended_at=None, record__people__person__in=people, record__people__ended_at=None)
    return SafetyFlag.objects.filter(Q(person__in=people) | Q(person__in=same.values("person")))


def _flags(rows: Iterable[SafetyFlag], case: int, as_at: date) -> tuple[FlagShown, ...]:
    flags: dict[tuple[int, int], list[SafetyFlag]] = {}
    for row in rows:
        flags.setdefault((row.case_id, row.flag), []).append(row)
    found = (_flag(steps, case, as_at) for steps in flags.values())
    return tuple(sorted((flag for flag in found if flag), key=lambda flag: (flag.has_lapsed, flag.since)))


def _flag(steps: list[SafetyFlag], case: int, as_at: date) -> FlagShown | None:
    first, last = steps[0], steps[-1]
    if last.review_on is None:
        return None
    is_here = last.case_id == case
    return FlagShown(
        entry=last.entry if is_here else None,
        flag=last.flag if is_here else None,
        name=last.person.name,
        danger=DANGER_WORDS[Danger(last.danger)],
        what_to_do=last.what_to_do,
        since=first.on,
        review_on=last.review_on,
        by=last.by.name,
        by_post=last.by.post,
        has_lapsed=not stands(last.review_on, on=as_at),
    )
