"""How does a letter wait to be sent by email, and how is it taken out of that queue again?"""

from datetime import UTC, date
from typing import Final

from putright.casework.errors import refused
from putright.casework.perform import CaseInHand
from putright.domain import standing
from putright.domain.channels import Channel
from putright.domain.delivery import Addressee
from putright.domain.delivery import why_not_to as why_not_to_addressee
from putright.domain.duty import Refused
from putright.gateways.outgoing import Mail
from putright.gateways.secrets import Secrets
from putright.records.models import Delivery, OutboxLetter, Person
from putright.records.models.delivery import Progress
from putright.records.models.person import Part

TO_GO: Final = (Progress.QUEUED, Progress.HELD_UP)
_ID_BYTES: Final = 16


def queue(hand: CaseInHand, row: OutboxLetter, *, to: Person) -> Delivery:
    """Let a letter wait for a worker, who sends it at once; it keeps its Message-ID for good."""
    if hand.means.mail is None:
        raise refused("no-mail", "No way to send email is set up here. Send it by post.")
    now = hand.now.astimezone(UTC)
    return Delivery.objects.create(
        body_id=row.body_id,
        person=to,
        letter=row,
        message_id=new_message_id(hand.means.secrets, hand.means.mail),
        queued_at=now,
        try_at=now,
    )


def new_message_id(secrets: Secrets, mail: Mail) -> str:
    """A Message-ID that says nothing, and that no other message has."""
    return f"<{secrets.random(_ID_BYTES).hex()}@{mail.domain}>"


def addressee_of(person: Person) -> Addressee:
    """What is known of a person to whom an email is to go."""
    return Addressee(address=person.email.strip(), agreed_on=person.email_agreed_on, is_staff=person.part == Part.STAFF)


def why_not_to(person: Person, *, on: date, by_machine: bool) -> Refused | None:
    """Why a letter may not go to a person by email; who sends it from their own mailbox knows the address."""
    addressee = addressee_of(person)
    if by_machine:
        return why_not_to_addressee(addressee, on=on)
    return None if addressee.is_staff else standing.why_not_by_email(addressee.agreed_on, on=on)


def delivery_of(row: OutboxLetter) -> Delivery | None:
    """The delivery of a letter, held until the transaction ends; nothing for one that was never to go by email."""
    return Delivery.objects.select_for_update().filter(letter=row).first()


def take_out(hand: CaseInHand, row: OutboxLetter) -> None:
    """Take a letter out of the queue for email, if it is in it; raises ActionRefused while it is being handed over."""
    delivery = delivery_of(row)
    if delivery is None or delivery.progress in (Progress.STOPPED, Progress.GIVEN_UP):
        return
    if delivery.progress not in TO_GO:
        raise refused("already-sent", "The mail server has this letter already: it can no longer be stopped.")
    if delivery.held_until is not None and delivery.held_until > hand.now:
        raise refused("being-sent", "This letter is being sent at this very moment. Look again in a few minutes.")
    delivery.progress = Progress.STOPPED
    delivery.save(update_fields=["progress"])
    row.channel = Channel.LETTER.value
    row.save(update_fields=["channel"])
