"""How is anything done on a case? Load, decide, write, record: in one transaction, all of it or nothing."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from django.db import transaction

from putright.casework import facts_of, kept_position, kept_waits
from putright.casework.errors import NotFound, StaleCase, refuse, refused
from putright.casework.kept_files import files_not_taken, keep, let_go, scan_of, takes_files
from putright.casework.means import Means, means_of_this_site
from putright.casework.said import FileSaid
from putright.domain import chronology, entry
from putright.domain.access import Actor, Deed, why_not
from putright.domain.chain import SALT_BYTES, salted_digest, seal_of
from putright.domain.chronology import NO_FACTS, FactValue
from putright.domain.duty import Position
from putright.domain.periods import LONDON
from putright.domain.permitted import AFTER
from putright.domain.programme import Programme
from putright.domain.references import reference_meant
from putright.domain.scanning import Scan
from putright.records.models import Case, Document, Event, Person, StoredFile
from putright.records.visible_to import visible_to

LONGEST_TEXT: Final = 100_000  # characters: some forty pages
PLAIN_TEXT: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What an action answers: on which case, the version it left behind, the letter it queued, and what is to do then.

    `then` is a sentence for whoever acted, where something must now be done that no promise tells of.
    """

    reference: str
    version: int
    letter: int | None = None
    then: str = ""


@dataclass(slots=True, kw_only=True)
class CaseInHand:
    """A case held by one action: what is known of it, and what the action has written and recorded so far."""

    case: Case
    by_id: int | None
    on: date
    now: datetime
    means: Means
    programmes: tuple[Programme, ...]
    events: list[chronology.Event]
    letter: int | None = None
    stored: list[str] = field(default_factory=list)
    _rows: list[Event] = field(default_factory=list)
    _unsealed: dict[int, Document] = field(default_factory=dict)
    _documents: int | None = None
    _position: Position | None = None

    @property
    def today(self) -> date:
        """The day on which the action is done, whatever day it tells of."""
        return day_of(self.now)

    @property
    def position(self) -> Position:
        """What stands on the case today, with what this action has recorded."""
        if self._position is None:
            self._position = facts_of.position_of(self.programmes, self.events, self.today)
        return self._position

    def acting(self) -> Person:
        """The person who acts."""
        return Person.objects.get(pk=self.by_id or 0)

    def permit(self, event: str, *, on: date | None = None) -> None:
        """Raise ActionRefused if this event may not be recorded now, or cannot have happened on that day."""
        on = on or self.on
        refuse(self.position.refusal_of(event))
        refuse(entry.why_not_on(on, received_on=self.case.received_on, today=self.today))
        duties = [duty for duty in self.position.duties if duty.is_to_do and event in duty.met_by]
        refuse(entry.why_not_yet(on, tuple(duties)))
        follows = AFTER.get(event, ())
        earlier = [known for known in chronology.in_force(self.events) if known.event in follows]
        refuse(entry.why_not_before_what_it_follows(on, tuple(earlier)))

    def record(
        self,
        event: str,
        *,
        on: date | None = None,
        about: int | None = None,
        issue: int | None = None,
        facts: Mapping[str, FactValue] = NO_FACTS,
        papers: Sequence[Document] = (),
    ) -> int:
        """Record that something happened, if it may; return the number of the entry."""
        self.permit(event, on=on)
        return self.note(event, on=on, about=about, issue=issue, facts=facts, papers=papers)

    def note(
        self,
        event: str,
        *,
        on: date | None = None,
        at: datetime | None = None,
        about: int | None = None,
        issue: int | None = None,
        corrects: int | None = None,
        facts: Mapping[str, FactValue] = NO_FACTS,
        papers: Sequence[Document] = (),
    ) -> int:
        """Record what no procedure permits or forbids: a note, a correction, the office's own doings."""
        case = self.case
        row = Event(
            case=case,
            number=case.chain_count + 1,
            event=event,
            on=on or self.on,
            at=at,
            recorded_at=self.now,
            by_id=self.by_id,
            about=about,
            issue=issue,
            corrects=corrects,
            facts=facts_of.plain_facts(facts),
            papers=[[paper.number, paper.digest] for paper in papers],
        )
        row.seal = seal_of(case.chain_head, facts_of.entry_of(row, case.reference))
        case.chain_count, case.chain_head = row.number, row.seal
        self._rows.append(row)
        self.events.append(facts_of.event_of(row, self.programmes))
        self._position = None
        for paper in papers:
            self._unsealed.pop(paper.number, None)
        return row.number

    def keep_text(self, kind: str, title: str, text: str) -> Document:
        """Put words into the file of the case; the next entry must name the paper."""
        words = text.replace("\r\n", "\n").strip()
        if not words:
            raise refused("nothing-written", f"Nothing is written under “{title}”. Write something, or leave it out.")
        if len(words) > LONGEST_TEXT:
            raise refused("too-long", f"“{title}” is longer than {LONGEST_TEXT:,} characters. Attach it as a file.")
        return self._keep(kind, title, PLAIN_TEXT, words.encode(), text=words)

    def keep_if_said(self, kind: str, title: str, text: str) -> list[Document]:
        """Put words into the file of the case if there are any."""
        return [self.keep_text(kind, title, text)] if text.strip() else []

    def keep_file(self, kind: str, title: str, media_type: str, content: bytes) -> Document:
        """Put a file that we made into the file of the case; the next entry must name the paper."""
        file = self._stored(content, Scan.OURS)
        return self._keep(kind, title, media_type, content, file=file)

    def keep_what_came(self, kind: str, file: FileSaid) -> Document:
        """Put a file that came in into the file of the case, held back unless it is known to hold no virus."""
        if not takes_files(self.means):
            raise files_not_taken()
        stored = self._stored(file.content, scan_of(file, self.means), file.signatures_at)
        return self._keep(kind, file.name, file.media_type, file.content, file=stored)

    def keep_again(self, paper: Document) -> Document:
        """Put a paper of another case of the same complaint into this one's file too, under a salt of its own.

        Raises FileMissing where its file is gone.
        """
        content = self.means.files.read(paper.file_id) if paper.file_id else (paper.text or "").encode()
        return self._keep(paper.kind, paper.title, paper.media_type, content, text=paper.text, file=paper.file)

    def _stored(self, content: bytes, scan: Scan, signatures_at: datetime | None = None) -> StoredFile:
        # Noted first: what is then written only in part is cleared away with the rest.
        self.stored.append(self.means.files.name_of(content))
        return keep(self.means, content, scan=scan, now=self.now, signatures_at=signatures_at)

    def _keep(
        self,
        kind: str,
        title: str,
        media_type: str,
        content: bytes,
        *,
        text: str | None = None,
        file: StoredFile | None = None,
    ) -> Document:
        if self._documents is None:
            self._documents = Document.objects.filter(case=self.case).count()
        self._documents += 1
        salt = self.means.secrets.random(SALT_BYTES)
        paper = Document.objects.create(
            case=self.case,
            number=self._documents,
            kind=kind,
            title=title,
            media_type=media_type,
            text=text,
            file=file,
            size=len(content),
            salt=salt.hex(),
            digest=salted_digest(content, salt),
            made_at=self.now,
            made_by_id=self.by_id,
        )
        self._unsealed[paper.number] = paper
        return paper

    def finish(self) -> None:
        """Write the entries, and what follows from them; an action that recorded nothing is a bug."""
        if not self._rows or self._unsealed:
            raise RuntimeError("an action must record what it did, and name every paper it put on file")
        known = facts_of.kinds_of(self.programmes)
        if faults := chronology.faults(self.events, further=known):
            raise RuntimeError(f"the chronology would not be sound: {', '.join(fault.code for fault in faults)}")
        Event.objects.bulk_create(self._rows)
        kept_position.keep(self.case, self.position, on=self.today)
        kept_waits.keep(self.case, self.events, self.position)
        self.case.version += 1
        self.case.save()

    def done(self) -> Done:
        """What the action answers."""
        return Done(reference=self.case.reference, version=self.case.version, letter=self.letter)


@dataclass(slots=True, kw_only=True)
class Keeping:
    """One transaction: what it works with, and the cases it holds."""

    means: Means
    hands: list[CaseInHand] = field(default_factory=list)


@contextmanager
def all_or_nothing(means: Means | None) -> Iterator[Keeping]:
    """One durable transaction; if it is undone, the files written in it are removed. A rehearsal is always undone."""
    keeping = Keeping(means=means or means_of_this_site())
    try:
        with transaction.atomic(durable=True):
            yield keeping
            if keeping.means.laid_out is not None:
                transaction.set_rollback(True)
    except BaseException:
        let_go(keeping.means, [stored for hand in keeping.hands for stored in hand.stored])
        raise


@contextmanager
def performing(
    deed: Deed,
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None,
    means: Means | None = None,
) -> Iterator[CaseInHand]:
    """Hold a case while an action is done on it by somebody who may; all of it is kept, or nothing.

    Raises NotFound for a case the actor may not see, StaleCase if it is not at the version the page showed, and
    ActionRefused if the actor may not do this or the day cannot be right.
    """
    with all_or_nothing(means) as keeping:
        row = _locked(actor, case)
        if version is not None and row.version != version:
            raise StaleCase
        refuse(why_not(actor, deed, facts_of.parts_of(row)))
        refuse(entry.why_not_on(on, received_on=row.received_on, today=day_of(now)))
        with holding(row, keeping, by_id=actor.person_id, on=on, now=now) as hand:
            yield hand


@contextmanager
def holding(case: Case, keeping: Keeping, *, by_id: int | None, on: date, now: datetime) -> Iterator[CaseInHand]:
    """Hold a case, an old one or one that has just been made, inside the transaction that keeps it."""
    programmes = facts_of.programmes_of(case)
    hand = CaseInHand(
        case=case,
        by_id=by_id,
        on=on,
        now=now,
        means=keeping.means,
        programmes=programmes,
        events=list(facts_of.chronology_of(case, programmes)),
    )
    keeping.hands.append(hand)
    yield hand
    hand.finish()


def day_of(now: datetime) -> date:
    """The day in London of an instant."""
    return now.astimezone(LONDON).date()


def _locked(actor: Actor, case: str) -> Case:
    """The case, held until the transaction ends: by its row on PostgreSQL; on SQLite there is one writer at a time."""
    meant = reference_meant(case)
    row = visible_to(actor).select_for_update(of=("self",)).filter(reference=meant).first() if meant else None
    if row is None:
        raise NotFound
    return row
