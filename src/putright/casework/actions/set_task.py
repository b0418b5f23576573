"""Somebody is given something to do in an investigation, by a day."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.tasks import TaskSaid, give_task
from putright.domain.access import Actor, Deed


def set_task(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    owner: int,
    what: str,
    due_on: date,
    issue: int | None = None,
) -> Done:
    """Give somebody who may investigate the case a task; it is a duty of the case, with its day, until it is ended."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        give_task(hand, TaskSaid(owner=owner, what=what, due_on=due_on, issue=issue))
    return hand.done()
