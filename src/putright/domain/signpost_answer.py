"""What is somebody asking who wants to know where to go, and of what does the answer consist?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from putright.domain.directory_rows import Channel
from putright.domain.guide import AnsweredBy, Role
from putright.domain.periods import in_words

# What is put into a sentence: a name, a day, or names of which it may be any.
Fact = str | date | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is known of a complaint when somebody asks where it should go.

    `gp` is the code of their GP practice, and `at` that of the trust, hospital or dentist it is about.
    """

    service: str | None = None
    about: str | None = None
    area: str | None = None
    home: str | None = None
    gp: str | None = None
    at: str | None = None
    answered_by: AnsweredBy | None = None
    for_other: bool = False
    private: bool = False
    known_since: date | None = None


class Unanswerable(ValueError):
    """A question cannot be answered; says with which option, and what to do."""

    def __init__(self, code: str, option: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.option = option
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A route that a document prints and that an answer honours, and what was put right in it."""

    guide: str
    route: str
    title: str
    clause: str | None
    defects: tuple[str, ...] = ()
    put_right: str | None = None

    def __str__(self) -> str:
        return f"{self.guide}:{self.route}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Somewhere to go: who it is, how to reach them, why, on what authority, and where that was read."""

    role: Role
    name: str
    reasons: tuple[str, ...]
    authority: str
    sources: tuple[str, ...]
    body: str | None = None
    ask_for: str | None = None
    channels: tuple[Channel, ...] = ()
    verified: bool = True
    checked_on: date | None = None
    printed: tuple[Printed, ...] = ()

    @property
    def because(self) -> str:
        """Why, in one paragraph."""
        return " ".join(self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """Somewhere not to go, why not, and on what authority."""

    role: Role
    name: str
    because: str
    authority: str
    sources: tuple[str, ...]
    body: str | None = None
    printed: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OmbudsmanBy:
    """Which Ombudsman it ends with, and by which day to be there."""

    body: str
    name: str
    by: date
    counted_from: date
    assumed: bool
    reasons: tuple[str, ...]
    authority: str
    sources: tuple[str, ...]
    through: str | None = None
    channels: tuple[Channel, ...] = ()
    printed: tuple[Printed, ...] = ()

    @property
    def because(self) -> str:
        """Why by that day, in one paragraph."""
        return " ".join(self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to know before going: a sentence, with `%(…)s` where one of its facts stands."""

    sentence: str
    authority: str
    sources: tuple[str, ...] = ()
    printed: tuple[Printed, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The sentence with its facts."""
        return self.sentence % {name: _said(fact) for name, fact in self.facts.items()} if self.facts else self.sentence


def _said(fact: Fact) -> str:
    if isinstance(fact, date):
        return in_words(fact)
    return fact if isinstance(fact, str) else " or ".join(fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signpost:
    """Where to go on a day: first, or instead, and where not; who helps; what is urgent; the Ombudsman's last day."""

    on: date
    first: Answer
    alternative: Answer | None = None
    excluded: tuple[Excluded, ...] = ()
    support: tuple[Answer, ...] = ()
    urgent: Answer | None = None
    ombudsman_by: OmbudsmanBy | None = None
    notes: tuple[Note, ...] = ()

    @property
    def printed(self) -> frozenset[str]:
        """Every printed route that some part of the answer honours."""
        last = (self.ombudsman_by,) if self.ombudsman_by else ()
        parts = (self.first, *_if(self.alternative), *self.excluded, *self.support, *self.notes, *last)
        return frozenset(str(printed) for part in parts for printed in part.printed)


def _if(answer: Answer | None) -> tuple[Answer, ...]:
    return () if answer is None else (answer,)


def unknown_word(what: str, word: str, known: Sequence[str], *, option: str | None = None) -> Unanswerable:
    """A word that is not known, with the nearest that is, and all there are; `option` where it is named otherwise."""
    near = get_close_matches(word, known, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    message = f"There is no {what} called {word!r}.{hint} There is: {', '.join(sorted(known))}."
    return Unanswerable(f"unknown-{what}", option or what, message)
