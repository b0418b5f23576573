"""It is planned what the body changes because of a complaint."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_a_promise
from putright.domain.improvements import PLANNED, RULES, why_not_for_everybody, why_not_so_long
from putright.records.models import Improvement, Person
from putright.records.models.person import Part


def plan_improvement(
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
    lesson: str = "",
    tells: bool = False,
) -> Done:
    """Give somebody of the body an improvement to see to by a day: regulations 3(2)(g) and 4(1)(a).

    `what` is changed and the `lesson` that was learnt are read by the whole body, so they name nobody. `tells` where
    the person who complained wants to hear once it is made. Whose it is need not be able to see the case.
    """
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        person = Person.objects.filter(pk=owner, body=hand.case.body_id, part=Part.STAFF).first()
        if person is None:
            raise refused("no-such-person", "Choose a member of staff of this organisation.")
        refuse(why_not_a_promise(due_on, on=hand.on))
        refuse(why_not_so_long((what, lesson)))
        refuse(why_not_for_everybody((what, lesson), _concerned(hand)))
        bring_over(hand, RULES)
        papers = [hand.keep_text("improvement", "What is changed", what)]
        papers += hand.keep_if_said("improvement", "What was learnt", lesson)
        entry = hand.note(PLANNED, facts={"date": due_on}, papers=papers)
        Improvement.objects.create(
            body_id=hand.case.body_id,
            case=hand.case,
            entry=entry,
            what=what.strip(),
            lesson=lesson.strip(),
            owner=person,
            due_on=due_on,
            tells=tells,
        )
    return hand.done()


def _concerned(hand: CaseInHand) -> frozenset[str]:
    """Whom the complaint concerns: who complains, who is the patient, and the staff it names."""
    staff = hand.case.named.values_list("person__name", flat=True)
    return frozenset({hand.case.complainant.name, hand.case.patient.name, *staff})
