"""What a body promises, as its file states it: the shape of a procedure, every rule still in its own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from putright.domain.vocabulary import Authority, Effect, FactKind, ProcedureKind, Strength


class Ask(StrEnum):
    """What a law asks a published procedure to say, beside the steps that it lays down."""

    RESPONSIBLE_PERSON = "responsible-person"
    COMPLAINTS_MANAGER = "complaints-manager"
    ADVOCACY = "advocacy"
    REPRESENTATIVES = "representatives"
    COMMISSIONER = "commissioner"
    DISCUSSION_OFFER = "discussion-offer"
    RESPONSE_CONTENT = "response-content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """A date made of several: exactly one of the three forms."""

    later_of: tuple["WrittenDue", ...] | None = None
    earlier_of: tuple["WrittenDue", ...] | None = None
    by_tier: Mapping[str, "WrittenDue"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Several conditions or events: all of them, or any of them."""

    all_of: tuple["WrittenCondition", ...] | None = None
    any_of: tuple["WrittenCondition", ...] | None = None


WrittenDue = str | Combined
WrittenCondition = str | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class MayMove:
    """When a notice moves a date: by which event, until when, how far, and what it must say."""

    by: str | tuple[str, ...]
    before_due: bool = True
    no_later_than: WrittenDue | None = None
    by_up_to: str | None = None
    at_most: int | None = None
    only_later: bool = False
    must_say: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing a procedure promises."""

    promise: str
    due: WrittenDue
    clause: str | None = None
    met_when: str | tuple[str, ...] | Group | None = None
    who: str | None = None
    strength: Strength = Strength.MUST
    effect: Effect = Effect.BREACH
    only_if: WrittenCondition | tuple[WrittenCondition, ...] = ()
    unless: WrittenCondition | tuple[WrittenCondition, ...] = ()
    needs: tuple[str, ...] = ()
    may_move: MayMove | None = None
    repeat: str | None = None
    each: str | None = None
    contains: tuple[str, ...] = ()
    fulfils: str | None = None
    survives: str | tuple[str, ...] = ()
    holds_back: str | tuple[str, ...] = ()
    stage: int | None = None
    reading: str | None = None
    authority: Authority | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a procedure and what begins it."""

    name: str
    begins: str
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """Which steps' clocks may be stopped, by which events and for how long; never a statutory one."""

    steps: str | tuple[str, ...]
    from_event: str | tuple[str, ...] | None = None
    until: str | tuple[str, ...] | None = None
    no_longer_than: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who does what is promised: in words, who stands in, of whom they are independent, their rank."""

    words: str
    stand_in: tuple[str, ...] = ()
    independent_of: tuple[str, ...] = ()
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepts:
    """Until when a complaint is taken up, and what happens to a late one."""

    limit: WrittenDue
    lateness: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """Whose consent is needed before a complaint made for another is answered."""

    consent: str
    from_age: int | None = None
    unless: tuple[str, ...] = ()
    clause: str | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoesNext:
    """Where a complaint may go next: to whom, when it opens, and until when."""

    to: str
    opens: WrittenCondition | None = None
    within: WrittenDue | None = None
    clause: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A body or channel that the document names, as it names it."""

    body: str
    channel: str | None = None
    role: str | None = None
    clause: str | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """Something promised that has no clock and no route."""

    words: str
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEvent:
    """An event that this procedure names of its own, whether it comes to the body from outside, and its facts."""

    words: str
    arrives: bool = False
    facts: Mapping[str, FactKind] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A wording of the document that can be read in more than one way, and how it is read here."""

    clause: str
    says: str
    reading: str
    code: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """A published complaints procedure (or a law) as an immutable, versioned value."""

    name: str
    title: str
    kind: ProcedureKind
    under: str
    steps: Mapping[str, Step]
    body: str | None = None
    part_of: str | None = None
    version: str | None = None
    effective: date | None = None
    until: date | None = None
    published: date | None = None
    reviewed: date | None = None
    review: date | None = None
    review_every: str | None = None
    source: str | None = None
    cite_as: str | None = None
    calendar: str = "england-and-wales"
    stages: tuple[Stage, ...] = ()
    unless: WrittenCondition | tuple[WrittenCondition, ...] = ()
    pauses: Pauses | tuple[Pauses, ...] | None = None
    day_of_receipt: str | None = None
    may_move: MayMove | None = None
    ends_when: tuple[str, ...] = ("closed", "withdrawn", "transferred", "passed_on", "struck_out", "returned_premature")
    asks: Mapping[Ask, str] = field(default_factory=lambda: MappingProxyType({}))
    accepts: Accepts | None = None
    representation: Representation | None = None
    goes_next: tuple[GoesNext, ...] = ()
    people: Mapping[str, str | Person] = field(default_factory=lambda: MappingProxyType({}))
    mentions: tuple[Mention, ...] = ()
    pledges: Mapping[str, Pledge] = field(default_factory=lambda: MappingProxyType({}))
    unclear: tuple[Unclear, ...] = ()
    events: Mapping[str, OwnEvent] = field(default_factory=lambda: MappingProxyType({}))

    def person(self, code: str | None) -> Person | None:
        """The person that a code names, or nothing where the file names none by it."""
        named = self.people.get(code) if code else None
        return Person(words=named) if isinstance(named, str) else named

    def called(self, code: str) -> str:
        """What a person is called in words, or the code where the file has no words for it."""
        person = self.person(code)
        return code if person is None else person.words

    @property
    def every_pause(self) -> tuple[Pauses, ...]:
        """Every way in which a clock may be stopped."""
        if self.pauses is None:
            return ()
        return self.pauses if isinstance(self.pauses, tuple) else (self.pauses,)
