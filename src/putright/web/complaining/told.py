"""How do the answers of the form become a complaint as casework takes it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

# What Django's forms clean is untyped, hence Any.
from typing import Any

from putright.casework.said import ComplaintSaid, FileSaid, FurtherSaid, IssueSaid, PersonSaid, TogetherSaid
from putright.domain.adjustments import Adjustment, Need
from putright.domain.issues import Subject
from putright.domain.raised_before import RaisedBefore
from putright.domain.standing import Basis
from putright.web.complaining.speakers import OF_SPEAKERS, speaker_told
from putright.web.complaining.what_forms import MOST_TOLD
from putright.web.complaining.you_forms import NEEDS, PREFER

Answered = Mapping[str, Any]

# How the person must not be reached, and the box that says more of it.
_SAFELY = {
    Adjustment.NO_LETTERS_HOME: "other_address",
    Adjustment.NO_PHONE: "",
    Adjustment.NO_MESSAGES: "",
    Adjustment.TIME_TO_CALL: "times",
}

# Answers in the person's own words that have no place of their own: the box, and the title of the paper.
_FURTHER = {
    **OF_SPEAKERS,
    "child_reason": "Why the child is not complaining themselves",
    "occurred_about": "Roughly when it happened",
    "known_about": "Roughly when the person first knew of it",
    "sooner": "Why the person could not complain sooner",
    "pending_whom": "Who is still looking into it",
    "pending_when": "When the person complained to them",
    "answered_whom": "Who answered a complaint about it before",
    "answered_when": "When they answered",
    "answered_said": "What they said",
    "again": "What the person would like to be looked at now",
}


def complaint_told(answered: Answered, files: tuple[FileSaid, ...]) -> ComplaintSaid:
    """The complaint that the answers make; a date that is only roughly known stays in words and is not made up."""
    occurred_on: date | None = answered["occurred_on"]
    return ComplaintSaid(
        complainant=_complainant(answered),
        patient=_patient(answered),
        basis=Basis(answered["basis"]),
        speaker=speaker_told(answered),
        issues=tuple(_issues(answered)),
        occurred_on=occurred_on,
        known_on=answered["known_on"] or (occurred_on if answered["noticed"] == "then" else None),
        outcome_wanted=answered["wanted"],
        raised_before=RaisedBefore(answered["before"]) if answered["before"] != "no" else None,
        together=_together(answered),
        further=tuple(
            FurtherSaid(title=title, words=answered[box]) for box, title in _FURTHER.items() if answered.get(box)
        ),
        files=files,
    )


def _issues(answered: Answered) -> Iterator[IssueSaid]:
    for number in range(1, MOST_TOLD + 1):
        if f"words_{number}" in answered:
            yield IssueSaid(subject=Subject(answered[f"subject_{number}"]), words=answered[f"words_{number}"])


def _together(answered: Answered) -> TogetherSaid | None:
    """The other organisation that was part of it, and whether it may be told; nothing where there is none."""
    if answered["together"] != "yes":
        return None
    return TogetherSaid(
        code=answered["together_with"], name=answered["together_name"], may_share=answered["share"] == "yes"
    )


def _complainant(answered: Answered) -> PersonSaid:
    return PersonSaid(
        name=answered["full_name"],
        addressed_as=answered["addressed_as"],
        address=_address(answered),
        home=answered["home"],
        telephone=answered["telephone"],
        email=answered["email"],
        needs="\n".join(_needs(answered)),
        adjustments=tuple(_adjustments(answered)),
        born_on=answered["born_on"],
        agrees_to_email=answered.get("by_email") == "yes",
    )


def _patient(answered: Answered) -> PersonSaid | None:
    if "patient_name" not in answered:
        return None
    lines = tuple(line.strip() for line in answered.get("patient_address", "").split("\n") if line.strip())
    return PersonSaid(
        name=answered["patient_name"],
        address=lines or _address(answered),
        born_on=answered["patient_born_on"],
    )


def _address(answered: Answered) -> tuple[str, ...]:
    lines = (answered[box] for box in ("address_1", "address_2", "town", "postcode"))
    return tuple(line for line in lines if line)


def _adjustments(answered: Answered) -> Iterator[Need]:
    """What the person chose, by the codes that letters, calls and meetings go by."""
    yield from (Need(adjustment=each) for each in NEEDS if each in answered["needs"])
    if answered["language"]:
        yield Need(adjustment=Adjustment.INTERPRETER, detail=answered["language"])
    if Adjustment.SOMEBODY_WITH_THEM in answered["needs"]:
        yield Need(adjustment=Adjustment.SOMEBODY_WITH_THEM, detail=answered["who_with"])
    if answered["needs_other"]:
        yield Need(adjustment=Adjustment.OTHER, detail=answered["needs_other"])
    for each, box in _SAFELY.items():
        if each in answered["safely"]:
            yield Need(adjustment=each, detail=answered.get(box, ""))


def _needs(answered: Answered) -> Iterator[str]:
    yield f"Would rather hear from us by {PREFER[answered['prefer']][3:]}"
