"""What does the chronology of a case say, in words: what happened, what it met, what was put right since?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from putright.casework import facts_of
from putright.casework.actions.correct_entry import FIXED
from putright.casework.entry_words import entry_words
from putright.casework.told_rows import ToldEvent, ToldPaper
from putright.domain.chronology import Event as DomainEvent
from putright.domain.chronology import in_force
from putright.domain.duty import Duty
from putright.domain.programme import Programme
from putright.domain.scanning import Scan, why_not_opened
from putright.domain.vocabulary import DutyState


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of the file: its number on the case, by which it is opened."""

    number: int
    kind: str
    title: str
    media_type: str
    size: int
    made_at: datetime
    made_by: str
    text: str | None
    is_there: bool
    scan: Scan

    @property
    def opens(self) -> bool:
        """Whether it may be opened: it is there, and nothing is held against its file."""
        return self.is_there and why_not_opened(self.scan) is None

    @property
    def is_file(self) -> bool:
        """Whether it is to be opened or saved, not read on the page."""
        return self.text is None and self.is_there


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A duty that an entry met: the promise, where it stands, and whether it was met late."""

    promise: str
    cites: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the chronology, in words; a corrected one stays and says by which entry."""

    number: int
    event: str
    words: str
    on: date
    at: datetime | None
    recorded_at: datetime
    by: str
    said: tuple[tuple[str, str], ...]
    about: int | None
    issue: int | None
    corrects: int | None
    corrected_by: int | None
    met: tuple[Met, ...]
    papers: tuple[Paper, ...]

    @property
    def stands(self) -> bool:
        """Whether it still counts."""
        return self.corrected_by is None

    @property
    def is_correctable(self) -> bool:
        """Whether a later entry may put it right."""
        return self.stands and self.corrects is None and self.event not in FIXED


def entries_shown(
    rows: Sequence[ToldEvent],
    events: Sequence[DomainEvent],
    papers: Mapping[int, Paper],
    programmes: tuple[Programme, ...],
    duties: Sequence[Duty],
    names: Mapping[int, str],
) -> tuple[Entry, ...]:
    """Every entry of a case, in the order in which they were made; `names` are those of who made them."""
    standing = {event.id for event in in_force(events)}
    corrected = {row.corrects: row.number for row in rows if row.corrects}
    met = _met_by(events, standing, duties)
    kinds = facts_of.kinds_of(programmes)
    return tuple(
        Entry(
            number=row.number,
            event=row.event,
            words=kinds[row.event].words,
            on=row.on,
            at=event.at,
            recorded_at=row.recorded_at,
            by=names[row.by_id] if row.by_id else "",
            said=entry_words(event, programmes),
            about=row.about,
            issue=row.issue,
            corrects=row.corrects,
            corrected_by=None if event.id in standing else corrected.get(row.number),
            met=tuple(met.get(row.number, ())),
            papers=tuple(papers[number] for number, _ in row.papers if number in papers),
        )
        for row, event in zip(rows, events, strict=True)
    )


def paper_shown(row: ToldPaper, names: Mapping[int, str]) -> Paper:
    """A paper as pages show it."""
    return Paper(
        number=row.number,
        kind=row.kind,
        title=row.title,
        media_type=row.media_type,
        size=row.size,
        made_at=row.made_at,
        made_by=names[row.made_by_id] if row.made_by_id else "",
        text=row.text,
        is_there=row.disposed_on is None,
        scan=Scan(row.scan) if row.scan else Scan.OURS,
    )


def _met_by(
    events: Iterable[DomainEvent], standing: Iterable[str | None], duties: Iterable[Duty]
) -> dict[int, list[Met]]:
    """By the number of an entry, the duties that it met: of the right kind, on the day on which the duty was done."""
    stands = frozenset(standing)
    counted = [event for event in events if event.id in stands]
    found: dict[int, list[Met]] = {}
    for duty in duties:
        event = next((one for one in counted if _meets(one, duty)), None)
        if event is not None:
            late = duty.state is DutyState.MET_LATE
            found.setdefault(int(event.id or 0), []).append(Met(promise=duty.promise, cites=duty.cites, is_late=late))
    return found


def _meets(event: DomainEvent, duty: Duty) -> bool:
    if duty.done_on != event.on or event.event not in duty.met_by:
        return False
    return duty.about is None or duty.about == event.about
