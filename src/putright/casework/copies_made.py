"""How do the papers of a copy look with everything taken out of them, and what of each is in it?

Words are set anew without what goes. Pages that came from outside become pictures, so that nothing lies beneath what is
black; a letter of ours in which nothing is taken out stays as it is, for nothing can lurk in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from putright.casework import facts_of
from putright.casework.copies import Copy, copy_numbered, papers_of
from putright.casework.copies_read import content_of
from putright.casework.errors import refused
from putright.casework.means import Means, means_of_this_site
from putright.casework.whole_file import PICTURES, how_laid
from putright.domain.access import Actor, Deed, why_not
from putright.domain.copies import WHY_WORDS, WhyOut, bands_on, marks_on, open_copy, pages_out, passages_on, whole_out
from putright.domain.periods import LONDON, in_words
from putright.domain.references import reference_meant, reference_shown
from putright.domain.scanning import Scan
from putright.domain.taken_out import Run, places, taken_out
from putright.domain.whole_file import MOST_BYTES, MOST_PIXELS, Laid
from putright.gateways.pdf_pages import CannotBeOpened, draw
from putright.letters.plain_text import with_places_to_break
from putright.letters.whole_file import MADE, CannotBeLaid, lay_out
from putright.records.models import Case, Document
from putright.records.visible_to import visible_to

_LONGEST_WORD: Final = 60
_ONE_PAGE: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMade:
    """A paper of a copy: how it is laid out, how often each of its marked words was found, and what is not in it."""

    number: int
    laid: dict[str, Any]
    found: tuple[str, ...] = ()
    out: WhyOut | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCopy:
    """A copy as it goes: from which paper of marks it was made, what it holds, and what it could not show.

    `unfound` are words that are marked and stand in none of its papers; without content it was not made yet.
    """

    of: int
    papers: int
    unshown: int
    unfound: str = ""
    content: bytes = b""


def made_copy(actor: Actor, case: str, *, on: date, means: Means | None = None) -> MadeCopy | None:
    """The copy that is being prepared, as a PDF; nothing where none is, or the actor may not see or handle the case.

    Raises ActionRefused where it cannot be laid out.
    """
    meant = reference_meant(case)
    row = visible_to(actor).select_related("body").filter(reference=meant).first() if meant else None
    if row is None or why_not(actor, Deed.HANDLE, facts_of.parts_of(row)):
        return None
    number = open_copy(facts_of.chronology_of(row, facts_of.programmes_of(row)))
    copy = copy_numbered(row, number) if number else None
    return _made(row, copy, on=on, means=means or means_of_this_site()) if copy else None


def unmade_copy(case: Case, copy: Copy) -> MadeCopy:
    """What is known of a copy before it is made: how many papers it holds and cannot show."""
    rows = [row for row in papers_of(case, copy) if whole_out(copy.marks, row.number) is None]
    listed = sum(how_laid(row) is Laid.LISTED for row in rows)
    return MadeCopy(of=copy.paper, papers=len(rows) - listed, unshown=listed)


def not_shown(made: MadeCopy) -> Iterator[tuple[WhyOut, str]]:
    """What a copy could not show, in words that name nothing of it."""
    if made.unshown:
        yield WhyOut.CANNOT_BE_SHOWN, f"{made.unshown} whole paper{'s' if made.unshown > 1 else ''}"


def _made(case: Case, copy: Copy, *, on: date, means: Means) -> MadeCopy:
    with TemporaryDirectory(prefix="putright-copy-") as temporary:
        folder = Path(temporary)
        made = list(papers_made(case, copy, folder, means))
        found = {words for paper in made for words in paper.found}
        unfound = [mark.words for mark in copy.standing if mark.words and mark.words not in found]
        try:
            lay_out(folder, copy_laid(case, copy, made, on=in_words(on)), template="copy")
        except CannotBeLaid:
            message = "The copy could not be laid out: it may be too large. Leave papers out, and make two copies."
            raise refused("not-laid", message) from None
        return MadeCopy(
            of=copy.paper,
            papers=sum(paper.out is None for paper in made),
            unshown=sum(paper.out is WhyOut.CANNOT_BE_SHOWN for paper in made),
            unfound=unfound[0] if unfound else "",
            content=(folder / MADE).read_bytes(),
        )


def copy_laid(case: Case, copy: Copy, made: Sequence[PaperMade], *, on: str) -> dict[str, Any]:
    """A copy as it is laid out: its contents, and its papers in their order."""
    shown = reference_shown(case.reference)
    return {
        "title": f"Copy of papers of the complaint {shown}",
        "foot": f"{shown}. Copy {copy.number}, {on}",
        "lead": [
            f"{case.body.name}. Made on {on}.",
            "Something may have been left out of this copy. Where that is so, it says so there, and why.",
        ],
        "papers": [paper.laid for paper in made],
    }


def papers_made(case: Case, copy: Copy, folder: Path, means: Means) -> Iterator[PaperMade]:
    """Each paper of a copy with everything taken out; its pictures are put into the folder."""
    weight = 0
    for row in papers_of(case, copy).iterator(chunk_size=1):
        made = paper_made(row, copy, folder, means)
        weight += sum(each.stat().st_size for each in folder.glob(f"{row.number}-*"))
        weight += sum(each.stat().st_size for each in folder.glob(f"{row.number}.*"))
        yield made if weight <= 2 * MOST_BYTES else _not_shown(row)


def paper_made(row: Document, copy: Copy, folder: Path, means: Means) -> PaperMade:
    """One paper of a copy with everything taken out."""
    if why := whole_out(copy.marks, row.number):
        return PaperMade(number=row.number, laid=_out(row, f"Left out. {WHY_WORDS[why]}."), out=why)
    passages = passages_on(copy.marks, row.number)
    title = "".join(run.words or "[left out]" for run in taken_out(row.title, passages))
    told = {"number": row.number, "title": _broken(title), "on": in_words(row.made_at.astimezone(LONDON).date())}
    made = _shown(row, copy, folder, means)
    named = tuple(words for words, _ in passages if places(row.title, words))
    return made if made.out else replace(made, laid={**told, **made.laid}, found=(*made.found, *named))


def _shown(row: Document, copy: Copy, folder: Path, means: Means) -> PaperMade:
    match how_laid(row):
        case Laid.WORDS:
            return _words(row, passages_on(copy.marks, row.number))
        case Laid.LISTED:
            return _not_shown(row)
    content = content_of(row, means)
    if content is None:
        return _not_shown(row)
    return _pdf(row, copy, folder, content) if how_laid(row) is Laid.PDF else _picture(row, copy, folder, content)


def is_ours(row: Document) -> bool:
    """Whether a paper is a letter that we wrote ourselves, in which nothing can lurk."""
    return row.kind == "letter" and row.file is not None and row.file.scan == Scan.OURS


def _words(row: Document, passages: Sequence[tuple[str, WhyOut]]) -> PaperMade:
    text = row.text or ""
    found = tuple(words for words, _ in passages if places(text, words))
    lines = list(_lines(taken_out(text, passages)))
    return PaperMade(number=row.number, laid={"laid": "words", "lines": lines}, found=found)


def _lines(runs: Sequence[Run]) -> Iterator[list[dict[str, str]]]:
    """The runs of a text line by line."""
    line: list[dict[str, str]] = []
    for run in runs:
        if run.why:
            line.append({"out": WHY_WORDS[run.why]})
            continue
        first, *others = run.words.split("\n")
        line += [{"words": _broken(first)}] if first else []
        for other in others:
            yield line
            line = [{"words": _broken(other)}] if other else []
    yield line


def _pdf(row: Document, copy: Copy, folder: Path, content: bytes) -> PaperMade:
    passages = [words for words, _ in passages_on(copy.marks, row.number)]
    gone = pages_out(copy.marks, row.number)
    pages = {page for mark in marks_on(copy.marks, row.number) if mark.band for page in mark.pages}
    bands = {page: bands_on(copy.marks, row.number, page) for page in pages}
    try:
        told = draw(folder, content, name=str(row.number), leave_out=sorted(gone), sought=passages, bands=bands)
    except CannotBeOpened:
        return _not_shown(row)
    found = tuple(words for place, words in enumerate(passages) if any(place in page.found for page in told))
    if is_ours(row) and not (found or gone or bands):
        for drawn in folder.glob(f"{row.number}-*.png"):
            drawn.unlink()
        (folder / f"{row.number}.pdf").write_bytes(content)
        return PaperMade(number=row.number, laid={"laid": "pdf", "file": f"{row.number}.pdf", "pages": len(told)})
    laid = [
        {"out": WHY_WORDS[gone[page]]} if page in gone else {"file": f"{row.number}-{page}.png"}
        for page in range(1, len(told) + 1)
    ]
    return PaperMade(number=row.number, laid={"laid": "pages", "pages": laid}, found=found)


def _picture(row: Document, copy: Copy, folder: Path, content: bytes) -> PaperMade:
    """A picture is drawn anew, so that nothing comes with it that the camera wrote into it."""
    ending, size_of = PICTURES[row.media_type]
    size = size_of(content)
    if size is None or size[0] * size[1] > MOST_PIXELS:
        return _not_shown(row)
    if _ONE_PAGE in pages_out(copy.marks, row.number):
        why = pages_out(copy.marks, row.number)[_ONE_PAGE]
        return PaperMade(number=row.number, laid=_out(row, f"Left out. {WHY_WORDS[why]}."), out=why)
    (folder / f"{row.number}{ending}").write_bytes(content)
    bands = [list(band) for band in bands_on(copy.marks, row.number, _ONE_PAGE)]
    return PaperMade(number=row.number, laid={"laid": "redrawn", "file": f"{row.number}{ending}", "bands": bands})


def _out(row: Document, why: str) -> dict[str, Any]:
    """A paper that is left out: what it is called may tell what is in it, so that it is not named."""
    return {"number": row.number, "title": "Left out", "on": "", "laid": "listed", "why": why}


def _not_shown(row: Document) -> PaperMade:
    words = f"Left out. {WHY_WORDS[WhyOut.CANNOT_BE_SHOWN]}."
    return PaperMade(number=row.number, laid=_out(row, words), out=WhyOut.CANNOT_BE_SHOWN)


def _broken(text: str) -> str:
    return with_places_to_break(text, longest=_LONGEST_WORD)
