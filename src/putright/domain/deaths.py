"""Who of a case has died, what must stop then, and on whose word does the complaint go on?"""

from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused
from putright.domain.standing import Basis

BY_LAW: Final = "SI 2009/309 reg 5(2)(a)"


class Who(StrEnum):
    """Of whom it can be learnt that they have died."""

    COMPLAINANT = "complainant"
    PATIENT = "patient"


WHO_WORDS: Final = {Who.COMPLAINANT: "the person who complains", Who.PATIENT: "the patient"}


def why_not_write_to(who: Who, learnt_on: date | None) -> Refused | None:
    """Why no letter is written or sent to somebody; nothing while nobody has said that they died."""
    if learnt_on is None:
        return None
    then = (
        "Say who speaks for the complaint now, and write to them."
        if who is Who.COMPLAINANT
        else "Write to the person who complains."
    )
    return Refused(
        code="has-died", message=f"{WHO_WORDS[who].capitalize()} has died, so no letter goes to them. {then}"
    )


def why_not_died_on(died_on: date | None, *, today: date, born_on: date | None) -> Refused | None:
    """Why somebody cannot have died on a day; nothing if they can, or if the day is not known."""
    if died_on is None:
        return None
    if died_on > today:
        return Refused(code="in-the-future", message="The day of death is still to come. Check the date.")
    if born_on is not None and died_on < born_on:
        return Refused(code="died-before-birth", message="The day of death is before the date of birth. Check both.")
    return None


SPEAKS_THEMSELVES: Final = Refused(
    code="speaks-themselves",
    message="Whoever complains speaks for the complaint themselves. First record that they have died.",
)


def why_not_speak_now(basis: Basis, *, complainant_died: bool, patient_died: bool) -> Refused | None:
    """Why nobody else can speak for a complaint on this footing; nothing if they can."""
    if not complainant_died:
        return SPEAKS_THEMSELVES
    if patient_died != (basis is Basis.DECEASED):
        message = (
            "The patient has died too, so the complaint is made on behalf of somebody who has died."
            if patient_died
            else "The patient lives. Say on which footing the complaint is made for them."
        )
        return Refused(code="wrong-footing", message=message, authority=BY_LAW)
    return None
