"""It becomes known that the complaint is about a member of staff."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from putright.casework.errors import refused
from putright.casework.left_to_nobody import has_nobody_to_give_it, left_undone
from putright.casework.means import Means
from putright.casework.perform import Done, day_of, performing
from putright.domain.access import Actor, Deed
from putright.records.models import Case, NamedPerson, Person
from putright.records.models.person import Part

_WHAT: Final = {Deed.HANDLE: "handle", Deed.SIGN: "sign"}


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
    """Record that the complaint is about a member of staff, who from now on may not see, handle or sign the case.

    If they have the case, nobody has it then. That they are the last who could handle or sign it hinders nothing: what
    is so is recorded, and what must now be done is said.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        member = Person.objects.filter(pk=person, body=hand.case.body_id, part=Part.STAFF).first()
        if member is None:
            raise refused("no-such-person", "Choose a member of staff of this organisation.")
        _, is_new = NamedPerson.objects.get_or_create(case=hand.case, person=member, defaults={"made_at": now})
        if not is_new:
            raise refused("already-named", "This person is named in the case already.")
        if member.pk == hand.case.handler_id:
            hand.case.handler_id = None
        hand.note("note_made", facts={"reason": "staff-named"})
        then = _then(hand.case, on=day_of(now))
    return replace(hand.done(), then=then)


def _then(case: Case, *, on: date) -> str:
    """What must be done where the case names the last who could handle or sign it."""
    undone = left_undone(case, on=on)
    if not undone:
        return ""
    what = " or ".join(_WHAT[deed] for deed in undone)
    if has_nobody_to_give_it(case, on=on):
        return (
            f"Nobody here may {what} this case any more, and it names everybody who administers: an outside stand-in"
            " takes it themselves. Ask the responsible person whom they authorise."
        )
    return f"Nobody here may {what} this case any more: ask an administrator to give it to an outside stand-in."
