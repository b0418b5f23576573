"""Whoever follows a complaint says whether they come to a meeting, and at which of the times that were offered."""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.errors import ActionRefused, refuse
from putright.casework.means import Means
from putright.casework.meetings import NEEDED_THERE, WITH_THEM, agree, call_off, last_offer
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done
from putright.domain.meeting_offers import (
    ACCEPTED,
    ANOTHER,
    DECLINED,
    NEEDS,
    NO_MEETING,
    NO_TIME,
    RULES,
    MeetingAnswer,
    why_not_answer,
)
from putright.domain.periods import LONDON


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSaid:
    """What the person says: whether they come, at which time (counted from 1), with whom, and what they need there."""

    answer: MeetingAnswer
    time: int = 0
    comes_with: str = ""
    needs: str = ""
    words: str = ""


def answer_meeting(*, link: int, said: MeetingSaid, on: date, now: datetime, means: Means | None = None) -> Done:
    """Record what the person says to the meeting; another time, and what they need there, are owed to them from now on.

    By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, no
    meeting is to be answered, they said the same before, or the time has passed.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        refuse(why_not_answer(said.answer, hand.position, tuple(hand.events)))
        match said.answer:
            case MeetingAnswer.COME:
                _comes(hand, said)
            case MeetingAnswer.ANOTHER_TIME:
                bring_over(hand, RULES)
                hand.record(ANOTHER, papers=[hand.keep_text("message", "When the person can meet", said.words)])
            case MeetingAnswer.NOT_MEET:
                papers = hand.keep_if_said("message", "What the person says of the meeting", said.words)
                hand.record(DECLINED, papers=[*papers, *call_off(hand)])
    return hand.done()


def _comes(hand: CaseInHand, said: MeetingSaid) -> None:
    offered = last_offer(hand.case)
    if offered is None or not 1 <= said.time <= len(offered.times):
        raise ActionRefused(NO_MEETING)
    when = offered.times[said.time - 1]
    if datetime.combine(when.on, when.starts, LONDON) <= hand.now:
        raise ActionRefused(NO_TIME)
    papers = [agree(hand, when, offered.place), *hand.keep_if_said("message", WITH_THEM, said.comes_with)]
    hand.record(ACCEPTED, facts={"date": when.on}, papers=papers)
    if said.needs.strip():
        bring_over(hand, RULES)
        hand.record(NEEDS, papers=[hand.keep_text("message", NEEDED_THERE, said.needs)])
