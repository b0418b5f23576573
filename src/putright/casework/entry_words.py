"""What does an entry say, in words?"""

from datetime import date
from typing import Final

from putright.casework.other_bodies import body_named
from putright.domain.access import ROLE_WORDS, Role
from putright.domain.breaches import HOW_WORDS, How
from putright.domain.calls import DIRECTION_WORDS, SPOKEN_WITH_WORDS, Direction, SpokenWith
from putright.domain.deaths import WHO_WORDS, Who
from putright.domain.channels import CHANNEL_WORDS, Channel
from putright.domain.choice import CHOICE_WORDS, REMEDY_WORDS, ChoiceKind, ChoiceRemedy, weeks_waited
from putright.domain.chronology import Event, FactValue
from putright.domain.delivery import TROUBLE_WORDS, Trouble
from putright.domain.issues import OUTCOME_WORDS, Outcome
from putright.domain.joint import JOINT_WORDS, JointPart
from putright.domain.periods import in_words
from putright.domain.programme import Programme
from putright.domain.reasons import DELAY_REASON_WORDS, DelayReason
from putright.domain.references import reference_shown
from putright.domain.refusing import UNACCEPTED_WORDS, Unaccepted
from putright.domain.scope import GROUND_WORDS, Ground
from putright.domain.several import APPLIED, CHANGED, ENDED
from putright.domain.standing import FOOTINGS, Basis

# How each fact is named on a page; what is not here is said by the entry's own words, or is for programs alone.
_NAMES: Final = {
    "role": "As",
    "channel": "How",
    "direction": "Which way",
    "with": "With whom",
    "minutes": "Minutes",
    "how": "How it happened",
    "people": "People concerned",
    "who": "Who",
    "date": "Date given",
    "step": "Step",
    "reason": "Reason",
    "outcome": "Outcome",
    "fell_short": "Did it fall short?",
    "severity": "Severity of the injustice",
    "basis": "Who complains",
    "patient_age": "Age of the patient",
    "satisfied": "Is the person satisfied?",
    "accepted": "Is it taken up?",
    "letter": "Letter",
    "paper": "Paper",
    "first_received_on": "First received elsewhere",
    "service": "Service",
    "from_body": "Received first by",
    "body": "Organisation",
    "case": "Other case",
    "ground": "Ground",
    "good_reasons": "Good reasons for not complaining sooner?",
    "still_possible": "Can it still be looked into?",
    "to": "Sent to",
    "as": "Our part",
    "kind": "Which choice",
    "referred_on": "Referred on",
    "applies": "Does the law give this choice here?",
    "remedy": "What was offered",
}
_OF_PROCEDURES: Final = (APPLIED, CHANGED, ENDED)


def entry_words(event: Event, programmes: tuple[Programme, ...]) -> tuple[tuple[str, str], ...]:
    """The facts of an entry, each by its name, in the order in which pages give them."""
    if event.event in _OF_PROCEDURES:
        named = str(event.facts.get("to") or event.facts.get("procedure"))
        return (("Procedure", _title(named, programmes)),)
    said = ((_NAMES[name], _of(event, name, programmes)) for name in _NAMES if name in event.facts)
    return (*said, *_waited(event))


def _waited(event: Event) -> tuple[tuple[str, str], ...]:
    referred_on = event.facts.get("referred_on")
    if not isinstance(referred_on, date):
        return ()
    weeks = weeks_waited(referred_on, event.on)
    return (("Waited by then", f"{weeks} week{'' if weeks == 1 else 's'}"),)


def _title(named: str, programmes: tuple[Programme, ...]) -> str:
    return next((each.procedure.title for each in programmes if each.name == named), named)


def _of(event: Event, name: str, programmes: tuple[Programme, ...]) -> str:
    value = event.facts[name]
    if name == "case":
        return reference_shown(str(value))
    if name in ("from_body", "body", "to") and isinstance(value, str):
        called = body_named(value, event.on)
        return called if called != value else _coded(name, value)
    return _said(name, value, programmes)


def _said(name: str, value: FactValue, programmes: tuple[Programme, ...]) -> str:
    match value:
        case bool():
            return "Yes" if value else "No"
        case date():
            return in_words(value)
        case int():
            return str(value)
        case tuple():
            return ", ".join(value)
    if name == "step":
        return _promise(value, programmes)
    return _coded(name, value)


def _promise(step: str, programmes: tuple[Programme, ...]) -> str:
    steps = (programme.procedure.steps.get(step) for programme in programmes)
    return next((found.promise for found in steps if found), step)


def _coded(name: str, code: str) -> str:
    match name:
        case "who" if code in WHO_WORDS:
            return WHO_WORDS[Who(code)].capitalize()
        case "direction" if code in DIRECTION_WORDS:
            return DIRECTION_WORDS[Direction(code)]
        case "how" if code in HOW_WORDS:
            return HOW_WORDS[How(code)]
        case "with" if code in SPOKEN_WITH_WORDS:
            return SPOKEN_WITH_WORDS[SpokenWith(code)]
        case "role" if code in ROLE_WORDS:
            return ROLE_WORDS[Role(code)]
        case "channel" if code in CHANNEL_WORDS:
            return CHANNEL_WORDS[Channel(code)].capitalize()
        case "outcome" if code in OUTCOME_WORDS:
            return OUTCOME_WORDS[Outcome(code)]
        case "reason" if code in DELAY_REASON_WORDS:
            return DELAY_REASON_WORDS[DelayReason(code)]
        case "reason" if code in TROUBLE_WORDS:
            return TROUBLE_WORDS[Trouble(code)]
        case "as" if code in set(JointPart):
            return JOINT_WORDS[JointPart(code)]
        case "ground" if code in GROUND_WORDS:
            return GROUND_WORDS[Ground(code)][0].capitalize()
        case "reason" if code in UNACCEPTED_WORDS:
            return UNACCEPTED_WORDS[Unaccepted(code)][0].capitalize()
        case "basis" if code in FOOTINGS:
            return FOOTINGS[Basis(code)].words
        case "kind" if code in CHOICE_WORDS:
            return CHOICE_WORDS[ChoiceKind(code)]
        case "remedy" if code in REMEDY_WORDS:
            return REMEDY_WORDS[ChoiceRemedy(code)]
    return code.replace("-", " ").capitalize()
