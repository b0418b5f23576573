"""How does what a member of staff typed become a complaint as casework takes it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

# What Django's forms clean is untyped, hence Any.
from typing import Any

from putright.casework.queries.for_return import DimensionAsked
from putright.casework.said import MOST_ISSUES, ComplaintSaid, FileSaid, FurtherSaid, IssueSaid, PersonSaid
from putright.domain.issues import Subject
from putright.domain.returns import ReturnSaid
from putright.domain.speaking import NOBODY
from putright.domain.standing import Basis
from putright.domain.triage import Severity
from putright.web.complaining.speakers import OF_SPEAKERS, speaker_told
from putright.web.entering.for_return import BEFORE, said_in
from putright.web.entering.form import MOST_FILES, NewComplaintForm
from putright.web.taking_in import taken_in


def files_told(form: NewComplaintForm, *, now: datetime) -> dict[str, FileSaid]:
    """The files that came with the form, by their boxes; one that cannot be kept becomes a mistake of its box."""
    form.is_valid()
    boxes = (f"file_{number}" for number in range(1, MOST_FILES + 1))
    return {box: file for box in boxes if (file := taken_in(form, box, now=now))}


def complaint_told(
    answered: Mapping[str, Any], files: tuple[FileSaid, ...], asked: tuple[DimensionAsked, ...] = ()
) -> ComplaintSaid:
    """The complaint that the form makes."""
    is_another = answered["whose"] == "other"
    return ComplaintSaid(
        complainant=_complainant(answered, is_patient=not is_another),
        patient=_patient(answered) if is_another else None,
        basis=Basis(answered["basis"]) if is_another else Basis.SELF,
        speaker=speaker_told(answered) if is_another else NOBODY,
        further=tuple(_further(answered)),
        issues=tuple(_issues(answered)),
        occurred_on=answered["occurred_on"],
        known_on=answered["known_on"] or answered["occurred_on"],
        outcome_wanted=answered["wanted"],
        first_received_on=answered["first_received_on"],
        taken_by=answered["taken_by"],
        from_body=answered["from_body"],
        from_body_name=answered["from_body_name"],
        files=files,
        severity=Severity(answered["severity"]) if answered["severity"] else None,
        for_return=ReturnSaid(labels=said_in(answered, asked, before=BEFORE)),
    )


def _complainant(answered: Mapping[str, Any], *, is_patient: bool) -> PersonSaid:
    return PersonSaid(
        name=answered["full_name"],
        addressed_as=answered["addressed_as"],
        address=_lines(answered["address"]),
        telephone=answered["telephone"],
        email=answered["email"],
        needs=answered["needs"],
        born_on=answered["born_on"] if is_patient else None,
        nhs_number=answered["nhs_number"] if is_patient else "",
        agrees_to_email=bool(answered["by_email"]),
    )


def _further(answered: Mapping[str, Any]) -> Iterator[FurtherSaid]:
    """How whoever speaks for the patient is connected, in the words that the public form keeps too."""
    for box, title in OF_SPEAKERS.items():
        if answered.get(box):
            yield FurtherSaid(title=title, words=answered[box])


def _patient(answered: Mapping[str, Any]) -> PersonSaid:
    return PersonSaid(
        name=answered["patient_name"],
        address=_lines(answered["patient_address"]) or _lines(answered["address"]),
        born_on=answered["born_on"],
        nhs_number=answered["nhs_number"],
    )


def _issues(answered: Mapping[str, Any]) -> Iterator[IssueSaid]:
    for number in range(1, MOST_ISSUES + 1):
        if answered.get(f"words_{number}"):
            yield IssueSaid(subject=Subject(answered[f"subject_{number}"]), words=answered[f"words_{number}"])


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
