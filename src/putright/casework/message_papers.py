"""How does a message become papers of a case? Its words and its files, kept there and no longer in the tray."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from putright.casework.call_backs import tries_in_words
from putright.casework.errors import NotFound, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, day_of
from putright.casework.said import FileSaid
from putright.domain.access import Actor
from putright.domain.calls import Direction
from putright.domain.chain import salted_digest
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.incoming import MESSAGE_KIND_WORDS, MessageKind
from putright.domain.periods import LONDON, in_words
from putright.domain.scanning import Scan
from putright.gateways.file_store import FileMissing
from putright.records.models import Document, IncomingFile, IncomingMessage
from putright.records.models.incoming_message import ON_A_CASE, Lying
from putright.records.visible_to import messages_visible_to

TITLE: Final = "An email that came"
# Of every message, so nobody may add to them what is of one.
BY_EMAIL: Final[Mapping[str, FactValue]] = MappingProxyType({"channel": Channel.EMAIL.value})
BY_TELEPHONE: Final[Mapping[str, FactValue]] = MappingProxyType({"channel": Channel.TELEPHONE.value})
RECEIVED: Final = "message_received"
CALL_TITLE: Final = "Telephone call"
CALL_BACK_TITLE: Final = "Asked to be called back"


def message_in_hand(actor: Actor, number: int) -> IncomingMessage:
    """A message that is on no case, held until the transaction ends; NotFound for one that the actor may not see."""
    row = messages_visible_to(actor).select_for_update(of=("self",)).filter(pk=number).first()
    if row is None:
        raise NotFound
    if row.lying in ON_A_CASE:
        raise refused("already-on-a-case", "Somebody has put this message on a case already.")
    return row


def is_call(row: IncomingMessage) -> bool:
    """Whether it is a call that somebody took, and no message."""
    return row.kind == MessageKind.CALL.value


def asks_for_call(row: IncomingMessage) -> bool:
    """Whether it is somebody's own request to be rung."""
    return row.kind == MessageKind.CALL_BACK.value


def came_by(row: IncomingMessage) -> Mapping[str, FactValue]:
    """How it came, as an entry says it."""
    return BY_TELEPHONE if is_call(row) or asks_for_call(row) else BY_EMAIL


def day_on_case(hand: CaseInHand, row: IncomingMessage) -> date:
    """The day on which a message counts as having come, on a case that may be younger than it."""
    return max(day_of(row.received_at), hand.case.received_on)


def papers_of(hand: CaseInHand, row: IncomingMessage) -> list[Document]:
    """The words of a message and its files, put into the file of the case; the next entry must name them."""
    kind, title = ("file-note", CALL_TITLE) if is_call(row) else ("message", TITLE)
    if asks_for_call(row):
        kind, title = "file-note", CALL_BACK_TITLE
    papers = [hand.keep_text(kind, title, words_on_file(row))]
    for each in IncomingFile.objects.filter(message=row).select_related("file").order_by("number"):
        papers.append(hand.keep_what_came("attachment", _file(hand, each)))
    return papers


def enter_message(hand: CaseInHand, row: IncomingMessage, papers: list[Document]) -> int:
    """Record on the case that it came, a message at its own instant where that is a day of the case."""
    on = day_on_case(hand, row)
    if is_call(row):
        facts = {**BY_TELEPHONE, "direction": Direction.THEY_RANG.value}
        return hand.note("note_made", on=on, facts=facts, papers=papers)
    if asks_for_call(row):
        return hand.note("note_made", on=on, facts=BY_TELEPHONE, papers=papers)
    at = row.received_at.astimezone(LONDON)
    return hand.note(RECEIVED, on=on, at=at if at.date() == on else None, facts=BY_EMAIL, papers=papers)


def open_from(hand: CaseInHand, actor: Actor, number: int) -> None:
    """Put the message from which a complaint was opened into the file of the new case."""
    row = message_in_hand(actor, number)
    enter_message(hand, row, papers_of(hand, row))
    lay_on(hand, row)


def lay_on(hand: CaseInHand, row: IncomingMessage, *, lying: Lying = Lying.ON_CASE) -> None:
    """Let a message lie on the case: its words and files are there now, and no longer here."""
    row.lying, row.case, row.decided_by_id, row.decided_at = lying.value, hand.case, hand.by_id, hand.now
    row.sender = row.sender_name = row.subject = row.text = row.reason = row.note = ""
    row.left_out = []
    row.save()
    IncomingFile.objects.filter(message=row).delete()
    row.suggestions.all().delete()


def words_on_file(row: IncomingMessage) -> str:
    """What is kept of a message in words: what it says of itself first, then what it says."""
    at = row.received_at.astimezone(LONDON)
    if is_call(row):
        taken = f", taken by {row.taken_by.name}" if row.taken_by else ""
        who = ", ".join(filter(None, [row.sender_name, row.sender])) or "somebody who gave no name"
        return f"Call from {who}, on {in_words(at.date())}{taken}.\n\n{row.text}"
    if asks_for_call(row):
        when = f"{in_words(at.date())}, {at:%H:%M}"
        asked = f"{row.sender_name} asked on the website, on {when}, to be called back on {row.sender}."
        return "\n\n".join(filter(None, [asked, row.text, tries_in_words(row)]))
    proof = "our mail server has confirmed the address" if row.is_proven else "as it says; nobody has confirmed it"
    kind = MessageKind(row.kind)
    lines = [
        f"From: {' '.join(filter(None, [row.sender_name, f'<{row.sender}>' if row.sender else '']))} ({proof})",
        f"Received: {in_words(at.date())}, {at:%H:%M}",
        f"Subject: {row.subject}" if row.subject else "",
        f"Kind: {MESSAGE_KIND_WORDS[kind]}" if kind is not MessageKind.FROM_A_PERSON else "",
        *(f"Came with it, not kept: {each['name']}. {each['why']}" for each in row.left_out),
        "Cut: it is longer than can be kept. The whole of it is in the mailbox." if row.is_cut else "",
    ]
    return "\n".join(filter(None, lines)) + f"\n\n{row.text or '(It has no words.)'}"


def _file(hand: CaseInHand, each: IncomingFile) -> FileSaid:
    content = content_of(each, hand.means)
    return FileSaid(name=each.name, media_type=each.media_type, content=content, scan=Scan(each.file.scan))


def content_of(each: IncomingFile, means: Means) -> bytes:
    """The content of a file that came with a message; raises ActionRefused unless it is there, as it was stored."""
    try:
        content = means.files.read(each.file_id)
    except FileMissing:
        message = (
            f"The file {each.name} is not where it was stored. The message is in the mailbox still, with its files."
        )
        raise refused("file-missing", message) from None
    if salted_digest(content, bytes.fromhex(each.salt)) != each.digest:
        message = (
            f"The file {each.name} has been altered since it came, so it is not shown. The message is in the mailbox"
            " still, with its files. Tell whoever looks after Putright."
        )
        raise refused("paper-altered", message)
    return content
