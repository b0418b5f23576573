"""How is one promise of a procedure told to the public: by when, who, on what condition, and what the law says?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from putright.domain.expressions import Due
from putright.domain.findings import Finding
from putright.domain.plain import Words, condition_in_words, due_in_words, in_plain, listed, words_of
from putright.domain.procedure import Procedure
from putright.domain.programme import Move, Programme, Rule
from putright.domain.vocabulary import Effect, Strength

COMPLAINANT: Final = "complainant"
YOU: Final = "You"
PAUSED: Final = "Its clock can be paused."
STRENGTH_WORDS: Final = {Strength.AIM: "This is an aim.", Strength.MAY: "This may be done; it need not be."}
EFFECT_WORDS: Final = {
    Effect.TARGET: "This is a target.",
    Effect.LAPSES: "After that day it is too late.",
    Effect.CLOSES: "After that day the case may be closed.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """One promise: its words, by when, who, what else is said of it, as what it is read, where, and the law beside it.

    `law_counts` says that the law promises more here, so that the law's date counts; `due` and `law_due` are the rules
    of the two dates, for a picture.
    """

    label: str
    promise: str
    when: str
    who: str
    notes: tuple[str, ...]
    reading: str
    clause: str
    law: str
    law_counts: bool
    due: Due
    law_due: Due | None


def step_shown(rule: Rule, programme: Programme, lawful: Mapping[str, Rule], errors: Sequence[Finding]) -> StepShown:
    """One promise of a procedure, beside the step of the law that it does."""
    words, law = words_of(programme), lawful.get(rule.step.fulfils or "")
    return StepShown(
        label=capital(rule.name.replace("-", " ")),
        promise=rule.step.promise,
        when=capital(due_in_words(rule.due, words)),
        who=who_does(rule.who, programme.procedure),
        notes=tuple(_notes(rule, words)),
        reading=rule.step.reading or "",
        clause=rule.step.clause or "",
        law=f"{capital(due_in_words(law.due))} ({law.cites})" if law else "",
        law_counts=any(error.where[:2] == ("steps", rule.name) for error in errors),
        due=rule.due,
        law_due=law.due if law else None,
    )


def who_does(code: str | None, procedure: Procedure) -> str:
    """Who does it, in the document's words."""
    if code is None:
        return ""
    return YOU if code == COMPLAINANT else procedure.called(code)


def _notes(rule: Rule, words: Words) -> Iterator[str]:
    """What else is said of a step, each in a sentence."""
    yield from (note for note in (STRENGTH_WORDS.get(rule.strength), EFFECT_WORDS.get(rule.effect)) if note)
    if rule.only_if:
        yield f"Only if {' and '.join(condition_in_words(one, words) for one in rule.only_if)}."
    if rule.unless:
        yield f"Not if {'; or if '.join(condition_in_words(one, words) for one in rule.unless)}."
    yield from _done(rule, words)


def _done(rule: Rule, words: Words) -> Iterator[str]:
    """What must come first, how often it is owed, how its date changes, and what shows that it is done."""
    if rule.needs:
        yield f"It cannot be done before {listed([in_plain(need, words) for need in rule.needs], AND)}."
    if rule.each:
        yield f"Each time that {in_plain(rule.each, words)}."
    if rule.repeat:
        until = f" until {condition_in_words(rule.repeat.until, words)}" if rule.repeat.until else ""
        times = f", {rule.repeat.times} times at most" if rule.repeat.times else ""
        how = "Once in" if rule.repeat.in_every else "Again"
        yield f"{how} every {str(rule.repeat.every).removeprefix('1 ')}{times}{until}."
    if rule.step.contains:
        yield f"The letter says: {', '.join(code.replace('-', ' ') for code in rule.step.contains)}."
    if rule.step.may_move and rule.move:
        yield capital(move_told(rule.move, words))
    if rule.pausable:
        yield PAUSED
    yield from _beside_an_end(rule, words)
    if rule.met is not None:
        yield f"It is done once {condition_in_words(rule.met, words)}."


def _beside_an_end(rule: Rule, words: Words) -> Iterator[str]:
    """What leaves it owed all the same, and what waits for it."""
    if rule.survives:
        yield f"It is still owed after {' or '.join(in_plain(event, words) for event in sorted(rule.survives))}."
    if rule.holds_back:
        waits = " or ".join(in_plain(event, words) for event in sorted(rule.holds_back))
        yield f"It has to be done before it can be said that {waits}."


def move_told(move: Move, words: Words) -> str:
    """How a date may be moved: by what, until when, how far and how often, and what has to be said."""
    by = [_MOVED_BY.get(event, f"once {in_plain(event, words)}") for event in sorted(move.by)]
    bounds = ["before it has passed"] if move.before_due else []
    bounds += ["to a later day"] if move.only_later else []
    bounds += [f"by up to {move.by_up_to}"] if move.by_up_to else []
    bounds += [f"to no later than {due_in_words(move.ceiling, words)}"] if move.ceiling else []
    bounds += [f"at most {move.at_most} time{'' if move.at_most == 1 else 's'}"] if move.at_most else []
    said = [f"the date can be changed {listed(by, 'or')}{f', but only {listed(bounds, AND)}' if bounds else ''}."]
    said += (
        [f"The {listed([fact.replace('_', ' ') for fact in move.must_say], AND)} must be given."]
        if move.must_say
        else []
    )
    return " ".join(said)


AND: Final = "and"
_MOVED_BY: Final = {
    "timescale_changed": "by a notice that explains the change",
    "extension_agreed": "by agreeing a longer time with you",
    "response_period_agreed": "by agreeing the time with you",
    "response_period_set": "by setting the time and telling you",
}


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]
