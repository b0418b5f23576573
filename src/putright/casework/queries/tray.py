"""Which messages came in for a body, which case may each be about, and what is in one?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from django.db.models import Count, QuerySet, prefetch_related_objects

from putright.casework.call_backs import call_rules_of, standing_of, standing_on, waits_for_call
from putright.casework.due_lists import calendar_of
from putright.casework.errors import NotFound, refuse
from putright.casework.looks import keep_look
from putright.casework.means import Means, means_of_this_site
from putright.casework.message_papers import content_of
from putright.casework.messages_taken import FAILED, FAILED_WORDS
from putright.casework.messages_waiting import waiting_for
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.call_backs import CallBack
from putright.domain.incoming import AsideReason, MessageKind, Sign, on_time_since
from putright.domain.looks import Look
from putright.domain.periods import LONDON
from putright.domain.references import reference_shown
from putright.domain.scanning import Scan, why_not_opened
from putright.domain.working_days import WorkingCalendar
from putright.gateways.mail_in import UNREAD_WORDS, Unread
from putright.records.models import Body, IncomingFile, IncomingMessage, Suggestion
from putright.records.models.incoming_message import Lying
from putright.records.visible_to import messages_visible_to

PAGE_SIZE: Final = 25
SUMMARY: Final = 160  # characters


class Lies(StrEnum):
    """Which messages are shown: those that wait, those on cases that nobody has seen, those kept and put aside."""

    WAITING = "waiting"
    UNSEEN = "by-itself"
    ASIDE = "aside"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A case that a message may be about, and why."""

    reference: str
    reference_shown: str
    complainant: str
    sign: Sign
    knows_sender: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """A file that came with a message."""

    number: int
    name: str
    size: int
    scan: Scan


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A file that came with a message and was not kept."""

    name: str
    size: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A message in the list; on a case, its reference alone."""

    number: int
    kind: MessageKind
    sender: str
    sender_name: str
    is_proven: bool
    received_at: datetime
    summary: str
    files: int
    first: Suggested | None
    on_case: str
    on_case_shown: str
    is_overdue: bool
    call: CallBack | None = None  # for who asked to be rung: by when, and how often it was tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Tray:
    """One page of messages, and how many lie where."""

    lies: Lies
    lines: tuple[Line, ...]
    page: int
    has_more: bool
    counts: dict[Lies, int]
    overdue: int  # of those that wait


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageShown:
    """One message that is on no case."""

    number: int
    kind: MessageKind
    sender: str
    sender_name: str
    is_proven: bool
    subject: str
    text: str
    is_cut: bool
    received_at: datetime
    mailbox: str
    place: str
    unread: str
    files: tuple[FileShown, ...]
    left_out: tuple[LeftOut, ...]
    suggested: tuple[Suggested, ...]
    reason: AsideReason | None
    note: str
    decided_by: str
    taken_by: str  # who took a call
    call: CallBack | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """The content of a file that came with a message."""

    name: str
    media_type: str
    content: bytes


def tray(actor: Actor, *, lies: Lies = Lies.WAITING, page: int = 1) -> Tray:
    """The messages of the actor's body that they may see; those that wait the oldest first, the others the latest."""
    refuse(why_not_here(actor, Deed.HANDLE))
    seen = messages_visible_to(actor)
    shown = seen.filter(lying=lies.value).select_related("case")
    shown = shown.order_by("received_at", "id") if lies is Lies.WAITING else shown.order_by("-received_at", "-id")
    begin = (max(page, 1) - 1) * PAGE_SIZE
    rows = list(shown.annotate(count_of_files=Count("files"))[begin : begin + PAGE_SIZE + 1])
    first = _first_of(rows[:PAGE_SIZE])
    body = Body.objects.get(pk=actor.body_id)
    calendar = calendar_of(body, actor.on)
    since = on_time_since(actor.on, calendar)
    calls = _calls(rows[:PAGE_SIZE], body, actor.on, calendar)
    return Tray(
        lies=lies,
        lines=tuple(_line(row, first.get(row.pk), since, calls.get(row.pk)) for row in rows[:PAGE_SIZE]),
        page=max(page, 1),
        has_more=len(rows) > PAGE_SIZE,
        counts=_counts(seen),
        overdue=waiting_for(actor, on_time_since=since).overdue,
    )


def message_shown(actor: Actor, number: int, *, now: datetime) -> MessageShown:
    """One message of the tray, or of those put aside or kept quietly; NotFound once it is on a case.

    That it was looked at is logged.
    """
    row = _row(actor, number)
    shown = _shown(row, standing_on(row, actor.on) if waits_for_call(row) else None)
    keep_look(Look.MESSAGE, by=actor, now=now, message=row.pk)
    return shown


def is_there(actor: Actor, number: int) -> bool:
    """Whether the actor may see a message: one about a case that they may not see is not there for them."""
    return messages_visible_to(actor).filter(pk=number, case__isnull=True).exists()


def _shown(row: IncomingMessage, call: CallBack | None) -> MessageShown:
    return MessageShown(
        number=row.pk,
        kind=MessageKind(row.kind),
        sender=row.sender,
        sender_name=row.sender_name,
        is_proven=row.is_proven,
        subject=row.subject,
        text=row.text,
        is_cut=row.is_cut,
        received_at=row.received_at,
        mailbox=row.mailbox,
        place=row.place,
        unread=_why_unread(row.unread),
        files=tuple(
            FileShown(number=each.number, name=each.name, size=each.file.size, scan=Scan(each.file.scan))
            for each in row.files.select_related("file").order_by("number")
        ),
        left_out=tuple(LeftOut(name=each["name"], size=each["size"], why=each["why"]) for each in row.left_out),
        suggested=tuple(_suggested(each) for each in _suggestions([row]).filter(message=row)),
        reason=AsideReason(row.reason) if row.reason else None,
        note=row.note,
        decided_by=row.decided_by.name if row.decided_by else "",
        taken_by=row.taken_by.name if row.taken_by else "",
        call=call,
    )


def message_file(actor: Actor, number: int, file: int, *, now: datetime, means: Means | None = None) -> FileContent:
    """A file that came with a message; that it was read is logged.

    Raises ActionRefused for one that is held back until it has been scanned.
    """
    row = _row(actor, number)
    found = IncomingFile.objects.filter(message=row, number=file).select_related("file").first()
    if found is None:
        raise NotFound
    refuse(why_not_opened(Scan(found.file.scan)))
    content = content_of(found, means or means_of_this_site())
    keep_look(Look.MESSAGE_FILE, by=actor, now=now, message=row.pk, document=file)
    return FileContent(name=found.name, media_type=found.media_type, content=content)


def _row(actor: Actor, number: int) -> IncomingMessage:
    refuse(why_not_here(actor, Deed.HANDLE))
    rows = messages_visible_to(actor).filter(pk=number, case__isnull=True).select_related("decided_by", "taken_by")
    row = rows.first()
    if row is None:
        raise NotFound
    return row


def _counts(seen: QuerySet[IncomingMessage]) -> dict[Lies, int]:
    counted = dict(seen.values_list("lying").annotate(messages=Count("pk")).order_by())
    return {lies: counted.get(lies.value, 0) for lies in Lies}


def _first_of(rows: Sequence[IncomingMessage]) -> dict[int, Suggested]:
    found: dict[int, Suggested] = {}
    for each in _suggestions(rows):
        found.setdefault(each.message_id, _suggested(each))
    return found


def _suggestions(rows: Sequence[IncomingMessage]) -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(message__in=rows).select_related("case__complainant").order_by("message", "place")


def _suggested(row: Suggestion) -> Suggested:
    return Suggested(
        reference=row.case.reference,
        reference_shown=reference_shown(row.case.reference),
        complainant=row.case.complainant.name,
        sign=Sign(row.sign),
        knows_sender=row.knows_sender,
    )


def _line(row: IncomingMessage, first: Suggested | None, since: date, call: CallBack | None) -> Line:
    # The count is annotated above; the model does not know of it.
    files: int = row.count_of_files  # type: ignore[attr-defined]
    words = " ".join(row.text.split())
    return Line(
        number=row.pk,
        kind=MessageKind(row.kind),
        sender=row.sender,
        sender_name=row.sender_name,
        is_proven=row.is_proven,
        received_at=row.received_at,
        summary=_why_unread(row.unread) or (words if len(words) <= SUMMARY else f"{words[:SUMMARY].rstrip()}…"),
        files=files + len(row.left_out),
        first=first,
        on_case=row.case.reference if row.case else "",
        on_case_shown=reference_shown(row.case.reference) if row.case else "",
        is_overdue=row.lying == Lying.WAITING and row.received_at.astimezone(LONDON).date() < since,
        call=call,
    )


def _calls(
    rows: Sequence[IncomingMessage], body: Body, on: date, calendar: WorkingCalendar
) -> dict[int, CallBack | None]:
    """How each request to be rung stands, asked for at once."""
    asked = [row for row in rows if waits_for_call(row)]
    if not asked:
        return {}
    prefetch_related_objects(asked, "tries")
    rules = call_rules_of(body, on)
    return {row.pk: standing_of(row, rules, calendar) for row in asked}


def _why_unread(code: str) -> str:
    if not code:
        return ""
    return FAILED_WORDS if code == FAILED else UNREAD_WORDS[Unread(code)]
