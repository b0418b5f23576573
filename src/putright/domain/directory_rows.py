"""What does one line of the register say? A fact about a body, with its days, its source and when it was checked."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Protocol


class BodyKind(StrEnum):
    """What kind of organisation a body is."""

    PROVIDER = "provider"
    COMMISSIONER = "commissioner"
    ADVOCACY = "advocacy"
    HEALTHWATCH = "healthwatch"
    PALS = "pals"
    OMBUDSMAN = "ombudsman"
    ADJUDICATOR = "adjudicator"
    REGULATOR = "regulator"
    COUNCIL = "council"
    ADVICE = "advice"
    DEPARTMENT = "department"
    PARLIAMENT = "parliament"
    EMERGENCY = "emergency"
    INFORMATION = "information"


class Means(StrEnum):
    """How a body is reached."""

    POST = "post"
    EMAIL = "email"
    TELEPHONE = "telephone"
    VOICEMAIL = "voicemail"
    TEXTPHONE = "textphone"
    TEXT = "text"
    WEBSITE = "website"
    FORM = "form"
    IN_PERSON = "in-person"


class Purpose(StrEnum):
    """What a way of reaching a body is for."""

    COMPLAINTS = "complaints"
    ENQUIRIES = "enquiries"
    CHOICE = "choice"
    FEEDBACK = "feedback"
    PRESS = "press"
    FIND = "find"


class NameUse(StrEnum):
    """In what sense a name names a body."""

    OFFICIAL = "official"
    ALSO = "also"
    FORMER = "former"
    MISTAKEN = "mistaken"


class Change(StrEnum):
    """How one body came to stand in the place of another."""

    MERGED = "merged"
    ABOLISHED = "abolished"
    RENAMED = "renamed"
    DUTY_MOVED = "duty-moved"


class Covers(StrEnum):
    """In what part a body serves an area."""

    PROVIDER = "provider"
    COMMISSIONER = "commissioner"
    ADVOCACY = "advocacy"
    HEALTHWATCH = "healthwatch"
    PALS = "pals"
    COUNCIL = "council"


class Family(StrEnum):
    """Which road a complaint about a service takes."""

    NHS = "nhs"
    COMMISSIONING = "commissioning"
    SOCIAL_CARE = "social-care"
    DEPARTMENT = "department"


class Buyer(StrEnum):
    """What kind of commissioner pays for a service."""

    LOCAL = "local"
    NHS_ENGLAND = "nhs-england"
    NONE = "none"


class Road(StrEnum):
    """Which way a matter goes that does not go the way of an ordinary complaint about a service."""

    CHOICE = "choice"
    APPEAL = "appeal"
    CONCERN = "concern"
    FEEDBACK = "feedback"
    ELSEWHERE = "elsewhere"
    URGENT = "urgent"


class Dated(Protocol):
    """A fact that holds from a day until a day, both included; an open end is not known or has not come."""

    @property
    def valid_from(self) -> date | None:
        """The first day on which it holds."""
        ...

    @property
    def valid_until(self) -> date | None:
        """The last day on which it holds."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact was read."""

    source: str
    title: str
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The area of one council, by which advocates, Healthwatch and commissioners are found."""

    area: str
    name: str
    source: str
    checked_on: date
    valid_from: date | None = None
    valid_until: date | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation, and for which days it is one; `ods` is its code in the files of NHS organisations."""

    body: str
    kind: BodyKind
    source: str
    checked_on: date
    ods: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    verified: bool = True
    fictional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a body is called; a mistaken name is one that a document gives it."""

    body: str
    name: str
    source: str
    checked_on: date
    use: NameUse = NameUse.OFFICIAL
    valid_from: date | None = None
    valid_until: date | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """Which body stands since a day in the place of another, for everything or for one duty."""

    body: str
    became: str
    how: Change
    since: date
    source: str
    checked_on: date
    duty: str | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When a channel is answered."""

    days: str
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way of reaching a body, with its hours and whatever it asks of the person who uses it."""

    channel: str
    body: str
    means: Means
    value: str
    source: str
    checked_on: date
    purpose: Purpose = Purpose.COMPLAINTS
    hours: Hours | None = None
    instruction: str | None = None
    promise: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which area a body serves, in what part, and for which service where only for one."""

    body: str
    part: Covers
    source: str
    checked_on: date
    area: str | None = None
    service: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A kind of service that people complain about, and who answers for it in words.

    `listed` names the published lists in which those who give it stand, where there are any.
    """

    service: str
    name: str
    family: Family
    provider: str
    source: str
    checked_on: date
    ask_for: str | None = None
    body: str | None = None
    has_pals: bool = False
    also: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Commissioning:
    """What kind of commissioner takes complaints about a service, and for which days."""

    service: str
    by: Buyer
    source: str
    checked_on: date
    valid_from: date | None = None
    valid_until: date | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A GP practice by its code, and the area it stands in; or, as the published lists know it, the code of its board.

    So is a trust, a hospital or a dental practice of those lists.

    `address` and `telephone` are its own, where they are known: what a receptionist would give. `stands_for` is the
    practice that was asked about, where this one took its place.
    """

    ods: str
    name: str
    source: str
    checked_on: date
    area: str | None = None
    board: str | None = None
    address: str | None = None
    telephone: str | None = None
    stands_for: str | None = None
    body: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    verified: bool = True
    fictional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something that a complaint can be about and that sends it on a road of its own, or is a matter of urgency."""

    matter: str
    name: str
    road: Road
    words: str
    authority: str
    source: str
    checked_on: date
    body: str | None = None
    to: str | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why somebody is told to go, or not to go, somewhere."""

    reason: str
    words: str
    authority: str
    source: str
    checked_on: date
    verified: bool = True
