"""How does what a member of staff typed become a complaint as casework takes it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

# What Django's forms clean is untyped, hence Any.
from typing import Any

from putright.casework.queries.for_return import DimensionAsked
from putright.casework.said import MOST_ISSUES, ComplaintSaid, FileSaid, FurtherSaid, IssueSaid, PersonSaid
from putright.domain.issues import Subject
from putright.domain.raised_before import PAPERS, RaisedBefore
from putright.domain.returns import ReturnSaid
from putright.domain.speaking import NOBODY
from putright.domain.standing import Basis
from putright.domain.triage import Severity
from putright.web.complaining.roughly import ROUGHLY, title_of_issue
from putright.web.complaining.speakers import OF_SPEAKERS, speaker_told
from putright.web.entering.for_return import BEFORE, said_in
from putright.web.entering.form import DAYS, MOST_FILES, NewComplaintForm
from putright.web.forms.numbered import box_of
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
    issues = tuple(_issues(answered))
    of_all = {(issue.occurred_on, issue.known_on) for issue in issues}
    # The days are those of the whole complaint where they are the same for each issue.
    occurred_on, known_on = of_all.pop() if len(of_all) == 1 else (None, None)
    return ComplaintSaid(
        complainant=_complainant(answered, is_patient=not is_another),
        patient=_patient(answered) if is_another else None,
        basis=Basis(answered["basis"]) if is_another else Basis.SELF,
        speaker=speaker_told(answered) if is_another else NOBODY,
        further=tuple(_further(answered)),
        issues=issues if not (occurred_on or known_on) else tuple(map(_without_days, issues)),
        occurred_on=occurred_on,
        known_on=known_on,
        outcome_wanted=answered["wanted"],
        first_received_on=answered["first_received_on"],
        taken_by=answered["taken_by"],
        from_body=answered["from_body"],
        from_body_name=answered["from_body_name"],
        raised_before=RaisedBefore(before) if (before := answered["before"]) in set(RaisedBefore) else None,
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
    """What has no place of its own, by the titles that the public form has too."""
    for box, title in (OF_SPEAKERS | ROUGHLY | PAPERS).items():
        if answered.get(box):
            yield FurtherSaid(title=title, words=answered[box])
    for number in range(2, MOST_ISSUES + 1):
        for box, title in ROUGHLY.items():
            if words := answered.get(box_of(box, number)):
                yield FurtherSaid(title=title_of_issue(number, title), words=words)


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
            occurred_on, known_on = _days(answered, number)
            yield IssueSaid(
                subject=Subject(answered[f"subject_{number}"]),
                words=answered[f"words_{number}"],
                occurred_on=occurred_on,
                known_on=known_on,
            )


def _days(answered: Mapping[str, Any], number: int) -> tuple[date | None, date | None]:
    """When an issue happened and when the person knew of it; without days of its own, those given for the complaint."""
    of_its_own = any(answered.get(f"{box}_{number}") for box in DAYS)
    occurred_on, known_on = (
        answered.get(f"{box}_{number}" if of_its_own else box) for box in ("occurred_on", "known_on")
    )
    return occurred_on, known_on or occurred_on


def _without_days(issue: IssueSaid) -> IssueSaid:
    return IssueSaid(subject=issue.subject, words=issue.words)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
