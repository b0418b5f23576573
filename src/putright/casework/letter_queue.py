"""How is a letter made and queued? What it means is written beside it, and recorded when it goes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, NotRequired, TypedDict

from putright.casework import email_queue, facts_of
from putright.casework.adjustments import why_not_by_post
from putright.casework.deaths import why_not_to_the_dead
from putright.casework.errors import ActionRefused, refuse, refused
from putright.casework.letter_formats import print_size_of
from putright.casework.perform import CaseInHand
from putright.domain.chain import Plain
from putright.domain.channels import Channel
from putright.domain.chronology import NO_FACTS, FactValue
from putright.domain.duty import Refused
from putright.letters.composition import Letter, compose
from putright.letters.errors import IncompleteResponse, UnfilledField, UnsoundText
from putright.letters.every_letter import LetterFacts
from putright.letters.pdf import as_pdf
from putright.records.models import Document, OutboxLetter, Person
from putright.records.models.outbox_letter import State
from putright.records.models.person import Part


class Record(TypedDict):
    """An event that the sending of a letter records, its facts as they are stored; once recorded its entry and when."""

    event: str
    facts: dict[str, Plain]
    about: NotRequired[int]  # the entry that it answers
    entry: NotRequired[int]
    entered_on: NotRequired[str]


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
    to: Person | None = None,
) -> OutboxLetter:
    """Write a letter to somebody, the complainant unless another is named, and set it off.

    `saying` are the facts of the event that it is. To staff several may wait at once, and email needs no agreement.
    """
    to = to or hand.case.complainant
    if to.part != Part.STAFF:
        refuse_twice(hand, name)
    refuse_channel(hand, channel, to=to)
    letter, paper = written(hand, name, facts)
    hand.permit(letter.events[0])
    row = queued(hand, letter, paper, channel=channel, saying=saying)
    if waits(hand, channel):
        hand.note("letter_prepared", facts={"letter": name, **_by(channel)}, papers=[paper])
        set_off(hand, row, to=to)
    else:
        sent(hand, row, papers=[paper])
    return row


def waits(hand: CaseInHand, channel: Channel) -> bool:
    """Whether a letter waits to go: for the post, or for a machine to send it. Any other way it has gone at once."""
    return channel is Channel.LETTER or (channel is Channel.EMAIL and hand.means.mail is not None)


def set_off(hand: CaseInHand, row: OutboxLetter, *, to: Person) -> None:
    """Let a letter wait where it is to wait: one that goes by email for the worker that hands it over."""
    if row.channel == Channel.EMAIL:
        email_queue.queue(hand, row, to=to)


def written(hand: CaseInHand, name: str, facts: LetterFacts) -> tuple[Letter, Document]:
    """A letter with its PDF in the file of the case; raises ActionRefused for each part that is missing."""
    letter = composed(name, facts)
    if hand.means.laid_out is not None:
        hand.means.laid_out.append(letter)
    pdf = as_pdf(letter, size=print_size_of(hand.case, name))
    return letter, hand.keep_file("letter", letter.title, PDF, pdf)


def composed(name: str, facts: LetterFacts) -> Letter:
    """A letter; raises ActionRefused, with one refusal for each part that is missing, or where its text is unsound."""
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
    except UnsoundText as fault:
        message = (
            "The letter cannot be written, because there is a mistake in its text. Nothing was done, and what you typed"
            f" is still here. Tell whoever looks after Putright: {fault}"
        )
        raise refused("letter-unsound", message) from None


def queued(
    hand: CaseInHand,
    letter: Letter,
    paper: Document,
    *,
    channel: Channel = Channel.LETTER,
    saying: Mapping[str, FactValue] = NO_FACTS,
    about: int | None = None,
) -> OutboxLetter:
    """The row by which a letter waits to go, written in the transaction of what it came from."""
    refuse(why_not_to_the_dead(hand.case, letter.name))
    refuse(why_not_by_post(hand.case, letter.name, channel.value))
    hand.letter = paper.number
    first, *others = letter.events
    record: Record = {"event": first, "facts": facts_of.plain_facts(saying)}
    if about is not None:
        record["about"] = about
    return OutboxLetter.objects.create(
        case=hand.case,
        body_id=hand.case.body_id,
        document=paper,
        name=letter.name,
        channel=channel.value,
        records=[
            record,
            *({"event": other, "facts": {}} for other in others),
        ],
        made_on=hand.on,
        made_at=hand.now,
        made_by_id=hand.by_id,
    )


def sent(hand: CaseInHand, row: OutboxLetter, *, papers: Sequence[Document] = ()) -> None:
    """Record that a letter went on the day of the action, and all that this means."""
    if hand.on < row.made_on:
        raise refused("posted-before-written", "The letter was written later than that. Check the day it was posted.")
    refuse(why_not_to_the_dead(hand.case, row.name))
    refuse(why_not_by_post(hand.case, row.name, row.channel))
    hand.permit(row.records[0]["event"])
    _enter(hand, row, on=hand.on, papers=papers, record=hand.record)


def gone(hand: CaseInHand, row: OutboxLetter, *, on: date, papers: Sequence[Document] = ()) -> None:
    """Enter that a letter has gone, whatever has become of the case since: nobody can call it back."""
    _enter(hand, row, on=on, papers=papers, record=hand.note)


def _enter(
    hand: CaseInHand, row: OutboxLetter, *, on: date, papers: Sequence[Document], record: Callable[..., int]
) -> None:
    first, *others = row.records
    facts = {**_facts(hand, first), "channel": row.channel}
    first["entry"] = record(first["event"], on=on, about=first.get("about"), facts=facts, papers=papers)
    first["entered_on"] = hand.today.isoformat()
    for other in others:
        # What was done in another way meanwhile is not done again by the letter.
        if hand.position.refusal_of(other["event"]) is None:
            other["entry"] = record(other["event"], on=on, facts=_facts(hand, other))
    row.state, row.posted_on = State.POSTED, on
    row.save(update_fields=["state", "posted_on", "records"])


def refuse_twice(hand: CaseInHand, name: str, *, about: int | None = None) -> None:
    """Raise ActionRefused if such a letter is waiting already, about the same entry where it answers one."""
    waiting = OutboxLetter.objects.filter(case=hand.case, name=name, state__in=WAITING).values_list(
        "records", flat=True
    )
    if any(about is None or records[0].get("about") == about for records in waiting):
        raise refused(
            "already-queued", "This letter is already waiting to be posted. Mark it as posted, or put it aside first."
        )


def refuse_channel(hand: CaseInHand, channel: Channel, *, to: Person | None = None) -> None:
    """Raise ActionRefused if a letter cannot go this way, or may not go by email to this person."""
    if channel not in IN_WRITING:
        raise refused("not-in-writing", "A letter goes by post, by email or by hand.")
    if channel is Channel.EMAIL:
        refuse(email_queue.why_not_to(to or hand.case.complainant, on=hand.on, by_machine=waits(hand, channel)))


def _by(channel: Channel) -> dict[str, FactValue]:
    return {} if channel is Channel.LETTER else {"channel": channel.value}


def _facts(hand: CaseInHand, record: Record) -> dict[str, FactValue]:
    return facts_of.facts_from(record["facts"], facts_of.kinds_of(hand.programmes)[record["event"]])


def waiting_letter(hand: CaseInHand, number: int) -> OutboxLetter:
    """The letter of this number that is waiting to be posted."""
    row = OutboxLetter.objects.select_related("document").filter(case=hand.case, document__number=number).first()
    if row is None:
        raise refused("no-such-letter", f"There is no letter {number} in this case.")
    if row.state not in WAITING:
        gone_by = "sent" if row.channel == Channel.EMAIL else "posted"
        done = gone_by if row.state == State.POSTED else "put aside"
        raise refused(f"already-{done.replace(' ', '-')}", f"This letter has already been {done}.")
    return row
