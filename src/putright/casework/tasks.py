"""How is a task given to somebody on a case: by itself, or with the meeting in which it was agreed?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.appointments import actor_of
from putright.casework.errors import refuse, refused
from putright.casework.facts_of import parts_of
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand
from putright.domain.access import Deed, why_not
from putright.domain.entry import why_not_a_promise
from putright.domain.tasks import TASKS, why_not_theirs
from putright.records.models import Issue, Person, Task
from putright.records.models.person import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSaid:
    """What somebody is to do, by which day, and on which issue if it is for one."""

    owner: int
    what: str
    due_on: date
    issue: int | None = None


def give_task(hand: CaseInHand, said: TaskSaid) -> None:
    """Give somebody who may investigate the case a task; raises ActionRefused where they may not have it."""
    person = Person.objects.filter(pk=said.owner, body=hand.case.body_id, part=Part.STAFF).first()
    if person is None:
        raise refused("no-such-person", "Choose a member of staff of this organisation.")
    _refuse_who_may_not(hand, person)
    if said.issue is not None and not Issue.objects.filter(case=hand.case, number=said.issue).exists():
        raise refused("no-such-issue", f"There is no issue {said.issue} in this case.")
    refuse(why_not_a_promise(said.due_on, on=hand.on))
    bring_over(hand, TASKS)
    paper = hand.keep_text("task", "A task", said.what)
    entry = hand.record("task_set", issue=said.issue, facts={"date": said.due_on}, papers=[paper])
    Task.objects.create(case=hand.case, entry=entry, what=paper, owner=person, issue=said.issue, due_on=said.due_on)


def _refuse_who_may_not(hand: CaseInHand, person: Person) -> None:
    parts = parts_of(hand.case)
    refusal = why_not(actor_of(person.pk, hand.case.body_id, on=hand.today), Deed.INVESTIGATE, parts)
    refuse(why_not_theirs(may_see=refusal is None, is_named=person.pk in parts.named_ids))
