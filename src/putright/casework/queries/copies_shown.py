"""Which copies of the file were made or are being prepared, and how does a paper look in the one that is?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from putright.casework import facts_of
from putright.casework.copies import Copy, every_copy, kinds_left_out, papers_of, people_at
from putright.casework.copies_by import worked_on
from putright.casework.copies_made import made_copy
from putright.casework.copies_read import words_by_page
from putright.casework.errors import NotFound, refuse
from putright.casework.looks import keep_look
from putright.casework.means import Means, means_of_this_site
from putright.casework.perform import day_of
from putright.casework.whole_file import how_laid
from putright.domain.access import Actor, Deed, why_not
from putright.domain.chronology import Event, in_force
from putright.domain.copies import (
    ENDED,
    GIVEN,
    MADE,
    Mark,
    WhyOut,
    bands_on,
    check_of,
    marks_on,
    open_copy,
    pages_out,
    passages_on,
    standing,
    whole_out,
    why_not_checked_by,
)
from putright.domain.duty import Refused
from putright.domain.looks import Look
from putright.domain.references import reference_meant, reference_shown
from putright.domain.taken_out import Run, taken_out, worth_a_look
from putright.domain.whole_file import Laid
from putright.records.models import Case, Document
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperInCopy:
    """A paper of a copy: what it is called, whether it is left out as a whole, and how much of it is taken out."""

    number: int
    title: str
    laid: Laid
    out: WhyOut | None
    marks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyShown:
    """A copy with its log, and how far it is: being prepared, made and sent, or given up."""

    copy: Copy
    is_open: bool
    is_given: bool
    is_ended: bool
    is_checked: bool | None
    kinds: tuple[tuple[WhyOut, str], ...]
    made: int | None = None  # the paper that was sent


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesShown:
    """Every copy of a case, the latest first, and the papers of the one that is being prepared."""

    reference: str
    reference_shown: str
    complainant: str
    version: int
    copies: tuple[CopyShown, ...]
    papers: tuple[PaperInCopy, ...]
    why_not_check: Refused | None

    @property
    def open(self) -> CopyShown | None:
        """The copy that is being prepared, if one is."""
        return next((copy for copy in self.copies if copy.is_open), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOfPaper:
    """A page of a paper: its words with what is taken out of them, or that it is left out as a whole."""

    number: int
    runs: tuple[Run, ...]
    out: WhyOut | None
    has_words: bool
    look_at: tuple[str, ...]
    bands: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperShown:
    """A paper of the copy that is being prepared, page for page, with the marks that concern it."""

    reference: str
    reference_shown: str
    version: int
    copy: Copy
    number: int
    title: str
    laid: Laid
    out: WhyOut | None
    pages: tuple[PageOfPaper, ...]
    marks: tuple[Mark, ...]
    before: int | None
    after: int | None


def copies_shown(actor: Actor, case: str, *, now: datetime) -> CopiesShown:
    """The copies of a case; raises NotFound, and ActionRefused for who may not handle it."""
    row, events = _case(actor, case)
    keep_look(Look.CASE, by=actor, now=now, case=row.pk)
    now_open = open_copy(events)
    shown = tuple(_shown(row, copy, events, is_open=copy.number == now_open) for copy in every_copy(row))
    papers: tuple[PaperInCopy, ...] = ()
    check = None
    if now_open and shown:
        copy = next(each.copy for each in shown if each.is_open)
        papers = tuple(_paper(paper, copy) for paper in papers_of(row, copy).defer("text"))
        mine = actor.person_id in worked_on(row, copy.number)
        check = why_not_checked_by(mine, people=people_at(row.body, day_of(now)))
    return CopiesShown(
        reference=row.reference,
        reference_shown=reference_shown(row.reference),
        complainant=row.complainant.name,
        version=row.version,
        copies=shown,
        papers=papers,
        why_not_check=check,
    )


def paper_in_copy(actor: Actor, case: str, number: int, *, now: datetime, means: Means | None = None) -> PaperShown:
    """A paper of the copy that is being prepared, as it would go; raises NotFound where it is none of it."""
    row, events = _case(actor, case)
    copy = next((each for each in every_copy(row) if each.number == open_copy(events)), None)
    rows = list(papers_of(row, copy).values_list("number", flat=True)) if copy else []
    if copy is None or number not in rows:
        raise NotFound
    paper = papers_of(row, copy).get(number=number)
    keep_look(Look.PAPER, by=actor, now=now, case=row.pk, document=number)
    place = rows.index(number)
    return PaperShown(
        reference=row.reference,
        reference_shown=reference_shown(row.reference),
        version=row.version,
        copy=copy,
        number=number,
        title=paper.title,
        laid=how_laid(paper),
        out=whole_out(copy.marks, number),
        pages=tuple(_pages(paper, copy, means or means_of_this_site())),
        marks=marks_on(copy.marks, number),
        before=rows[place - 1] if place else None,
        after=rows[place + 1] if place + 1 < len(rows) else None,
    )


def copy_as_it_would_go(actor: Actor, case: str, *, now: datetime, means: Means | None = None) -> bytes:
    """The copy that is being prepared, as a PDF; that it was read is logged. Raises NotFound where none is."""
    row, _ = _case(actor, case)
    made = made_copy(actor, case, on=day_of(now), means=means)
    if made is None:
        raise NotFound
    keep_look(Look.WHOLE_FILE, by=actor, now=now, case=row.pk)
    return made.content


def _case(actor: Actor, case: str) -> tuple[Case, list[Event]]:
    meant = reference_meant(case)
    rows = visible_to(actor).select_related("complainant", "body").filter(reference=meant)
    row = rows.first() if meant else None
    if row is None:
        raise NotFound
    refuse(why_not(actor, Deed.HANDLE, facts_of.parts_of(row)))
    return row, list(facts_of.chronology_of(row, facts_of.programmes_of(row)))


def _shown(case: Case, copy: Copy, events: Sequence[Event], *, is_open: bool) -> CopyShown:
    said = {event.event for event in in_force(list(events)) if event.facts.get("copy") == copy.number}
    check = check_of(events, copy.number)
    title = f"Copy {copy.number} as it was sent"
    made = Document.objects.filter(case=case, kind="copy", title=title).values_list("number", flat=True).last()
    return CopyShown(
        copy=copy,
        is_open=is_open,
        is_given=bool(said & {MADE, GIVEN}),
        is_ended=ENDED in said,
        is_checked=bool(check.facts.get("accepted")) if check else None,
        kinds=tuple(kinds_left_out(copy.marks)),
        made=made,
    )


def _paper(row: Document, copy: Copy) -> PaperInCopy:
    own = [mark for mark in standing(copy.marks) if mark.paper == row.number and not mark.is_whole]
    return PaperInCopy(
        number=row.number,
        title=row.title,
        laid=how_laid(row),
        out=whole_out(copy.marks, row.number),
        marks=len(own),
    )


def _pages(row: Document, copy: Copy, means: Means) -> list[PageOfPaper]:
    gone, passages = pages_out(copy.marks, row.number), passages_on(copy.marks, row.number)
    return [
        PageOfPaper(
            number=number,
            runs=taken_out(words, passages),
            out=gone.get(number),
            has_words=bool(words.strip()),
            look_at=_left_to_look_at(taken_out(words, passages)),
            bands=bands_on(copy.marks, row.number, number),
        )
        for number, words in enumerate(words_by_page(row, means), start=1)
    ]


def _left_to_look_at(runs: Sequence[Run]) -> tuple[str, ...]:
    """What of the words that would go looks like somebody's private details."""
    return tuple(dict.fromkeys(each for run in runs for each in worth_a_look(run.words)))
