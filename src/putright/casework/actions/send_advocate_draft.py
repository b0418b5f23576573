"""Whoever follows their complaint sends what their advocate wrote for them, as their own."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Final

from putright.casework.actions.ask_for_review import review_in
from putright.casework.actions.send_message import message_in
from putright.casework.advocate_drafts import draft_for_person
from putright.casework.advocate_notices import tell_advocate
from putright.casework.advocates import standing_on
from putright.casework.by_link import by_link
from putright.casework.draft_files import files_that_go, forget_files_of
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.meetings import TO_ASK
from putright.casework.perform import CaseInHand, Done
from putright.casework.said import FileSaid
from putright.domain.advocate_drafts import DraftKind, DraftState, why_not_decided, why_not_written
from putright.records.models import AdvocateDraft
from putright.records.models.page_notice import NoticeKind

Sends = Callable[[CaseInHand, str, tuple[FileSaid, ...]], None]


def _questions(hand: CaseInHand, words: str, files: tuple[FileSaid, ...]) -> None:
    message_in(hand, words, files, title=TO_ASK)


def _review(hand: CaseInHand, words: str, _: tuple[FileSaid, ...]) -> None:
    review_in(hand, words)


_SENDS: Final[Mapping[DraftKind, Sends]] = {
    DraftKind.MESSAGE: message_in,
    DraftKind.QUESTIONS: _questions,
    DraftKind.REVIEW: _review,
}


def send_advocate_draft(
    *,
    link: int,
    draft: int,
    seen: int,
    words: str,
    files: Collection[int] | None = None,
    on: date,
    now: datetime,
    means: Means | None = None,
) -> Done:
    """Send the words, as the person has them now, as theirs; `seen` is the version of it that they read.

    `files` are the numbers of its files that go with them, all where nothing is said; of the others nothing is left.

    By the link that was opened; raises NotFound where it opens nothing or none of their advocates wrote it, and
    ActionRefused where it waits no more, was changed meanwhile, or may not be sent as anything of theirs may not.
    """
    refuse(why_not_written(words))
    with by_link(link, on=on, now=now, means=means) as hand:
        row = draft_for_person(draft, standing_on(hand.case, hand.today))
        refuse(why_not_decided(DraftState(row.state), seen=seen, saves=row.saves))
        _SENDS[DraftKind(row.kind)](hand, words, files_that_go(row, files, means=hand.means))
        forget_files_of(AdvocateDraft.objects.filter(pk=row.pk), means=hand.means)
        row.state, row.words, row.answer, row.changed_at = DraftState.SENT.value, "", "", now
        row.save()
        tell_advocate(row.naming, NoticeKind.ADVOCATE_NEWS, now=now, means=hand.means)
    return hand.done()
