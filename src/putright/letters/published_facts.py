"""What does the public page of a procedure say, part by part? Every form of it is drawn from this."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from putright.domain.findings import Finding, Severity
from putright.domain.periods import in_words
from putright.domain.plain import Words, condition_in_words, due_in_words, in_plain, listed, start_in_words, words_of
from putright.domain.procedure import Pauses, Person, Procedure, Representation
from putright.domain.programme import Programme, Rule
from putright.letters.published_steps import COMPLAINANT, StepShown, capital, move_told, step_shown

# What is said of every procedure in words of ours; everything else is the document's, or was read in it.
FACTS: Final = ("Version", "Reviewed every", "The law", "Working days", "Published as")
DATED: Final = {
    "effective": "In force from",
    "until": "In force until",
    "published": "Published",
    "reviewed": "Last reviewed",
    "review": "To be reviewed by",
}
UNDATED: Final = "Published without a version or a date"
CALENDARS: Final = {
    "england-and-wales": "Those of England and Wales",
    "scotland": "Those of Scotland",
    "northern-ireland": "Those of Northern Ireland",
}
AT_EVERY_STAGE, IN_ALL = "At every stage", "What is promised, and by when"
YOURS: Final = ("What you need to do, and by when", "These times are for you, the person who complains.")
PARTS: Final = (
    "How long you have to complain",
    "Complaining for somebody else",
    "When a date can change",
    "When a case ends",
    "Where you can go next",
    "What else is promised",
    "Who does what",
    "Who is named, and how to reach them",
    "How unclear wording is read",
)
_ENDS_WHERE_NOTHING_IS_SAID: Final = next(one.default for one in fields(Procedure) if one.name == "ends_when")
_CONSENT: Final = {"every-occasion": "every time"}


Fact = tuple[str, str | date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing said under a heading, and the clause that says it.

    Words that are unclear have beside them as what they are read.
    """

    words: str
    clause: str = ""
    reading: str = ""

    @property
    def said(self) -> str:
        """All of it in one."""
        return f"It says: {self.words} Read as: {self.reading}" if self.reading else self.words

    @property
    def has_number(self) -> bool:
        """Whether the clause has a number, and not a name alone."""
        return self.clause[:1].isdigit()

    @property
    def where(self) -> str:
        """Where it stands: “Clause 9”, or by its name where it has no number."""
        return f"Clause {self.clause}" if self.has_number else self.clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, and what is said under it."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageShown:
    """The promises of a stage, or of the whole where a file has none, in the order of the file."""

    name: str
    begins: str
    steps: tuple[StepShown, ...]
    number: int | None = None

    @property
    def heading(self) -> str:
        """What stands over it: “Stage 1: Resolution”, or what the promises of no stage are."""
        return f"Stage {self.number}: {self.name}" if self.number else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A procedure as the public reads it."""

    title: str
    facts: tuple[Fact, ...]
    law: str
    more_by_law: tuple[Line, ...]
    stages: tuple[StageShown, ...]
    parts: tuple[Part, ...]


def published(programme: Programme, law: Programme | None, findings: Sequence[Finding] = ()) -> Published:
    """Everything that the page says; `findings` are what the checker says, of which a reader is told the errors."""
    procedure, words = programme.procedure, words_of(programme)
    errors = [one for one in findings if one.severity is Severity.ERROR]
    return Published(
        title=procedure.title,
        facts=tuple((name, value) for name, value in _facts(programme, law) if value),
        law=law.procedure.title if law else "",
        more_by_law=tuple(Line(words=one.says, clause=one.authority) for one in errors),
        stages=tuple(_stages(programme, law, errors)),
        parts=tuple(part for part in _parts(programme, words) if part.lines),
    )


def fact_in_words(value: str | date) -> str:
    """What is said of a procedure, a day in words."""
    return in_words(value) if isinstance(value, date) else value


def _facts(programme: Programme, law: Programme | None) -> Iterator[tuple[str, str | date | None]]:
    procedure = programme.procedure
    version, every, by_law, days, source = FACTS
    dated = procedure.version or procedure.effective or procedure.published or procedure.reviewed
    yield version, procedure.version if dated else UNDATED
    yield from ((name, getattr(procedure, of)) for of, name in DATED.items())
    yield every, procedure.review_every
    yield by_law, law.procedure.title if law else None
    yield days, CALENDARS.get(procedure.calendar, f"Those of {procedure.calendar}")
    yield source, procedure.source


def _stages(programme: Programme, law: Programme | None, errors: Sequence[Finding]) -> Iterator[StageShown]:
    lawful = {rule.name: rule for rule in law.rules} if law else {}
    in_order = sorted(programme.rules, key=lambda rule: programme.order.index(rule.name))

    def shown(rules: Sequence[Rule]) -> tuple[StepShown, ...]:
        return tuple(step_shown(rule, programme, lawful, errors) for rule in rules)

    ours = [rule for rule in in_order if rule.who != COMPLAINANT]
    for number, stage in enumerate(programme.procedure.stages, start=1):
        clause = f" (clause {stage.clause})" if stage.clause else ""
        begins = start_in_words(stage.begins, words_of(programme))
        yield StageShown(
            number=number,
            name=stage.name,
            begins=f"This stage begins once {begins}{clause}.",
            steps=shown([rule for rule in ours if rule.stage == number]),
        )
    whole = [rule for rule in ours if rule.stage is None]
    heading = AT_EVERY_STAGE if programme.procedure.stages else IN_ALL
    limits = [rule for rule in in_order if rule.who == COMPLAINANT]
    for title, begins, rules in ((heading, "", whole), (*YOURS, limits)):
        if rules:
            yield StageShown(name=title, begins=begins, steps=shown(rules))


def _parts(programme: Programme, words: Words) -> Iterator[Part]:
    procedure = programme.procedure
    said = (
        _limit(programme, words),
        _for_another(procedure.representation),
        _changes(programme, words),
        _ends(procedure, words),
        _ways_on(programme, words),
        (Line(words=one.words, clause=one.clause or "") for one in procedure.pledges.values()),
        _people(procedure),
        _named(procedure),
        (Line(words=one.says, reading=one.reading, clause=one.clause) for one in procedure.unclear),
    )
    yield from (Part(heading=heading, lines=tuple(lines)) for heading, lines in zip(PARTS, said, strict=True))


def _limit(programme: Programme, words: Words) -> Iterator[Line]:
    accepts = programme.procedure.accepts
    if accepts is None or programme.limit is None:
        return
    yield Line(words=f"{capital(due_in_words(programme.limit, words))}.", clause=accepts.clause or "")
    if accepts.lateness:
        yield Line(words=accepts.lateness, clause=accepts.clause or "")


def _for_another(rules: Representation | None) -> Iterator[Line]:
    if rules is None:
        return
    asked = _CONSENT.get(rules.consent, rules.consent.replace("-", " "))
    age = f" of a person aged {rules.from_age} or over" if rules.from_age is not None else " of the person"
    yield Line(
        words=f"If you complain for somebody else, the consent{age} is asked for: {asked}.", clause=rules.clause or ""
    )
    if rules.unless:
        yield Line(words=f"It is not asked for where: {', '.join(code.replace('-', ' ') for code in rules.unless)}.")
    if rules.reading:
        yield Line(words=f"How this is read: {rules.reading}")


def _changes(programme: Programme, words: Words) -> Iterator[Line]:
    procedure = programme.procedure
    moves = [rule.move for rule in programme.rules if rule.move and rule.step.may_move is None]
    if procedure.may_move and moves:
        yield Line(words=f"Where a promise above says nothing else: {move_told(moves[0], words)}")
    for pauses in procedure.every_pause:
        yield Line(words=_pause(pauses, procedure, words), clause=pauses.clause or "")
    if programme.receipt:
        hour = f", or after {programme.receipt.after:%H:%M}," if programme.receipt.after else ""
        yield Line(words=f"What comes in on a day that is not worked{hour} counts as received on the next working day.")


def _pause(pauses: Pauses, procedure: Procedure, words: Words) -> str:
    steps = (pauses.steps,) if isinstance(pauses.steps, str) else pauses.steps
    named = "; ".join(f"“{procedure.steps[name].promise.rstrip('.')}”" for name in steps if name in procedure.steps)
    longest = f", for no longer than {pauses.no_longer_than}" if pauses.no_longer_than else ""
    clock = f"The clock of {named}" if named else "The clock of any promise"
    if pauses.from_event is None:
        return f"{clock} may be stopped, and runs on later{longest}."
    ends = _events(pauses.until or "resumed", words)
    return f"{clock} stands still once {_events(pauses.from_event, words)}, until {ends}{longest}."


def _events(written: str | tuple[str, ...], words: Words) -> str:
    return listed([in_plain(one, words) for one in ((written,) if isinstance(written, str) else written)], "or")


def _ends(procedure: Procedure, words: Words) -> Iterator[Line]:
    """What ends a case, where the document says so itself."""
    if procedure.ends_when != _ENDS_WHERE_NOTHING_IS_SAID:
        yield Line(words=f"A case ends once {_events(procedure.ends_when, words)}.")


def _ways_on(programme: Programme, words: Words) -> Iterator[Line]:
    for way, (opens, within) in zip(programme.procedure.goes_next, programme.ways_on, strict=True):
        said = [_sentence(way.words or way.to.replace("-", " "))]
        said += [f"Open to you once {condition_in_words(opens, words)}."] if opens else []
        said += [f"The last day for it: {due_in_words(within, words)}."] if within else []
        yield Line(words=" ".join(said), clause=way.clause or "")


def _people(procedure: Procedure) -> Iterator[Line]:
    for code in procedure.people:
        person = procedure.person(code)
        if person is not None:
            yield Line(words=_person(person, procedure))


def _person(person: Person, procedure: Procedure) -> str:
    said = [_sentence(person.words)]
    if person.stand_in:
        said.append(f"Who stands in: {', or '.join(map(procedure.called, person.stand_in))}.")
    if person.independent_of:
        said.append(f"Independent of: {', '.join(map(procedure.called, person.independent_of))}.")
    return " ".join(said)


def _named(procedure: Procedure) -> Iterator[Line]:
    """Each body or service once, with every way to reach it that the document gives."""
    for body in dict.fromkeys(one.body for one in procedure.mentions):
        ours = [one for one in procedure.mentions if one.body == body]
        channels = "; ".join(one.channel for one in ours if one.channel)
        readings = [one.reading for one in ours if one.reading]
        clauses = dict.fromkeys(one.clause for one in ours if one.clause)
        said = [f"{body}: {channels}." if channels else _sentence(body), *map(_sentence, readings)]
        yield Line(words=" ".join(said), clause=" and ".join(clauses))


def _sentence(text: str) -> str:
    return capital(text if text.endswith((".", "!", "?")) else f"{text}.")
