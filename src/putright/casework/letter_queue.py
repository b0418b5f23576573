"""How is a letter made and sent? Its row is written with what it came from; what it means is recorded when it goes."""

from collections.abc import Mapping, Sequence
from typing import Final, TypedDict

from putright.casework import facts_of
from putright.casework.errors import ActionRefused, refuse, refused
from putright.casework.perform import CaseInHand
from putright.domain import standing
from putright.domain.chain import Plain
from putright.domain.channels import Channel
from putright.domain.chronology import NO_FACTS, FactValue
from putright.domain.duty import Refused
from putright.letters.composition import Letter, compose
from putright.letters.errors import IncompleteResponse, UnfilledField
from putright.letters.facts import LetterFacts
from putright.letters.pdf import as_pdf
from putright.records.models import Document, OutboxLetter
from putright.records.models.outbox_letter import State


class Record(TypedDict):
    """An event that the sending of a letter records, and its facts as they are stored."""

    event: str
    facts: dict[str, Plain]


PDF: Final = "application/pdf"
IN_WRITING: Final = (Channel.LETTER, Channel.EMAIL, Channel.IN_PERSON)
WAITING: Final = (State.QUEUED, State.PRINTED)


def send_letter(
    hand: CaseInHand,
    name: str,
    facts: LetterFacts,
    *,
    channel: Channel = Channel.LETTER,
    saying: Mapping[str, FactValue] = NO_FACTS,
    to_staff: bool = False,
) -> OutboxLetter:
    """Write a letter. By post it waits to be posted, and what it means is recorded then; by any other way it has gone.

    `saying` are the facts of the event that it is. To staff several may wait at once, and email needs no agreement.
    """
    if not to_staff:
        refuse_twice(hand, name)
    refuse_channel(hand, channel, to_staff=to_staff)
    letter, paper = written(hand, name, facts)
    hand.permit(letter.events[0])
    row = queued(hand, letter, paper, channel=channel, saying=saying)
    if channel is Channel.LETTER:
        hand.note("letter_prepared", facts={"letter": name}, papers=[paper])
    else:
        sent(hand, row, papers=[paper])
    return row


def written(hand: CaseInHand, name: str, facts: LetterFacts) -> tuple[Letter, Document]:
    """A letter with its PDF in the file of the case; raises ActionRefused for each part that is missing."""
    letter = composed(name, facts)
    if hand.means.laid_out is not None:
        hand.means.laid_out.append(letter)
    return letter, hand.keep_file("letter", letter.title, PDF, as_pdf(letter))


def composed(name: str, facts: LetterFacts) -> Letter:
    """A letter; raises ActionRefused, with one refusal for each part that is missing."""
    try:
        return compose(name, facts)
    except IncompleteResponse as incomplete:
        missing = (
            Refused(code=part.code.value, message=part.message, authority=part.authority) for part in incomplete.missing
        )
        raise ActionRefused(*missing) from None
    except UnfilledField as unfilled:
        what = unfilled.field.replace("_", " ")
        raise refused("letter-incomplete", f"The letter cannot be written: “{what}” is missing.") from None


def queued(
    hand: CaseInHand,
    letter: Letter,
    paper: Document,
    *,
    channel: Channel = Channel.LETTER,
    saying: Mapping[str, FactValue] = NO_FACTS,
) -> OutboxLetter:
    """The row by which a letter waits to go, written in the transaction of what it came from."""
    hand.letter = paper.number
    first, *others = letter.events
    return OutboxLetter.objects.create(
        case=hand.case,
        body_id=hand.case.body_id,
        document=paper,
        name=letter.name,
        channel=channel.value,
        records=[
            {"event": first, "facts": facts_of.plain_facts(saying)},
            *({"event": other, "facts": {}} for other in others),
        ],
        made_on=hand.on,
        made_at=hand.now,
        made_by_id=hand.by_id,
    )


def sent(hand: CaseInHand, row: OutboxLetter, *, papers: Sequence[Document] = ()) -> int:
    """Record that a letter went on the day of the action, and all that this means; return the first entry's number."""
    if hand.on < row.made_on:
        raise refused("posted-before-written", "The letter was written later than that. Check the day it was posted.")
    first, *others = ((record["event"], _facts(hand, record)) for record in row.records)
    number = hand.record(first[0], facts={**first[1], "channel": row.channel}, papers=papers)
    for event, facts in others:
        # What was done in another way meanwhile is not done again by the letter.
        if hand.position.refusal_of(event) is None:
            hand.record(event, facts=facts)
    row.state, row.posted_on = State.POSTED, hand.on
    row.save(update_fields=["state", "posted_on"])
    return number


def refuse_twice(hand: CaseInHand, name: str) -> None:
    """Raise ActionRefused if such a letter is waiting already."""
    if OutboxLetter.objects.filter(case=hand.case, name=name, state__in=WAITING).exists():
        raise refused(
            "already-queued", "This letter is already waiting to be posted. Mark it as posted, or put it aside first."
        )


def refuse_channel(hand: CaseInHand, channel: Channel, *, to_staff: bool = False) -> None:
    """Raise ActionRefused if a letter cannot go this way, or may not go by email to this person."""
    if channel not in IN_WRITING:
        raise refused("not-in-writing", "A letter goes by post, by email or by hand.")
    if channel is Channel.EMAIL and not to_staff:
        refuse(standing.why_not_by_email(hand.case.complainant.email_agreed_on, on=hand.on))


def _facts(hand: CaseInHand, record: Record) -> dict[str, FactValue]:
    return facts_of.facts_from(record["facts"], facts_of.kinds_of(hand.programmes)[record["event"]])


def waiting_letter(hand: CaseInHand, number: int) -> OutboxLetter:
    """The letter of this number that is waiting to be posted."""
    row = OutboxLetter.objects.select_related("document").filter(case=hand.case, document__number=number).first()
    if row is None:
        raise refused("no-such-letter", f"There is no letter {number} in this case.")
    if row.state not in WAITING:
        done = "posted" if row.state == State.POSTED else "put aside"
        raise refused(f"already-{done.replace(' ', '-')}", f"This letter has already been {done}.")
    return row
