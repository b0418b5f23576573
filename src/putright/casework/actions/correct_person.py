"""Somebody's details on a case are wrong, or the case was opened under the wrong person."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from django.db.models import Q

from putright.casework.advocates import end_all_advocates
from putright.casework.case_keys import keep_keys
from putright.casework.deaths import person_of
from putright.casework.errors import refused
from putright.casework.follow_links import end_links
from putright.casework.letters_put_aside import put_letters_aside
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.said import PersonSaid, check_person
from putright.domain.access import Actor, Deed
from putright.domain.deaths import Who
from putright.domain.periods import in_words
from putright.records.models import Case, OutboxLetter, Person
from putright.records.models.outbox_letter import State
from putright.records.models.person import Part

TITLE: Final = "What stood before"
FIELDS: Final = {
    "name": "Name",
    "addressed_as": "Addressed as",
    "address": "Address",
    "telephone": "Telephone",
    "email": "Email",
    "born_on": "Date of birth",
    "nhs_number": "NHS number",
}
_NOTHING: Final = "nothing"


def correct_person(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    whom: Who,
    person: PersonSaid,
    is_another: bool,
    why: str,
) -> Done:
    """Put right who somebody of the case is; what stood before is kept on the file.

    The details of the same person are changed wherever they are known. Where it is another human being, the case is
    theirs from now on: nothing is known of them but what is said here, nobody can find the case by the first person, no
    link of theirs opens it, and no letter that waits goes to them.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = hand.case
        if whom is Who.PATIENT and row.patient_id == row.complainant_id:
            raise refused("complains-themselves", "The patient is the person who complains: correct that person.")
        check_person(person, received_on=row.received_on)
        if whom is Who.COMPLAINANT and not (any(map(str.strip, person.address)) or person.email or person.telephone):
            raise refused("no-way-to-reach", "Say how to reach the person: an address, an email or a phone number.")
        then = _another(hand, whom, person, why) if is_another else _details(hand, whom, person, why)
    return replace(hand.done(), then=then)


def _details(hand: CaseInHand, who: Who, said: PersonSaid, why: str) -> str:
    known, new = person_of(hand.case, who), _values(said)
    changed = {field: getattr(known, field) for field in FIELDS if getattr(known, field) != new[field]}
    if not changed:
        raise refused("nothing-changed", "These are the details that stand on the case. Change what is wrong.")
    lines = [f"{FIELDS[field]}: {_shown(before)}" for field, before in changed.items()]
    paper = hand.keep_text("correction", TITLE, "\n".join([*lines, "", _reason(why)]))
    for field in changed:
        setattr(known, field, new[field])
    if "email" in changed:
        known.email_agreed_on = None  # they agreed to letters at the other address
    known.save(update_fields=[*changed, "email_agreed_on"])
    for each in Case.objects.filter(Q(complainant=known) | Q(patient=known)).select_related("complainant", "patient"):
        keep_keys(each)
    hand.note("person_corrected", facts={"who": who.value}, papers=[paper])
    hand.case.refresh_from_db(fields=["complainant", "patient"])
    return _then_of_details(hand, changed)


def _then_of_details(hand: CaseInHand, changed: dict[str, object]) -> str:
    waits = OutboxLetter.objects.filter(case=hand.case, state__in=[State.QUEUED.value, State.PRINTED.value]).exists()
    if waits and changed.keys() & {"name", "addressed_as", "address", "email"}:
        return "A letter that waits was written with what stood before: put it aside and write it again."
    return ""


def _another(hand: CaseInHand, who: Who, said: PersonSaid, why: str) -> str:
    row = hand.case
    before = person_of(row, who)
    gone = OutboxLetter.objects.filter(case=row, state=State.POSTED.value).exists()
    aside = put_letters_aside(hand, who, reason="wrong-person")
    new = Person.objects.create(
        body_id=row.body_id,
        part=Part.PUBLIC,
        needs=said.needs.strip(),
        home=said.home.strip(),
        email_agreed_on=hand.on if said.agrees_to_email and said.email else None,
        made_at=hand.now,
        **_values(said),
    )
    if row.patient_id == before.pk:
        row.patient = new
    if row.complainant_id == before.pk:
        row.complainant = new
    keep_keys(row)
    # The first person by name alone: the file may be shown to the right one, who is to learn nothing else of them.
    paper = hand.keep_text("correction", TITLE, f"It was entered for {before.name}.\n\n{_reason(why)}")
    hand.note("person_corrected", facts={"who": who.value}, papers=[paper])
    if who is Who.COMPLAINANT and end_links(row, now=hand.now):
        hand.note("link_revoked")
    if who is Who.COMPLAINANT:
        end_all_advocates(hand, reason="wrong-person")
    return " ".join(_then_of_another(who, aside=aside, gone=gone))


def _then_of_another(who: Who, *, aside: int, gone: bool) -> Iterator[str]:
    if aside:
        yield "Letters that waited are put aside: take printed ones out of the post, and write them again."
    if who is Who.COMPLAINANT:
        yield "The link to follow opens nothing any more: give the right person a new one."
    if gone:
        yield (
            "Letters of this case have gone already. If one went to the wrong person, record that personal details went"
            " astray."
        )


def _values(said: PersonSaid) -> dict[str, object]:
    return {
        "name": said.name.strip(),
        "addressed_as": said.addressed_as.strip(),
        "address": "\n".join(line.strip() for line in said.address if line.strip()),
        "telephone": said.telephone.strip(),
        "email": said.email.strip(),
        "born_on": said.born_on,
        "nhs_number": "".join(said.nhs_number.split()),
    }


def _shown(value: object) -> str:
    if isinstance(value, date):
        return in_words(value)
    return str(value).replace("\n", ", ") or _NOTHING if value is not None else _NOTHING


def _reason(why: str) -> str:
    if not why.strip():
        raise refused("nothing-written", "Say how the mistake came about.")
    return f"Why it is corrected: {why.strip()}"
