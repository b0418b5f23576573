"""A task of an investigation is done, or is not needed."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.tasks import TaskState
from putright.records.models import Task


def end_task(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    task: int,
    is_done: bool,
    note: str = "",
) -> Done:
    """Record how a task ended, by the number of the entry that set it; what is not needed needs a reason."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = Task.objects.filter(case=hand.case, entry=task).first()
        if row is None:
            raise refused("no-such-task", "No task was set in that entry. Choose the task.")
        if row.state != TaskState.TO_DO:
            raise refused("already-ended", "This task has been ended already. Set a new one if there is more to do.")
        if not is_done and not note.strip():
            raise refused("no-reason", "Say why the task is not needed, for whoever reads the file later.")
        title = "What came of a task" if is_done else "Why a task was not needed"
        papers = hand.keep_if_said("task", title, note)
        hand.record("task_done" if is_done else "task_dropped", about=task, papers=papers)
        row.state = TaskState.DONE if is_done else TaskState.NOT_NEEDED
        row.save(update_fields=["state"])
    return hand.done()
