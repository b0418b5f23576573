"""A person's time in a role ends."""

from datetime import date

from django.db import transaction

from putright.casework.errors import NotFound, refuse, refused
from putright.domain.access import Actor, Deed, Role, why_not_here
from putright.records.models import Appointment


def end_appointment(*, actor: Actor, appointment: int, last_day: date) -> None:
    """End an appointment by its last day; what was done in the role while it lasted stands."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    with transaction.atomic(durable=True):
        held = Appointment.objects.select_for_update().filter(pk=appointment, body=actor.body_id).first()
        if held is None:
            raise NotFound
        if held.until_on is not None and held.until_on <= last_day:
            raise refused("already-ended", "This appointment ends earlier than that already.")
        if last_day < held.from_on:
            raise refused("ends-before-it-begins", "The last day is before the first.")
        if held.role == Role.ADMINISTRATOR and not _another_administrator(held):
            raise refused("last-administrator", "Appoint another administrator first: this is the only one.")
        held.until_on = last_day
        held.save(update_fields=["until_on"])


def _another_administrator(held: Appointment) -> bool:
    others = Appointment.objects.filter(body=held.body_id, role=held.role, until_on__isnull=True)
    return others.exclude(pk=held.pk).exists()
