"""Somebody else speaks for a complaint from now on, because whoever made it has died."""

from datetime import date, datetime

from putright.casework.adjustments import to_keep
from putright.casework.case_keys import keep_keys
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import PersonSaid
from putright.domain.access import Actor, Deed
from putright.domain.deaths import why_not_speak_now
from putright.domain.standing import Basis
from putright.records.models import Person
from putright.records.models.person import Part


def let_speak(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    person: PersonSaid,
    basis: Basis,
    words: str,
) -> Done:
    """Let somebody else speak for the complaint, with the evidence that they may: regulation 5(2).

    From now on every letter goes to them. What was recorded of the person who has died stays as it was.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = hand.case
        died = row.complainant.death_learnt_on is not None
        patient_died = row.patient.death_learnt_on is not None
        refuse(why_not_speak_now(basis, complainant_died=died, patient_died=patient_died))
        if not person.name.strip():
            raise refused("no-name", "Say the name of the person.")
        if not (any(line.strip() for line in person.address) or person.email or person.telephone):
            raise refused("no-way-to-reach", "Say how to reach the person: an address, an email or a phone number.")
        paper = hand.keep_text("authority-to-act", "Why this person speaks for the complaint", words)
        row.complainant = Person.objects.create(
            body_id=row.body_id,
            part=Part.PUBLIC,
            name=person.name.strip(),
            addressed_as=person.addressed_as.strip(),
            address="\n".join(line.strip() for line in person.address if line.strip()),
            telephone=person.telephone.strip(),
            email=person.email.strip(),
            needs=person.needs.strip(),
            adjustments=to_keep(person.adjustments),
            adjustments_on=on if person.adjustments else None,
            made_at=now,
        )
        row.basis = basis.value
        keep_keys(row)
        hand.note("spoken_for", facts={"basis": basis.value}, papers=[paper])
    return hand.done()
