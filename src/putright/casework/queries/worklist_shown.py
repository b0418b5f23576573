"""Which cases does each view of the worklist show, in which order, and how many are there?"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# Rows of columns, which `Row` of worklist_rows names, hence Any.
from typing import Any, Final

from django.db.models import QuerySet

from putright.casework.counting import counted
from putright.casework.messages_waiting import waiting_rows
from putright.domain.access import Actor
from putright.records.models import Case
from putright.records.prepared import in_words
from putright.records.visible_to import sort_of, visible_to_one

SOON: Final = timedelta(days=7)
MESSAGES: Final = "messages"

# The handlers whose cases are meant: nothing for everybody's, none for those that nobody has.
Handlers = tuple[int, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How grave the cases are that the list shows, and on which path: nothing for any, no letters for not yet said."""

    severity: str | None = None
    path: str | None = None

    @property
    def asked(self) -> tuple[bool, bool]:
        """Which of the two are asked for: the shape of the question, of which the rest are the values."""
        return self.severity is not None, self.path is not None

    @property
    def values(self) -> dict[str, str]:
        """What is asked for."""
        return {"severity": self.severity or "", "path": self.path or ""}


ANY_KIND: Final = Kind()


class Show(StrEnum):
    """Which cases the list shows."""

    DUE = "due"
    OVERDUE = "overdue"
    SOON = "soon"
    NOTHING_DUE = "nothing-due"
    CLOSED = "closed"


def cases_seen(
    sort: Actor,
    whose: bool | None,
    asked: tuple[bool, bool] = ANY_KIND.asked,
    /,
    *,
    me: int,
    body: int,
    on: date,
    handlers: tuple[int, ...],
    severity: str = "",
    path: str = "",
) -> QuerySet[Case]:
    """The cases that the actor may see: `whose` they are is nobody's, some handlers', or of no interest.

    `asked` says whether they are to be of one severity, and of one path.
    """
    seen = visible_to_one(sort, person=me, body=body, on=on)
    by_severity, by_path = asked
    if by_severity:
        seen = seen.filter(severity=severity)
    if by_path:
        seen = seen.filter(path=path)
    if whose is None:
        return seen
    return seen.filter(handler__in=handlers) if whose else seen.filter(handler__isnull=True)


def cases_shown(seen: QuerySet[Case], show: Show, as_at: date, soon: date) -> QuerySet[Case]:
    """Those of them that a view shows."""
    match show:
        case Show.DUE:
            return seen.filter(next_due_on__isnull=False)
        case Show.OVERDUE:
            return seen.filter(next_due_on__lt=as_at)
        case Show.SOON:
            return seen.filter(next_due_on__gte=as_at, next_due_on__lte=soon)
        case Show.NOTHING_DUE:
            return seen.filter(is_open=True, next_due_on__isnull=True)
        case Show.CLOSED:
            # SQLite finds rows by an index for “is_open IN (0)”, not for “NOT is_open”.
            return seen.filter(is_open__in=[False])


def cases_ordered(cases: QuerySet[Case], show: Show) -> QuerySet[Case]:
    """Them in the order of a view: the soonest due first, or where nothing is due the last received."""
    if show in (Show.NOTHING_DUE, Show.CLOSED):
        return cases.order_by("-received_on", "-id")
    return cases.order_by("next_due_on", "id")


def counts_of(actor: Actor, handlers: Handlers, as_at: date, kind: Kind = ANY_KIND) -> dict[str, int]:
    """How many cases each view shows, and how many messages wait."""
    whose = whose_of(handlers)
    asks: dict[str, Any] = {"me": actor.person_id, "body": actor.body_id, "on": actor.on}
    narrowed: dict[str, Any] = {**asks, **kind.values}
    listed = _listed(sort_of(actor), whose, kind.asked, **narrowed, handlers=handlers or ())
    by_due_day, by_receipt = "ORDER BY next_due_on, id", "ORDER BY received_on DESC, id DESC"
    waiting = waiting_rows(sort_of(actor), **asks)
    # What `cases_shown` says, in the words of the database; a test holds the two together.
    return counted(
        *listed,
        {
            Show.DUE: (f"next_due_on IS NOT NULL {by_due_day}",),
            Show.OVERDUE: (f"next_due_on < %s {by_due_day}", as_at),
            Show.SOON: (f"next_due_on BETWEEN %s AND %s {by_due_day}", as_at, as_at + SOON),
            Show.NOTHING_DUE: (f"is_open AND next_due_on IS NULL {by_receipt}",),
            Show.CLOSED: (f"is_open = FALSE {by_receipt}",),
        },
        {MESSAGES: waiting},
    )


def whose_of(handlers: Handlers) -> bool | None:
    """Whether some handlers' cases are meant, or nobody's; nothing where all are."""
    return None if handlers is None else bool(handlers)


@in_words
def _listed(
    sort: Actor,
    whose: bool | None,
    asked: tuple[bool, bool],
    /,
    *,
    me: int,
    body: int,
    on: date,
    handlers: tuple[int, ...],
    severity: str,
    path: str,
) -> QuerySet[Case, Any]:
    seen = cases_seen(sort, whose, asked, me=me, body=body, on=on, handlers=handlers, severity=severity, path=path)
    return seen.values("id", "next_due_on", "received_on", "is_open")
