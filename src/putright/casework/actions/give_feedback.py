"""Somebody tells a body something on the page that is no complaint: a concern, a question or thanks."""

from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.db.models import Max

from putright.casework.actions.record_feedback import person_kept
from putright.casework.errors import NotFound, refuse
from putright.casework.feedback_hand import RECEIVED, FeedbackInHand, keep_keys_of
from putright.casework.perform import day_of
from putright.casework.said import PersonSaid
from putright.domain.channels import Channel
from putright.domain.feedback import FeedbackKind, why_not_kept, why_not_told
from putright.records.models import Body, Feedback, Person

NO_NAME: Final = PersonSaid(name="Somebody who gave no name")


def give_feedback(
    *, body: str, kind: FeedbackKind, words: str, where: str, person: PersonSaid, now: datetime
) -> date | None:
    """Keep it for the staff of the body; return the day by which a concern is dealt with, nothing of what has none.

    The same words sent twice on one day are kept once. Raises ActionRefused where nobody could be answered, or where
    more was told to the body today than it can read.
    """
    row, today = Body.objects.filter(code=body).first(), day_of(now)
    if row is None:
        raise NotFound
    words = words.replace("\r\n", "\n").strip()
    refuse(why_not_kept(kind, words=words, rating=None, today=today, on=today))
    with transaction.atomic(durable=True):
        # Held, so that two who tell at the same moment come one after the other.
        Body.objects.select_for_update().get(pk=row.pk)
        told = Feedback.objects.filter(body=row, channel=Channel.ONLINE.value, received_on=today)
        again = told.filter(kind=kind.value, words=words).first()
        if again is not None:
            return again.due_on
        reach = person.telephone or person.email
        refuse(why_not_told(kind, name=person.name, reach=reach, told_today=told.count()))
        return _keep(row, kind, words, where.strip(), person, on=today, now=now).due_on


def _keep(
    body: Body, kind: FeedbackKind, words: str, where: str, said: PersonSaid, *, on: date, now: datetime
) -> Feedback:
    last = Feedback.objects.filter(body=body).aggregate(last=Max("number"))["last"] or 0
    person = person_kept(body, said, on=on, now=now)
    row = Feedback.objects.create(
        body=body,
        number=last + 1,
        kind=kind.value,
        channel=Channel.ONLINE.value,
        received_on=on,
        words=words,
        where=where,
        person=person,
        made_at=now,
        version=0,
    )
    keep_keys_of(row, person)
    hand = FeedbackInHand(row=row, by_id=(person or _nobody(body, on=on, now=now)).pk, now=now, events=[])
    hand.note(RECEIVED, on=on, facts={"kind": kind.value})
    hand.finish()
    return row


def _nobody(body: Body, *, on: date, now: datetime) -> Person:
    """Who is named in the record of what came without a name: an entry has somebody by whom it was made."""
    kept = Person.objects.filter(body=body, part="public", name=NO_NAME.name, email="", telephone="").first()
    made = kept or person_kept(body, NO_NAME, on=on, now=now)
    if made is None:
        raise ValueError("there is a name for whoever gives none")
    return made
