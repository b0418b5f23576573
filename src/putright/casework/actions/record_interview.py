"""Somebody is interviewed about what is complained of."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.interviews import HELD, Interviewed, why_not_interviewed
from putright.domain.staff_told import RULES
from putright.records.models import NamedPerson, Person
from putright.records.models.person import Part


def record_interview(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    whom: Interviewed,
    words: str,
    person: int | None = None,
    name: str = "",
    place: str = "",
    support_told: bool = False,
    channel: Channel = Channel.IN_PERSON,
) -> Done:
    """Keep the note of an interview, with whom and where it was; `person` is a member of staff, `name` anybody else.

    Whoever works here and is interviewed may from then on not see, handle or sign the case, as with a statement.
    """
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        member = _member(hand, person) if whom is Interviewed.STAFF and person is not None else None
        called = f"{member.name}, {member.post}" if member else name.strip()
        refuse(why_not_interviewed(whom, is_named=bool(called), support_told=support_told))
        if not words.strip():
            raise refused("nothing-written", "Write what was said in the interview.")
        if member is not None:
            NamedPerson.objects.get_or_create(case=hand.case, person=member, defaults={"made_at": now})
            bring_over(hand, RULES)
        told = _told(hand, whom, called, place)
        paper = hand.keep_text("interview", "An interview", f"{told}\n\n{words.strip()}")
        facts: dict[str, FactValue] = {"whom": whom.value, "channel": channel.value}
        hand.note(HELD, facts=facts, papers=[paper])
    return hand.done()


def _member(hand: CaseInHand, person: int) -> Person:
    row = Person.objects.filter(pk=person, body=hand.case.body_id, part=Part.STAFF).first()
    if row is None:
        raise refused("no-such-person", "Choose a member of staff of this organisation.")
    if row.pk == hand.by_id:
        raise refused("oneself", "Nobody interviews themselves. Let a colleague ask you.")
    return row


def _told(hand: CaseInHand, whom: Interviewed, called: str, place: str) -> str:
    people = {Interviewed.COMPLAINANT: hand.case.complainant.name, Interviewed.PATIENT: hand.case.patient.name}
    with_whom = f"With {called or people.get(whom, '')}"
    return f"{with_whom}, {place.strip()}." if place.strip() else f"{with_whom}."
