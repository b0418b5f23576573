"""To whom does a letter go, and has that person died?"""

from putright.domain.deaths import Who, why_not_write_to
from putright.domain.duty import Refused
from putright.letters.texts import Reader, letter_text
from putright.records.models import Case, Person

_READERS = {Reader.COMPLAINANT: Who.COMPLAINANT, Reader.PATIENT: Who.PATIENT}


def person_of(case: Case, who: Who) -> Person:
    """Who that is on a case: whoever complains may be the patient."""
    return case.complainant if who is Who.COMPLAINANT else case.patient


def goes_to(name: str) -> Who | None:
    """To whom a letter of this name goes; nothing where it goes to a member of staff or another organisation."""
    return _READERS.get(letter_text(name).to)


def why_not_to_the_dead(case: Case, name: str) -> Refused | None:
    """Why a letter is neither written nor sent, because of a death; nothing if it can be."""
    who = goes_to(name)
    return why_not_write_to(who, person_of(case, who).death_learnt_on) if who else None
