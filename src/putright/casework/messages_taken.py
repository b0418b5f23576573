"""How is a message taken in? Once, whole, its files looked at first; on its case if that is sure, else in the tray."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.incoming_files import take_in
from putright.casework.kept_files import files_not_taken, keep, let_go, scan_of, takes_files
from putright.casework.means import Means
from putright.casework.message_matching import matched_of
from putright.casework.message_papers import enter_message, lay_on, papers_of
from putright.casework.perform import Keeping, all_or_nothing, day_of, holding
from putright.casework.said import FileSaid
from putright.domain.chain import SALT_BYTES, salted_digest
from putright.domain.incoming import QUIET, Matched, MessageKind, kind_of, received_at
from putright.gateways.dropped_folder import digest_of_place
from putright.gateways.mail_attachments import MOST
from putright.gateways.mail_in import UNREAD_WORDS, Message, Unread, UnreadMessage, read_message
from putright.gateways.mail_words import in_a_line
from putright.gateways.mailbox import Arrived, Mailbox, Place
from putright.records.models import (
    Body,
    Case,
    Delivery,
    IncomingFile,
    IncomingMessage,
    MailboxPlace,
    StoredFile,
    Suggestion,
)
from putright.records.models.incoming_message import Lying

FAILED: Final = "failed"
LONGEST_PLACE: Final = 200
FAILED_WORDS: Final = "Putright could not take it in. The log says why."

# Why a file that came with a message is not kept, as whoever looks at the message reads it.
LEFT_OUT_WORDS: Final = {
    "virus-found": "A virus was found in it.",
    "file-not-as-named": "It is of a kind that is not kept, or not what its name says.",
    "file-program-inside": "It holds a program (macros).",
    "file-archive-inside": "It has another file packed inside it.",
    "file-opens-out-too-large": "It would become far too large when it is opened.",
    "file-too-many-pixels": "The picture has too many pixels to be opened safely.",
    "files-not-taken": "No files are taken here, because nothing checks them for viruses.",
}
_TOO_MANY: Final = "More files came than are kept of one message."
_EMPTY: Final = "It is empty."


class Taken(StrEnum):
    """What became of a message that was looked at."""

    NEW = "new"
    BEFORE = "taken-before"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class _LeftOut:
    name: str
    size: int
    why: str


def place_in(mailbox: str) -> Place:
    """How far a mailbox has been read."""
    row = MailboxPlace.objects.filter(mailbox=mailbox).first()
    return Place(validity=row.validity, number=row.number) if row else Place()


def take_message(mailbox: Mailbox, arrived: Arrived, *, now: datetime, means: Means) -> tuple[Taken, str]:
    """Take a message in, and keep in the same transaction how far the mailbox has been read.

    Returns what became of it, and for one that could not be read why, in words. No transaction may be open: files are
    looked at first. Raises ActionRefused where there is no room; then nothing has been kept.
    """
    body = Body.objects.filter(code=mailbox.body).first()
    if body is None:
        raise NotFound
    try:
        if arrived.content is None:
            raise UnreadMessage(Unread.TOO_LARGE)
        message = read_message(arrived.content)
    except UnreadMessage as unread:
        return enter_unread(mailbox, arrived, unread.why.value, now=now, means=means), UNREAD_WORDS[unread.why]
    return _enter(body, mailbox, arrived, message, now=now, means=means), ""


def enter_unread(mailbox: Mailbox, arrived: Arrived, why: str, *, now: datetime, means: Means) -> Taken:
    """Keep in the tray that a message lies in the mailbox that could not be read, so that a person looks there."""
    body = Body.objects.get(code=mailbox.body)
    digest = digest_of_place(mailbox.name, arrived)
    with all_or_nothing(means):
        _read_so_far(mailbox, arrived)
        if IncomingMessage.objects.filter(body=body, digest=digest, message_id="").exists():
            return Taken.BEFORE
        IncomingMessage.objects.create(
            body=body,
            mailbox=mailbox.name,
            place=_shown(arrived.key),
            digest=digest,
            kind=MessageKind.UNREADABLE.value,
            lying=Lying.WAITING.value,
            unread=why,
            received_at=received_at(None, arrived=arrived.arrived_at, now=now),
            taken_at=now,
        )
    return Taken.UNREAD


def _enter(body: Body, mailbox: Mailbox, arrived: Arrived, message: Message, *, now: datetime, means: Means) -> Taken:
    known = IncomingMessage.objects.filter(body=body, digest=message.digest, message_id=message.message_id)
    if known.exists():
        with all_or_nothing(means):
            _read_so_far(mailbox, arrived)
        return Taken.BEFORE
    files, left_out = _files(message, means, now=now)
    stored = [means.files.name_of(file.content) for file in files]
    try:
        with all_or_nothing(means) as keeping:
            _read_so_far(mailbox, arrived)
            if known.exists():  # by another worker meanwhile
                return Taken.BEFORE
            row = _row(body, mailbox, arrived, message, left_out, now=now)
            _place(keeping, row, message, files, now=now)
    except BaseException:
        let_go(means, stored)
        raise
    let_go(means, stored)  # what no paper names: on a case the files are the case's own
    return Taken.NEW


def _place(keeping: Keeping, row: IncomingMessage, message: Message, files: list[FileSaid], *, now: datetime) -> None:
    """Lay a new message where it belongs: quietly beside the tray, on its case, or in the tray with what it may be."""
    matched = matched_of(row.body_id, message, is_sender_proven=row.is_proven)
    may_go = row.lying == Lying.WAITING and not row.left_out and not row.is_cut
    # Before the files: as by every action, the case is held first.
    case = Case.objects.select_for_update(of=("self",)).filter(reference=matched.goes_on).first() if may_go else None
    row.save()
    for number, file in enumerate(files, start=1):
        scan = scan_of(file, keeping.means)
        kept = keep(keeping.means, file.content, scan=scan, now=now, signatures_at=file.signatures_at)
        _keep_file(row, number, file, kept, salt=keeping.means.secrets.random(SALT_BYTES))
    _suggest(row, matched)
    if case is not None:
        on = max(day_of(now), case.received_on)
        with holding(case, keeping, by_id=None, on=on, now=now) as hand:
            enter_message(hand, row, papers_of(hand, row))
            lay_on(hand, row, lying=Lying.BY_ITSELF)


def _row(
    body: Body,
    mailbox: Mailbox,
    arrived: Arrived,
    message: Message,
    left_out: list[_LeftOut],
    *,
    now: datetime,
) -> IncomingMessage:
    is_ours = bool(message.message_id) and Delivery.objects.filter(message_id=message.message_id).exists()
    kind = kind_of(replace(message.marks, is_ours=is_ours))
    came = min(filter(None, [arrived.arrived_at, message.arrived_at]), default=None)
    return IncomingMessage(
        body=body,
        mailbox=mailbox.name,
        place=_shown(arrived.key),
        message_id=message.message_id,
        digest=message.digest,
        kind=kind.value,
        lying=Lying.QUIET.value if kind in QUIET else Lying.WAITING.value,
        sender=message.sender,
        sender_name=message.sender_name,
        is_proven=not mailbox.proves.isdisjoint(message.proven_by),
        subject=message.subject,
        text=message.text,
        is_cut=message.is_text_cut,
        left_out=[{"name": each.name, "size": each.size, "why": each.why} for each in left_out],
        failed_id=next(iter(_ours(message.failed)), "") if kind is MessageKind.NOT_DELIVERED else "",
        received_at=received_at(message.said_at, arrived=came, now=now),
        taken_at=now,
    )


def _shown(key: str) -> str:
    """Where a message lies, as it can be stored: the name of a file may hold anything."""
    return in_a_line(key)[-LONGEST_PLACE:]


def _ours(message_ids: tuple[str, ...]) -> Iterator[str]:
    known = Delivery.objects.filter(message_id__in=message_ids).values_list("message_id", flat=True)
    yield from known[:1]


def _files(message: Message, means: Means, *, now: datetime) -> tuple[list[FileSaid], list[_LeftOut]]:
    """The files of a message that are kept, and those that are not: in what no scanner has seen nothing is opened."""
    kept: list[FileSaid] = []
    left_out: list[_LeftOut] = []
    for place, each in enumerate(message.attachments):
        why = _TOO_MANY if place >= MOST else "" if each.content else _EMPTY
        if not why:
            try:
                if not takes_files(means):
                    raise files_not_taken()
                kept.append(take_in(each.name, each.content, now=now, means=means))
                continue
            except ActionRefused as refused:
                why = LEFT_OUT_WORDS.get(refused.refusal.code, refused.refusal.message)
        left_out.append(_LeftOut(name=each.name, size=len(each.content), why=why))
    return kept, left_out


def _keep_file(row: IncomingMessage, number: int, file: FileSaid, kept: StoredFile, *, salt: bytes) -> None:
    IncomingFile.objects.create(
        message=row,
        number=number,
        file=kept,
        name=file.name,
        media_type=file.media_type,
        salt=salt.hex(),
        digest=salted_digest(file.content, salt),
    )


def _suggest(row: IncomingMessage, matched: Matched) -> None:
    references = [one.reference for one in matched.suggested]
    cases = dict(Case.objects.filter(reference__in=references).values_list("reference", "pk"))
    Suggestion.objects.bulk_create(
        Suggestion(message=row, case_id=cases[one.reference], place=place, sign=one.sign, knows_sender=one.knows_sender)
        for place, one in enumerate(matched.suggested)
    )


def _read_so_far(mailbox: Mailbox, arrived: Arrived) -> None:
    if arrived.place is None:
        return
    row, is_new = MailboxPlace.objects.select_for_update().get_or_create(
        mailbox=mailbox.name, defaults={"validity": arrived.place.validity, "number": arrived.place.number}
    )
    if not is_new and (row.validity != arrived.place.validity or row.number < arrived.place.number):
        row.validity, row.number = arrived.place.validity, arrived.place.number
        row.save()
