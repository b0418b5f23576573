"""A concern, a question, a compliment or a comment is kept."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from putright.casework.errors import refuse, refused
from putright.casework.feedback_hand import RECEIVED, FeedbackInHand, keep_keys_of
from putright.casework.perform import day_of
from putright.casework.said import PersonSaid
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.channels import Channel
from putright.domain.feedback import FeedbackKind, Rating, why_not_kept
from putright.records.models import Body, Feedback, Person
from putright.records.models.person import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackSaid:
    """Feedback as it was given: without a person where nobody gave a name; `about` is a colleague it is about."""

    kind: FeedbackKind
    channel: Channel
    words: str = ""
    where: str = ""
    rating: Rating | None = None
    person: PersonSaid | None = None
    about: int | None = None


def record_feedback(*, actor: Actor, said: FeedbackSaid, on: date, now: datetime) -> int:
    """Keep it, as received on a day; answers its number. A colleague whom it is about does not see it."""
    refuse(why_not_here(actor, Deed.LISTEN))
    refuse(why_not_kept(said.kind, words=said.words, rating=said.rating, today=day_of(now), on=on))
    if said.about is not None and said.about == actor.person_id:
        raise refused("about-yourself", "It is about you, so a colleague must enter it. Ask one.")
    with transaction.atomic(durable=True):
        body = Body.objects.select_for_update().get(pk=actor.body_id)
        last = Feedback.objects.filter(body=body).aggregate(last=Max("number"))["last"] or 0
        person = person_kept(body, said.person, on=on, now=now)
        row = Feedback.objects.create(
            body=body,
            number=last + 1,
            kind=said.kind.value,
            channel=said.channel.value,
            received_on=on,
            words=said.words.replace("\r\n", "\n").strip(),
            where=said.where.strip(),
            rating=said.rating.value if said.rating else "",
            person=person,
            about=colleague(actor, said.about),
            owner_id=actor.person_id,
            made_at=now,
            version=0,
        )
        keep_keys_of(row, person)
        hand = FeedbackInHand(row=row, by_id=actor.person_id, now=now, events=[])
        hand.note(RECEIVED, on=on, facts={"kind": said.kind.value})
        hand.finish()
    return row.number


def colleague(actor: Actor, person: int | None) -> Person | None:
    """Somebody of the staff of the actor's body; raises ActionRefused for anybody else."""
    if person is None:
        return None
    row = Person.objects.filter(pk=person, body=actor.body_id, part=Part.STAFF).first()
    if row is None:
        raise refused("no-such-person", "Choose somebody of this organisation.")
    return row


def person_kept(body: Body, said: PersonSaid | None, *, on: date, now: datetime) -> Person | None:
    """Keep who said it; nobody where nobody gave a name."""
    if said is None or not said.name.strip():
        return None
    if said.agrees_to_email and not said.email.strip():
        raise refused("no-email", "Give the email address that letters may go to.")
    return Person.objects.create(
        body=body,
        part=Part.PUBLIC,
        name=said.name.strip(),
        address="\n".join(line.strip() for line in said.address if line.strip()),
        telephone=said.telephone.strip(),
        email=said.email.strip(),
        needs=said.needs.strip(),
        email_agreed_on=on if said.agrees_to_email else None,
        made_at=now,
    )
