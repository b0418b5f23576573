"""A body adopts a version of its procedure."""

from datetime import date, datetime

from django.db import transaction

from putright.casework.adoption import Adoption, adopt
from putright.casework.appointments import in_force
from putright.casework.errors import refuse, refused
from putright.casework.perform import day_of
from putright.domain.access import Actor, Deed, Role, why_not_here
from putright.domain.entry import why_not_happened_on
from putright.records.models import Body, Person


def adopt_procedure(
    *, actor: Actor, procedure: Adoption, on: date, now: datetime, signed_off_by: int | None = None
) -> str:
    """Adopt a procedure for the cases received from this day on; return its digest.

    One that promises less than the law is adopted as published alone: `signed_off_by` is the responsible person, who
    signs that the law binds instead.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    refuse(why_not_happened_on(on, today=day_of(now)))
    with transaction.atomic(durable=True):
        body = Body.objects.select_for_update().get(pk=actor.body_id)
        signer = _responsible_person(body, signed_off_by, on=on) if signed_off_by is not None else None
        by = Person.objects.get(pk=actor.person_id)
        return adopt(body, procedure, by=by, signed_off_by=signer, on=on, now=now).digest


def _responsible_person(body: Body, person_id: int, *, on: date) -> Person:
    held = in_force(on).filter(body=body, person=person_id, role=Role.RESPONSIBLE_PERSON.value)
    appointment = held.select_related("person").first()
    if appointment is None:
        raise refused("not-responsible", "Only the responsible person can sign this off.", "SI 2009/309 reg 4(1)(a)")
    return appointment.person
