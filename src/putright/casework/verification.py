"""Is everything that was recorded still as it was recorded?"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from putright.casework import facts_of, kept_position, kept_waits
from putright.casework.adopted import digest_of
from putright.casework.file_verification import (
    FOLDERS,
    FileFound,
    fault_of,
    left_over_in,
    other_leftovers,
    waiting_files,
)
from putright.casework.means import Means
from putright.domain.chain import EMPTY, Head, first_break, salted_digest
from putright.gateways.head_files import KeptHead
from putright.records.models import Case, Document, Duty, Event, ProcedureVersion, Wait

AT_ONCE: Final = 200  # cases read together


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """One thing that is not as it was recorded: on which case, at which entry or paper, and what is wrong."""

    reference: str
    code: str
    message: str
    entry: int | None = None
    paper: int | None = None
    where: str = ""  # of what is on no case


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the looking has come."""

    what: str
    done: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was looked at, everything found that does not fit, and what nobody names, of which nothing is missed."""

    cases: int
    entries: int
    papers: int
    misfits: tuple[Misfit, ...]
    left_over: tuple[Misfit, ...]
    heads: tuple[KeptHead, ...]


def verify(
    means: Means,
    kept: Iterable[KeptHead] = (),
    *,
    now: datetime | None = None,
    told: Callable[[Progress], None] = lambda _: None,
) -> Verified:
    """Go through every chain, paper, kept duty and file; compare each chain with the heads that were kept.

    With `now`, what should have been cleared away by then is named. `told` hears now and then how far it has come.
    """
    by_case: dict[str, list[KeptHead]] = {}
    for head in kept:
        by_case.setdefault(head.reference, []).append(head)
    misfits: list[Misfit] = list(_procedure_misfits())
    heads: list[KeptHead] = []
    entries = papers = 0
    every = Case.objects.count()
    for batch in _batches():
        events, documents, duties = _rows_of(batch)
        for case in batch:
            mine, mine_too = events.get(case.pk, []), documents.get(case.pk, [])
            broken = list(_chain_misfits(case, mine, by_case.pop(case.reference, [])))
            misfits += broken
            misfits += _paper_misfits(case, mine, mine_too, means)
            # What follows from entries that are not whole says nothing more.
            misfits += () if broken else _duty_misfits(case, mine, duties.get(case.pk, []))
            heads.append(KeptHead(reference=case.reference, count=case.chain_count, seal=case.chain_head))
            entries, papers = entries + len(mine), papers + len(mine_too)
        told(Progress(what="cases", done=len(heads), of=every))
    misfits += [_gone(reference) for reference, known in by_case.items() if any(head.count for head in known)]
    found = list(_among_the_files(means, now, told))
    return Verified(
        cases=len(heads),
        entries=entries,
        papers=papers,
        misfits=(*misfits, *(_as_misfit(each) for each in found if not each.is_left_over)),
        left_over=tuple(_as_misfit(each) for each in found if each.is_left_over),
        heads=tuple(heads),
    )


def _among_the_files(means: Means, now: datetime | None, told: Callable[[Progress], None]) -> Iterator[FileFound]:
    yield from waiting_files(means, now=now)
    yield from other_leftovers(means, now=now)
    for number, folder in enumerate(FOLDERS, start=1):
        yield from left_over_in(means, folder)
        told(Progress(what="folders of files", done=number, of=len(FOLDERS)))


def _as_misfit(found: FileFound) -> Misfit:
    return Misfit(reference="", where=found.where, code=found.fault.code, message=found.fault.message)


def _batches() -> Iterator[list[Case]]:
    last = 0
    while batch := list(Case.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield batch
        last = batch[-1].pk


def _rows_of(
    batch: Sequence[Case],
) -> tuple[Mapping[int, list[Event]], Mapping[int, list[Document]], Mapping[int, list[Duty]]]:
    ids = [case.pk for case in batch]
    events: dict[int, list[Event]] = {}
    documents: dict[int, list[Document]] = {}
    duties: dict[int, list[Duty]] = {}
    for event in Event.objects.filter(case__in=ids).order_by("case", "number"):
        events.setdefault(event.case_id, []).append(event)
    for document in Document.objects.filter(case__in=ids).order_by("case", "number"):
        documents.setdefault(document.case_id, []).append(document)
    for duty in Duty.objects.filter(case__in=ids).order_by("case", "place"):
        duties.setdefault(duty.case_id, []).append(duty)
    return events, documents, duties


def _chain_misfits(case: Case, events: Sequence[Event], kept: Sequence[KeptHead]) -> Iterator[Misfit]:
    own = Head(count=case.chain_count, seal=case.chain_head)
    if not events and own == EMPTY and kept:
        own = Head(count=kept[-1].count, seal=kept[-1].seal)
    sealed = [facts_of.sealed(event, case.reference) for event in events]
    for head in (own, *(Head(count=each.count, seal=each.seal) for each in kept)):
        found = first_break(sealed, kept=head)
        if found is not None:
            yield Misfit(reference=case.reference, entry=found.number, code=found.code, message=found.message)
            return
    if len(events) > case.chain_count:
        message = f"the case counts {case.chain_count} entries and {len(events)} are there"
        yield Misfit(reference=case.reference, entry=case.chain_count + 1, code="entry-not-counted", message=message)


def _paper_misfits(case: Case, events: Sequence[Event], papers: Sequence[Document], means: Means) -> Iterator[Misfit]:
    sealed = {number: digest for event in events for number, digest in event.papers}
    for paper in papers:
        wrong = _what_is_wrong(paper, sealed.get(paper.number), means)
        if wrong is not None:
            code, message = wrong
            yield Misfit(reference=case.reference, paper=paper.number, code=code, message=message)
    for number in sorted(set(sealed) - {paper.number for paper in papers}):
        message = f"paper {number} is named in the chronology and is not there"
        yield Misfit(reference=case.reference, paper=number, code="paper-missing", message=message)


def _what_is_wrong(paper: Document, digest: str | None, means: Means) -> tuple[str, str] | None:
    if digest is None:
        return "paper-unsealed", f"paper {paper.number} is named by no entry: it was put in from outside"
    if digest != paper.digest:
        return "paper-altered", f"paper {paper.number} is not the one that was sealed"
    if paper.disposed_on is not None:
        return None
    what = f"the file of paper {paper.number}" if paper.stored_as else f"the content of paper {paper.number}"
    if paper.stored_as:
        fault = fault_of(means, paper.stored_as, size=paper.size, salt=paper.salt, digest=digest, what=what)
        return (fault.code, fault.message) if fault else None
    if salted_digest((paper.text or "").encode(), bytes.fromhex(paper.salt)) != digest:
        return "paper-altered", f"{what} has been altered"
    return None


def _procedure_misfits() -> Iterator[Misfit]:
    for name, source, digest in ProcedureVersion.objects.values_list("name", "source", "digest").iterator():
        if digest_of(source) != digest:
            message = f"the words of the procedure {name} are not those that were adopted"
            yield Misfit(reference=name, code="procedure-altered", message=message)


def _duty_misfits(case: Case, events: Sequence[Event], kept: Sequence[Duty]) -> Iterator[Misfit]:
    """What is kept to sort by must be what follows from the entries on the day it was worked out."""
    programmes = facts_of.programmes_of_each([case.pk]).get(case.pk)
    if programmes is None:
        message = "the procedures that the case runs under are not there"
        yield Misfit(reference=case.reference, code="procedure-missing", message=message)
        return
    if case.kept_as < kept_position.WAY:
        return  # an earlier version kept it, and it is worked out anew by itself
    chronology = [facts_of.event_of(event, programmes) for event in events]
    position = facts_of.position_of(programmes, chronology, case.computed_on)
    as_it_should = [_said(duty) for duty in kept_position.duty_rows(case, position)]
    if [_said(duty) for duty in kept] != as_it_should or case.next_due_on != kept_position.next_due_on(position):
        message = "the duties kept to sort by do not follow from the entries: run putright verify --recompute"
        yield Misfit(reference=case.reference, code="duties-differ", message=message)
    waits = kept_waits.wait_rows(case, chronology, position)
    if sorted(map(_waits, Wait.objects.filter(case=case))) != sorted(map(_waits, waits)):
        message = (
            "what the case waits for, as it is kept for the lists, does not follow: run putright verify --recompute"
        )
        yield Misfit(reference=case.reference, code="waits-differ", message=message)


def _said(duty: Duty) -> tuple[object, ...]:
    return tuple(getattr(duty, field.attname) for field in Duty._meta.concrete_fields if not field.primary_key)


def _waits(row: Wait) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in kept_waits.FOLLOWS)


def _gone(reference: str) -> Misfit:
    message = "this case was there when heads were kept, and is gone"
    return Misfit(reference=reference, code="case-missing", message=message)
