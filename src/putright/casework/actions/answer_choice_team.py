"""NHS England's choice team is told what it asked of the body."""

from datetime import date, datetime

from putright.casework.entries import entry_numbered
from putright.casework.errors import ActionRefused, refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.choice_team import ENGAGED, NOTHING_ASKED, TOLD, team_requests_open
from putright.domain.entry import why_not_before_what_it_follows


def answer_choice_team(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    request: int,
    words: str,
) -> Done:
    """Record what the team was told, and how; `request` is the entry by which it took the matter up."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        asked = entry_numbered(hand.events, request, ENGAGED)
        if asked is None or all(duty.about != str(request) for duty in team_requests_open(hand.position)):
            raise ActionRefused(NOTHING_ASKED)
        refuse(why_not_before_what_it_follows(on, (asked,)))
        paper = hand.keep_text("choice", "What NHS England’s choice team was told", words)
        hand.note(TOLD, about=request, papers=[paper])
    return hand.done()
