"""What does the file of a case say, page for page: the value from which it is laid out?"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from putright.casework.copies import KIND as COPY_LOG
from putright.casework.copies import log_in_words
from putright.casework.means import Means
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.entries_shown import Entry
from putright.domain.chain import salted_digest
from putright.domain.periods import LONDON, in_words
from putright.domain.scanning import Scan, why_not_opened
from putright.domain.whole_file import MOST_PIXELS, Laid, Piece
from putright.gateways.file_kinds import JPEG, PDF, PNG
from putright.gateways.file_store import FileMissing
from putright.gateways.picture_size import jpeg_size, png_size
from putright.letters.plain_text import with_places_to_break
from putright.records.models import Document

PICTURES = {PNG: (".png", png_size), JPEG: (".jpg", jpeg_size)}
_LONGEST_WORD = 60

_GONE = "The file is not where it was stored. A backup has it."
_ALTERED = "The file has been altered since it was put on file, so it is not shown. A backup has it as it was."
_DISPOSED = "It was disposed of."
_OTHER_KIND = "A file of this kind cannot be laid on pages. It can be opened on the case itself."
_TOO_LARGE = "The picture is too large to be laid on a page. It can be opened on the case itself."


def piece_of(row: Document) -> Piece:
    """How a paper is put into the file, as far as its row tells."""
    return Piece(number=row.number, size=row.size, laid=how_laid(row))


def how_laid(row: Document) -> Laid:
    """How a paper can be put on pages, as far as its row tells."""
    if row.disposed_on is not None:
        return Laid.LISTED
    if row.file is None:
        return Laid.WORDS
    if why_not_opened(Scan(row.file.scan)) is not None:
        return Laid.LISTED
    if row.media_type == PDF:
        return Laid.PDF
    return Laid.PICTURE if row.media_type in PICTURES else Laid.LISTED


def paper_laid(row: Document, by: str, folder: Path, means: Means) -> dict[str, Any]:
    """A paper as it is laid out; its file is put into the folder. What cannot be shown says why."""
    told: dict[str, Any] = {
        "number": row.number,
        "title": _broken(row.title),
        "on": in_words(row.made_at.astimezone(LONDON).date()),
        "under": ", ".join(filter(None, (in_words(row.made_at.astimezone(LONDON).date()), by))),
        "digest": row.digest,
        "laid": how_laid(row).value,
    }
    match how_laid(row):
        case Laid.WORDS:
            text = row.text or ""
            return {**told, "lines": _lines(log_in_words(text) if row.kind == COPY_LOG else text)}
        case Laid.LISTED:
            return {**told, "why": _why_listed(row)}
    why, name = _put(row, folder, means)
    return {**told, "laid": Laid.LISTED.value, "why": why} if why else {**told, "file": name}


def _put(row: Document, folder: Path, means: Means) -> tuple[str, str]:
    """Put the file of a paper into the folder: why it cannot be shown, or under which name it lies there."""
    try:
        content = means.files.read(row.stored_as or "")
    except FileMissing:
        return _GONE, ""
    if salted_digest(content, bytes.fromhex(row.salt)) != row.digest:
        return _ALTERED, ""
    ending = ".pdf"
    if row.media_type in PICTURES:
        ending, size_of = PICTURES[row.media_type]
        size = size_of(content)
        if size is None or size[0] * size[1] > MOST_PIXELS:
            return _TOO_LARGE, ""
    (folder / f"{row.number}{ending}").write_bytes(content)
    return "", f"{row.number}{ending}"


def _why_listed(row: Document) -> str:
    if row.disposed_on is not None:
        return f"{_DISPOSED[:-1]} on {in_words(row.disposed_on)}."
    refusal = why_not_opened(Scan(row.file.scan)) if row.file else None
    return refusal.message if refusal else _OTHER_KIND


def part_laid(
    page: CasePage,
    papers: Sequence[dict[str, Any]],
    *,
    part: int,
    parts: Sequence[Sequence[Piece]],
    made_for: str,
    now: datetime,
) -> dict[str, Any]:
    """A part of the file: the first holds what has happened, each says what is in the others."""
    there = now.astimezone(LONDON)
    whole = f"Part {part} of {len(parts)}. " if len(parts) > 1 else ""
    return {
        "title": f"{page.reference_shown}: {page.complainant.name}",
        "foot": f"{page.reference_shown}. {whole}Made for {made_for}, {in_words(there.date())}",
        "lead": [
            f"{page.body_name}. {whole}As it stood on {in_words(there.date())} at {there:%H:%M}, made for {made_for}.",
            "This file is confidential. It is kept apart from the health record.",
        ],
        "part": part,
        "particulars": [[_broken(name), _broken(value)] for name, value in _particulars(page)],
        "issues": [
            {"number": issue.number, "subject": issue.subject_words, "lines": list(_issue(page, number))}
            for number, issue in enumerate(page.issues)
        ],
        "entries": [_entry(entry) for entry in page.chronology],
        "papers": list(papers),
        "elsewhere": [
            f"Part {number}: papers {pieces[0].number} to {pieces[-1].number}."
            for number, pieces in enumerate(parts, start=1)
            if number != part and pieces
        ],
    }


def _particulars(page: CasePage) -> Iterator[tuple[str, str]]:
    yield "Received", f"{in_words(page.received_on)}, {page.received_how}"
    yield "Status", page.status.value.capitalize()
    for name, person in (("Made by", page.complainant), ("Patient", page.patient)):
        if person is not None:
            reached = ", ".join(filter(None, (*person.address, person.telephone, person.email)))
            yield name, ". ".join(filter(None, (person.name, reached)))
    yield "On what footing", page.basis_words
    if page.speaker.speaks_as:
        yield "In what part", f"{page.speaker.speaks_as}. Shown by {page.speaker.shown_by}"
    if page.handler is not None:
        yield "With", page.handler.name
    if page.outcome_wanted:
        yield "What the person would like", " ".join(page.outcome_wanted.split())


def _issue(page: CasePage, number: int) -> Iterator[str]:
    issue = page.issues[number]
    yield from _lines(issue.words)
    if issue.outcome_words:
        yield f"Outcome: {issue.outcome_words}."
    yield from _lines(issue.conclusion)
    yield from _lines(issue.remedy)


def _entry(entry: Entry) -> dict[str, Any]:
    said = [f"{name}: {value}" for name, value in entry.said]
    papers = [f"Paper {paper.number}: {paper.title}" for paper in entry.papers]
    corrected = [f"Corrected by entry {entry.corrected_by}"] if entry.corrected_by else []
    return {
        "number": entry.number,
        "on": in_words(entry.on),
        "words": entry.words,
        "lines": [_broken(line) for line in (*said, *papers, *corrected)],
        "by": entry.by,
        "stands": entry.stands,
    }


def _lines(text: str) -> list[str]:
    return [_broken(line) for line in text.splitlines() if line.strip()]


def _broken(line: str) -> str:
    """A line whose longest words may be broken, so that none runs off the page."""
    return with_places_to_break(line, longest=_LONGEST_WORD)
