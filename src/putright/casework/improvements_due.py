"""Of which improvements is whoever sees to them reminded? The list names them, and neither a case nor anybody."""

from datetime import date, timedelta
from typing import Any, Final

from django.db.models import QuerySet

from putright.domain.improvements import ImprovementState
from putright.letters.covering import Owed
from putright.records.models import Improvement

SOON: Final = timedelta(days=7)  # as the list of what is due says
_CALLED: Final = "An improvement"


def improvements_due(owner: int, day: date) -> tuple[tuple[Owed, ...], tuple[Owed, ...]]:
    """What somebody sees to that is overdue, and what is due within a week."""
    rows = _due(day).filter(owner=owner).order_by("due_on", "pk")
    owed = [Owed(reference=_CALLED, promise=" ".join(row.what.split()), due_on=row.due_on) for row in rows]
    return tuple(one for one in owed if one.due_on < day), tuple(one for one in owed if one.due_on >= day)


def owners_of_what_is_due(body: int, day: date) -> QuerySet[Improvement, Any]:
    """Who at a body sees to something that is overdue or due within a week."""
    return _due(day).filter(body=body).values("owner")


def _due(day: date) -> QuerySet[Improvement]:
    return Improvement.objects.filter(state=ImprovementState.TO_DO.value, due_on__lte=day + SOON)
