"""Whoever follows their complaint sends what their advocate wrote for them, as their own."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from putright.casework.actions.ask_for_review import review_in
from putright.casework.actions.send_message import message_in
from putright.casework.advocate_drafts import draft_for_person
from putright.casework.advocates import standing_on
from putright.casework.by_link import by_link
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done
from putright.domain.advocate_drafts import DraftKind, DraftState, why_not_decided, why_not_written

_QUESTIONS: Final = "What the person wants to ask at the meeting"


def _questions(hand: CaseInHand, words: str) -> None:
    message_in(hand, words, title=_QUESTIONS)


_SENDS: Final[Mapping[DraftKind, Callable[[CaseInHand, str], None]]] = {
    DraftKind.MESSAGE: message_in,
    DraftKind.QUESTIONS: _questions,
    DraftKind.REVIEW: review_in,
}


def send_advocate_draft(
    *, link: int, draft: int, seen: int, words: str, on: date, now: datetime, means: Means | None = None
) -> Done:
    """Send the words, as the person has them now, as theirs; `seen` is the version of it that they read.

    By the link that was opened; raises NotFound where it opens nothing or none of their advocates wrote it, and
    ActionRefused where it waits no more, was changed meanwhile, or may not be sent as anything of theirs may not.
    """
    refuse(why_not_written(words))
    with by_link(link, on=on, now=now, means=means) as hand:
        row = draft_for_person(draft, standing_on(hand.case, hand.today))
        refuse(why_not_decided(DraftState(row.state), seen=seen, saves=row.saves))
        _SENDS[DraftKind(row.kind)](hand, words)
        row.state, row.words, row.answer, row.changed_at = DraftState.SENT.value, "", "", now
        row.save()
    return hand.done()
