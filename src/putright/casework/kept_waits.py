"""What a case waits for, and on whose list it stands: kept with the case for the lists. Only this writes it."""

from collections.abc import Mapping, Sequence
from typing import Final

from putright.domain.chronology import Event
from putright.domain.duty import Position
from putright.domain.waiting import WaitKind, waits_of
from putright.records.models import AskedStatement, Case, Task, Wait

# What follows from the entries and from whose case it is.
FOLLOWS: Final = ("entry", "kind", "whom", "other", "since_on", "owner_id")


def keep(case: Case, events: Sequence[Event], position: Position) -> None:
    """Write anew what a case waits for, by its chronology and its position."""
    Wait.objects.filter(case=case).delete()
    Wait.objects.bulk_create(wait_rows(case, events, position))


def wait_rows(case: Case, events: Sequence[Event], position: Position) -> list[Wait]:
    """The rows that keep what a case waits for."""
    waits = waits_of(events, position)
    kinds = {wait.kind for wait in waits}
    owners = _owners(case) if WaitKind.TASK in kinds else {}
    asked = _asked(case) if WaitKind.STATEMENT in kinds else {}
    rows = []
    for wait in waits:
        page = asked.get(wait.entry)
        due_on = wait.due_on or (page.due_on if page else None)
        rows.append(
            Wait(
                case=case,
                body_id=case.body_id,
                entry=wait.entry,
                kind=wait.kind.value,
                whom=wait.whom.value,
                other=wait.body,
                owner_id=owners.get(wait.entry, case.handler_id),
                asked_id=page.person_id if page else None,
                since_on=wait.since_on,
                due_on=due_on,
                place_on=due_on or wait.since_on,
            )
        )
    return rows


def _owners(case: Case) -> Mapping[int, int]:
    """Whose each task is, by the entry that set it; that of somebody who has left is whoever's who has the case."""
    return dict(Task.objects.filter(case=case, owner__left_on__isnull=True).values_list("entry", "owner"))


def _asked(case: Case) -> Mapping[int, AskedStatement]:
    """Who was asked for each statement on a page, by the entry."""
    return {row.entry: row for row in AskedStatement.objects.filter(case=case).only("entry", "person_id", "due_on")}
