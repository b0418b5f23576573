"""What does an entry say, in words?"""

from collections.abc import Iterator, Mapping
from datetime import date

# A code is of the closed set of its fact, hence Any.
from typing import Any, Final

from putright.casework.other_bodies import body_named
from putright.casework.return_said import words_of_labels
from putright.domain.access import ROLE_WORDS
from putright.domain.allocation import DECISION_WORDS as APPEAL_DECISIONS
from putright.domain.authority import SEEN_WORDS, SHOWN_WORDS
from putright.domain.breaches import HOW_WORDS
from putright.domain.calls import DIRECTION_WORDS, SPOKEN_WITH_WORDS
from putright.domain.channels import CHANNEL_WORDS
from putright.domain.choice import CHOICE_WORDS, REMEDY_WORDS, weeks_waited
from putright.domain.choice_team import ASKED_BY_WORDS, RESULT_WORDS
from putright.domain.chronology import Event, FactValue
from putright.domain.consent import EXTENT_WORDS
from putright.domain.consent_shared import CHANGE_WORDS
from putright.domain.contact import RUNG_WORDS
from putright.domain.deaths import WHO_WORDS
from putright.domain.delivery import TROUBLE_WORDS
from putright.domain.feedback import FEEDBACK_WORDS
from putright.domain.interviews import INTERVIEWED_WORDS
from putright.domain.issues import OUTCOME_WORDS, SUBJECT_WORDS
from putright.domain.joint import JOINT_WORDS
from putright.domain.keeping import KEPT_FOR_WORDS
from putright.domain.linked import PROCESS_WORDS
from putright.domain.named_events import named_events, words_of_fact
from putright.domain.ombudsman import ASKS_WORDS, DECISION_WORDS
from putright.domain.page_talk import PROMISE_WORDS
from putright.domain.periods import in_words
from putright.domain.programme import Programme
from putright.domain.raised_before import RAISED_WORDS
from putright.domain.reasons import DELAY_REASON_WORDS
from putright.domain.references import reference_shown
from putright.domain.refusing import UNACCEPTED_WORDS
from putright.domain.remedies import KIND_WORDS as REMEDY_KINDS
from putright.domain.remedies import pounds
from putright.domain.scope import GROUND_WORDS
from putright.domain.several import APPLIED, CHANGED, ENDED
from putright.domain.speaking import SPEAKS_AS_WORDS
from putright.domain.standing import FOOTINGS
from putright.domain.triage import PATH_WORDS, SEVERITY_WORDS
from putright.domain.vocabulary import CORE_EVENTS

# How each fact is named on a page; what is not here is said by the entry's own words, or is for programs alone.
_NAMES: Final = {
    "role": "As",
    "process": "What it is",
    "channel": "How",
    "extent": "How far it goes",
    "change": "What changed",
    "shown": "What was seen",
    "seen_as": "As what",
    "enough": "Is it enough?",
    "direction": "Which way",
    "with": "With whom",
    "whom": "With whom",
    "minutes": "Minutes",
    "how": "How it happened",
    "people": "People concerned",
    "agreed": "Was it agreed with the person?",
    "who": "Who",
    "rung": "What was decided",
    "date": "Date given",
    "step": "Step",
    "steps": "Clocks",
    "tier": "Level",
    "reason": "Reason",
    "outcome": "Outcome",
    "fell_short": "Did it fall short?",
    "severity": "Severity of the injustice",
    "basis": "Who complains",
    "speaks_as": "In what part they speak",
    "through_another": "Were they asked by somebody else than the patient?",
    "can_decide": "Can the child decide this?",
    "raised_before": "Was it complained of before?",
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
    "redress": "What puts it right",
    "pence": "Amount",
    "referred_on": "Referred on",
    "applies": "Does the law give this choice here?",
    "remedy": "What was offered",
    "asked_by": "Who asked",
    "promise": "Owed by",
    "result": "How it ended",
    "subject": "Subject",
    "severity_level": "How grave it may be",
    "feedback": "Number of the record",
    "feedback_kind": "As",
    "path": "How it is dealt with",
    "age": "Age of the patient, for the return",
    "status": "Who complains, for the return",
    "services": "Service area",
    "clinical": "Clinical group",
    "staff_groups": "Staff group",
    "outside_agency": "Did an outside agency begin it?",
    "counted_apart": "Is it counted as a complaint of its own?",
    "round": "Round",
    "already": "Was it in the answer already?",
    "why": "Why it is kept",
    "what": "What is asked for",
    "decision": "Decision",
    "papers": "Papers",
}
_OF_PROCEDURES: Final = (APPLIED, CHANGED, ENDED)


# What each code is called, by the name of the fact that holds it.
_CODES: Final[Mapping[str, tuple[Mapping[Any, str], ...]]] = {
    "who": ({who: words.capitalize() for who, words in WHO_WORDS.items()},),
    "direction": (DIRECTION_WORDS,),
    "how": (HOW_WORDS,),
    "with": (SPOKEN_WITH_WORDS,),
    "whom": (INTERVIEWED_WORDS,),
    "role": (ROLE_WORDS,),
    "process": (PROCESS_WORDS,),
    "rung": (RUNG_WORDS,),
    "channel": ({channel: words.capitalize() for channel, words in CHANNEL_WORDS.items()},),
    "extent": (EXTENT_WORDS,),
    "change": (CHANGE_WORDS,),
    "shown": (SHOWN_WORDS,),
    "seen_as": (SEEN_WORDS,),
    "outcome": (OUTCOME_WORDS,),
    "reason": (
        DELAY_REASON_WORDS,
        TROUBLE_WORDS,
        {reason: words[0].capitalize() for reason, words in UNACCEPTED_WORDS.items()},
    ),
    "as": (JOINT_WORDS,),
    "ground": ({ground: words[0].capitalize() for ground, words in GROUND_WORDS.items()},),
    "basis": ({basis: footing.words for basis, footing in FOOTINGS.items()},),
    "speaks_as": (SPEAKS_AS_WORDS,),
    "raised_before": (RAISED_WORDS,),
    "kind": (CHOICE_WORDS,),
    "redress": (REMEDY_KINDS,),
    "why": (KEPT_FOR_WORDS,),
    "what": (ASKS_WORDS,),
    "decision": (DECISION_WORDS, APPEAL_DECISIONS),
    "remedy": (REMEDY_WORDS,),
    "asked_by": (ASKED_BY_WORDS,),
    "result": (RESULT_WORDS,),
    "promise": (PROMISE_WORDS,),
    "to": ({"choice-oversight": "NHS England’s choice team", "ombudsman": "The Ombudsman"},),
    "subject": (SUBJECT_WORDS,),
    "severity_level": (SEVERITY_WORDS,),
    "feedback_kind": (FEEDBACK_WORDS,),
    "path": (PATH_WORDS,),
    **{name: (words,) for name, words in words_of_labels().items()},
}


def entry_words(event: Event, programmes: tuple[Programme, ...]) -> tuple[tuple[str, str], ...]:
    """The facts of an entry, each by its name, in the order in which pages give them."""
    if event.event in _OF_PROCEDURES:
        named = str(event.facts.get("to") or event.facts.get("procedure"))
        return (("Procedure", _title(named, programmes)),)
    said = ((_NAMES[name], _of(event, name, programmes)) for name in _NAMES if name in event.facts)
    return (*_issue(event), *said, *_of_its_own(event, programmes), *_waited(event))


def _issue(event: Event) -> Iterator[tuple[str, str]]:
    """Of which issue an entry is, where it is of one alone."""
    if event.issue is not None:
        yield "Issue", event.issue


def _of_its_own(event: Event, programmes: tuple[Programme, ...]) -> Iterator[tuple[str, str]]:
    """What an event that a procedure names says besides, in the words of the procedure."""
    named = named_events(programmes).get(event.event) if event.event not in CORE_EVENTS else None
    for name in named.facts if named else ():
        if name in event.facts and name not in _NAMES:
            yield words_of_fact(name), _said(name, event.facts[name], programmes)


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
            return pounds(value) if name == "pence" else str(value)
        case tuple():
            return _several(name, value, programmes)
    if name == "step":
        return _promise(value, programmes)
    return _coded(name, value)


def _several(name: str, values: tuple[str, ...], programmes: tuple[Programme, ...]) -> str:
    if name == "steps":
        return " ".join(_promise(each, programmes) for each in values)
    return ", ".join(_coded(name, each) if name in _CODES else each for each in values)


def _promise(step: str, programmes: tuple[Programme, ...]) -> str:
    steps = (programme.procedure.steps.get(step) for programme in programmes)
    return next((found.promise for found in steps if found), step)


def _coded(name: str, code: str) -> str:
    found = (words[code] for words in _CODES.get(name, ()) if code in words)
    return next(found, code.replace("-", " ").capitalize())
