"""Has anybody seen what shows that somebody may speak for a patient, is it enough, and what waits until then?

It is never a bar to looking into what happened. What it holds back is what would be told about the patient: SI 2009/309
regulation 5(2) to (5), the Mental Capacity Act 2005 and the common law duty of confidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.consent_told import ConsentLimit
from putright.domain.duty import Refused
from putright.domain.speaking import Speaker, SpeaksAs, needed_for, proof_of, speaker_of
from putright.domain.standing import ASKED_OF_THE_PATIENT, FOOTINGS, Basis, Needed

ASKED, SEEN = "authority_asked", "authority_seen"
_SPEAKER_CHANGES: Final = "spoken_for"
_CONSENT: Final = frozenset({"consent_requested", "consent_given", "consent_refused", "consent_withdrawn"})
_UNAWARE: Final = "consent_questioned"


class Shown(StrEnum):
    """What was shown by somebody who speaks for a patient."""

    LASTING_POWER = "lasting-power"
    PROPERTY_POWER = "property-power"
    COURT_ORDER = "court-order"
    PROPERTY_ORDER = "property-order"
    WILL = "will"
    GRANT = "grant"
    WORDS = "words"
    OTHER = "other"


class SeenAs(StrEnum):
    """How it was seen."""

    ORIGINAL = "original"
    CERTIFIED = "certified"
    REGISTER = "register"
    COPY = "copy"
    TOLD = "told"


SHOWN_WORDS: Final = {
    Shown.LASTING_POWER: "A lasting power of attorney for health and welfare",
    Shown.PROPERTY_POWER: "A power of attorney for property and money alone",
    Shown.COURT_ORDER: "An order of the Court of Protection for health or welfare",
    Shown.PROPERTY_ORDER: "An order of the Court of Protection for property and money alone",
    Shown.WILL: "The will, which names them as executor",
    Shown.GRANT: "The grant of probate, or the letters of administration",
    Shown.WORDS: "What they say themselves: how they are connected, and why they speak",
    Shown.OTHER: "Something else",
}
SEEN_WORDS: Final = {
    SeenAs.ORIGINAL: "The paper itself",
    SeenAs.CERTIFIED: "A certified copy",
    SeenAs.REGISTER: "In the register of whoever issued it",
    SeenAs.COPY: "A copy, a scan or a photograph",
    SeenAs.TOLD: "It was told us",
}
_OVER_PROPERTY: Final = frozenset({Shown.PROPERTY_POWER, Shown.PROPERTY_ORDER})
_ENDS_WITH_LIFE: Final = frozenset({*_OVER_PROPERTY, Shown.LASTING_POWER, Shown.COURT_ORDER})
_BY_PAPER: Final = frozenset({SpeaksAs.ATTORNEY, SpeaksAs.DEPUTY, SpeaksAs.PERSONAL_REPRESENTATIVE})
_WHOM_TO_ASK: Final = frozenset({Needed.EVIDENCE_OF_AUTHORITY, Needed.REASONABLE_GROUNDS})


def why_not_shown(basis: Basis, speaker: Speaker) -> Refused | None:
    """Why nobody need show here that they may speak; nothing where they need.

    Where the patient can be asked, their own answer shows it.
    """
    needed = needed_for(basis, speaker)
    if needed in _WHOM_TO_ASK:
        return None
    law = FOOTINGS[basis].authority
    if needed is Needed.NOTHING:
        message = "Whoever complains here need not show that they may: nobody else is asked."
        return Refused(code="nothing-to-show", message=message, authority=law)
    message = "Here the patient’s own answer shows it. Ask the patient for consent, or record what they answered."
    return Refused(code="patient-answers", message=message, authority=law)


def why_not_enough(basis: Basis, speaker: Speaker, shown: Shown) -> Refused | None:
    """Why something cannot be enough for somebody to speak for a patient, whatever else is known; nothing if it can."""
    if basis is Basis.DECEASED and shown in _ENDS_WITH_LIFE:
        return Refused(
            code="ended-by-death",
            message="That power ended with the patient’s life. Look at the will, or ask how close they were.",
            authority="Mental Capacity Act 2005 s 9 to 11 and 16",
        )
    if shown in _OVER_PROPERTY:
        return Refused(
            code="property-alone",
            message="That power is over property and money. It does not let anybody decide about health or care.",
            authority="Mental Capacity Act 2005 s 9 to 11 and 16",
        )
    if shown is Shown.WORDS and speaker.speaks_as in _BY_PAPER:
        proof = proof_of(basis, speaker)
        return Refused(
            code="word-alone",
            message=f"They say that they hold a paper. It has to be seen: {proof.words if proof else 'the paper'}.",
            authority=proof.authority if proof else "",
        )
    return None


def wanted_of(basis: Basis, speaker: Speaker) -> str:
    """What a letter asks of somebody who has not shown that they may speak, in words to them."""
    proof = proof_of(basis, speaker)
    if proof and proof.paper:
        return f"Please send us a copy of {proof.paper}, or show it to us."
    if basis is Basis.CHILD:
        return "Please tell us who you are to the child. Please also tell us why you complain, and not the child."
    if basis is Basis.DECEASED:
        return "Please tell us how you were connected to the person who died."
    return "Please tell us how you know the patient. Please also tell us why it is good for them that you complain."


class AuthorityState(StrEnum):
    """How far it has come that somebody shows that they may speak for a patient."""

    NOT_SEEN = "not-seen"
    ASKED = "asked"
    NOT_ENOUGH = "not-enough"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityStands:
    """Where it stands, since when, and by which entry; of a case as it was received there is none."""

    state: AuthorityState
    since: date
    entry: str | None = None


def authority_of(events: Sequence[Event]) -> AuthorityStands | None:
    """Where it stands whether somebody has shown that they may speak; nothing before anything was received.

    Where somebody came to speak for whoever had died, it was taken down with that why they may.
    """
    found: AuthorityStands | None = None
    for event in in_force(events):
        state = _state_after(event, found)
        if state is not None:
            found = AuthorityStands(state=state, since=event.on, entry=event.id)
    return found


def _state_after(event: Event, before: AuthorityStands | None) -> AuthorityState | None:
    match event.event:
        case "received":
            return AuthorityState.NOT_SEEN
        case "spoken_for":
            return AuthorityState.ENOUGH
        case "authority_seen":
            return AuthorityState.ENOUGH if event.facts.get("enough") is True else AuthorityState.NOT_ENOUGH
        case "authority_asked" if before is None or before.state is AuthorityState.NOT_SEEN:
            return AuthorityState.ASKED
    return None


def still_asked_for(events: Sequence[Event]) -> date | None:
    """On which day whoever speaks was last asked what shows that they may, while it is still wanted."""
    asked: date | None = None
    for event in in_force(events):
        if event.event == "authority_asked":
            asked = event.on
        elif event.event == _SPEAKER_CHANGES or (event.event == SEEN and event.facts.get("enough") is True):
            asked = None
    return asked


def untold_until_shown(basis: Basis, events: Sequence[Event]) -> ConsentLimit | None:
    """What may not be told yet because nobody has seen what shows that somebody may speak; nothing where it was seen.

    Where it is the patient who is asked, this speaks only while they have neither been asked nor answered: after that
    their answer says what may be told.
    """
    speaker, stands = speaker_of(events), authority_of(events)
    if stands is None:
        return None
    needed = needed_for(basis, speaker)
    if needed in ASKED_OF_THE_PATIENT or needed is Needed.CONSENT_FOR_DETAILS:
        since = _not_asked_since(events)
        return ConsentLimit(words=_NOT_ASKED, since=since) if since else None
    if needed not in _WHOM_TO_ASK or stands.state is AuthorityState.ENOUGH:
        return None
    proof = proof_of(basis, speaker)
    words = f"{_STANDS[stands.state]}: {proof.words if proof else _BY_NEED[needed]}. {_UNTIL_THEN[needed]}"
    return ConsentLimit(words=words, since=stands.since)


def _not_asked_since(events: Sequence[Event]) -> date | None:
    """Since when the patient has not been asked whether whoever speaks now may; nothing once they have."""
    since: date | None = None
    for event in in_force(events):
        if event.event in ("received", _SPEAKER_CHANGES):
            since = event.on
        elif event.event in _CONSENT or event.event == _UNAWARE:
            since = None
    return since


_BY_NEED: Final = {
    Needed.EVIDENCE_OF_AUTHORITY: "what shows that they may speak for the patient",
    Needed.REASONABLE_GROUNDS: "reasonable grounds for complaining instead of the child",
}
_STANDS: Final = {
    AuthorityState.NOT_SEEN: "Proof not seen yet",
    AuthorityState.ASKED: "Proof asked for, and not seen yet",
    AuthorityState.NOT_ENOUGH: "What was seen is not enough. Still wanted",
}
_UNTIL_THEN: Final = {
    Needed.EVIDENCE_OF_AUTHORITY: "Look into it all the same. Until then tell nothing private about the patient.",
    Needed.REASONABLE_GROUNDS: (
        "Ask for them soon: by law a complaint for a child is considered once there are such grounds. Until then tell"
        " nothing private about the child, and see at once to whatever is not safe."
    ),
}
_NOT_ASKED: Final = (
    "The patient has not been asked for consent, and no answer of theirs is on the file. Look into it all the same."
    " Until then tell nothing private about the patient."
)
