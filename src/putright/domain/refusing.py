"""On which ground may a body not deal with an issue, or not accept who complains for another?"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.channels import SPOKEN, Channel
from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused
from putright.domain.scope import GROUND_WORDS, Ground
from putright.domain.standing import FOOTINGS, Basis

# As a letter says each ground to the person: “We cannot deal with it because …”
GROUND_TOLD: Final = {
    Ground.BY_A_BODY: "the complaint was made by an organisation that must deal with complaints itself",
    Ground.EMPLOYMENT: "it is about your work for us, and there is another way to raise that",
    Ground.SETTLED_AT_ONCE: "you told us about it, and we put it right with you by the next working day",
    Ground.SETTLED_BEFORE: "you told us about the same thing before, and we put it right with you then",
    Ground.INVESTIGATED_BEFORE: "the same thing has been looked into already",
    Ground.OMBUDSMAN: "an Ombudsman is looking into it, or has done so",
    Ground.INFORMATION_REQUEST: "it is about a request for information under the Freedom of Information Act",
    Ground.SUPERANNUATION: "it is about a pension",
}
# Where somebody can turn instead.
GROUND_INSTEAD: Final = {
    Ground.BY_A_BODY: "Our organisations can talk to each other about it.",
    Ground.EMPLOYMENT: "Please ask your manager, your trade union or the staff who look after employment.",
    Ground.SETTLED_AT_ONCE: "If it has not been put right after all, please tell us.",
    Ground.SETTLED_BEFORE: "If it has not been put right after all, please tell us.",
    Ground.INVESTIGATED_BEFORE: "If you are not happy with that answer, you can go to the Ombudsman.",
    Ground.OMBUDSMAN: "Please ask the Ombudsman about it.",
    Ground.INFORMATION_REQUEST: "You can ask us to look at the request again, and then the Information Commissioner.",
    Ground.SUPERANNUATION: "Please ask the people who run the pension scheme.",
}


class Unaccepted(StrEnum):
    """Why somebody who complains for another is not accepted: regulation 5."""

    NO_REASONABLE_GROUNDS = "no-reasonable-grounds"
    NOT_BEST_INTERESTS = "not-best-interests"
    NOT_ASKED_BY_THE_PATIENT = "not-asked-by-the-patient"


UNACCEPTED_WORDS: Final = {
    Unaccepted.NO_REASONABLE_GROUNDS: (
        "there are no reasonable grounds for the complaint being made by somebody other than the child",
        "SI 2009/309 reg 5(3)",
    ),
    Unaccepted.NOT_BEST_INTERESTS: (
        "the complaint is not conducted in the best interests of the patient",
        "SI 2009/309 reg 5(4) and (5)",
    ),
    Unaccepted.NOT_ASKED_BY_THE_PATIENT: (
        "the patient has not asked for the complaint to be made",
        "SI 2009/309 reg 5(2)",
    ),
}
_OPEN_TO: Final = {
    Unaccepted.NO_REASONABLE_GROUNDS: frozenset({Basis.CHILD}),
    Unaccepted.NOT_BEST_INTERESTS: frozenset({Basis.CHILD, Basis.LACKS_CAPACITY}),
    Unaccepted.NOT_ASKED_BY_THE_PATIENT: frozenset({Basis.REQUESTED, Basis.PHYSICAL_INCAPACITY}),
}
_SAID_NO: Final = ("consent_refused", "consent_withdrawn")


def grounds_against(basis: Basis) -> tuple[Unaccepted, ...]:
    """The grounds on which somebody complaining on this footing may not be accepted."""
    return tuple(ground for ground, open_to in _OPEN_TO.items() if basis in open_to)


def why_not_refuse(basis: Basis, events: Sequence[Event], ground: Unaccepted | None = None) -> Refused | None:
    """Why a representative may not be refused, on this ground or on any; nothing if they may.

    What the patient wants is what the patient said: it stands on the file that they refused consent or took it back.
    """
    law = FOOTINGS[basis].authority
    if not FOOTINGS[basis].speaks_for_another:
        return Refused(code="not-a-representative", message="Nobody complains for another person here.", authority=law)
    if any(event.event == "representative_refused" for event in in_force(events)):
        return Refused(code="already-refused", message="The representative has already not been accepted.")
    open_to = grounds_against(basis)
    if not open_to or (ground is not None and ground not in open_to):
        message = "The Regulations give no such ground against somebody who complains on this footing."
        return Refused(code="no-such-ground", message=message, authority=law)
    needs_a_no = (ground or open_to[0]) is Unaccepted.NOT_ASKED_BY_THE_PATIENT
    if needs_a_no and not _patient_said_no(events):
        return Refused(
            code="patient-has-not-refused",
            message="Record first that the patient did not consent, or took consent back: it is theirs to say.",
            authority=law,
        )
    return None


def why_not_on_this_ground(
    ground: Ground, *, channel: Channel, settled_on: date | None, last_day: date
) -> Refused | None:
    """Why an issue may not be left out on a ground; nothing if it may.

    Of what was settled at once three things must be so: it was spoken, it is settled, and the person was satisfied by
    the end of the next working day (`last_day`): regulation 8(1)(c). An email never qualifies.
    """
    if ground is not Ground.SETTLED_AT_ONCE:
        return None
    words, authority = GROUND_WORDS[ground]
    if channel not in SPOKEN:
        message = "Only what was spoken can be left out because it was settled at once. This complaint was written."
    elif settled_on is None:
        message = "Record first that it was settled and that the person is satisfied."
    elif settled_on > last_day:
        message = "It was settled later than the working day after it was made, so it has to be dealt with."
    else:
        return None
    return Refused(code="not-settled-at-once", message=message, authority=authority or words)


def settled_to_satisfaction(events: Sequence[Event]) -> date | None:
    """The first day on which it stands on the file that the person is satisfied; nothing where it does not."""
    return next(
        (event.on for event in in_force(events) if event.event == "settled" and event.facts.get("satisfied") is True),
        None,
    )


def _patient_said_no(events: Sequence[Event]) -> bool:
    answers = [event.event for event in in_force(events) if event.event in (*_SAID_NO, "consent_given")]
    return bool(answers) and answers[-1] in _SAID_NO
