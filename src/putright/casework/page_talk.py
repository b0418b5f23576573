"""What did the person and the body write to each other on the page of a complaint, and how is the person told of it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from putright.casework import email_queue
from putright.casework.email_queue import TO_GO, new_message_id
from putright.casework.perform import CaseInHand
from putright.domain.chronology import Event as ChronologyEvent
from putright.domain.chronology import in_force
from putright.domain.page_talk import READ, RECEIVED, SENT
from putright.records.models import Case, Delivery, Document, Event, PageNotice
from putright.records.models.page_notice import NoticeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One message on the page: who wrote it and when, its words, and the names of the files that came with it."""

    at: datetime
    is_ours: bool
    by: str
    words: str
    files: tuple[str, ...]
    read_on: date | None  # of the person's: when somebody read it, or answered


def written_on_page(case: Case, events: tuple[ChronologyEvent, ...]) -> tuple[Written, ...]:
    """The messages of both sides, the earliest first; two questions to the database, none where nothing was written.

    What was written to or by somebody who spoke for the complaint before is not shown to whoever speaks for it now.
    """
    standing = {int(event.id or 0) for event in in_force(events) if event.event in (RECEIVED, SENT)}
    if not standing:
        return ()
    since = case.complainant.made_at
    rows = list(
        Event.objects.filter(case=case, number__in=standing, recorded_at__gte=since)
        .select_related("by")
        .order_by("number")
    )
    numbers = {number for row in rows for number, _ in row.papers}
    papers = {paper.number: paper for paper in Document.objects.filter(case=case, number__in=numbers)}
    return tuple(_written(row, papers, events) for row in rows)


def _written(row: Event, papers: dict[int, Document], events: tuple[ChronologyEvent, ...]) -> Written:
    mine = [papers[number] for number, _ in row.papers if number in papers]
    by = ", ".join(filter(None, [row.by.name, row.by.post])) if row.by else ""
    return Written(
        at=row.at or row.recorded_at,
        is_ours=row.event == SENT,
        by=by,
        words="\n\n".join(paper.text for paper in mine if paper.text),
        files=tuple(paper.title for paper in mine if paper.text is None),
        read_on=None if row.event == SENT else min(_read(row, events), default=None),
    )


def _read(row: Event, events: tuple[ChronologyEvent, ...]) -> Iterator[date]:
    """The days on which a message was said to be read, or on which something was written back after it."""
    for event in in_force(events):
        is_about = event.event == READ and event.about in (None, str(row.number))
        if int(event.id or 0) > row.number and (is_about or event.event == SENT):
            yield event.on


def words_of_latest(case: Case, *, on: date) -> str | None:
    """The words of the message that the person sent last, if that was on this day."""
    row = Event.objects.filter(case=case, event=RECEIVED, on=on).order_by("-number").first()
    numbers = [number for number, _ in row.papers] if row else []
    found = Document.objects.filter(case=case, number__in=numbers, kind="message").order_by("number").first()
    return found.text if found else None


def tell_of_news(hand: CaseInHand) -> bool:
    """Let an email wait that says that there is something new, and not what; return whether the person is told so.

    Only who agreed to email is written to. One that still waits does for two things that are new.
    """
    person = hand.case.complainant
    if hand.means.mail is None or email_queue.why_not_to(person, on=hand.today, by_machine=True) is not None:
        return False
    kind = NoticeKind.SOMETHING_NEW.value
    waiting = Delivery.objects.filter(page_notice__case=hand.case, page_notice__kind=kind, progress__in=TO_GO)
    if not waiting.exists():
        send_notice(hand, NoticeKind.SOMETHING_NEW)
    return True


def send_notice(hand: CaseInHand, kind: NoticeKind, *, to: str = "") -> None:
    """Let an email without contents wait for a worker; to an address that is the person's no longer by `to`."""
    if hand.means.mail is None:
        return
    at = hand.now.astimezone(UTC)
    Delivery.objects.create(
        body_id=hand.case.body_id,
        person_id=hand.case.complainant_id,
        page_notice=PageNotice.objects.create(case=hand.case, kind=kind.value, to=to, made_at=hand.now),
        message_id=new_message_id(hand.means.secrets, hand.means.mail),
        queued_at=at,
        try_at=at,
    )
