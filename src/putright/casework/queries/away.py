"""Who at a body is away now or soon, who is there in their place, and of whom may somebody say so?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.absences import absence_rows
from putright.casework.queries.staff import Colleague
from putright.casework.queries.whose_work import colleagues_of
from putright.domain.access import Actor, Deed, why_not_here
from putright.records.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayShown:
    """One absence: of whom, from when until when, who is there, and whether whoever looks may end it."""

    number: int
    name: str
    cover: str
    from_on: date
    until_on: date | None
    has_begun: bool
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayList:
    """The absences of a body that are not over; of whom one may be recorded, and who may be there instead."""

    absences: tuple[AwayShown, ...]
    people: tuple[Colleague, ...]
    covers: tuple[Colleague, ...]


def away_list(actor: Actor, as_at: date) -> AwayList:
    """Who is away, for all to see; of whom it may be recorded: oneself, or everybody for a manager or administrator."""
    may_all = any(why_not_here(actor, deed) is None for deed in (Deed.GIVE, Deed.ADMINISTER))
    rows = absence_rows(actor.body_id, as_at).select_related("person", "cover")
    numbers = [each.person_id for each in colleagues_of(actor)]
    with_cases = Person.objects.filter(pk__in=numbers, left_on__isnull=True).order_by("name", "id")
    covers = tuple(Colleague(id=row.pk, name=row.name, post=row.post) for row in with_cases)
    return AwayList(
        absences=tuple(
            AwayShown(
                number=row.pk,
                name=row.person.name,
                cover=row.cover.name,
                from_on=row.from_on,
                until_on=row.until_on,
                has_begun=row.from_on <= as_at,
                may_end=may_all or row.person_id == actor.person_id,
            )
            for row in rows
        ),
        people=tuple(each for each in covers if may_all or each.id == actor.person_id),
        covers=covers,
    )
