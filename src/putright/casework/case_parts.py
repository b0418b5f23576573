"""How is a case given to somebody in a role, taken back, and kept by whoever would lose sight of it?"""

from datetime import date, datetime
from typing import Final

from putright.casework.errors import refused
from putright.casework.facts_of import parts_of
from putright.casework.perform import CaseInHand
from putright.domain.access import REACH, Actor, Deed, Given, Role, can_be_given, may_view
from putright.domain.roles import THOUGH_NAMED
from putright.records.models import Appointment, CasePart, NamedPerson, Person
from putright.records.models.person import Part

# What somebody keeps a case to do who would lose sight of it, the first that a role of theirs lets them.
_KEEPS: Final = (Deed.GIVE, Deed.HANDLE, Deed.SEE)


def give(hand: CaseInHand, person: int, role: Role, *, from_on: date, until_on: date | None = None) -> None:
    """Give the case to a member of staff in a role that they hold; raises ActionRefused where they may not have it."""
    _refuse_days(from_on, until_on)
    row = Person.objects.filter(pk=person, body=hand.case.body_id, part=Part.STAFF).first()
    if row is None:
        raise refused("no-such-person", "Choose somebody of this organisation.")
    if not can_be_given(role):
        raise refused("not-given-in-this-role", "Nobody is given a case in this role. Choose another.")
    if not _holds(row, role, from_on):
        raise refused("does-not-hold-the-role", "This person does not hold this role on the first day. Choose another.")
    if _is_kept_away(hand, row, role):
        raise refused("named-in-the-case", "The case names this person, so they may not come near it. Choose another.")
    given = Given(person_id=row.pk, role=role, from_on=from_on, until_on=until_on)
    if any(_overlap(given, known) for known in parts_of(hand.case).given):
        raise refused("already-given", "This person has the case in this role already. Take it back first.")
    _note(hand, given)


def keep_in_sight(hand: CaseInHand, actor: Actor) -> None:
    """Give the case to whoever acts on it where they could not see it any more, or yet."""
    parts = parts_of(hand.case)
    if may_view(actor, parts) or actor.person_id in parts.named_ids:
        return
    rows = (REACH[deed] for deed in _KEEPS)
    role = next((role for row in rows for role in Role if role in row and role in actor.roles), None)
    if role is not None and can_be_given(role):
        _note(hand, Given(person_id=actor.person_id, role=role, from_on=hand.today))


def take_back(hand: CaseInHand, part: CasePart, *, now: datetime) -> None:
    """End what somebody was given, from now on."""
    part.ended_at, part.ended_by_id = now, hand.by_id
    part.save(update_fields=["ended_at", "ended_by"])
    hand.note("case_taken_back", about=part.entry, facts={"role": part.role})


def _note(hand: CaseInHand, given: Given) -> None:
    entry = hand.note("case_given", facts={"role": given.role.value})
    CasePart.objects.create(
        case=hand.case,
        person_id=given.person_id,
        role=given.role.value,
        from_on=given.from_on,
        until_on=given.until_on,
        entry=entry,
        given_by_id=hand.by_id,
        made_at=hand.now,
    )


def _refuse_days(from_on: date, until_on: date | None) -> None:
    if until_on is not None and until_on < from_on:
        raise refused("ends-before-it-begins", "The last day is before the first. Give a later last day.")


def _holds(person: Person, role: Role, on: date) -> bool:
    held = Appointment.objects.filter(person=person, role=role.value, from_on__lte=on)
    return any(row.until_on is None or on <= row.until_on for row in held)


def _is_kept_away(hand: CaseInHand, person: Person, role: Role) -> bool:
    """Whether the case names the person, and the role does anything but hear them."""
    does = {deed for deed in Deed if role in REACH[deed]}
    return bool(does - THOUGH_NAMED) and NamedPerson.objects.filter(case=hand.case, person=person).exists()


def _overlap(one: Given, other: Given) -> bool:
    if (one.person_id, one.role) != (other.person_id, other.role):
        return False
    return (one.until_on is None or other.from_on <= one.until_on) and (
        other.until_on is None or one.from_on <= other.until_on
    )
