"""What is due and overdue for somebody on a day, where was a virus found, and who is to be sent a list of it?"""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from django.db.models import Q

from putright.casework.adopted import procedure_of, programme_of
from putright.casework.appointments import actor_of, in_force
from putright.casework.email_queue import new_message_id
from putright.casework.held_back import held_back_since
from putright.casework.improvements_due import improvements_due, owners_of_what_is_due
from putright.casework.means import Means
from putright.casework.messages_waiting import waiting_for
from putright.casework.perform import day_of
from putright.casework.queries.worklist import LARGEST_PAGE, Show, worklist_for
from putright.domain.access import REACH, Actor, Deed, Role
from putright.domain.delivery import office_hours_from
from putright.domain.incoming import on_time_since
from putright.domain.working_days import WorkingCalendar
from putright.gateways.calendar_files import calendar_named
from putright.letters.covering import FOLDER, Covering, Owed, due_list
from putright.records.models import Body, Delivery

_USUAL_CALENDAR: Final = "england-and-wales"

# Whoever does one of these is sent the list; whoever only looks is not.
_WORK: Final = (Deed.INVESTIGATE, Deed.REVIEW)


def queue_due_lists(*, now: datetime, means: Means) -> int:
    """Queue the day's list for everybody who is to have one, once a day; return how many were queued.

    On a day that is no working day of the body nobody is, and nobody for whom nothing is due.
    """
    today = day_of(now)
    return sum(_queue_for(body, today, now=now, means=means) for body in Body.objects.order_by("pk"))


def due_list_for(actor: Actor, sender: str, day: date, *, address: str, folder: Path = FOLDER) -> Covering | None:
    """The list of a day for somebody; nothing where nothing is due, waits, or held a virus just now."""
    overdue, soon = (_owed(actor, day, show) for show in (Show.OVERDUE, Show.SOON))
    late, near = improvements_due(actor.person_id, day)
    last = on_time_since(day, calendar_of(Body.objects.get(pk=actor.body_id), day))
    held_back, waiting = held_back_since(actor, last), waiting_for(actor, on_time_since=last)
    if not (overdue or soon or late or near or held_back or waiting.messages):
        return None
    counts = worklist_for(actor, day, show=Show.OVERDUE, size=1).counts
    more = max(counts[Show.OVERDUE] + counts[Show.SOON] - len(overdue) - len(soon), 0)
    overdue, soon = (*overdue, *late), (*soon, *near)
    return due_list(
        sender=sender,
        day=day,
        overdue=overdue,
        soon=soon,
        more=more,
        address=address,
        held_back=held_back,
        waiting=waiting.messages,
        waiting_overdue=waiting.overdue,
        folder=folder,
    )


def calendar_of(body: Body, on: date) -> WorkingCalendar:
    """The working days of a body: those of the procedure it has adopted."""
    version = procedure_of(body, on)
    return calendar_named(programme_of(version).procedure.calendar if version else _USUAL_CALENDAR)


def _queue_for(body: Body, today: date, *, now: datetime, means: Means) -> int:
    goes_at = office_hours_from(now, calendar_of(body, today))
    if means.mail is None or day_of(goes_at) != today:
        return 0
    mail = means.mail
    roles = [role.value for role in Role if any(role in REACH[deed] for deed in _WORK)]
    works = Q(role__in=roles) | Q(person__in=owners_of_what_is_due(body.pk, today))
    held = in_force(today).filter(works, body=body).exclude(person__email="")
    queued = 0
    for person in held.order_by("person").values_list("person", flat=True).distinct():
        if due_list_for(actor_of(person, body.pk, on=today), body.name, today, address="") is None:
            continue
        _, is_new = Delivery.objects.get_or_create(
            person_id=person,
            list_of=today,
            defaults={
                "body": body,
                "message_id": new_message_id(means.secrets, mail),
                "queued_at": now.astimezone(UTC),
                "try_at": goes_at.astimezone(UTC),
            },
        )
        queued += is_new
    return queued


def _owed(actor: Actor, day: date, show: Show) -> tuple[Owed, ...]:
    rows = worklist_for(actor, day, show=show, size=LARGEST_PAGE).rows
    return tuple(
        Owed(reference=row.reference_shown, promise=row.next.promise, due_on=row.next.binding_on)
        for row in rows
        if row.next is not None
    )
