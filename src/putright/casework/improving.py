"""How does somebody come to an improvement, whether or not they may see the case it came from?"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Final

from putright.casework.errors import NotFound, refuse, refused
from putright.casework.facts_of import kinds_of
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Keeping, all_or_nothing, day_of, holding
from putright.domain.access import Actor, Deed
from putright.domain.duty import Duty, Position, Refused
from putright.domain.entry import why_not_on
from putright.domain.improvements import HANDED_OVER, RULES, ImprovementState
from putright.records.models import Case, Improvement, ImprovementChange, Person
from putright.records.visible_to import improvements_visible_to, visible_to

LEFT: Final = "Whoever saw to it has left."
_NONE_TO_TELL = Refused(
    code="nothing-to-tell", message="No improvement was made of which the person wants to hear and has not heard."
)


def to_tell(position: Position) -> tuple[Duty, ...]:
    """Of which improvements the person is still to hear."""
    return tuple(duty for duty in position.to_do() if duty.procedure == RULES and "improvement_told" in duty.met_by)


def nothing_to_tell(action: str, position: Position) -> Refused | None:
    """Why the person cannot be told of improvements: none was made that they want to hear of."""
    return _NONE_TO_TELL if action == "tell_improvements" and not to_tell(position) else None


def may_end(actor: Actor, row: Improvement) -> bool:
    """Whether somebody may say that an improvement is made: whose it is, and whoever may handle its case."""
    return row.owner_id == actor.person_id or visible_to(actor, Deed.HANDLE).filter(pk=row.case_id).exists()


@contextmanager
def improving(
    *, actor: Actor, improvement: int, on: date, now: datetime, means: Means | None
) -> Iterator[tuple[CaseInHand, Improvement]]:
    """Hold the case of an improvement that is still to be made, for whoever may end it: all of it is kept, or nothing.

    Raises NotFound where there is no such improvement at the actor's body, and ActionRefused where it has ended or is
    somebody else's.
    """
    with all_or_nothing(means) as keeping:
        found = improvements_visible_to(actor).filter(pk=improvement).first()
        if found is None:
            raise NotFound
        case = Case.objects.select_for_update(of=("self",)).get(pk=found.case_id)
        row = Improvement.objects.get(pk=improvement)  # as it stands now that nobody else can change it
        if not may_end(actor, row):
            raise refused("not-yours", "Somebody else sees to this. Ask them, or whoever handles complaints.")
        if row.state != ImprovementState.TO_DO:
            raise refused(
                "already-ended", "This has been ended already. Plan another improvement if there is more to do."
            )
        refuse(why_not_on(on, received_on=case.received_on, today=day_of(now)))
        with holding(case, keeping, by_id=actor.person_id, on=on, now=now) as hand:
            yield hand, row


def hand_over(hand: CaseInHand, row: Improvement, owner: int, reason: str, *, by: int) -> None:
    """Give an improvement to somebody else, and keep who had it before. An older file has a note for it."""
    if HANDED_OVER in kinds_of(hand.programmes):
        paper = hand.keep_text("improvement", "Why somebody else sees to it", reason)
        hand.note(HANDED_OVER, about=row.entry, papers=[paper])
    else:
        hand.note("note_made", papers=[hand.keep_text("improvement", "Why somebody else sees to it", reason)])
    ImprovementChange.objects.create(
        improvement=row, on=hand.on, by_id=by, was_owner_id=row.owner_id, reason=reason.strip()
    )
    row.owner_id = owner
    row.save(update_fields=["owner"])


def hand_on_from(leaving: int, keeping: Keeping, *, by_id: int, now: datetime) -> int:
    """Give what somebody who leaves still sees to to whoever has the case; return of how many nobody could be found."""
    rows = Improvement.objects.filter(owner=leaving, state=ImprovementState.TO_DO.value)
    cases = Case.objects.filter(pk__in=rows.values("case")).order_by("id")
    for case in cases.select_for_update(of=("self",)):
        if case.handler_id is None or not _is_there(case.handler_id):
            continue
        with holding(case, keeping, by_id=by_id, on=day_of(now), now=now) as hand:
            for row in rows.filter(case=case).order_by("pk"):
                hand_over(hand, row, case.handler_id, LEFT, by=by_id)
    return rows.count()


def _is_there(person: int) -> bool:
    return Person.objects.filter(pk=person, left_on__isnull=True).exists()
