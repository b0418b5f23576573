"""A member of staff leaves: their roles end, their cases go to others, and what they sign in with opens nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from putright.casework.access_record import note_about
from putright.casework.actions.end_appointment import another_administrator
from putright.casework.appointments import is_restricted, may_be_given, may_see
from putright.casework.case_parts import take_back
from putright.casework.errors import refuse, refused
from putright.casework.improving import hand_on_from
from putright.casework.means import Means
from putright.casework.own_alone import staff_member, works_elsewhere
from putright.casework.perform import Keeping, all_or_nothing, day_of, holding
from putright.casework.sessions import end_sessions_of
from putright.casework.sign_in_links import end_links
from putright.domain.access import Actor, Deed, Role, why_not_here
from putright.domain.references import reference_meant
from putright.domain.signing_in import AccessEvent
from putright.domain.tasks import TaskState
from putright.records.models import Absence, Appointment, Case, CasePart, NamedPerson, Person, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What became of the cases: how many have a new handler, and how many wait for somebody to be given to."""

    given: int
    waiting: int


def record_leaving(
    *,
    actor: Actor,
    person: int,
    last_day: date,
    successors: Mapping[str, int],
    now: datetime,
    at_once: bool = False,
    means: Means | None = None,
) -> HandedOver:
    """End every role of a member of staff by their last day, and hand their open cases over now, in one transaction.

    What else they were given access to is taken back now; tasks of theirs, and improvements that they see to, go to
    whoever has the case. An improvement of a case that nobody has any more is listed as that of somebody who has left.

    `successors` says by its reference who has each case next. A case whose successor may not have it, or that is not
    among them, has nobody from now on and waits on the worklist: why is not said here, for an administrator sees no
    complaint. With `at_once`, or a last day that is over, they are shut out now; else when the last day is over.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    with all_or_nothing(means) as keeping:
        row = staff_member(actor, person)
        _refuse_what_cannot_be(actor, row, last_day)
        handed_over = _hand_over(row, keeping, actor=actor, successors=successors, now=now)
        _end_what_was_given(row, keeping, actor=actor, now=now)
        _end_roles(row, last_day)
        row.left_on = last_day
        row.save(update_fields=["left_on"])
        _hand_on_tasks(row, keeping, actor=actor, now=now)
        hand_on_from(row.pk, keeping, by_id=actor.person_id, now=now)
        _end_absences(row, day_of(now))
        note_about(row, AccessEvent.LEFT, by=actor, now=now, count=handed_over.given + handed_over.waiting)
        end_links(person=row, now=now)
        if at_once or last_day < day_of(now):
            _shut_out(row, now=now)
        end_sessions_of(row)
    return handed_over


def cases_to_hand_over(person: int) -> QuerySet[Case]:
    """The open cases that somebody has."""
    return Case.objects.filter(handler=person, is_open=True).order_by("received_on", "id")


def _refuse_what_cannot_be(actor: Actor, row: Person, last_day: date) -> None:
    if row.pk == actor.person_id:
        raise refused("own-leaving", "Another administrator must record that you leave.")
    if row.left_on is not None:
        raise refused("already-left", "It is recorded already that this person leaves.")
    held = _held_after(row, last_day)
    if held.filter(from_on__gt=last_day).exists():
        raise refused("ends-before-it-begins", "One of their roles begins only after this day. Give a later day.")
    for administers in held.filter(role=Role.ADMINISTRATOR.value):
        if not another_administrator(administers):
            raise refused("last-administrator", "Appoint another administrator first: this is the only one.")


def _held_after(row: Person, last_day: date) -> QuerySet[Appointment]:
    return Appointment.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=last_day), person=row)


def _hand_on_tasks(row: Person, keeping: Keeping, *, actor: Actor, now: datetime) -> None:
    """Give the tasks that are left open to whoever has their case; where nobody has it, the case finds somebody."""
    tasks = Task.objects.filter(owner=row, state=TaskState.TO_DO.value)
    for case in Case.objects.filter(pk__in=tasks.values("case")).order_by("id").select_for_update(of=("self",)):
        with holding(case, keeping, by_id=actor.person_id, on=day_of(now), now=now) as hand:
            if case.handler_id is not None:
                tasks.filter(case=case).update(owner=case.handler_id)
            hand.note("note_made", facts={"reason": "handler-left"})


def _end_absences(row: Person, today: date) -> None:
    """End the times for which they are away, or are there for somebody else, with yesterday."""
    theirs = Absence.objects.filter(Q(person=row) | Q(cover=row))
    theirs.filter(from_on__gte=today).delete()
    theirs.filter(Q(until_on__isnull=True) | Q(until_on__gte=today)).update(until_on=today - timedelta(days=1))


def _end_roles(row: Person, last_day: date) -> None:
    _held_after(row, last_day).update(until_on=last_day)


def _hand_over(
    row: Person, keeping: Keeping, *, actor: Actor, successors: Mapping[str, int], now: datetime
) -> HandedOver:
    meant = {reference_meant(reference): successor for reference, successor in successors.items()}
    given = waiting = 0
    for case in cases_to_hand_over(row.pk).select_for_update(of=("self",)):
        successor = _may_have(case, meant.get(case.reference), actor, row, now=now)
        with holding(case, keeping, by_id=actor.person_id, on=day_of(now), now=now) as hand:
            case.handler_id = successor
            hand.note("handler_assigned" if successor else "note_made", facts={"reason": "handler-left"})
        given, waiting = given + bool(successor), waiting + (successor is None)
    return HandedOver(given=given, waiting=waiting)


def _end_what_was_given(row: Person, keeping: Keeping, *, actor: Actor, now: datetime) -> None:
    """Take back every case that the person was given, so that none comes back with a role that they take up again."""
    given = CasePart.objects.filter(person=row, ended_at__isnull=True).values("case")
    for case in Case.objects.filter(pk__in=given).order_by("id").select_for_update(of=("self",)):
        with holding(case, keeping, by_id=actor.person_id, on=day_of(now), now=now) as hand:
            for part in CasePart.objects.filter(case=case, person=row, ended_at__isnull=True).order_by("entry"):
                take_back(hand, part, now=now)


def _may_have(case: Case, successor: int | None, actor: Actor, leaving: Person, *, now: datetime) -> int | None:
    """The successor, if they may have the case.

    Nobody where it names the administrator, who may not decide on it, nor where it is restricted and the successor was
    not let near it by those who handle it.
    """
    if successor is None or successor == leaving.pk:
        return None
    if NamedPerson.objects.filter(case=case, person=actor.person_id).exists():
        return None
    if is_restricted(case) and not may_see(case, successor, on=day_of(now)):
        return None
    return successor if may_be_given(case, successor, on=day_of(now)) else None


def _shut_out(row: Person, *, now: datetime) -> None:
    """Take away what the person signs in with: here, and altogether where it opens nothing else."""
    account = row.account
    if account is None:
        return
    end_sessions_of(row)
    if not works_elsewhere(row):
        end_links(account=account, now=now)
        account.is_active = False
        account.save(update_fields=["is_active"])
    row.account = None
    row.save(update_fields=["account"])
