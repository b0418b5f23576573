"""Which copy of the file is being prepared, for whom, and what is taken out of it?

What is marked is kept as a paper of the case, a version with each change: so the log of a copy is sealed like all else,
and goes into no copy itself.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Final

from django.db.models import QuerySet

from putright.casework.appointments import in_force
from putright.casework.errors import ActionRefused
from putright.casework.perform import CaseInHand
from putright.domain import copies
from putright.domain.chronology import Event
from putright.domain.copies import CopyFor, Mark, WhyOut
from putright.domain.duty import Refused
from putright.domain.periods import in_words
from putright.records.models import Body, Case, Document

KIND: Final = "copy-marks"
MADE_KIND: Final = "copy"
NO_COPY: Final = Refused(code="no-copy", message="No copy of the file is being prepared. Begin one first.")
COPY_OPEN: Final = Refused(
    code="copy-open",
    message="A copy of the file is being prepared already. Send it or give it up before you begin another.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy as it stands: for whom and why, up to which paper, and everything that was ever marked in it.

    `name` and `address` are those of whoever gets it, where that is not the person who complains.
    """

    number: int
    to: CopyFor
    why: str
    upto: int
    name: str = ""
    address: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    paper: int = 0

    @property
    def standing(self) -> tuple[Mark, ...]:
        """The marks that were not taken back."""
        return copies.standing(self.marks)


def papers_of(case: Case, copy: Copy) -> QuerySet[Document]:
    """The papers that a copy is made from: those that were there when it was begun, without the logs of copies."""
    rows = Document.objects.filter(case=case, number__lte=copy.upto).exclude(kind__in=(KIND, MADE_KIND))
    return rows.select_related("file", "made_by").order_by("number")


def copy_numbered(case: Case, number: int) -> Copy | None:
    """A copy as it was last changed."""
    return next((copy for copy in every_copy(case) if copy.number == number), None)


def every_copy(case: Case) -> tuple[Copy, ...]:
    """Every copy of a case as it was last changed, the latest first."""
    rows = Document.objects.filter(case=case, kind=KIND, text__isnull=False).order_by("number")
    found = {}
    for number, text in rows.values_list("number", "text"):
        copy = from_text(text or "", number)
        found[copy.number] = copy
    return tuple(found[number] for number in sorted(found, reverse=True))


def copy_in_hand(hand: CaseInHand) -> Copy:
    """The copy that is being prepared; raises ActionRefused where none is."""
    number = copies.open_copy(hand.events)
    copy = copy_numbered(hand.case, number) if number else None
    if copy is None:
        raise ActionRefused(NO_COPY)
    return copy


def keep_marks(hand: CaseInHand, copy: Copy, event: str) -> None:
    """Keep a copy with what is marked in it now, by the event that says so."""
    paper = hand.keep_text(KIND, f"What is taken out of copy {copy.number}", as_text(copy))
    hand.note(event, facts={"copy": copy.number}, papers=[paper])


def as_text(copy: Copy) -> str:
    """A copy as it is kept."""
    kept = {**asdict(copy), "marks": [_mark_kept(mark) for mark in copy.marks]}
    return json.dumps({name: value for name, value in kept.items() if name != "paper"}, ensure_ascii=False, indent=1)


def from_text(text: str, paper: int) -> Copy:
    """A copy from how it is kept, in a paper of this number."""
    kept = json.loads(text)
    marks = tuple(_mark(**each) for each in kept.pop("marks"))
    to, address = CopyFor(kept.pop("to")), tuple(kept.pop("address"))
    return Copy(**kept, to=to, address=address, marks=marks, paper=paper)


def with_marks(copy: Copy, marks: Sequence[Mark]) -> Copy:
    """A copy with further marks, each with a number of its own."""
    after = len(copy.marks)
    return replace(
        copy, marks=(*copy.marks, *(replace(mark, number=after + place) for place, mark in enumerate(marks, start=1)))
    )


def people_at(body: Body, on: date) -> int:
    """How many people hold a role at a body on a day."""
    return in_force(on).filter(body=body).values("person").distinct().count()


def why_not_copies(events: Sequence[Event]) -> dict[str, Refused]:
    """Why each thing that is done with a copy cannot be done now, by its action, as the entries alone can tell."""
    if copies.open_copy(events):
        return {"begin_copy": COPY_OPEN}
    return dict.fromkeys(("mark_copy", "unmark_copy", "check_copy", "give_copy", "end_copy"), NO_COPY)


def kinds_left_out(marks: Sequence[Mark]) -> Iterator[tuple[WhyOut, str]]:
    """What kind of thing was left out on each ground, in words that name nothing of it."""
    for why in WhyOut:
        mine = [mark for mark in copies.standing(marks) if mark.why is why]
        wholes = sum(mark.is_whole for mark in mine)
        pages = sum(len(mark.pages) for mark in mine if mark.pages and not (mark.words or mark.band))
        parts = [_counted(wholes, "whole paper"), _counted(pages, "whole page")]
        parts += ["parts of pages"] if any(mark.band for mark in mine) else []
        parts += ["words"] if any(mark.words for mark in mine) else []
        if said := [part for part in parts if part]:
            yield why, " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def mark_in_words(mark: Mark) -> str:
    """What is taken out, in a line of the log."""
    where = f"paper {mark.paper}" if mark.paper else "every paper"
    pages = ", ".join(map(str, mark.pages))
    if mark.words:
        return f"“{mark.words}” in {where}"
    if mark.band:
        return f"A band across page {pages} of {where}, from {mark.band[0]} to {mark.band[1]} hundredths"
    if mark.pages:
        return f"Page{'s' if len(mark.pages) > 1 else ''} {pages} of {where}"
    return f"All of {where}"


def log_in_words(text: str) -> str:
    """The log of a copy, from how it is kept, for somebody who reads it."""
    copy = from_text(text, 0)
    who = ", ".join((copy.name, *copy.address)) or copies.FOR_WORDS[copy.to]
    lines = [f"Copy {copy.number}, of papers 1 to {copy.upto}. For: {who}", f"Why: {copy.why}", ""]
    return (
        "\n".join((*lines, *map(_log_line, copy.marks))) if copy.marks else "\n".join((*lines, "Nothing is taken out."))
    )


def _log_line(mark: Mark) -> str:
    when = f", {in_words(mark.on)}" if mark.on else ""
    back = f". Put back by {mark.taken_back_by}" if mark.taken_back_by else ""
    note = f" {mark.note}" if mark.note else ""
    return (
        f"{mark.number}. {mark_in_words(mark)}. {copies.WHY_WORDS[mark.why]}.{note} Taken out by {mark.by}{when}{back}."
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count > 1 else ''}" if count else ""


def _mark_kept(mark: Mark) -> dict[str, object]:
    kept = {**asdict(mark), "on": mark.on.isoformat() if mark.on else None}
    return {name: value for name, value in kept.items() if value or name == "paper"}


def _mark(  # as it is kept: what is empty is left out
    *,
    paper: int,
    why: str,
    on: str | None = None,
    pages: Sequence[int] = (),
    band: Sequence[int] | None = None,
    number: int = 0,
    words: str = "",
    note: str = "",
    by: str = "",
    taken_back_by: str = "",
) -> Mark:
    return Mark(
        paper=paper,
        why=WhyOut(why),
        number=number,
        pages=tuple(pages),
        band=(band[0], band[1]) if band else None,
        words=words,
        note=note,
        by=by,
        on=date.fromisoformat(on) if on else None,
        taken_back_by=taken_back_by,
    )
