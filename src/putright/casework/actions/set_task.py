"""Somebody is given something to do in an investigation, by a day."""

from datetime import date, datetime

from putright.casework.appointments import actor_of
from putright.casework.errors import refuse, refused
from putright.casework.facts_of import parts_of
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed, why_not
from putright.domain.entry import why_not_a_promise
from putright.domain.tasks import TASKS, why_not_theirs
from putright.records.models import Issue, Person, Task
from putright.records.models.person import Part


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
        person = Person.objects.filter(pk=owner, body=hand.case.body_id, part=Part.STAFF).first()
        if person is None:
            raise refused("no-such-person", "Choose a member of staff of this organisation.")
        _refuse_who_may_not(hand, person)
        if issue is not None and not Issue.objects.filter(case=hand.case, number=issue).exists():
            raise refused("no-such-issue", f"There is no issue {issue} in this case.")
        refuse(why_not_a_promise(due_on, on=hand.on))
        bring_over(hand, TASKS)
        paper = hand.keep_text("task", "A task", what)
        entry = hand.record("task_set", issue=issue, facts={"date": due_on}, papers=[paper])
        Task.objects.create(case=hand.case, entry=entry, what=paper, owner=person, issue=issue, due_on=due_on)
    return hand.done()


def _refuse_who_may_not(hand: CaseInHand, person: Person) -> None:
    parts = parts_of(hand.case)
    refusal = why_not(actor_of(person.pk, hand.case.body_id, on=hand.today), Deed.INVESTIGATE, parts)
    refuse(why_not_theirs(may_see=refusal is None, is_named=person.pk in parts.named_ids))
