"""What does the law ask of a complaints procedure that the document says nothing of?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from putright.domain.check_law import cited, fulfilling
from putright.domain.check_probe import events_started_by, sets_no_time
from putright.domain.expressions import AllOf, Condition, FactIs, Happened, HappenedWithin, leaves_of
from putright.domain.findings import Finding, Place, finding, of_step
from putright.domain.plain import due_in_words
from putright.domain.procedure import Ask
from putright.domain.programme import Programme, Rule
from putright.domain.response import ResponsePart
from putright.domain.vocabulary import Authority, Strength

# By the event that meets a step of the law: the code of silence about it, what is not said, and what to write.
_SILENCES: Final[Mapping[str, tuple[str, str, str]]] = {
    "written_record_sent": (
        "no-written-record",
        "It does not say that a spoken complaint is written down and that the person gets a copy.",
        "Say so.",
    ),
    "acknowledged": (
        "no-acknowledgement",
        "It does not say by when a complaint is acknowledged.",
        "Promise the law's time, or a shorter one: {due}.",
    ),
    "discussion_offered": (
        "no-discussion-offer",
        "It does not offer the person a discussion of how the complaint will be handled and how long that will take.",
        "Offer one at the time of the acknowledgement.",
    ),
    "response_period_set": (
        "no-response-period",
        "It does not say that the time for the response is agreed with the person, or, if they do not want to discuss "
        "it, decided and told to them in writing.",
        "Say so.",
    ),
    "update_sent": (
        "no-progress-reports",
        "It does not say that the person is told how things stand while the complaint is investigated.",
        "Say how often.",
    ),
    "response_sent": (
        "no-response",
        "It does not promise a written response once the investigation is completed.",
        "Promise one.",
    ),
    "delay_explained": (
        "no-six-month-notice",
        "It does not say that a person who has no response within the law's time is told why in writing.",
        "Say so.",
    ),
}
_STANDS_FOR: Final = {"response_period_agreed": "response_period_set"}
# What the law asks only when somebody is turned away, or of bodies among themselves, a procedure need not foresee.
_ONLY_THEN: Final = frozenset(
    {
        *("excluded", "representative_refused", "contribution_requested"),
        *("provider_named", "sharing_agreed", "kept", "passed_on"),
    }
)

_PARTS: Final = {
    ResponsePart.HOW_CONSIDERED: "how the complaint was considered",
    ResponsePart.CONCLUSIONS: "what was concluded",
    ResponsePart.REMEDIAL_ACTION: "what is to be put right",
    ResponsePart.ACTION_CONFIRMATION: "whether any action needed has been or will be taken",
    ResponsePart.LOCAL_OMBUDSMAN: "the right to go to the Local Government and Social Care Ombudsman",
    ResponsePart.HEALTH_OMBUDSMAN: "the right to go to the Ombudsman",
    ResponsePart.SIGNATURE: "the signature of the responsible person",
}


def silent_on_the_law(programme: Programme, law: Programme) -> Iterator[Finding]:
    """What the law lays down that a whole document does not promise: its steps, and the time in which to complain."""
    ours = fulfilling(programme, law)
    asked = {ask: cited(law, clause) for ask, clause in law.procedure.asks.items()}
    for rule in law.rules:
        yield from _step_not_promised(programme, rule, ours.get(rule.name, ()), asked)
        yield from _content_not_promised(rule, ours.get(rule.name, ()), asked)
        yield from _told_only_once(rule, ours.get(rule.name, ()))
    if law.procedure.accepts is not None and law.limit is not None and programme.procedure.accepts is None:
        yield finding(
            "no-time-limit-rule",
            ("accepts",),
            "It does not say within what time a complaint is to be made, nor that a late one can be taken up for good "
            "reasons.",
            cure=f"Give the law's time: {due_in_words(law.limit)}.",
            authority=cited(law, law.procedure.accepts.clause),
        )


def _step_not_promised(
    programme: Programme, law: Rule, ours: Iterable[Rule], asked: Mapping[Ask, str]
) -> Iterator[Finding]:
    if law.strength is not Strength.MUST or law.authority is Authority.AGREEMENT:
        return
    if set(events_started_by(law.due)) & _ONLY_THEN or law.met is None:
        return
    promises = [rule for rule in programme.rules if rule.strength is not Strength.MAY]
    promised = {_STANDS_FOR.get(event, event) for rule in promises for event in rule.met_by}
    fulfilled = next(iter(ours), None)
    wanted = _what_is_wanted(law.met)
    by_name = [bool(events & promised) for events in wanted]
    for number, events in enumerate(wanted):
        # A step that fulfils the law's by an event of its own does the main thing, whatever it calls it.
        if by_name[number] or (fulfilled is not None and number == 0 and not any(by_name)):
            continue
        where: Place = ("steps", fulfilled.name, "met_when") if fulfilled is not None else ("steps",)
        yield _silence(law, events, where, asked)


def _silence(law: Rule, events: frozenset[str], where: Place, asked: Mapping[Ask, str]) -> Finding:
    known = next((event for event in sorted(events) if event in _SILENCES), None)
    if known is not None:
        code, says, cure = _SILENCES[known]
        by = asked.get(Ask.DISCUSSION_OFFER, law.cites) if known == "discussion_offered" else law.cites
        return finding(code, where, says, cure=cure.format(due=due_in_words(law.due)), authority=by)
    message = f"It does not promise what the law requires: {law.step.promise}"
    return finding("silent-on-law", where, message, authority=law.cites)


def _what_is_wanted(met: Condition) -> list[frozenset[str]]:
    """What must happen for a step to be met: of each set of events one."""
    if isinstance(met, AllOf):
        return [events for part in met.parts for events in _what_is_wanted(part)]
    leaves = leaves_of(met)
    return [frozenset(leaf.event for leaf in leaves if isinstance(leaf, Happened | FactIs | HappenedWithin))]


def _content_not_promised(law: Rule, ours: Iterable[Rule], asked: Mapping[Ask, str]) -> Iterator[Finding]:
    rules = list(ours)
    said = {part for rule in rules for part in rule.step.contains}
    missing = [part for part in law.step.contains if part not in said]
    if not rules or not missing:
        return
    words = "; ".join(_PARTS.get(ResponsePart(part), part) if part in set(ResponsePart) else part for part in missing)
    yield of_step(
        "no-response-content",
        rules[0],
        "contains",
        f"it does not say that the response contains: {words}. The law requires each of these.",
        cure="Say so.",
        authority=asked.get(Ask.RESPONSE_CONTENT, law.cites),
    )


def _told_only_once(law: Rule, ours: Iterable[Rule]) -> Iterator[Finding]:
    """The law asks that a person is kept informed throughout; one message at a late date is not that."""
    rules = list(ours)
    once = [rule for rule in rules if rule.repeat is None and not sets_no_time(rule.due)]
    if "update_sent" in law.met_by and sets_no_time(law.due) and len(once) == len(rules) == 1:
        yield of_step(
            "not-kept-informed",
            rules[0],
            "due",
            "the law asks that a person is told how things stand all the while the complaint is investigated. This "
            f"promises it once, {due_in_words(rules[0].due)}.",
            cure="Say how often they hear from the start on.",
            authority=law.cites,
        )
