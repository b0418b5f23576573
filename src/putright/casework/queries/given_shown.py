"""To whom was a case given, in which role and for how long?"""

from dataclasses import dataclass
from datetime import date

# Rows with what was asked beside the columns of their model, which has no type: hence Any.
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from putright.domain.access import REACH, ROLE_WORDS, Deed, Given, Role
from putright.records.models import Appointment, CasePart
from putright.records.prepared import prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenShown:
    """Somebody's part in a case; `entry` is the number of the entry by which they were given it."""

    entry: int
    person_id: int
    name: str
    post: str
    role: Role
    from_on: date
    until_on: date | None
    holds_role: bool

    @property
    def role_words(self) -> str:
        """The role, in words."""
        return ROLE_WORDS[self.role]

    @property
    def sees(self) -> str:
        """What of the case they see, where that is not the case itself."""
        if self.role in REACH[Deed.SEE]:
            return ""
        return "what the person is shown" if self.role in REACH[Deed.FOLLOW] else "only what they are asked"

    @property
    def given(self) -> Given:
        """The same as the rules read it."""
        return Given(person_id=self.person_id, role=self.role, from_on=self.from_on, until_on=self.until_on)


def given_shown(case: int, as_at: date) -> tuple[GivenShown, ...]:
    """Whoever was given the case and has not had it taken back, with whether they hold the role on a day."""
    return tuple(
        GivenShown(
            entry=row.entry,
            person_id=row.person_id,
            name=row.person.name,
            post=row.person.post,
            role=Role(row.role),
            from_on=row.from_on,
            until_on=row.until_on,
            holds_role=row.holds_role,
        )
        for row in _given(case=case, as_at=as_at)
    )


@prepared
def _given(*, case: int, as_at: date) -> QuerySet[CasePart, Any]:
    lasts = Q(until_on__isnull=True) | Q(until_on__gte=as_at)
    held = Appointment.objects.filter(lasts, person=OuterRef("person"), role=OuterRef("role"), from_on__lte=as_at)
    rows = CasePart.objects.filter(case=case, ended_at__isnull=True).order_by("entry")
    return rows.select_related("person").annotate(holds_role=Exists(held))
