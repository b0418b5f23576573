"""In which words is a rule of a procedure said to somebody who has never seen its file?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from putright.domain.expressions import (
    AllOf,
    AnyOf,
    ByTier,
    Condition,
    Due,
    EarlierOf,
    FactIs,
    LaterOf,
    NoLaterThan,
    NoSetTime,
    NotBefore,
    Saying,
    StepIs,
    WhicheverFirst,
)
from putright.domain.programme import Programme
from putright.domain.vocabulary import CORE_EVENTS

_NONE: Final[Mapping[str, str]] = MappingProxyType({})
# An event's words stand inside a sentence without their capital, unless they begin with a name.
_NAMES: Final = ("Healthwatch", "Ombudsman", "Parliament")


@lru_cache(maxsize=4096)  # the same few hundred sentences of procedures, on every page
def inside(sentence: str) -> str:
    """A sentence as it stands inside another: without its full stop, and without its capital unless that is a name's.

    >>> inside("The panel met.")
    'the panel met'
    >>> inside("NHS England answered")
    'NHS England answered'
    """
    words = sentence.strip().rstrip(".")
    first, _, rest = words.partition(" ")
    is_name = first.startswith(_NAMES) or first[1:2].isupper() or (rest[:1].isupper() and first not in ("The", "A"))
    return words if is_name else words[:1].lower() + words[1:]


_CORE: Final = MappingProxyType({name: inside(kind.words) for name, kind in CORE_EVENTS.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the rules of a procedure call its events, its steps and its stages, in words for whoever is told."""

    events: Mapping[str, str] = field(default_factory=lambda: _CORE)
    steps: Mapping[str, str] = field(default_factory=lambda: _NONE)
    stages: Sequence[str] = ()
    person: str = "the person who complains"


PLAIN: Final = Words()


def words_of(
    programme: Programme,
    *,
    told: Mapping[str, str] = _NONE,
    promises: Mapping[str, str] = _NONE,
    person: str = "the person who complains",
) -> Words:
    """The words of a procedure: its own events beside the core ones, its promises, its stages.

    `told` are other words for events and `promises` other words for steps, for somebody who is addressed as “you”.
    """
    events = {name: inside(kind.words) for name, kind in programme.events.items()}
    steps = {rule.name: rule.step.promise for rule in programme.rules}
    return Words(
        events={**events, **{name: inside(sentence) for name, sentence in told.items()}},
        steps={**steps, **promises},
        stages=tuple(stage.name for stage in programme.procedure.stages),
        person=person,
    )


def due_in_words(due: Due, words: Words = PLAIN) -> str:
    """When something is due, in words: “3 working days after the complaint was received”."""
    if isinstance(due, LaterOf | EarlierOf):
        which = "later" if isinstance(due, LaterOf) else "earlier"
        return f"{listed([due_in_words(part, words) for part in due.parts], 'or')}, whichever is {which}"
    if isinstance(due, NoLaterThan):
        return f"{due_in_words(due.due, words)}, but no later than {due_in_words(due.ceiling, words)}"
    if isinstance(due, NotBefore):
        held = f"not before {due_in_words(due.earliest, words)}"
        return f"{due_in_words(due.due, words)}, and {held}" if due.due else held
    if isinstance(due, ByTier):
        tiers = (f"{due_in_words(part, words)} ({tier.replace('-', ' ')})" for tier, part in due.tiers)
        return f"{'; '.join(tiers)}, by the kind of case it is found to be"
    if isinstance(due, NoSetTime):
        return f"after {start_in_words(str(due.start), words)}; no time is set"
    first = ", whichever is first" if isinstance(getattr(due, "start", None), WhicheverFirst) else ""
    return f"{in_plain(str(due), words)}{first}"


def condition_in_words(condition: Condition, words: Words = PLAIN) -> str:
    """What has to be so, in words: “the complaint was made by telephone”."""
    if isinstance(condition, AllOf | AnyOf):
        joint = "and" if isinstance(condition, AllOf) else "or"
        return listed([condition_in_words(part, words) for part in condition.parts], joint)
    if isinstance(condition, StepIs):
        return start_in_words(str(condition), words)
    if isinstance(condition, FactIs):
        return _fact(condition, words)
    return in_plain(str(condition), words)


def waited_for(wait: str, words: Words = PLAIN) -> str:
    """What has to happen before a clock can start: an event, a date that one states, or what is said of a case.

    >>> waited_for("response_period_set.date")
    'the time for the response was set and told, with a date'
    >>> waited_for("tier_set")
    'the tier was set'
    """
    event, _, fact = wait.removeprefix("latest ").partition(".")
    if event in words.events and fact.isidentifier():
        said = words.events[event]
        return f"{said}, with a date" if fact == "date" else f"{said}, with the {fact_words(fact)}"
    return in_plain(wait, words)


def start_in_words(start: str, words: Words = PLAIN) -> str:
    """What starts a clock, or what is waited for, in words: “details were received”."""
    return in_plain(start, words)


_OF_FACTS: Final = MappingProxyType(
    {
        "settled.satisfied": "the matter was settled and the person was satisfied",
        "lateness_decided.accepted": "it was decided to take up a late complaint",
        "lateness_decided.accepted is true": "it was decided to take up a late complaint",
        "lateness_decided.accepted is false": "it was decided not to take up a late complaint",
        "received.capacity is representative": "the complaint was made for somebody else",
        "received.capacity is self": "the person complained for themselves",
    }
)
_CHANNELS: Final = MappingProxyType(
    {
        "oral": "by word of mouth",
        "telephone": "by telephone",
        "in-person": "in person",
        "voicemail": "by voicemail",
        "letter": "by letter",
        "text": "by text message",
        "email": "by email",
        "web": "online",
        "web-form": "online",
    }
)


def _fact(said: FactIs, words: Words) -> str:
    values = [str(value).replace("-", " ") for value in said.values]
    if plain := _OF_FACTS.get(str(said)):
        return plain
    if (said.event, said.fact, said.saying) == ("received", "channel", Saying.IS):
        ways = [_CHANNELS.get(str(value), str(value)) for value in said.values]
        return f"{words.events['received']} {listed(ways, 'or')}" if ways else in_plain(str(said), words)
    event, fact = words.events.get(said.event, said.event), fact_words(said.fact)
    if not values:
        return f"{event}, and the {fact} was given"
    return f"the {fact} given when {event} {said.saying} {listed(values, 'or')}"


def in_plain(rule: str, words: Words = PLAIN) -> str:
    """A simple rule, as its values print it, in the words of a person; what it does not know stays as it is written.

    >>> in_plain("received")
    'the complaint was received'
    >>> in_plain("3 working days after acknowledged")
    '3 working days after the complaint was acknowledged'
    >>> in_plain("6 months beginning with received")
    '6 months beginning with the day the complaint was received'
    >>> in_plain("2-5 (working) days after latest statement_received")
    '2 to 5 days, read as working days, after a statement was last received'
    """
    spoken = rule.replace(" or the next working day", ", or on the next working day where that is none")
    spoken = spoken.replace(" or else ", " or, failing that, ").replace(" by ", ", by ")
    spoken = _UNSTATED.sub(r"\2, read as \1 \2,", spoken)
    return _PARTS.sub(lambda found: _part(found, words), spoken)


_UNSTATED: Final = re.compile(r"\((working|calendar)\) (days?)")
# One pass over the rule, so that nothing inside a promise that is quoted is taken for an event.
_PARTS: Final = re.compile(
    r"(?P<least>\d+)-(?P<most>\d+)"
    r"|stage (?P<stage>\d+) begins"
    r"|(?P<day>\b(?:on|with) )?"
    r"(?P<step>(?<![\w.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*) is (?P<state>missed|due|done|moved)(?![\w-])"
    r"|(?P<joint>\b(?:on|with) )?(?P<latest>\blatest )?"
    r"(?P<event>(?<![\w.-])[a-z][a-z0-9]*(?:_[a-z0-9]+)*)(?:\.(?P<fact>[a-z_]+))?(?![\w-])"
)
_STEP_IS: Final = {"missed": "was missed", "due": "fell due", "done": "was done", "moved": "was put off"}
_FACTS: Final = {"first_received_on": "the day another body first received it", "date": "the date given when {}"}
_FACT_WORDS: Final = {"patient_age": "patient's age"}


def _part(found: re.Match[str], words: Words) -> str:
    part = found.groupdict()
    if part["least"]:
        return f"{part['least']} to {part['most']}"
    if part["stage"]:
        number = int(part["stage"])
        return (
            f"the stage “{words.stages[number - 1]}” began" if number <= len(words.stages) else f"stage {number} began"
        )
    if part["step"]:
        promise = words.steps.get(part["step"], part["step"].replace("-", " ")).rstrip(".")
        return f"{_the_day(part['day'])}“{promise}” {_STEP_IS[part['state']]}"
    event = words.events.get(part["event"])
    if event is None:
        return found[0]
    if part["fact"]:
        fact = _FACTS.get(part["fact"], f"the {fact_words(part['fact'])} given when {{}}").format(event)
        return f"{part['joint'] or ''}{fact.replace(' given ', ' last given ', 1) if part['latest'] else fact}"
    return f"{_the_day(part['joint'])}{_last(event) if part['latest'] else event}"


def fact_words(fact: str) -> str:
    """The name of a fact in words."""
    return _FACT_WORDS.get(fact, fact.replace("_", " "))


def _the_day(joint: str | None) -> str:
    return f"{joint}the day " if joint else ""


def _last(event: str) -> str:
    """An event that counts each time it happens.

    >>> _last("a statement was received")
    'a statement was last received'
    """
    said = re.sub(r"\b(was|were)\b", r"\1 last", event, count=1)
    return said if said != event else f"the last time that {event}"


def listed(parts: Sequence[str], joint: str) -> str:
    """Several things in one breath; with semicolons where one of them holds a comma of its own.

    >>> listed(["by letter", "by email", "in person"], "or")
    'by letter, by email or in person'
    """
    *first, last = parts or ("",)
    if any(", " in part for part in first):
        return f"{'; '.join(first)}; {joint} {last}"
    return f"{', '.join(first)} {joint} {last}" if first else last
