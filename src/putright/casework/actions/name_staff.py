"""It becomes known that the complaint is about a member of staff."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.records.models import NamedPerson, Person
from putright.records.models.person import Part


def name_staff(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    person: int,
) -> Done:
    """Record that the complaint is about a member of staff, who from now on may not see, handle or sign the case."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        member = Person.objects.filter(pk=person, body=hand.case.body_id, part=Part.STAFF).first()
        if member is None:
            raise refused("no-such-person", "Choose a member of staff of this organisation.")
        if member.pk == hand.case.handler_id:
            raise refused("handles-the-case", "This person has the case. Give it to somebody else first.")
        _, is_new = NamedPerson.objects.get_or_create(case=hand.case, person=member, defaults={"made_at": now})
        if not is_new:
            raise refused("already-named", "This person is named in the case already.")
        hand.note("note_made", facts={"reason": "staff-named"})
    return hand.done()
