"""Whom has the person named as their advocate, what may each do, have they come, and when did they last look?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from putright.casework.advocates import how_named, meeting_ahead, standing_on
from putright.domain.advocates import Help, comes_to, ever_named, helps_in_words
from putright.domain.chronology import Event
from putright.domain.periods import LONDON
from putright.records.models import Case, ReadLog


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocateTold:
    """An advocate, to the person and to whoever handles the case; the number is that of the entry that names them."""

    number: int
    name: str
    called: str  # with their service
    email: str
    telephone: str
    may: str  # in words
    helps: frozenset[Help]
    until_on: date | None
    has_come: bool
    last_looked: datetime | None
    meeting_on: date | None  # of the meeting that is agreed and still to come
    comes: bool | None  # to it, if they said


def advocates_told(case: Case, as_at: date, events: Sequence[Event]) -> tuple[AdvocateTold, ...]:
    """Those who are named on a day, in the order of their naming."""
    rows = list(standing_on(case, as_at)) if ever_named(events) else []
    if not rows:
        return ()
    meeting = meeting_ahead(case, as_at)
    day = meeting.starts.astimezone(LONDON).date() if meeting else None
    looks = ReadLog.objects.filter(case=case, advocate__in=rows).values_list("advocate").annotate(last=Max("at"))
    looked: dict[int | None, datetime] = dict(looks.order_by())
    return tuple(
        AdvocateTold(
            number=row.entry,
            name=row.name,
            called=how_named(row),
            email=row.email,
            telephone=row.telephone,
            may=helps_in_words(frozenset(map(Help, row.helps))),
            helps=frozenset(map(Help, row.helps)),
            until_on=row.until_on,
            has_come=row.taken_up_at is not None,
            last_looked=looked.get(row.pk),
            meeting_on=day,
            comes=comes_to(events, row.entry, day) if day else None,
        )
        for row in rows
    )
