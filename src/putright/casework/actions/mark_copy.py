"""Something is taken out of the copy that is being prepared."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from putright.casework.copies import Copy, copy_in_hand, keep_marks, papers_of, with_marks
from putright.casework.copies_read import found_in, pages_in
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain import copies
from putright.domain.access import Actor, Deed
from putright.domain.copies import EVERY_PAPER, Mark, WhyOut, why_not_mark

MOST_MARKS = 1_000
LONGEST = 4_000  # characters of one passage


def mark_copy(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    papers: Sequence[int] = (),
    why: WhyOut,
    pages: tuple[int, ...] = (),
    band: tuple[int, int] | None = None,
    words: Sequence[str] = (),
    note: str = "",
) -> Done:
    """Take whole papers out of the copy, or pages, a band across a page, or words of one; words of none are of all.

    Refused for words that are not found in a paper that is named, so that nobody believes them gone.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        copy = copy_in_hand(hand)
        sought = tuple(dict.fromkeys(" ".join(each.split()) for each in words if each.strip()))
        by = hand.acting().name
        marks = [
            Mark(paper=paper, why=why, pages=pages, band=band, words=each, note=note.strip(), by=by, on=hand.today)
            for paper in papers or (EVERY_PAPER,)
            for each in sought or ("",)
        ]
        for mark in marks:
            _refuse(hand, copy, mark)
        if len(copy.marks) + len(marks) > MOST_MARKS:
            raise refused("too-many", f"A copy takes {MOST_MARKS:,} marks. Leave whole papers out instead.")
        _refuse_unfound(hand, copy, papers, sought)
        keep_marks(hand, with_marks(copy, marks), copies.MARKED)
    return replace(hand.done(), then="See how the copy looks now before it goes.")


def _refuse(hand: CaseInHand, copy: Copy, mark: Mark) -> None:
    refuse(why_not_mark(mark))
    if len(mark.words) > LONGEST:
        raise refused("too-long", "This is too long to be looked for. Leave out the page, or the whole paper.")
    if any(replace(mark, number=known.number, on=known.on, by=known.by) == known for known in copy.standing):
        raise refused("already-marked", "This is taken out of the copy already.")
    if mark.paper == EVERY_PAPER:
        return
    row = papers_of(hand.case, copy).filter(number=mark.paper).first()
    if row is None:
        raise refused("no-such-paper", f"Paper {mark.paper} is not one of this copy.")
    if mark.pages:
        there = pages_in(row, hand.means)
        if there == 0:
            message = f"Paper {mark.paper} has no pages of its own. Take out words of it, or leave out all of it."
            raise refused("no-pages", message)
        if mark.pages[-1] > there:
            raise refused("no-such-page", f"Paper {mark.paper} has {there} pages. Check the number of the page.")


def _refuse_unfound(hand: CaseInHand, copy: Copy, papers: Sequence[int], sought: Sequence[str]) -> None:
    """Raise ActionRefused for words that are not in a paper that was named; those of all are sought at the end."""
    for row in papers_of(hand.case, copy).filter(number__in=papers) if sought else ():
        there = found_in(row, sought, hand.means)
        if missing := [each for each in sought if each not in there]:
            message = (
                f"“{missing[0][:80]}” is not found in paper {row.number}. Copy the words as they stand there. Words in"
                " a picture, or by hand, cannot be found: leave out the page, or black out a band across it."
            )
            raise refused("words-not-found", message)
