"""Whether a complaint made for another waits for the patient's consent to be answered, and whether that stands."""

from typing import Final

from putright.domain.history import History
from putright.domain.procedure import Procedure
from putright.domain.speaking import is_told_by_their_word, said_of
from putright.domain.standing import Basis

# Regulation 5(2)(a) and (c)(ii): of these no consent can be asked.
NO_CONSENT_POSSIBLE: Final = frozenset({"died", "deceased", "lacks-capacity"})
CHILD: Final = "child"


def consent_is_needed(procedure: Procedure, history: History) -> bool:
    """Whether the patient's consent is needed before details are told to the person who complains for them.

    A body may ask it from a younger age than 18 (regulation 5(2)(b)); the file's `representation` says from which. A
    child who can decide is asked whatever their age. An elected member is told at the patient's word, unless the body
    promises to ask always.
    """
    received = history.first("received")
    if received is None or received.facts.get("capacity") != "representative":
        return False
    basis, age = received.facts.get("basis"), received.facts.get("patient_age")
    rules = procedure.representation
    if basis in NO_CONSENT_POSSIBLE or (rules is not None and basis in rules.unless):
        return False
    speaker = said_of(received.facts)
    if basis == CHILD and speaker.can_decide:
        return True
    if isinstance(age, int) and rules is not None and rules.from_age is not None:
        return age >= rules.from_age
    if rules is None and isinstance(basis, str) and basis in set(Basis):
        return basis != CHILD and not is_told_by_their_word(Basis(basis), speaker)
    return basis != CHILD


def consent_stands(history: History) -> bool:
    """Whether consent was given and has been neither refused nor withdrawn since."""
    return history.since("consent_given", ("consent_refused", "consent_withdrawn"))
