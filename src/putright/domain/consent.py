"""What does a patient agree to who is asked whether somebody may complain for them, and what follows from the answer?

Consent is the patient's, for one complaint: to what was set before them and no more. They may agree to part of it, take
it back at any time, or say that they never knew of the complaint; then nothing is told to anybody until they have been
spoken with, by themselves. SI 2009/309 regulation 5(2); the common law duty of confidence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused

RULES: Final = "consent"  # the rules that come over a case when the patient says no, or takes consent back
RULES_UNAWARE: Final = "patient-unaware"  # and when they say that they did not know of it
ASKED, GIVEN, REFUSED, WITHDRAWN = "consent_requested", "consent_given", "consent_refused", "consent_withdrawn"
UNAWARE, SPOKEN_WITH, TOLD = "consent_questioned", "patient_spoken_with", "consent_answer_told"
CONFIDENCE: Final = "Common law duty of confidence"
ANSWERED_FOR: Final = timedelta(days=92)  # so long can a link say yes; then it is asked anew, as it stands by then
LASTS: Final = timedelta(days=2 * 366)  # so long can it take back: as long as a link to follow a complaint


class ConsentAnswer(StrEnum):
    """What the patient answers when they are asked."""

    WHOLE = "whole"
    PART = "part"
    NO = "no"
    UNAWARE = "unaware"


EVENT_OF: Final[Mapping[ConsentAnswer, str]] = {
    ConsentAnswer.WHOLE: GIVEN,
    ConsentAnswer.PART: GIVEN,
    ConsentAnswer.NO: REFUSED,
    ConsentAnswer.UNAWARE: UNAWARE,
}


EXTENT_WORDS: Final[Mapping[ConsentAnswer, str]] = {
    ConsentAnswer.WHOLE: "To all that was asked",
    ConsentAnswer.PART: "To part of what was asked; the paper says to which",
}


class FormState(StrEnum):
    """How far a consent form has come, whichever way the answer came."""

    WAITING = "waiting"
    GIVEN = "given"
    REFUSED = "refused"
    UNAWARE = "unaware"
    TAKEN_BACK = "taken-back"
    REPLACED = "replaced"


STATE_AFTER: Final[Mapping[str, FormState]] = {
    GIVEN: FormState.GIVEN,
    REFUSED: FormState.REFUSED,
    UNAWARE: FormState.UNAWARE,
    WITHDRAWN: FormState.TAKEN_BACK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was set before the patient: each thing that would be told, and each who would be told it."""

    about: str
    information: tuple[str, ...]
    shared_with: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """What the patient ticked, by its place in what was asked; the first is 1."""

    information: frozenset[int] = frozenset()
    shared_with: frozenset[int] = frozenset()


def everything(asked: Asked) -> Ticked:
    """All that was asked, ticked."""
    return Ticked(
        information=frozenset(range(1, len(asked.information) + 1)),
        shared_with=frozenset(range(1, len(asked.shared_with) + 1)),
    )


def ticked_by(answer: ConsentAnswer, ticked: Ticked, asked: Asked) -> Ticked:
    """What is agreed to: all of it, what was ticked of it, or nothing."""
    if answer is ConsentAnswer.WHOLE:
        return everything(asked)
    return ticked if answer is ConsentAnswer.PART else Ticked()


def extent_of(ticked: Ticked, asked: Asked) -> ConsentAnswer:
    """How far consent goes that was given: to the whole of what was asked, or to part of it."""
    return ConsentAnswer.WHOLE if ticked == everything(asked) else ConsentAnswer.PART


def why_not_so(answer: ConsentAnswer, ticked: Ticked, asked: Asked) -> Refused | None:
    """Why an answer cannot be meant; nothing if it can. Consent to tell nothing, or nobody, would be none."""
    whole = everything(asked)
    if not (ticked.information <= whole.information and ticked.shared_with <= whole.shared_with):
        return Refused(code="not-asked", message="Something is ticked that was not asked. Tick the boxes once more.")
    if answer is ConsentAnswer.PART and not (ticked.information and ticked.shared_with):
        return NOTHING_TICKED
    return None


NOTHING_TICKED: Final = Refused(
    code="nothing-ticked",
    message="Tick at least one thing that we may tell, and one person we may tell it to. If there is none, choose No.",
    authority=CONFIDENCE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStands:
    """What is known of a consent form and of its case, on the day on which somebody comes with its link."""

    state: FormState
    asked_on: date
    expires_on: date
    letter_put_aside: bool = False
    case_open: bool = True
    patient_died: bool = False
    representative_refused: bool = False


def can_answer(form: FormStands, on: date) -> bool:
    """Whether the link still answers: once, while it is fresh, and while anything hangs on the answer."""
    fresh = on <= form.asked_on + ANSWERED_FOR
    return form.state is FormState.WAITING and fresh and not form.representative_refused and _is_of_use(form, on)


def can_take_back(form: FormStands, on: date) -> bool:
    """Whether consent that was given can be taken back by the link."""
    return form.state is FormState.GIVEN and _is_of_use(form, on)


def is_over(form: FormStands, on: date) -> bool:
    """Whether the link shows nothing any more, to anybody.

    Who has answered may see what they answered; a form whose letter never went, or that another one replaced, was
    never to be answered.
    """
    if form.state is FormState.WAITING:
        return not can_answer(form, on)
    return form.state is FormState.REPLACED or not _is_of_use(form, on)


def _is_of_use(form: FormStands, on: date) -> bool:
    return form.case_open and not form.patient_died and not form.letter_put_aside and on <= form.expires_on


def is_same_address(patient: str, complainant: str) -> bool:
    """Whether two email addresses are one, so that what goes to the patient would be read by who complains.

    >>> is_same_address(" Gwen@example.org", "gwen@example.org "), is_same_address("", "")
    (True, False)
    """
    return bool(patient.strip()) and patient.strip().casefold() == complainant.strip().casefold()


def is_same_place(one: str, other: str) -> bool:
    """Whether two postal addresses are one, however they are written: the post of one may be opened by the other.

    >>> (
    ...     is_same_place("2 Sample Road,\\nEXAMPLETON ex1 1ex", "2 Sample Road\\nExampleton\\nEX1 1EX"),
    ...     is_same_place("", ""),
    ... )
    (True, False)
    """
    first, second = ("".join(filter(str.isalnum, each)).casefold() for each in (one, other))
    return bool(first) and first == second


ONE_HOME: Final = (
    "The patient lives where the person who complains does, who may open the letter. If you can, ring or see the"
    " patient as well, alone."
)
SHARED_EMAIL: Final = Refused(
    code="shared-address",
    message=(
        "The patient's email address is also that of the person who complains, so the patient may not be the one who"
        " reads it. Write by post, or ask the patient in person."
    ),
    authority=CONFIDENCE,
)


def words_on_file(answer: ConsentAnswer, ticked: Ticked, asked: Asked) -> str:
    """What the answer comes to, in words for the file: what may be told, to whom, and what was asked but not agreed."""
    if answer is ConsentAnswer.NO:
        return "The patient does not agree. Nothing about the patient may be told."
    if answer is ConsentAnswer.UNAWARE:
        return (
            "The patient says that they did not know of the complaint. Nothing about the patient may be told to anybody"
            " until they have been spoken with, by themselves."
        )
    parts = (
        ("May be told", _of(asked.information, ticked.information)),
        ("To", _of(asked.shared_with, ticked.shared_with)),
        ("Asked, and not agreed to", _left(asked, ticked)),
    )
    return "\n\n".join(f"{title}:\n" + "\n".join(f"- {line}" for line in lines) for title, lines in parts if lines)


def _of(lines: tuple[str, ...], chosen: frozenset[int]) -> tuple[str, ...]:
    return tuple(line for number, line in enumerate(lines, 1) if number in chosen)


def _left(asked: Asked, ticked: Ticked) -> tuple[str, ...]:
    told = (line for number, line in enumerate(asked.information, 1) if number not in ticked.information)
    whom = (line for number, line in enumerate(asked.shared_with, 1) if number not in ticked.shared_with)
    return (*told, *(f"telling {line}" for line in whom))
