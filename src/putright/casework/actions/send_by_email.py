"""A letter that waits is to go by email: again after it was held up or given up, or in place of the post."""

from datetime import UTC, date, datetime

from putright.casework import email_queue
from putright.casework.consent_forms import why_not_by_email
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import waiting_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.letters.texts import Reader, letter_text
from putright.records.models import Delivery, OutboxLetter, Person
from putright.records.models.delivery import Progress
from putright.records.models.outbox_letter import State


def send_by_email(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    letter: int,
) -> Done:
    """Queue a letter for email at once; asked twice it is sent once, and always under the same Message-ID.

    Refused for a letter that has gone, that is in the queue already, that has been printed, or whose reader has not
    agreed to email.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = waiting_letter(hand, letter)
        refuse(why_not_by_email(hand.case, row.name))
        if hand.means.mail is None:
            raise refused("no-mail", "No way to send email is set up here. Send it by post.")
        if row.state == State.PRINTED:
            raise refused("already-printed", "This letter has been printed, so it may be in the post.")
        delivery = email_queue.delivery_of(row)
        to = delivery.person if delivery else _reader(hand, row)
        refuse(email_queue.why_not_to(to, on=hand.today, by_machine=True))
        row.channel = Channel.EMAIL.value
        row.save(update_fields=["channel"])
        if delivery is None:
            email_queue.queue(hand, row, to=to)
        else:
            _again(hand, delivery)
        hand.letter = letter
        facts = {"letter": row.name, "channel": Channel.EMAIL.value}
        hand.note("letter_redirected", on=hand.today, facts=facts)
    return hand.done()


def _again(hand: CaseInHand, delivery: Delivery) -> None:
    match delivery.progress:
        case Progress.QUEUED:
            raise refused("already-queued", "This letter is waiting to be sent by email already.")
        case Progress.TAKEN | Progress.SENT:
            raise refused("already-sent", "The mail server has this letter already. It is not sent twice.")
    if delivery.held_until is not None and delivery.held_until > hand.now:
        raise refused("being-sent", "This letter is being sent at this very moment. Look again in a few minutes.")
    now = hand.now.astimezone(UTC)
    delivery.progress, delivery.trouble, delivery.reply = Progress.QUEUED, "", None
    delivery.queued_at = delivery.try_at = now
    delivery.save()


def _reader(hand: CaseInHand, row: OutboxLetter) -> Person:
    """To whom a letter is written that has only waited for the post so far."""
    match letter_text(row.name).to:
        case Reader.COMPLAINANT:
            return hand.case.complainant
        case Reader.PATIENT:
            return hand.case.patient
        case Reader.STAFF:
            raise refused("to-staff", "Hand a letter to a member of staff to them, or write it again by email.")
        case Reader.BODY:
            raise refused("to-a-body", "A letter to another organisation goes by post, or from a mailbox of your own.")
