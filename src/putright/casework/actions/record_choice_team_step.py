"""NHS England's choice team did something: it advised, pointed to the right place, took the matter up, or finished."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.choice_team import (
    EVENT_OF,
    NOT_ASKED,
    STEP_WORDS,
    TeamResult,
    TeamStep,
    why_not_step,
    with_choice_team,
)
from putright.domain.chronology import FactValue
from putright.domain.entry import why_not_a_promise, why_not_before_what_it_follows


def record_choice_team_step(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    step: TeamStep,
    words: str,
    answer_by: date | None = None,
    result: TeamResult | None = None,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record what the team did; `answer_by` is the day by which it wants ours, `result` how it ended with it.

    Where it found that a choice is owed, the case cannot be closed before the choice was offered.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        known = with_choice_team(hand.events)
        refuse(why_not_step(known, step, answer_by=answer_by, result=result, on=on))
        if known is None:
            raise refused(NOT_ASKED.code, NOT_ASKED.message)
        refuse(why_not_before_what_it_follows(on, (known.asked,)))
        facts: dict[str, FactValue] = {}
        if step is TeamStep.ENGAGED and answer_by is not None:
            refuse(why_not_a_promise(answer_by, on=on))
            facts["date"] = answer_by
        if step is TeamStep.FINISHED and result is not None:
            facts["result"] = result.value
        papers = [hand.keep_text("choice", STEP_WORDS[step], words)]
        papers += [hand.keep_what_came("attachment", file) for file in files]
        hand.note(EVENT_OF[step], about=int(known.asked.id or 0), facts=facts, papers=papers)
    return hand.done()
