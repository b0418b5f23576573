"""Somebody is away for a time, and somebody else is there in their place."""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.absences import absence_rows, may_look_after
from putright.casework.appointments import actor_of, is_restricted, may_see
from putright.casework.case_parts import give
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Keeping, all_or_nothing, day_of, holding
from putright.domain.absences import Away, why_not_away
from putright.domain.access import REACH, Actor, Deed, Role, can_be_given, reaches
from putright.records.models import Absence, Case, NamedPerson, Person
from putright.records.models.person import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What became of the cases of who is away: how many the cover was given, and how many they may not see."""

    absence: int
    given: int
    kept_away: int


def record_absence(
    *,
    actor: Actor,
    person: int,
    cover: int,
    from_on: date,
    until_on: date | None = None,
    now: datetime,
    means: Means | None = None,
) -> Covered:
    """Record that somebody is away, both days included, and who is there in their place; no last day if unknown.

    A cover whose role does not open the cases is given each of them for these days, but none that names them and none
    that is restricted: those are for whoever decides about them to give.
    """
    with all_or_nothing(means) as keeping:
        away, there = (_staff(actor, number) for number in (person, cover))
        refuse(may_look_after(actor, away))
        said = Away(person_id=away.pk, cover_id=there.pk, from_on=from_on, until_on=until_on)
        begins = max(from_on, day_of(now))
        covering = actor_of(there.pk, actor.body_id, on=begins)
        has_cases = bool(reaches(covering, Deed.INVESTIGATE)) and there.left_on is None
        refuse(why_not_away(said, _known(actor, day_of(now)), may_have_cases=has_cases))
        row = Absence.objects.create(
            body_id=actor.body_id,
            person=away,
            cover=there,
            from_on=from_on,
            until_on=until_on,
            made_by_id=actor.person_id,
            made_at=now,
        )
        given, kept_away = _let_see(row, keeping, covering, begins=begins, by=actor, now=now)
    return Covered(absence=row.pk, given=given, kept_away=kept_away)


def _staff(actor: Actor, number: int) -> Person:
    row = Person.objects.filter(pk=number, body=actor.body_id, part=Part.STAFF).first()
    if row is None:
        raise refused("no-such-person", "Choose a member of staff of this organisation.")
    return row


def _known(actor: Actor, today: date) -> list[Away]:
    rows = absence_rows(actor.body_id, today).select_for_update(of=("self",))
    return [
        Away(person_id=row.person_id, cover_id=row.cover_id, from_on=row.from_on, until_on=row.until_on) for row in rows
    ]


def _let_see(
    row: Absence, keeping: Keeping, covering: Actor, *, begins: date, by: Actor, now: datetime
) -> tuple[int, int]:
    """Give the cover each open case that they could not see; return how many, and how many they may not be given."""
    role = next((role for role in Role if role in covering.roles and _lets_have_cases(role)), None)
    given = kept_away = 0
    cases = Case.objects.filter(handler=row.person_id, body=row.body_id, is_open=True).order_by("received_on", "id")
    for case in cases.select_for_update(of=("self",)):
        if may_see(case, row.cover_id, on=begins):
            continue
        named = NamedPerson.objects.filter(case=case, person=row.cover_id).exists()
        if role is None or named or is_restricted(case):
            kept_away += 1
            continue
        with holding(case, keeping, by_id=by.person_id, on=day_of(now), now=now) as hand:
            give(hand, row.cover_id, role, from_on=begins, until_on=row.until_on)
        given += 1
    return given, kept_away


def _lets_have_cases(role: Role) -> bool:
    return role in REACH[Deed.INVESTIGATE] and can_be_given(role)
