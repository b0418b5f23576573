"""Who may withdraw a complaint, and what is owed once it is withdrawn?"""

from datetime import date
from typing import Final

from putright.domain.duty import Duty, Position, Refused
from putright.domain.periods import in_words
from putright.domain.standing import Basis
from putright.domain.vocabulary import CaseStatus

RULES: Final = "withdrawal"  # the rules that come over a case when it is withdrawn
CONFIRMED, FURTHER, LEARNT = "withdrawal_confirmed", "looked_into_further", "learning_recorded"
# Who complains for somebody who can say for themselves whether it is to end: regulation 5(2)(c)(i) and (d).
_FOR_ONE_WHO_CAN_SAY: Final = frozenset({Basis.REQUESTED, Basis.PHYSICAL_INCAPACITY})

ASKED, TOLD = "take_up_asked", "take_up_told"
NOT_WITHDRAWN: Final = Refused(
    code="not-withdrawn", message="This complaint is not withdrawn, so there is nothing to take up again."
)
OPEN_AGAIN: Final = Refused(
    code="already-open-again", message="The case was opened again already. Tell the person that it goes on."
)
ALREADY_ASKED: Final = Refused(
    code="already-asked", message="You have told us already that you want to go on. We will write to you."
)
WANTED: Final = "withdrawal_asked"
ASKED_ALREADY: Final = Refused(
    code="already-asked", message="You have told us already that you want to stop. We ask the patient."
)
NOTHING_TO_LEARN: Final = Refused(
    code="nothing-further", message="Nothing is looked into on this case since it was withdrawn."
)
CONFIRMED_ALREADY: Final = Refused(
    code="nothing-to-confirm", message="There is no withdrawal that is still to be confirmed in writing."
)


def needs_the_patient(basis: Basis) -> bool:
    """Whether the complaint is the patient's own to end, and somebody else speaks for them."""
    return basis in _FOR_ONE_WHO_CAN_SAY


def why_not_by_them(basis: Basis, *, patient_agrees: bool) -> Refused | None:
    """Why whoever complains may not withdraw by themselves; nothing if they may.

    Who speaks for a patient at the patient's wish cannot end what is the patient's: ask the patient first.
    """
    if patient_agrees or not needs_the_patient(basis):
        return None
    message = (
        "The complaint is the patient's, who asked somebody to make it for them. Ask the patient whether they want to"
        " withdraw it, and say so here. If the patient wants to go on, they can, or can name somebody else."
    )
    return Refused(code="patient-not-asked", message=message, authority="SI 2009/309 reg 5(2)")


def confirmation_owed(position: Position) -> Duty | None:
    """The written confirmation, where it is still owed."""
    return _owed(position, CONFIRMED)


def learning_owed(position: Position) -> Duty | None:
    """What is looked into all the same, where it is not finished."""
    return _owed(position, LEARNT)


def take_up_owed(position: Position) -> Duty | None:
    """The answer to whoever wants to go on after all, where it is still owed."""
    return _owed(position, TOLD)


def patient_to_be_asked(position: Position) -> Duty | None:
    """That the patient is asked whether they want to withdraw what somebody else wants to, where it is still owed."""
    return _owed(position, "withdrawn")


def may_stop(position: Position) -> bool:
    """Whether the person can say that they want to withdraw: it goes on, and the patient is not being asked already."""
    return position.permits("withdrawn") and patient_to_be_asked(position) is None


def why_not_taken_up(status: CaseStatus) -> Refused | None:
    """Why a complaint cannot be taken up again; nothing if it was withdrawn."""
    return None if status is CaseStatus.WITHDRAWN else NOT_WITHDRAWN


def why_not_answered(position: Position) -> Refused | None:
    """Why nobody can be told whether it goes on; nothing if it is withdrawn, or was opened again without a word."""
    return None if take_up_owed(position) else why_not_taken_up(position.status)


def why_not_left(asked_on: date, until: date | None, reasons: str) -> Refused | None:
    """Why a complaint cannot stay withdrawn though the person wants to go on; nothing if there are reasons for it.

    Within twelve months the same complaint could be made anew, so refusing it would only make them say it twice.
    """
    if until is not None and asked_on <= until:
        message = f"The law gives the person until {in_words(until)} to make this complaint. Take it up again."
        return Refused(code="still-in-time", message=message, authority="SI 2009/309 reg 12(1)")
    if not reasons.strip():
        message = "Say why it is not taken up again. The person reads it in the letter."
        return Refused(code="no-reasons", message=message, authority="SI 2009/309 reg 12(2)")
    return None


def _owed(position: Position, event: str) -> Duty | None:
    return next((duty for duty in position.to_do() if duty.procedure == RULES and event in duty.met_by), None)
