"""How do the answers of the form become a complaint as casework takes it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

# What Django's forms clean is untyped, hence Any.
from typing import Any

from putright.casework.said import ComplaintSaid, FileSaid, FurtherSaid, IssueSaid, PersonSaid, TogetherSaid
from putright.domain.adjustments import Adjustment, Need
from putright.domain.issues import Subject
from putright.domain.raised_before import PAPERS, RaisedBefore
from putright.domain.standing import Basis
from putright.web.complaining.counted_forms import counted_told
from putright.web.complaining.roughly import ROUGHLY, title_of_issue
from putright.web.complaining.rounds import MOST_TOLD
from putright.web.complaining.speakers import OF_SPEAKERS, speaker_told
from putright.web.complaining.when_forms import SAME
from putright.web.complaining.you_forms import NEEDS, PREFER
from putright.web.forms.numbered import box_of
from putright.web.language import Language, languages_told

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
    **ROUGHLY,
    "sooner": "Why the person could not complain sooner",
    **PAPERS,
}


# Of these, what is asked of each thing.
_OF_EACH = (*ROUGHLY, "sooner")


def complaint_told(
    answered: Answered, files: tuple[FileSaid, ...], *, read_in: Language = Language.ENGLISH
) -> ComplaintSaid:
    """The complaint that the answers make; a date that is only roughly known stays in words and is not made up.

    `read_in` is the language that the person chose for our pages, which staff are told.
    """
    issues = tuple(_issues(answered))
    of_all = {(issue.occurred_on, issue.known_on) for issue in issues}
    # The days are those of the whole complaint where they are the same for each thing.
    occurred_on, known_on = of_all.pop() if len(of_all) == 1 else (None, None)
    return ComplaintSaid(
        complainant=_complainant(answered, read_in),
        patient=_patient(answered),
        basis=Basis(answered["basis"]),
        speaker=speaker_told(answered),
        issues=issues if not (occurred_on or known_on) else tuple(map(_without_days, issues)),
        occurred_on=occurred_on,
        known_on=known_on,
        outcome_wanted=_wanted(answered),
        raised_before=RaisedBefore(answered["before"]) if answered["before"] != "no" else None,
        together=_together(answered),
        for_return=counted_told(answered),
        further=tuple(_further(answered)),
        files=files,
    )


def _issues(answered: Answered) -> Iterator[IssueSaid]:
    for number in range(1, MOST_TOLD + 1):
        if f"words_{number}" in answered:
            occurred_on, known_on = _days(answered, number)
            yield IssueSaid(
                subject=Subject(answered[f"subject_{number}"]),
                words=answered[f"words_{number}"],
                occurred_on=occurred_on,
                known_on=known_on,
            )


def _days(answered: Answered, number: int) -> tuple[date | None, date | None]:
    """When a thing happened and when the person knew of it, as far as they gave a day."""
    if answered[box_of("occurred", number)] == SAME:
        return _days(answered, 1)
    occurred_on: date | None = answered[box_of("occurred_on", number)]
    known_on: date | None = answered[box_of("known_on", number)]
    return occurred_on, known_on or (occurred_on if answered[box_of("noticed", number)] == "then" else None)


def _without_days(issue: IssueSaid) -> IssueSaid:
    return IssueSaid(subject=issue.subject, words=issue.words)


def _wanted(answered: Answered) -> str:
    """What the person would like to happen; of several things by their numbers."""
    wanted = {number: str(answered.get(box_of("wanted", number), "")).strip() for number in range(1, MOST_TOLD + 1)}
    said = {number: words for number, words in wanted.items() if words}
    if "words_2" not in answered:
        return said.get(1, "")
    return "\n\n".join(f"Issue {number}: {words}" for number, words in said.items())


def _further(answered: Answered) -> Iterator[FurtherSaid]:
    for box, title in _FURTHER.items():
        if answered.get(box):
            yield FurtherSaid(title=title, words=answered[box])
    for number in range(2, MOST_TOLD + 1):
        for box in _OF_EACH:
            if words := answered.get(box_of(box, number)):
                yield FurtherSaid(title=title_of_issue(number, _FURTHER[box]), words=words)


def _together(answered: Answered) -> TogetherSaid | None:
    """The other organisation that was part of it, and whether it may be told; nothing where there is none."""
    if answered["together"] != "yes":
        return None
    return TogetherSaid(
        code=answered["together_with"], name=answered["together_name"], may_share=answered["share"] == "yes"
    )


def _complainant(answered: Answered, read_in: Language) -> PersonSaid:
    return PersonSaid(
        name=answered["full_name"],
        addressed_as=answered["addressed_as"],
        address=_address(answered),
        home=answered["home"],
        telephone=answered["telephone"],
        email=answered["email"],
        needs="\n".join((*_needs(answered), *languages_told(read_in))),
        adjustments=tuple(_adjustments(answered)),
        born_on=answered.get("born_on"),
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
