"""A person's time in a role ends."""

from datetime import date, datetime

from django.db import transaction

from putright.casework.access_record import note_about
from putright.casework.errors import NotFound, refuse, refused
from putright.casework.perform import day_of
from putright.casework.sessions import end_sessions_of
from putright.domain.access import ROLE_WORDS, Actor, Deed, Role, why_not_here
from putright.domain.signing_in import AccessEvent
from putright.records.models import Appointment


def end_appointment(*, actor: Actor, appointment: int, last_day: date, now: datetime) -> None:
    """End an appointment by its last day; what was done in the role while it lasted stands.

    It ends at the end of its last day, by itself. Wherever the person is signed in they are signed out, unless they
    ended it themselves or the last day is still to come.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    with transaction.atomic(durable=True):
        rows = Appointment.objects.select_for_update(of=("self",)).select_related("person__account")
        held = rows.filter(pk=appointment, body=actor.body_id).first()
        if held is None:
            raise NotFound
        if held.until_on is not None and held.until_on <= last_day:
            raise refused("already-ended", "This appointment ends earlier than that already.")
        if last_day < held.from_on:
            raise refused("ends-before-it-begins", "The last day is before the first.")
        if held.role == Role.ADMINISTRATOR and not another_administrator(held):
            raise refused("last-administrator", "Appoint another administrator first: this is the only one.")
        held.until_on = last_day
        held.save(update_fields=["until_on"])
        words = ROLE_WORDS[Role(held.role)]
        note_about(held.person, AccessEvent.APPOINTMENT_ENDED, by=actor, now=now, reason=words)
        if held.person_id != actor.person_id and last_day <= day_of(now):
            end_sessions_of(held.person)


def another_administrator(held: Appointment) -> bool:
    """Whether the body has another administrator whose time has no end yet."""
    others = Appointment.objects.filter(body=held.body_id, role=held.role, until_on__isnull=True)
    return others.exclude(pk=held.pk).exists()
