"""Somebody looked at what shows that whoever complains may speak for the patient, and judged whether it is enough."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.authority import SEEN, SeenAs, Shown, why_not_enough, why_not_shown
from putright.domain.chronology import FactValue
from putright.domain.speaking import speaker_of
from putright.domain.standing import Basis
from putright.records.models import Document

KIND: Final = "authority-to-act"
_TITLE: Final = "What shows that they may speak for the patient"
_ASK_NOW: Final = (
    "It is not enough yet: ask the person for what is missing, under “Ask what shows that they may speak”."
)


def record_authority(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    shown: Shown,
    seen_as: SeenAs,
    is_enough: bool,
    words: str = "",
    paper: int | None = None,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record what was seen, as what, and whether it lets somebody speak for the patient.

    `paper` is the number of one that is on the file already. What it says is written down where it was told, is of no
    usual kind, or is not enough: then `words` say what is missing.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        speaker = speaker_of(hand.events)
        refuse(why_not_shown(Basis(hand.case.basis), speaker))
        if is_enough:
            refuse(why_not_enough(_footing(hand), speaker, shown))
        if not words.strip() and (not is_enough or shown in (Shown.WORDS, Shown.OTHER)):
            raise refused("nothing-written", "Write down what it says, or what is missing.")
        facts: dict[str, FactValue] = {"shown": shown.value, "seen_as": seen_as.value, "enough": is_enough}
        if paper is not None:
            facts["paper"] = _known(hand, paper)
        papers = [*hand.keep_if_said(KIND, _TITLE, words), *(hand.keep_what_came(KIND, file) for file in files)]
        hand.record(SEEN, facts=facts, papers=papers)
    return hand.done() if is_enough else replace(hand.done(), then=_ASK_NOW)


def _footing(hand: CaseInHand) -> Basis:
    """The footing by which a power is judged: with the patient's death every power that they gave has ended."""
    return Basis.DECEASED if hand.case.patient.death_learnt_on is not None else Basis(hand.case.basis)


def _known(hand: CaseInHand, paper: int) -> int:
    if not Document.objects.filter(case=hand.case, number=paper).exists():
        raise refused("no-such-paper", f"There is no paper {paper} in this case. Choose the paper.")
    return paper
