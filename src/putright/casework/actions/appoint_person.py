"""A person is appointed to a role at a body."""

from datetime import date, datetime

from django.db import transaction

from putright.casework.access_record import note_about
from putright.casework.actions.set_up_body import StaffSaid, add_staff
from putright.casework.appointments import in_force
from putright.casework.errors import refuse, refused
from putright.casework.perform import day_of
from putright.casework.sessions import end_sessions_of
from putright.domain.access import AUTHORISED, ROLE_WORDS, Actor, Deed, Role, why_not_here
from putright.domain.signing_in import AccessEvent
from putright.records.models import Appointment, Body, Person
from putright.records.models.person import Part


def appoint_person(
    *,
    actor: Actor,
    person: int | StaffSaid,
    role: Role | None,
    on: date,
    now: datetime,
    until: date | None = None,
    authorised_by: int | None = None,
) -> int:
    """Appoint a member of staff, new or known, from a day on; return the person's number.

    Without a role the person is only entered as staff: somebody to be asked for a statement. Who may sign for the
    responsible person, or stand in, is authorised by the responsible person: regulation 4(2). Wherever the person is
    signed in they are signed out, unless they appointed themselves or it is to begin later.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    if until is not None and until < on:
        raise refused("ends-before-it-begins", "The last day is before the first.")
    with transaction.atomic(durable=True):
        body = Body.objects.select_for_update().get(pk=actor.body_id)
        appointed = _known(body, person) if isinstance(person, int) else add_staff(body, person, now=now)
        if role is not None:
            authoriser = _authoriser(body, role, authorised_by or actor.person_id, on=on)
            if appointed.left_on is not None:  # they have come back
                appointed.left_on = None
                appointed.save(update_fields=["left_on"])
            if in_force(on).filter(person=appointed, role=role.value).exists():
                raise refused("already-appointed", "This person holds this role already.")
            Appointment.objects.create(
                person=appointed,
                body=body,
                role=role.value,
                from_on=on,
                until_on=until,
                authorised_by=authoriser,
                made_at=now,
            )
            note_about(appointed, AccessEvent.APPOINTED, by=actor, now=now, reason=ROLE_WORDS[role])
            if appointed.pk != actor.person_id and on <= day_of(now):
                end_sessions_of(appointed)
    return appointed.pk


def _known(body: Body, person: int) -> Person:
    known = Person.objects.filter(pk=person, body=body, part=Part.STAFF).first()
    if known is None:
        raise refused("no-such-person", "Choose a member of staff of this organisation.")
    return known


def _authoriser(body: Body, role: Role, person: int, *, on: date) -> Person:
    if role in AUTHORISED:
        responsible = in_force(on).filter(body=body, person=person, role=Role.RESPONSIBLE_PERSON.value)
        if not responsible.exists():
            raise refused(
                "not-authorised",
                "Say that the responsible person authorised it: nobody else can let somebody act in their place.",
                "SI 2009/309 reg 4(2)",
            )
    return _known(body, person)
