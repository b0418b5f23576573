"""An improvement is given another day, or somebody else sees to it."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.facts_of import kinds_of
from putright.casework.improving import hand_over, improving
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done
from putright.domain.access import Actor
from putright.domain.entry import why_not_a_promise, why_not_before_what_it_follows
from putright.domain.improvements import (
    CHANGED,
    PLANNED,
    why_not_changed,
    why_not_for_everybody,
    why_not_so_long,
)
from putright.records.models import Improvement, ImprovementChange, Person
from putright.records.models.person import Part


def change_improvement(
    *,
    actor: Actor,
    improvement: int,
    on: date,
    now: datetime,
    owner: int,
    due_on: date,
    reason: str,
    means: Means | None = None,
) -> Done:
    """Set another day for an improvement, give it to somebody else, or both; `reason` is read by the whole body.

    Done by whose it is, who need not be able to see the case, or by whoever may handle the case. What was before is
    kept, and the day that was set first stays beside the new one: regulation 4(1)(a).
    """
    with improving(actor=actor, improvement=improvement, on=on, now=now, means=means) as (hand, row):
        person = Person.objects.filter(pk=owner, body=row.body_id, part=Part.STAFF, left_on__isnull=True).first()
        if person is None:
            raise refused("no-such-person", "Choose a member of staff of this organisation who is still here.")
        moves, gives = due_on != row.due_on, person.pk != row.owner_id
        refuse(why_not_changed(reason, moves=moves, gives=gives))
        _refuse_words(hand, reason)
        planned = [event for event in hand.events if event.event == PLANNED and event.id == str(row.entry)]
        refuse(why_not_before_what_it_follows(on, tuple(planned)))
        if moves:
            _move(hand, row, due_on, reason, by=actor.person_id)
        if gives:
            hand_over(hand, row, person.pk, reason, by=actor.person_id)
    return hand.done()


def _refuse_words(hand: CaseInHand, reason: str) -> None:
    refuse(why_not_so_long((reason,)))
    refuse(why_not_for_everybody((reason,), (hand.case.complainant.name, hand.case.patient.name)))


def _move(hand: CaseInHand, row: Improvement, due_on: date, reason: str, *, by: int) -> None:
    refuse(why_not_a_promise(due_on, on=hand.on))
    if CHANGED not in kinds_of(hand.programmes):
        message = "It was planned under rules by which no day moves. Say that it is not needed, and plan it anew."
        raise refused("rules-of-before", message)
    paper = hand.keep_text("improvement", "Why the day is another", reason)
    hand.note(CHANGED, about=row.entry, facts={"date": due_on}, papers=[paper])
    ImprovementChange.objects.create(
        improvement=row, on=hand.on, by_id=by, was_due_on=row.due_on, reason=reason.strip()
    )
    row.due_on = due_on
    row.save(update_fields=["due_on"])
